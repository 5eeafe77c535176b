"""Stage 2: the teacher's labels and vectors, for the news sentences of gmb, our own sentences with names, and the treebanks."""

from collections import Counter

import numpy as np

from . import lemmas, lexicon, teacher
from .batches import IGNORE
from .decode import analyse

SOFT = ("upos", "xpos", "name", "kind", "deprel", "arcs")  # kept as distributions
HARD = ("feats", "lemma", "head")  # kept as the best label
LAST = "head.npy"  # the file that label writes last
CHUNK = 2000  # sentences in memory with all their scores


def label(corpora, teacher_path, folder, log):
    """Write folder/TASK.npy: for each task the values of all sentences of corpora.unlabelled(), one after the other; and
    folder/vector.npy, the word vectors of these and of the treebanks' sentences, standardised."""
    folder.mkdir(exist_ok=True)
    network, coder, _ = teacher.load(teacher_path)
    kept = {}
    sentences, trees = corpora.unlabelled(), corpora.train
    for found in _analyses(network, coder, sentences + trees, log):
        kept.setdefault("vector", []).append(found["vector"].astype(np.float16))
        if len(kept["vector"]) <= len(sentences):
            for task, values in _values(found).items():
                kept.setdefault(task, []).append(values.ravel())
    for task in sorted(kept, key=lambda task: f"{task}.npy" == LAST):
        values = np.concatenate(kept.pop(task))
        np.save(folder / f"{task}.npy", _standardised(values) if task == "vector" else values)


def _analyses(network, coder, sentences, log):
    for first in range(0, len(sentences), CHUNK):
        items = coder.code_all(sentences[first : first + CHUNK])
        yield from analyse(network, items, coder.labels, scores=True)
        log(f"labelled {first + len(items)} of {len(sentences)} sentences")


def _standardised(vectors):
    """Each component with mean 0 and variance 1, by a sample, in place."""
    sample = vectors[::100].astype(np.float32)
    mean, deviation = sample.mean(0), sample.std(0)
    for first in range(0, len(vectors), 100_000):
        part = vectors[first : first + 100_000]
        part[:] = (part.astype(np.float32) - mean) / deviation
    return vectors


def _values(found):
    """{task: float16 distributions or int16 labels} of one analysis with scores."""
    n = len(found["head"])
    found["scores"]["arcs"][np.arange(n), np.arange(1, n + 1)] = -np.inf
    out = {t: _softmax(found["scores"][t]).astype(np.float16) for t in SOFT}
    return {**out, **{t: found[t].astype(np.int16) for t in HARD}}


def _softmax(scores):
    p = np.exp(scores - scores.max(1, keepdims=True))
    return p / p.sum(1, keepdims=True)


def read(folder, corpora, coder):
    """Items for training: the sentences of corpora.unlabelled() with distributions under `soft`, then the treebanks'
    with their labels; all with the teacher's vectors.

    Where a sentence has names of its own, these stay.
    """
    kept = {t: np.load(folder / f"{t}.npy", mmap_mode="r") for t in (*SOFT, *HARD, "vector")}
    at, items = dict.fromkeys(kept, 0), []

    def take(task, n, width):
        values = kept[task][at[task] : at[task] + n * width].reshape(n, width)
        at[task] += n * width
        return values

    sentences = corpora.unlabelled()
    for s, item in zip(sentences, coder.code_all(sentences)):
        n = item["n"]
        soft = {t: take(t, n, n + 1 if t == "arcs" else len(coder.labels[t])) for t in SOFT}
        item.update({t: np.array(take(t, n, 1)[:, 0]) for t in HARD})
        item.update({t: soft[t].argmax(1) for t in SOFT if t != "arcs"})
        if s.name:
            item["name"] = np.array([coder.index["name"][t] for t in s.name])
            del soft["name"]
        items.append({**item, "soft": soft})
    items += coder.code_all(corpora.train)
    first = 0
    for item in items:
        item["vector"] = kept["vector"][first : first + item["n"]]
        first += item["n"]
    assert first == len(kept["vector"])
    return items


def make_lexicon(corpora, teacher_path, folder, path):
    """Write the lexicon of lemmas: of the treebanks, with the base forms that the teacher saw three times in the news."""
    labels = teacher.load(teacher_path)[1].labels["xpos"]
    tags = np.load(folder / "xpos.npy").reshape(-1, len(labels)).argmax(1)
    words = (word for s in corpora.unlabelled() for word in s.words)
    base = {labels.index(tag): tag[:2] for tag in ("NN", "VB", "VBP")}
    seen = Counter((lemmas.lower(w), base[t]) for w, t in zip(words, tags, strict=True) if t in base)
    words = lexicon.build(corpora.ewt, corpora.gum, {pair for pair, count in seen.items() if count > 2})
    path.write_text(lexicon.dump(words), "utf8")


def mend_lemmas(sentences, items, words, coder):
    """Put the lexicon's lemmas in place of the teacher's."""
    for s, item in zip(sentences, items):
        for i, (word, tag) in enumerate(zip(s.words, item["xpos"])):
            lemma = words.get((lemmas.lower(word), coder.labels["xpos"][tag]))
            if lemma is not None:
                item["lemma"][i] = coder.index["lemma"].get(lemmas.script(word, lemma), IGNORE)

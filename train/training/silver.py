"""Stage 2: the teacher labels the news sentences of gmb; how the student reads the labels."""

from collections import Counter

import numpy as np

from . import lemmas, lexicon, pieces, teacher
from .batches import IGNORE, Coder
from .decode import analyse

SOFT = ("upos", "xpos", "name", "deprel", "arcs")  # kept as distributions
HARD = ("feats", "lemma", "head")  # kept as the best label
CHUNK = 2000  # sentences in memory with all their scores


def label(corpora, teacher_path, path, log):
    """Write path (.npz): for each task the values of all sentences, one after the other."""
    network, labels, _ = teacher.load(teacher_path, teacher.SIZE)
    coder, sentences, kept = Coder(labels, pieces.read_vocab()), corpora.news(), {}
    for first in range(0, len(sentences), CHUNK):
        items = coder.code_all(sentences[first : first + CHUNK])
        for found in analyse(network, items, labels, scores=True):
            for task, values in _values(found).items():
                kept.setdefault(task, []).append(values.ravel())
        log(f"labelled {first + len(items)} of {len(sentences)} sentences")
    np.savez(path, **{task: np.concatenate(values) for task, values in kept.items()})


def _values(found):
    """{task: float16 distributions or int16 labels} of one analysis with scores."""
    n = len(found["head"])
    found["scores"]["arcs"][np.arange(n), np.arange(1, n + 1)] = -np.inf
    out = {t: _softmax(found["scores"][t]).astype(np.float16) for t in SOFT}
    return {**out, **{t: found[t].astype(np.int16) for t in HARD}}


def _softmax(scores):
    p = np.exp(scores - scores.max(1, keepdims=True))
    return p / p.sum(1, keepdims=True)


def read(path, sentences, coder):
    """The labelled sentences as items for training, distributions under `soft`."""
    kept = dict(np.load(path))
    at, items = dict.fromkeys(kept, 0), []

    def take(task, n, width):
        values = kept[task][at[task] : at[task] + n * width].reshape(n, width)
        at[task] += n * width
        return values

    for item in coder.code_all(sentences):
        n = item["n"]
        item["soft"] = {t: take(t, n, n + 1 if t == "arcs" else len(coder.labels[t])) for t in SOFT}
        item.update({t: take(t, n, 1)[:, 0] for t in HARD})
        item.update({t: item["soft"][t].argmax(1) for t in SOFT if t != "arcs"})
        items.append(item)
    return items


def make_lexicon(corpora, sentences, items, coder):
    """The lexicon of lemmas: of the treebanks, with the base forms that the teacher saw three times in gmb."""
    base = {coder.index["xpos"][tag]: tag[:2] for tag in ("NN", "VB", "VBP")}
    seen = Counter()
    for s, item in zip(sentences, items):
        seen.update((lemmas.lower(w), base[t]) for w, t in zip(s.words, item["xpos"]) if t in base)
    return lexicon.build(corpora.train, {pair for pair, count in seen.items() if count > 2})


def mend_lemmas(sentences, items, words, coder):
    """Put the lexicon's lemmas in place of the teacher's."""
    for s, item in zip(sentences, items):
        for i, (word, tag) in enumerate(zip(s.words, item["xpos"])):
            lemma = words.get((lemmas.lower(word), coder.labels["xpos"][tag]))
            if lemma is not None:
                item["lemma"][i] = coder.index["lemma"].get(lemmas.script(word, lemma), IGNORE)

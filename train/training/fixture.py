"""The fixture for the Go side: our own sentences, analysed by the reference arithmetic on the finished files."""

import json

import numpy as np

from .reference import Reference

TOP = 3  # arc scores kept for each word
HEAD = 8  # components kept of each vector


def write(folder, sentences_path, log):
    """Write folder/fixture.json from a file of sentences (words separated by spaces, one sentence a line).

    A float's last bit can move a value over the edge between two of the 8-bit steps, and later scores with it.
    So the fixture tells how far scores move when all else is computed in float64 (`drift`: greatest and mean
    difference), and holds only sentences whose labels and trees do not depend on it. Inputs lie before any rounding.
    """
    plain, precise = Reference(folder), Reference(folder, np.float64)
    kept, drift, dropped = [], [], 0
    for line in sentences_path.read_text("utf8").splitlines():
        words = line.split(" ")
        a, b = plain.analyse(words), precise.analyse(words)
        if all(list(a[t]) == list(b[t]) for t in a if t != "scores"):
            drift += [np.abs(a["scores"][t] - b["scores"][t]).ravel() for t in a["scores"]]
            kept.append(_entry(plain, words, a))
        else:
            dropped += 1
    drift = np.concatenate(drift)
    whole = {"drift": {"max": float(drift.max()), "mean": float(drift.mean())}, "sentences": kept}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).replace('{"words"', '\n{"words"')
    (folder / "fixture.json").write_text(text + "\n", "utf8")
    log(f"fixture: {len(kept)} sentences, {dropped} left out as undecided, scores drift by {drift.max():.4f}")


def _entry(reference, words, found):
    """Pieces, first components of the vectors, labels, heads and the best scores of one sentence."""
    labels = reference.labels
    entry = {"words": words, "pieces": [int(i) for i in reference.pieces(words)[0]]}
    entry["input"] = [_rounded(row[:HEAD]) for row in reference.inputs(words)]
    entry["vectors"] = [_rounded(row[:HEAD]) for row in reference.vectors(words)]
    for task in ("upos", "xpos", "feats", "lemma", "name", "kind", "deprel"):
        entry[task] = [labels[task][i] for i in found[task]]
        entry[task + "_score"] = _rounded(found["scores"][task][np.arange(len(words)), found[task]])
    entry["lemmas"] = list(map(reference.lemma, words, entry["xpos"], entry["lemma"]))
    entry["head"] = [int(h) for h in found["head"]]
    entry["arcs"] = [_top(row, i) for i, row in enumerate(found["scores"]["arcs"])]
    return entry


def _top(row, i):
    """[[head, score], ...] of the best heads of word i, itself left out."""
    order = [int(h) for h in np.argsort(-row, kind="stable") if h != i + 1]
    return [[h, round(float(row[h]), 5)] for h in order[:TOP]]


def _rounded(scores):
    return [round(float(s), 5) for s in scores]

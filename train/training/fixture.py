"""The fixture for the Go side: our own sentences, analysed by the reference arithmetic on the finished files."""

import json

import numpy as np

from .reference import Reference

TOP = 3  # arc scores kept for each word


def write(folder, sentences_path, log):
    """Write folder/fixture.json from a file of sentences (words separated by spaces, one sentence a line).

    Rounding to 8 bits lets the last bit of a float move a score a little, so the fixture keeps how far scores move
    when all else is computed in float64 (`drift`), and only sentences whose labels and trees do not depend on it.
    """
    plain, precise = Reference(folder), Reference(folder, np.float64)
    kept, drift, dropped = [], 0.0, 0
    for line in sentences_path.read_text("utf8").splitlines():
        words = line.split(" ")
        a, b = plain.analyse(words), precise.analyse(words)
        drift = max(drift, *(float(np.abs(a["scores"][t] - b["scores"][t]).max()) for t in a["scores"]))
        if all(list(a[t]) == list(b[t]) for t in a if t != "scores"):
            kept.append(_entry(plain, words, a))
        else:
            dropped += 1
    text = json.dumps({"drift": round(drift, 4), "sentences": kept}, ensure_ascii=False, indent=None, separators=(",", ":"))
    (folder / "fixture.json").write_text(text.replace('{"words"', '\n{"words"') + "\n", "utf8")
    log(f"fixture: {len(kept)} sentences, {dropped} left out as undecided, scores drift by {drift:.4f}")


def _entry(reference, words, found):
    """Pieces, labels, heads and the best scores of one sentence."""
    labels = reference.labels
    entry = {"words": words, "pieces": [int(i) for i in reference.pieces(words)[0]]}
    for task in ("upos", "xpos", "feats", "lemma", "name", "deprel"):
        entry[task] = [labels[task][i] for i in found[task]]
        if task != "name":
            entry[task + "_score"] = _rounded(found["scores"][task][np.arange(len(words)), found[task]])
    entry["lemmas"] = list(map(reference.lemma, words, entry["xpos"], entry["lemma"]))
    entry["head"] = [int(h) for h in found["head"]]
    entry["arcs"] = [_top(row, i) for i, row in enumerate(found["scores"]["arcs"])]
    return entry


def _top(row, i):
    """[[head, score], ...] of the best heads of word i, itself left out."""
    order = [int(h) for h in np.argsort(-row, kind="stable") if h != i + 1]
    return [[h, round(float(row[h]), 4)] for h in order[:TOP]]


def _rounded(scores):
    return [round(float(s), 4) for s in scores]

"""Sentences into numbers, numbers into batches."""

import random
from collections import Counter

import numpy as np
import torch

from . import lemmas, pieces
from .model import TAGS

IGNORE = -100  # no label: out of the loss
UNKNOWN = "?"  # a name tag or a kind that nobody knows


def collect_labels(sentences):
    """{task: sorted labels}; feats and lemma scripts only where seen twice, `O` first among names."""
    seen = {t: Counter() for t in TAGS + ("deprel",)}
    for s in sentences:
        for task in ("upos", "xpos", "feats", "deprel"):
            seen[task].update(getattr(s, task))
        for task in ("name", "kind"):
            seen[task].update(t for t in getattr(s, task) or [] if t != UNKNOWN)
        seen["lemma"].update(map(lemmas.script, s.words, s.lemma))
    labels = {t: sorted(c) for t, c in seen.items()}
    for task in ("feats", "lemma"):
        labels[task] = [l for l in labels[task] if seen[task][l] > 1]
    for task in ("name", "kind"):
        labels[task] = ["O"] + [l for l in labels[task] if l != "O"]
    return labels


class Coder:
    """Turns sentences into arrays, with labels where they have any."""

    def __init__(self, labels, vocab):
        self.cutter = pieces.Cutter(vocab)
        self.labels, self.vocab = labels, vocab
        self.index = {t: {l: i for i, l in enumerate(ls)} for t, ls in labels.items()}

    def code(self, s):
        """A dict of arrays; ValueError if the sentence has too many pieces for the encoder."""
        ids, owners = self.cutter.cut(s.words)
        if len(ids) > pieces.MAX_PIECES:
            raise ValueError(f"{len(ids)} pieces in one sentence")
        shapes = np.array([pieces.shape(w) for w in s.words])
        owners = np.array(owners)
        item = {
            "ids": np.array([self.cutter.cls, *ids, self.cutter.sep]),
            "shapes": np.concatenate([[0], shapes[owners], [0]]),
            "owners": owners,
            "n": len(s.words),
        }
        if s.upos:
            item.update(self._targets(s))
        return item

    def code_all(self, sentences):
        """The items of all sentences; one that is too long is an error."""
        return [self.code(s) for s in sentences]

    def _targets(self, s):
        strings = {t: getattr(s, t) for t in ("upos", "xpos", "feats", "deprel")}
        strings["lemma"] = list(map(lemmas.script, s.words, s.lemma))
        strings.update({t: getattr(s, t) or [UNKNOWN] * len(s.words) for t in ("name", "kind")})
        out = {t: np.array([self.index[t].get(x, IGNORE) for x in xs]) for t, xs in strings.items()}
        out["head"] = np.array(s.head)
        return out


TARGETS = TAGS + ("deprel", "head")


def collate(items):
    """Arrays of several sentences into padded tensors.

    Where some have distributions for a task instead of labels, `soft_TASK` holds them and `softened_TASK` says which;
    where some have the teacher's vectors, `vector` holds them and `guided` says for which words.
    """
    b, t, n = len(items), max(len(i["ids"]) for i in items), max(i["n"] for i in items)
    out = {
        "ids": np.zeros((b, t), np.int64),
        "shapes": np.zeros((b, t), np.int64),
        "mask": np.zeros((b, t), bool),
        "pool": np.zeros((b, n, t), np.float32),
        "real": np.zeros((b, n), bool),
    }
    targets = [k for k in TARGETS if all(k in i for i in items)]
    out.update({k: np.full((b, n), IGNORE, np.int64) for k in targets})
    guides = [i["vector"] for i in items if "vector" in i]
    if guides:
        out["guided"] = np.zeros((b, n), bool)
        out["vector"] = np.zeros((b, n, guides[0].shape[1]), np.float32)
    for row, item in enumerate(items):
        words, length = item["n"], len(item["ids"])
        out["ids"][row, :length], out["shapes"][row, :length] = item["ids"], item["shapes"]
        out["mask"][row, :length] = True
        out["real"][row, :words] = True
        share = 1 / np.bincount(item["owners"], minlength=words)
        out["pool"][row, item["owners"], np.arange(1, length - 1)] = share[item["owners"]]
        for k in targets:
            out[k][row, :words] = item[k]
        if "vector" in item:
            out["guided"][row, :words], out["vector"][row, :words] = True, item["vector"]
        for k, p in item.get("soft", {}).items():
            _room_for(out, k, b, n, p.shape[1])
            out["softened_" + k][row] = True
            out["soft_" + k][row, :words, : p.shape[1]] = p
    return {k: torch.from_numpy(v) for k, v in out.items()}


def _room_for(out, task, b, n, width):
    if "soft_" + task not in out:
        out["softened_" + task] = np.zeros(b, bool)
        out["soft_" + task] = np.zeros((b, n, n + 1 if task == "arcs" else width), np.float32)


def group(items, limit, rng=None):
    """Lists of indices, sentences of like length together, at most limit pieces (padding counted) each."""
    order = list(range(len(items)))
    noise = (lambda: 4 * rng.random()) if rng else (lambda: 0)
    if rng:
        rng.shuffle(order)
    order.sort(key=lambda i: len(items[i]["ids"]) + noise())
    groups, current, width = [], [], 0
    for i in order:
        width = max(width, len(items[i]["ids"]))
        if current and (len(current) + 1) * width > limit:
            groups.append(current)
            current, width = [], len(items[i]["ids"])
        current.append(i)
    groups.append(current)
    if rng:
        rng.shuffle(groups)
    return groups


def seeded(seed):
    """A random source of its own; torch is seeded along."""
    torch.manual_seed(seed)
    return random.Random(seed)

"""The arithmetic of data/models/README.md in numpy, read from the model files: what the Go side is checked against.

Every array is float32 unless said otherwise; n is the number of pieces of a sentence, N of its words.
"""

import numpy as np

from . import dmm, lemmas, lexicon, pieces
from .decode import best_tree, choose, log_arcs
from .export import HEADS

F32 = np.float32


class Reference:
    """Runs the files of a folder; with real=np.float64 all but the rounding to 8 bits is more precise."""

    def __init__(self, folder, real=F32):
        self.real, self.wide = real, {}  # wide: matrices [in, out] in float64
        _, self.config, _, self.encoder = dmm.read(folder / "encoder.dmm")
        self.labels, self.heads = {}, {}
        for kind in ("parser", *HEADS):
            _, _, labels, tensors = dmm.read(folder / f"{kind}.dmm")
            self.labels.update(labels)
            self.heads[kind] = tensors
        self.lexicon = lexicon.parse(self.heads["tagger"]["lexicon"])
        self.cutter = pieces.Cutter(self.encoder["vocab"].rstrip("\n").split("\n"))

    def product(self, tensors, name, x, out=None):
        """The first `out` columns (or all) of W x + b for each row of x [n, in], through 8-bit integers."""
        real = self.real
        x = np.pad(x.astype(real), ((0, 0), (0, -x.shape[1] % 16)))
        top = np.abs(x).max(1)
        top[top <= 1e-30] = 127
        s = top / real(127)
        q = np.clip(np.rint(x * (real(127) / top)[:, None]), -127, 127)
        scale = tensors[name + ".scale"].astype(real)
        acc = q.astype(np.float64) @ self._wide(tensors, name)  # exact: integers far below 2^53
        return (acc.astype(real) * (s[:, None] * scale) + tensors[name + ".bias"])[:, :out]

    def _wide(self, tensors, name):
        key = (id(tensors), name)
        if key not in self.wide:
            self.wide[key] = np.ascontiguousarray(dmm.unpack(tensors[name + ".weight"]).T, np.float64)
        return self.wide[key]

    def norm(self, x, name):
        x = x.astype(self.real)
        x = x - x.mean(1, keepdims=True)
        deviation = np.sqrt((x * x).mean(1, keepdims=True) + self.real(self.config["eps"]))
        return x / deviation * self.encoder[name + ".gain"] + self.encoder[name + ".bias"]

    def attend(self, qkv):
        """Attention of all heads over one sentence: [n, 3d] to [n, d]."""
        n, h, far = len(qkv), self.config["heads"], self.config["relative"]
        q, k, v = qkv.reshape(n, 3, h, -1).transpose(1, 2, 0, 3)
        scores = q @ k.transpose(0, 2, 1)
        if far:
            apart = np.arange(n)[None, :] - np.arange(n)[:, None]
            scores = scores + self.encoder["relative"][:, np.clip(apart, -far, far) + far]
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        weights = scores / scores.sum(-1, keepdims=True)
        return (weights @ v).transpose(1, 0, 2).reshape(n, -1)

    def pieces(self, words):
        """(ids with [CLS] and [SEP], index of each piece's word)."""
        ids, owners = self.cutter.cut(words)
        return [self.cutter.cls, *ids, self.cutter.sep], np.array(owners)

    def inputs(self, words):
        """What the first layer reads, [n, d]."""
        e = self.encoder
        ids, owners = self.pieces(words)
        shapes = [0, *(pieces.shape(words[o]) for o in owners), 0]
        x = e["word.weight"][ids].astype(self.real) * e["word.scale"][ids, None]
        return self.norm(x + e["position"][: len(ids)] + e["shape"][shapes], "norm")

    def vectors(self, words):
        """Word vectors [N, d] of one sentence."""
        x, owners, pool = self.inputs(words), self.pieces(words)[1], self.config["pool"]
        for i in range(self.config["layers"]):
            if i == pool:
                x = np.concatenate([x[:1], means(x[1:-1], owners)])
            x = self.layer(x, f"layer.{i}.")
        return x[1:] if pool < self.config["layers"] else means(x[1:-1], owners)

    def layer(self, x, name):
        e = self.encoder
        attended = self.product(e, name + "out", self.attend(self.product(e, name + "qkv", x)))
        x = self.norm(x + attended, name + "norm1")
        up = self.product(e, name + "up", x)
        return self.norm(x + self.product(e, name + "down", gelu(up)), name + "norm2")

    def scores(self, words):
        """{task: scores [N, labels]}, and `arcs` [N, N+1]; relations come by relations()."""
        x = self.vectors(words)
        out = {t: self.product(self.heads[kind], t, x, len(self.labels[t])) for kind, tasks in HEADS.items() for t in tasks}
        p = self.heads["parser"]
        rooted = np.concatenate([p["root"][None].astype(x.dtype), x])
        dep = leaky(self.product(p, "dep", x))
        out["arcs"] = self.product(p, "arc", dep) @ leaky(self.product(p, "head", rooted)).T
        return x, rooted, out

    def relations(self, x, rooted, heads):
        """Scores [N, labels] of each word's relation to its head."""
        p = self.heads["parser"]
        of_head = with_one(leaky(self.product(p, "relhead", rooted)))[heads]
        width = len(self.labels["deprel"]) * of_head.shape[1]
        v = self.product(p, "rel", with_one(leaky(self.product(p, "reldep", x))), width)
        return np.einsum("nlk,nk->nl", v.reshape(len(x), -1, of_head.shape[1]), of_head)

    def analyse(self, words):
        """The whole analysis of one sentence, as decode.choose gives it."""
        x, rooted, scores = self.scores(words)
        heads = best_tree(log_arcs(scores["arcs"]))
        scores["deprel"] = self.relations(x, rooted, heads)
        return choose(scores, heads, self.labels, self.heads["names"]["transition"])

    def lemma(self, word, tag, script):
        """The lexicon's lemma of a word with its Penn tag, else what the edit script makes."""
        return self.lexicon.get((lemmas.lower(word), tag)) or lemmas.apply(script, word)


def means(x, owners):
    """The mean of the rows of each word: [n, d] to [N, d]."""
    sums = np.zeros((owners[-1] + 1, x.shape[1]), x.dtype)
    np.add.at(sums, owners, x)
    return sums / np.bincount(owners).astype(x.dtype)[:, None]


def with_one(x):
    return np.concatenate([x, np.ones((len(x), 1), x.dtype)], 1)


def leaky(x):
    return np.where(x > 0, x, x * x.dtype.type(0.1))


TAIL = (0.9170052, -0.09147208, -0.031866457, -0.00079255406, 0.0016303986, -3.993261e-05, -3.5692028e-05, 3.238306e-06)


def gelu(x):
    """x·Φ(x) as the program reckons it (internal/encoder/kernel): the tail of Φ is the eighth power of a polynomial."""
    size, tail = np.abs(x), np.zeros_like(x)
    for c in reversed(TAIL):
        tail = tail * np.minimum(size, 5.5) + x.dtype.type(c)
    return np.maximum(x, 0) - size * tail**8

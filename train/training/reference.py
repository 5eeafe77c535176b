"""The arithmetic of data/models/README.md in numpy, read from the model files: what the Go side is checked against.

Every array is float32 unless said otherwise; n is the number of pieces of a sentence, N of its words.
"""

import math

import numpy as np
import torch

from . import dmm, lemmas, lexicon, pieces
from .decode import best_tree, choose, log_arcs

F32 = np.float32


class Reference:
    """Runs the four files of a folder; with real=np.float64 all but the rounding to 8 bits is more precise."""

    def __init__(self, folder, real=F32):
        self.real, self.wide = real, {}  # wide: matrices [in, out] in float64
        _, self.config, _, self.encoder = dmm.read(folder / "encoder.dmm")
        self.labels, self.heads = {}, {}
        for kind in ("tagger", "parser", "names"):
            _, _, labels, tensors = dmm.read(folder / f"{kind}.dmm")
            self.labels.update(labels)
            self.heads[kind] = tensors
        self.lexicon = lexicon.parse(self.heads["tagger"]["lexicon"])
        self.cutter = pieces.Cutter(self.encoder["vocab"].rstrip("\n").split("\n"))

    def product(self, tensors, name, x):
        """W x + b for each row of x [n, in], through 8-bit integers."""
        real = self.real
        x = x.astype(real)
        s = np.abs(x).max(1) / real(127)
        s[s == 0] = 1
        q = np.clip(np.rint(x / s[:, None]), -127, 127)
        scale = tensors[name + ".scale"].astype(real)
        acc = q.astype(np.float64) @ self._wide(tensors, name)  # exact: integers far below 2^53
        y = acc.astype(real) * (s[:, None] * scale)
        bias = tensors.get(name + ".bias")
        return y if bias is None else y + bias

    def _wide(self, tensors, name):
        key = (id(tensors), name)
        if key not in self.wide:
            self.wide[key] = np.ascontiguousarray(tensors[name + ".weight"].T, np.float64)
        return self.wide[key]

    def norm(self, x, name):
        x = x.astype(self.real)
        x = x - x.mean(1, keepdims=True)
        deviation = np.sqrt((x * x).mean(1, keepdims=True) + self.real(self.config["eps"]))
        return x / deviation * self.encoder[name + ".gain"] + self.encoder[name + ".bias"]

    def attend(self, qkv):
        """Attention of all heads over one sentence: [n, 3d] to [n, d]."""
        n, h = len(qkv), self.config["heads"]
        q, k, v = qkv.reshape(n, 3, h, -1).transpose(1, 2, 0, 3)
        scores = q @ k.transpose(0, 2, 1)
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        weights = scores / scores.sum(-1, keepdims=True)
        return (weights @ v).transpose(1, 0, 2).reshape(n, -1)

    def pieces(self, words):
        """(ids with [CLS] and [SEP], index of each piece's word)."""
        ids, owners = self.cutter.cut(words)
        return [pieces.CLS, *ids, pieces.SEP], np.array(owners)

    def inputs(self, words):
        """What the first layer reads, [n, d]."""
        e = self.encoder
        ids, owners = self.pieces(words)
        shapes = [0, *(pieces.shape(words[o]) for o in owners), 0]
        x = e["word.weight"][ids].astype(self.real) * e["word.scale"][ids, None]
        return self.norm(x + e["position"][: len(ids)] + e["shape"][shapes], "norm")

    def vectors(self, words):
        """Word vectors [N, d] of one sentence."""
        x = self.inputs(words)
        for i in range(self.config["layers"]):
            x = self.layer(x, f"layer.{i}.")
        owners = self.pieces(words)[1]
        sums = np.zeros((len(words), x.shape[1]), self.real)
        np.add.at(sums, owners, x[1:-1])
        return sums / np.bincount(owners).astype(self.real)[:, None]

    def layer(self, x, name):
        e = self.encoder
        attended = self.product(e, name + "out", self.attend(self.product(e, name + "qkv", x)))
        x = self.norm(x + attended, name + "norm1")
        up = self.product(e, name + "up", x)
        return self.norm(x + self.product(e, name + "down", gelu(up)), name + "norm2")

    def scores(self, words):
        """{task: scores [N, labels]}, and `arcs` [N, N+1]; relations come by relations()."""
        x = self.vectors(words)
        out = {t: self.product(self.heads["tagger"], t, x) for t in ("upos", "xpos", "feats", "lemma")}
        out["name"] = self.product(self.heads["names"], "name", x)
        p = self.heads["parser"]
        rooted = np.concatenate([p["root"][None].astype(x.dtype), x])
        dep = leaky(self.product(p, "dep", x))
        out["arcs"] = self.product(p, "arc", dep) @ leaky(self.product(p, "head", rooted)).T
        return x, rooted, out

    def relations(self, x, rooted, heads):
        """Scores [N, labels] of each word's relation to its head."""
        p = self.heads["parser"]
        v = self.product(p, "rel", with_one(leaky(self.product(p, "reldep", x))))
        of_head = with_one(leaky(self.product(p, "relhead", rooted)))[heads]
        return np.einsum("nlk,nk->nl", v.reshape(len(x), -1, of_head.shape[1]), of_head)

    def analyse(self, words):
        """The whole analysis of one sentence, as decode.choose gives it."""
        x, rooted, scores = self.scores(words)
        heads = best_tree(log_arcs(scores["arcs"]))
        scores["deprel"] = self.relations(x, rooted, heads)
        return choose(scores, heads, self.labels)

    def lemma(self, word, tag, script):
        """The lexicon's lemma of a word with its Penn tag, else what the edit script makes."""
        return self.lexicon.get((lemmas.lower(word), tag)) or lemmas.apply(script, word)


def with_one(x):
    return np.concatenate([x, np.ones((len(x), 1), x.dtype)], 1)


def leaky(x):
    return np.where(x > 0, x, x * x.dtype.type(0.1))


def gelu(x):
    erf = torch.special.erf(torch.from_numpy(x / x.dtype.type(math.sqrt(2)))).numpy()
    return x * x.dtype.type(0.5) * (1 + erf)

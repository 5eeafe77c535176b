"""The network: a transformer encoder with word shapes at its input, tag heads, a biaffine parser.

Everything is laid out as data/models/README.md describes it, so that export copies and does not compute.
d is the encoder's width, B sentences a batch, T pieces, N words.
"""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import nn

from . import pieces, rounding

TAGS = ("upos", "xpos", "feats", "lemma", "name", "kind")
POSITIONS = 512


@dataclass(frozen=True)
class Size:
    """How large a network is, and which base it begins from (see bases.py)."""

    base: str
    layers: int
    width: int
    heads: int
    ffn: int
    arc: int
    rel: int
    eps: float
    pool: int  # after so many layers pieces become words; layers: at the end
    relative: int = 0  # attention is biased by distance up to so many pieces; 0: it is not
    dropout: float = 0.15


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT; bias [B or 1, heads or 1, T, T] is added to the attention's scores."""

    def __init__(self, size):
        super().__init__()
        d, self.heads = size.width, size.heads
        self.qkv, self.out = rounding.Linear(d, 3 * d), rounding.Linear(d, d)
        self.up, self.down = rounding.Linear(d, size.ffn), rounding.Linear(size.ffn, d)
        self.norm1, self.norm2 = nn.LayerNorm(d, eps=size.eps), nn.LayerNorm(d, eps=size.eps)

    def forward(self, x, bias):
        b, t, d = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        # three times as fast here as torch's fused attention, whose backward pass is slow for sentences
        shares = torch.softmax((q @ k.transpose(-1, -2)).float() * (d // self.heads) ** -0.5 + bias, -1)
        a = (shares.to(v.dtype) @ v).transpose(1, 2).reshape(b, t, d)
        x = self.norm1(x + self.out(a))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), 0.1, self.training))


class Encoder(nn.Module):
    """Pieces [B, T] and their words' shapes [B, T] to word vectors [B, N, d]."""

    def __init__(self, size, vocabulary):
        super().__init__()
        d, self.size = size.width, size
        self.word = nn.Embedding(vocabulary, d)
        self.position = nn.Embedding(POSITIONS, d)
        self.shape = nn.Embedding(pieces.SHAPES, d)
        self.norm = nn.LayerNorm(d, eps=size.eps)
        self.layer = nn.ModuleList(Layer(size) for _ in range(size.layers))
        nn.init.normal_(self.shape.weight, std=0.01)
        if size.relative:
            self.relative = nn.Parameter(torch.zeros(size.heads, 2 * size.relative + 1))

    def forward(self, batch):
        ids, mask = batch["ids"], batch["mask"]
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.shape(batch["shapes"])
        x = F.dropout(self.norm(x), 0.1, self.training)
        bias = self.bias(mask)
        for i, layer in enumerate(self.layer, 1):
            x = layer(x, bias)
            if i == self.size.pool < self.size.layers:
                x, bias = self.pooled(x, batch)
        if self.size.pool < self.size.layers:
            return x[:, 1:]
        return torch.bmm(batch["pool"].to(x.dtype), x)

    def bias(self, mask):
        """What is added to attention: nothing where there are pieces, much less where there are none; the distances' bias."""
        out = torch.zeros(mask.shape).masked_fill(~mask, -1e4)[:, None, None, :]
        if self.size.relative:
            t, far = mask.shape[1], self.size.relative
            apart = (torch.arange(t)[None, :] - torch.arange(t)[:, None]).clamp(-far, far) + far
            out = out + self.relative[:, apart]
        return out

    def pooled(self, x, batch):
        """[CLS] and the words, each the mean of its pieces, and the attention's bias among them."""
        words = torch.bmm(batch["pool"].to(x.dtype), x)
        return torch.cat([x[:, :1], words], 1), self.bias(F.pad(batch["real"], (1, 0), value=True))


class Parser(nn.Module):
    """Deep biaffine scores of heads and relations (Dozat and Manning 2017).

    rel's rows l·(r+1)+k hold, for label l, what multiplies component k of the head's vector.
    """

    def __init__(self, size, labels):
        super().__init__()
        d, arc, rel, linear = size.width, size.arc, size.rel, rounding.Linear
        self.labels, self.drop = labels, nn.Dropout(size.dropout)
        self.dep, self.head = linear(d, arc), linear(d, arc)
        self.reldep, self.relhead = linear(d, rel), linear(d, rel)
        self.arc = linear(arc, arc)
        self.rel = linear(rel + 1, labels * (rel + 1), bias=False)
        self.root = nn.Parameter(torch.randn(d) * 0.02)
        for part in (self.arc, self.rel):
            nn.init.zeros_(part.weight)
        nn.init.zeros_(self.arc.bias)

    def with_root(self, x):
        """[B, N, d] to [B, N+1, d]: the root's vector before the words'."""
        return torch.cat([self.root.to(x.dtype).expand(x.shape[0], 1, -1), x], 1)

    def _part(self, layer, x):
        return self.drop(F.leaky_relu(layer(x), 0.1))

    def arcs(self, x):
        """Scores [B, N, N+1] of each word under each head."""
        u = self.arc(self._part(self.dep, x))
        return u @ self._part(self.head, self.with_root(x)).transpose(1, 2)

    def relations(self, x, heads):
        """Scores [B, N, labels] of the relation of each word to its head [B, N]."""
        of_head = self._part(self.relhead, self.with_root(x))
        of_head = of_head.gather(1, heads[..., None].expand(-1, -1, of_head.shape[-1]))
        v = self.rel(_with_one(self._part(self.reldep, x)))
        v = v.view(*v.shape[:2], self.labels, -1)
        return (v @ _with_one(of_head)[..., None])[..., 0]


def _with_one(x):
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Network(nn.Module):
    """Encoder and heads. transition [name labels, name labels] is added when names are decoded (decode.best_names)."""

    def __init__(self, size, labels, vocabulary):
        super().__init__()
        self.size = size
        self.encoder = Encoder(size, vocabulary)
        self.drop = nn.Dropout(size.dropout)
        self.parser = Parser(size, len(labels["deprel"]))
        self.register_buffer("transition", torch.zeros(len(labels["name"]), len(labels["name"])))
        self.tags = nn.ModuleDict({t: rounding.Linear(size.width, len(labels[t])) for t in TAGS})

    def words(self, batch):
        """Word vectors [B, N, d]."""
        return self.drop(self.encoder(batch))

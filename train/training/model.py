"""The network: a BERT encoder with word shapes at its input, tag heads, a biaffine parser, names.

Everything is laid out as data/models/README.md describes it, so that export copies and does not compute.
d is the encoder's width, B sentences a batch, T pieces, N words.
"""

import os

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

from . import pieces

TAGS = ("upos", "xpos", "feats", "lemma", "name")
WIDTH, HEADS, FFN, POSITIONS, EPS = 384, 12, 1536, 512, 1e-12


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT."""

    def __init__(self, d=WIDTH, heads=HEADS, ffn=FFN, dropout=0.1):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.qkv, self.out = nn.Linear(d, 3 * d), nn.Linear(d, d)
        self.up, self.down = nn.Linear(d, ffn), nn.Linear(ffn, d)
        self.norm1, self.norm2 = nn.LayerNorm(d, eps=EPS), nn.LayerNorm(d, eps=EPS)

    def forward(self, x, mask):
        b, t, d = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        p = self.dropout if self.training else 0.0
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None, :], dropout_p=p)
        a = self.out(a.transpose(1, 2).reshape(b, t, d))
        x = self.norm1(x + F.dropout(a, p, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), p, self.training))


class Encoder(nn.Module):
    """Pieces [B, T] and their words' shapes [B, T] to the outputs of all layers, each [B, T, d]."""

    def __init__(self, layers, vocabulary, d=WIDTH):
        super().__init__()
        self.word = nn.Embedding(vocabulary, d)
        self.position = nn.Embedding(POSITIONS, d)
        self.shape = nn.Embedding(pieces.SHAPES, d)
        self.norm = nn.LayerNorm(d, eps=EPS)
        self.layer = nn.ModuleList(Layer(d) for _ in range(layers))
        nn.init.normal_(self.shape.weight, std=0.01)

    def forward(self, ids, shapes, mask):
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.shape(shapes)
        x = F.dropout(self.norm(x), 0.1, self.training)
        outputs = []
        for layer in self.layer:
            x = layer(x, mask)
            outputs.append(x)
        return outputs

    def load_base(self):
        """Take the weights of all-MiniLM-L6-v2, as many layers as there are here."""
        base = load_file(os.path.join(pieces.base_folder(), "model.safetensors"))
        e = "embeddings."
        state = {
            "word.weight": base[e + "word_embeddings.weight"],
            "position.weight": base[e + "position_embeddings.weight"] + base[e + "token_type_embeddings.weight"][0],
            "norm.weight": base[e + "LayerNorm.weight"],
            "norm.bias": base[e + "LayerNorm.bias"],
        }
        for i in range(len(self.layer)):
            state.update(_base_layer(base, i))
        missing, unexpected = self.load_state_dict(state, strict=False)
        assert missing == ["shape.weight"] and not unexpected


_BASE_NAMES = {
    "out": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}


def _base_layer(base, i):
    there, here, out = f"encoder.layer.{i}.", f"layer.{i}.", {}
    for kind in ("weight", "bias"):
        parts = [base[f"{there}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
        out[f"{here}qkv.{kind}"] = torch.cat(parts)
        for ours, theirs in _BASE_NAMES.items():
            out[f"{here}{ours}.{kind}"] = base[f"{there}{theirs}.{kind}"]
    return out


class Parser(nn.Module):
    """Deep biaffine scores of heads and relations (Dozat and Manning 2017).

    rel's rows l·(r+1)+k hold, for label l, what multiplies component k of the head's vector.
    """

    def __init__(self, arc, rel, labels, dropout, d=WIDTH):
        super().__init__()
        self.labels, self.drop = labels, nn.Dropout(dropout)
        self.dep, self.head = nn.Linear(d, arc), nn.Linear(d, arc)
        self.reldep, self.relhead = nn.Linear(d, rel), nn.Linear(d, rel)
        self.arc = nn.Linear(arc, arc)
        self.rel = nn.Linear(rel + 1, labels * (rel + 1), bias=False)
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
    """Encoder and heads. Where mix is above 1, words are a learned mean of that many last layers (teacher only)."""

    def __init__(self, labels, vocabulary, layers, arc, rel, mix=1, dropout=0.2):
        super().__init__()
        self.encoder = Encoder(layers, vocabulary)
        self.mix = nn.Parameter(torch.zeros(mix)) if mix > 1 else None
        self.drop = nn.Dropout(dropout)
        self.parser = Parser(arc, rel, len(labels["deprel"]), dropout)
        self.tags = nn.ModuleDict({t: nn.Linear(WIDTH, len(labels[t])) for t in TAGS})

    def words(self, batch):
        """Word vectors [B, N, d]: the mean over each word's pieces."""
        outputs = self.encoder(batch["ids"], batch["shapes"], batch["mask"])
        if self.mix is None:
            x = outputs[-1]
        else:
            share = torch.softmax(self.mix, 0)
            x = sum(w * o for w, o in zip(share, outputs[-len(share):]))
        return self.drop(torch.bmm(batch["pool"].to(x.dtype), x))

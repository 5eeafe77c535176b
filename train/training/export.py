"""From a trained student to the four model files."""

import math

import numpy as np

from . import dmm
from .model import EPS, FFN, HEADS, POSITIONS, WIDTH
from .pieces import SHAPES, read_vocab


def quantise(weight):
    """(int8 [out, in], scale f32 [out]): each row divided by its greatest magnitude / 127, rounded half to even."""
    weight = weight.astype(np.float32)
    scale = np.abs(weight).max(1) / np.float32(127)
    scale[scale == 0] = 1
    return np.clip(np.rint(weight / scale[:, None]), -127, 127).astype(np.int8), scale


def _matrix(out, name, weight, bias=None):
    out[name + ".weight"], out[name + ".scale"] = quantise(weight)
    if bias is not None:
        out[name + ".bias"] = bias.astype(np.float32)


def encoder(state, vocab):
    """Tensors of the encoder; the queries come out divided by the root of the heads' width."""
    out = {"vocab": "\n".join(vocab) + "\n"}
    _matrix(out, "word", state["encoder.word.weight"])
    out["position"], out["shape"] = state["encoder.position.weight"], state["encoder.shape.weight"]
    out["norm.gain"], out["norm.bias"] = state["encoder.norm.weight"], state["encoder.norm.bias"]
    for n in range(_layers(state)):
        here = f"layer.{n}."
        for part in ("qkv", "out", "up", "down"):
            weight, bias = (state[f"encoder.{here}{part}.{k}"].copy() for k in ("weight", "bias"))
            if part == "qkv":
                weight[:WIDTH] /= math.sqrt(WIDTH // HEADS)
                bias[:WIDTH] /= math.sqrt(WIDTH // HEADS)
            _matrix(out, here + part, weight, bias)
        for norm in ("norm1", "norm2"):
            out[f"{here}{norm}.gain"] = state[f"encoder.{here}{norm}.weight"]
            out[f"{here}{norm}.bias"] = state[f"encoder.{here}{norm}.bias"]
    return out


def _layers(state):
    return 1 + max(int(k.split(".")[2]) for k in state if k.startswith("encoder.layer."))


def parser(state):
    out = {"root": state["parser.root"]}
    for part in ("dep", "head", "reldep", "relhead", "arc"):
        _matrix(out, part, state[f"parser.{part}.weight"], state[f"parser.{part}.bias"])
    _matrix(out, "rel", state["parser.rel.weight"])
    return out


def tags(state, names):
    out = {}
    for t in names:
        _matrix(out, t, state[f"tags.{t}.weight"], state[f"tags.{t}.bias"])
    return out


def export(folder, network, labels, lexicon):
    """Write encoder.dmm, tagger.dmm, parser.dmm and names.dmm of a trained student."""
    state = {k: v.float().numpy() for k, v in network.state_dict().items()}
    vocab = read_vocab()
    config = {
        "layers": _layers(state), "width": WIDTH, "heads": HEADS, "ffn": FFN,
        "pieces": len(vocab), "positions": POSITIONS, "shapes": SHAPES, "eps": EPS,
    }  # fmt: skip
    sizes = {"width": WIDTH, "arc": len(state["parser.dep.weight"]), "rel": len(state["parser.reldep.weight"])}
    tagger = ("upos", "xpos", "feats", "lemma")
    chosen = {t: labels[t] for t in tagger}
    dmm.write(folder / "encoder.dmm", "encoder", config, {}, encoder(state, vocab))
    dmm.write(folder / "tagger.dmm", "tagger", {"width": WIDTH}, chosen, {**tags(state, tagger), "lexicon": lexicon})
    dmm.write(folder / "parser.dmm", "parser", sizes, {"deprel": labels["deprel"]}, parser(state))
    dmm.write(folder / "names.dmm", "names", {"width": WIDTH}, {"name": labels["name"]}, tags(state, ("name",)))

"""From a trained network to model files."""

import math
import tempfile
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from . import dmm, rounding
from .pieces import SHAPES

HEADS = {"tagger": ("upos", "xpos", "feats", "lemma"), "names": ("name",), "mentions": ("kind",)}  # but the parser


def matrix(out, name, weight, bias=None):
    """Add the four tensors of a matrix [out, in] of floats, rounded, to out."""
    rows, width = weight.shape
    q, step = rounding.round_rows(F.pad(torch.from_numpy(weight).float(), (0, -width % 8)))
    q = q.numpy().astype(np.int8)
    spare = (0, -rows % 16)
    out[name + ".weight"] = dmm.pack(q)
    out[name + ".offset"] = np.pad(-128 * q.sum(1, dtype=np.int32), spare).astype(np.int32)
    out[name + ".scale"] = np.pad(step[:, 0].numpy(), spare)
    out[name + ".bias"] = np.pad(np.zeros(rows, np.float32) if bias is None else bias.astype(np.float32), spare)


def embedding(weight):
    """(int8 [rows, d], steps [rows]): each row rounded by itself."""
    step = np.abs(weight).max(1) / np.float32(127)
    step[step == 0] = 1
    return np.clip(np.rint(weight / step[:, None]), -127, 127).astype(np.int8), step


def encoder(state, size, vocab):
    """Tensors of the encoder."""
    out = {"vocab": "\n".join(vocab) + "\n"}
    out["word.weight"], out["word.scale"] = embedding(state["encoder.word.weight"])
    out["position"], out["shape"] = state["encoder.position.weight"], state["encoder.shape.weight"]
    out["norm.gain"], out["norm.bias"] = state["encoder.norm.weight"], state["encoder.norm.bias"]
    if size.relative:
        out["relative"] = state["encoder.relative"]
    for n in range(size.layers):
        layer(out, state, f"layer.{n}.", size.width, size.heads, "encoder.")
    return out


def layer(out, state, here, width, heads, owner=""):
    """Add the tensors of one layer; the queries come out divided by the root of the heads' width."""
    for part in ("qkv", "out", "up", "down"):
        weight, bias = (state[f"{owner}{here}{part}.{k}"].copy() for k in ("weight", "bias"))
        if part == "qkv":
            weight[:width] /= math.sqrt(width // heads)
            bias[:width] /= math.sqrt(width // heads)
        matrix(out, here + part, weight, bias)
    for norm in ("norm1", "norm2"):
        out[f"{here}{norm}.gain"] = state[f"{owner}{here}{norm}.weight"]
        out[f"{here}{norm}.bias"] = state[f"{owner}{here}{norm}.bias"]


def parser(state):
    out = {"root": state["parser.root"]}
    for part in ("dep", "head", "reldep", "relhead", "arc"):
        matrix(out, part, state[f"parser.{part}.weight"], state[f"parser.{part}.bias"])
    matrix(out, "rel", state["parser.rel.weight"])
    return out


def tags(state, names):
    out = {}
    for t in names:
        matrix(out, t, state[f"tags.{t}.weight"], state[f"tags.{t}.bias"])
    return out


def export(folder, network, coder, lexicon):
    """Write encoder.dmm, tagger.dmm, parser.dmm, names.dmm and mentions.dmm of a trained network."""
    state = {k: v.float().numpy() for k, v in network.state_dict().items()}
    size, labels = network.size, coder.labels
    config = {
        "layers": size.layers, "width": size.width, "heads": size.heads, "ffn": size.ffn, "pool": size.pool,
        "relative": size.relative, "pieces": len(coder.vocab), "positions": len(state["encoder.position.weight"]),
        "shapes": SHAPES, "eps": size.eps,
    }  # fmt: skip
    dmm.write(folder / "encoder.dmm", "encoder", config, {}, encoder(state, size, coder.vocab))
    sizes = {"width": size.width, "arc": size.arc, "rel": size.rel}
    dmm.write(folder / "parser.dmm", "parser", sizes, {"deprel": labels["deprel"]}, parser(state))
    for kind, tasks in HEADS.items():
        tensors = tags(state, tasks)
        if kind == "tagger":
            tensors["lexicon"] = lexicon
        if kind == "names":
            tensors["transition"] = state["transition"]
        dmm.write(folder / f"{kind}.dmm", kind, {"width": size.width}, {t: labels[t] for t in tasks}, tensors)


def one_file(path, network, coder, lexicon):
    """Write the model files of a network as one."""
    with tempfile.TemporaryDirectory() as folder:
        export(Path(folder), network, coder, lexicon)
        parts = ("encoder", "parser", *HEADS)
        blobs = {p: np.frombuffer(Path(folder, f"{p}.dmm").read_bytes(), np.int8) for p in parts}
    dmm.write(path, "bundle", {}, {}, blobs)

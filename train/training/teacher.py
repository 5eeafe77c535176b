"""Stage 1: the teacher, all-mpnet-base-v2 (12 layers of width 768) fine-tuned on the treebanks."""

import json
from dataclasses import asdict

import torch

from . import bases
from .batches import Coder, collect_labels, seeded
from .corpora import with_curled, without_names
from .decode import analyse, transitions
from .learn import Plan, train
from .model import Network, Size
from .score import score, score_kinds, score_names

SIZE = Size(bases.MPNET, layers=12, width=768, heads=12, ffn=3072, arc=384, rel=128, eps=1e-5, pool=12, relative=128, dropout=0.25)
# Trees count most; the tags ride along.
WEIGHTS = {"arcs": 1.0, "deprel": 1.0, "upos": 0.3, "xpos": 0.3, "feats": 0.2, "lemma": 0.2, "name": 0.4, "kind": 0.3}
# GUM's names, made by rule, join for the last epoch only.
FIRST = Plan(epochs=2, limit=1100, encoder_rate=6e-5, head_rate=1e-3, weights=WEIGHTS, last=0.35)
LAST = Plan(epochs=1, limit=1100, encoder_rate=6e-5, head_rate=1e-3, weights=WEIGHTS, warm=20, first=0.35)
PLANS = (FIRST, LAST)


def teach(corpora, plans, path, log):
    """Train by the two plans and write path: weights, labels, scores on the dev sets."""
    rng = seeded(1)
    labels, vocab = collect_labels(corpora.train), bases.Base(SIZE.base).vocab
    log({task: len(ls) for task, ls in labels.items()})
    coder = Coder(labels, vocab)
    network = Network(SIZE, labels, len(vocab))
    bases.begin(network.encoder, vocab)
    network.transition[:] = torch.from_numpy(transitions(corpora.ewt, labels["name"]))
    for fixed in (network.encoder.word.weight, network.encoder.relative):  # they would hardly move, and take their time
        fixed.requires_grad_(False)
    for number, (plan, gum) in enumerate(zip(plans, (without_names(corpora.gum), corpora.gum)), 1):
        items = coder.code_all(with_curled(corpora.ewt + gum, rng))
        train(network, items, plan, rng, log)
        save(path, network, coder, evaluate(network, coder, corpora, log))


def save(path, network, coder, scores):
    """Write weights, size, labels, vocabulary and scores to path, whole or not at all."""
    kept = {
        "network": network.state_dict(), "size": asdict(network.size), "labels": coder.labels,
        "vocab": coder.vocab, "scores": scores,
    }  # fmt: skip
    torch.save(kept, f"{path}.new")
    path.with_name(path.name + ".new").replace(path)


def load(path):
    """(network, coder, scores) of a file that save wrote."""
    kept = torch.load(path, weights_only=True)
    network = Network(Size(**kept["size"]), kept["labels"], len(kept["vocab"]))
    network.load_state_dict(kept["network"])
    return network, Coder(kept["labels"], kept["vocab"]), kept["scores"]


def evaluate(network, coder, corpora, log):
    """{dev set: scores}, those of names under `names`, of kinds of mentions under `kinds`."""
    out = {}
    for name, sentences in corpora.dev.items():
        found = analyse(network, coder.code_all(sentences), coder.labels)
        out[name] = score(sentences, found, coder.labels)
        if any(s.name for s in sentences):
            out["names"] = score_names(sentences, found, coder.labels)
        if any(s.kind for s in sentences):
            out["kinds"] = score_kinds(sentences, found, coder.labels)
    log(json.dumps(out))
    return out

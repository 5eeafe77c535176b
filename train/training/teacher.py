"""Stage 1: the teacher, six layers of all-MiniLM-L6-v2 fine-tuned on the treebanks."""

import json

import torch

from . import pieces
from .batches import Coder, collect_labels, seeded
from .corpora import with_curled, without_names
from .decode import analyse
from .learn import Plan, train
from .model import Network
from .score import score, score_names

SIZE = {"layers": 6, "arc": 384, "rel": 128, "mix": 4, "dropout": 0.2}
# Trees count most; the tags ride along.
WEIGHTS = {"arcs": 1.0, "deprel": 1.0, "upos": 0.3, "xpos": 0.3, "feats": 0.2, "lemma": 0.2, "name": 0.3}
# GUM's names, made by rule, join for the last epoch only.
FIRST = Plan(epochs=3, limit=1100, encoder_rate=1.5e-4, head_rate=1.5e-3, weights=WEIGHTS, last=0.25)
LAST = Plan(epochs=1, limit=1100, encoder_rate=1.5e-4, head_rate=1.5e-3, weights=WEIGHTS, warm=20, first=0.25)


def teach(corpora, plans, path, log):
    """Train by the two plans and write path: weights, labels, scores on the dev sets."""
    rng = seeded(1)
    labels, vocab = collect_labels(corpora.train), pieces.read_vocab()
    log({task: len(ls) for task, ls in labels.items()})
    coder = Coder(labels, vocab)
    network = Network(labels, len(vocab), **SIZE)
    network.encoder.load_base()
    keep = lambda epoch: save(path, network, labels, evaluate(network, coder, corpora, log))
    for plan, gum in zip(plans, (without_names(corpora.gum), corpora.gum)):
        items = coder.code_all(with_curled(corpora.ewt + gum, rng))
        train(network, items, plan, rng, log, keep)


def save(path, network, labels, scores):
    torch.save({"network": network.state_dict(), "labels": labels, "scores": scores}, path)


def load(path, size):
    """(network, labels, scores) of a file that a stage wrote."""
    kept = torch.load(path, weights_only=True)
    network = Network(kept["labels"], len(pieces.read_vocab()), **size)
    network.load_state_dict(kept["network"])
    return network, kept["labels"], kept["scores"]


def evaluate(network, coder, corpora, log):
    """{dev set: scores}, those of names under `names`."""
    out = {}
    for name, sentences in corpora.dev.items():
        found = analyse(network, coder.code_all(sentences), coder.labels)
        out[name] = score(sentences, found, coder.labels)
        if any(s.name for s in sentences):
            out["names"] = score_names(sentences, found, coder.labels)
    log(json.dumps(out))
    return out

"""Stage 3: the student, begun from the lower layers of a base, on the treebanks and the labelled news."""

import torch
import torch.nn.functional as F
from torch import nn

from . import bases, lexicon, rounding, silver, teacher, vocabulary
from .batches import Coder, seeded
from .corpora import joined, runs, with_curled
from .decode import transitions
from .learn import Plan, train
from .model import Network, Size

SIZE = Size(bases.MINILM, layers=6, width=384, heads=12, ffn=1536, arc=256, rel=64, eps=1e-12, pool=2)
WEIGHTS = {
    "arcs": 1.0, "deprel": 1.0, "upos": 0.3, "xpos": 0.3, "feats": 0.2, "lemma": 0.3, "name": 0.6, "kind": 0.3, "vector": 1.0,
}  # fmt: skip
FREE = Plan(epochs=3, limit=1400, encoder_rate=2e-4, head_rate=1.5e-3, weights=WEIGHTS, warm=250, last=0.25)
# The last epoch is run with the rounding of the files.
ROUNDED = Plan(epochs=1, limit=1400, encoder_rate=2e-4, head_rate=1.5e-3, weights=WEIGHTS, warm=20, first=0.25, rounded=True)
PLANS = (FREE, ROUNDED)
# Once more from middling rates: what a second descent finds is better than where the first came to rest.
AGAIN = Plan(epochs=2, limit=1400, encoder_rate=1.5e-4, head_rate=1e-3, weights=WEIGHTS, warm=100, rounded=True)
# The treebanks once more, gently, with many sentences whose boundaries are missed.
SETTLE = Plan(epochs=1, limit=1400, encoder_rate=6e-5, head_rate=4e-4, weights=WEIGHTS, warm=50, rounded=True)
NEWS = 4  # of the labelled news, one sentence in so many is among them


class Guided(nn.Module):
    """A network in training, with a map from its word vectors to the teacher's, which training leaves behind."""

    def __init__(self, network, width):
        super().__init__()
        self.network, self.map = network, nn.Linear(network.size.width, width)

    def distance(self, x, batch):
        """The mean squared difference between the mapped vectors and the teacher's, over words."""
        words = batch["guided"]
        return F.mse_loss(self.map(x[words].float()), batch["vector"][words])


def material(corpora, size, made, rng):
    """(coder, items): what a student of that size learns from; made holds the paths of what the stages before it made."""
    _, elder, _ = teacher.load(made.teacher)
    vocab = vocabulary.choose(bases.Base(size.base).vocab, corpora.train + corpora.unlabelled())
    coder, unlabelled = Coder(elder.labels, vocab), corpora.unlabelled()
    items = silver.read(made.labels, corpora, coder)
    silver.mend_lemmas(unlabelled, items, lexicon.parse(made.lexicon.read_text("utf8")), coder)
    return coder, items + coder.code_all(with_curled(corpora.train, rng)[len(corpora.train) :])


def study(corpora, size, plans, made, log):
    """Train by the plans and write made.student (weights, labels, scores)."""
    rng = seeded(2)
    coder, items = material(corpora, size, made, rng)
    network = raise_student(corpora, size, coder, items, plans, rng, log)
    teacher.save(made.student, network, coder, teacher.evaluate(network, coder, corpora, log))


def raise_student(corpora, size, coder, items, plans, rng, log):
    """The network of a student, begun from its base and trained by the plans."""
    network = Network(size, coder.labels, len(coder.vocab))
    network.transition[:] = torch.from_numpy(transitions(corpora.ewt, coder.labels["name"]))
    bases.begin(network.encoder, coder.vocab)
    return _taught(network, items, plans, rng, log)


def _taught(network, items, plans, rng, log):
    guided = Guided(network, teacher.SIZE.width)
    for plan in plans:
        rounding.set_rounded(network, plan.rounded)
        train(network, items, plan, rng, log, guide=guided)
    return network


def polish(corpora, plan, made, log):
    """Train made.student once more, on joined sentences too, and write made.polished."""
    _go_on(corpora, plan, made, made.student, made.polished, 4, joined, 1, log)


def settle(corpora, plan, made, log):
    """Train made.polished on the treebanks and runs of their sentences, with some news, and write made.settled."""
    _go_on(corpora, plan, made, made.polished, made.settled, 5, runs, NEWS, log)


def _go_on(corpora, plan, made, source, target, seed, more, part, log):
    """Train the network of source by plan and write target: on one in `part` of the labelled sentences, the treebanks, and what
    `more` makes of these."""
    rng = seeded(seed)
    network, _, _ = teacher.load(source)
    coder, items = material(corpora, network.size, made, rng)
    news = len(corpora.unlabelled())
    items = items[:news:part] + items[news:] + coder.code_all(more(corpora.train, rng))
    _taught(network, items, [plan], rng, log)
    teacher.save(target, network, coder, teacher.evaluate(network, coder, corpora, log))

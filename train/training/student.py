"""Stage 3: the student, three layers begun from the teacher's, on the treebanks and the labelled news."""

from . import lexicon, pieces, silver, teacher
from .batches import Coder, seeded
from .corpora import with_curled
from .learn import Plan, train
from .model import Network

SIZE = {"layers": 3, "arc": 128, "rel": 64, "mix": 1, "dropout": 0.15}
WEIGHTS = {"arcs": 1.0, "deprel": 1.0, "upos": 0.3, "xpos": 0.3, "feats": 0.2, "lemma": 0.3, "name": 0.6}
PLAN = Plan(epochs=3, limit=1400, encoder_rate=2e-4, head_rate=1.5e-3, weights=WEIGHTS, warm=250)


def study(corpora, plan, teacher_path, silver_path, path, lexicon_path, log):
    """Train and write path (weights, labels, scores) and the lexicon of lemmas."""
    rng = seeded(2)
    elder, labels, _ = teacher.load(teacher_path, teacher.SIZE)
    coder, sentences = Coder(labels, pieces.read_vocab()), corpora.news()
    items = silver.read(silver_path, sentences, coder)
    words = silver.make_lexicon(corpora, sentences, items, coder)
    lexicon_path.write_text(lexicon.dump(words), "utf8")
    silver.mend_lemmas(sentences, items, words, coder)
    items += coder.code_all(with_curled(corpora.train, rng))
    network = Network(labels, len(pieces.read_vocab()), **SIZE)
    network.encoder.load_state_dict(_lower_layers(elder))
    keep = lambda epoch: teacher.save(path, network, labels, teacher.evaluate(network, coder, corpora, log))
    train(network, items, plan, rng, log, keep)


def _lower_layers(elder):
    upper = tuple(f"layer.{i}." for i in range(SIZE["layers"], teacher.SIZE["layers"]))
    return {k: v for k, v in elder.encoder.state_dict().items() if not k.startswith(upper)}

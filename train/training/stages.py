"""The stages in their order; each keeps what it made and is skipped while what it is made of stays the same.

A stage's fingerprint is a hash of its input files and its settings. The code itself is not part of it: after changing code,
delete the stage's `.stamp` file in the work folder to have it done again.
"""

import functools
import hashlib
import json
import time
from dataclasses import replace
from pathlib import Path

from . import bases, cards, choice, dmm, export, fixture, measure, roles, silver, statements, student, teacher
from .corpora import OWN, Corpora

MODELS = ("encoder.dmm", "parser.dmm", *(f"{kind}.dmm" for kind in export.HEADS))


class Made:
    """Where the stages put what they make on the way, all below one folder."""

    def __init__(self, work):
        self.teacher, self.student = work / "teacher.pt", work / "student.pt"
        self.polished, self.settled = work / "polished.pt", work / "settled.pt"
        self.labels, self.lexicon = work / "labels", work / "lexicon.tsv"
        self.statements, self.judged = work / "statements.pt", work / "statements.json"
        self.roles, self.filled = work / "roles.pt", work / "roles.json"
        self.choice, self.chosen = work / "choice.pt", work / "choice.json"
        self.scores, self.accurate = work / "scores.json", work / "accurate.dmm"


class Stages:
    """Runs stages whose fingerprint has changed."""

    def __init__(self, work):
        self.work, self.begun = work, time.time()
        work.mkdir(parents=True, exist_ok=True)

    def log(self, message):
        print(f"{time.time() - self.begun:7.0f} s  {message}", flush=True)

    def stage(self, name, inputs, settings, outputs, action):
        """Call action unless outputs were made from the same inputs and settings."""
        stamp, now = self.work / f"{name}.stamp", fingerprint(inputs, settings)
        if stamp.exists() and json.loads(stamp.read_text())["fingerprint"] == now and all(o.exists() for o in outputs):
            self.log(f"{name}: unchanged")
            return
        self.log(f"{name}: begins")
        begun = time.time()
        action()
        stamp.write_text(json.dumps({"fingerprint": now, "seconds": round(time.time() - begun)}))

    def minutes(self, name):
        """How long the stage took when it was last done."""
        return json.loads((self.work / f"{name}.stamp").read_text())["seconds"] / 60


def fingerprint(inputs, settings):
    """A hash of the contents of files and of settings."""
    whole = hashlib.sha256(repr(settings).encode())
    for path in inputs:
        whole.update(dmm.sha256(path).encode())
    return whole.hexdigest()


def run(data_folder, work, out, sentences, quick):
    """All stages: corpora in data_folder, intermediate files in work, models, cards and fixture in out."""
    stages, made = Stages(work), Made(work)
    out.mkdir(parents=True, exist_ok=True)
    corpora = functools.cache(lambda: Corpora(data_folder, quick))
    _upto_labels(stages, made, data_folder, corpora, quick)
    plans = _plans(student.PLANS, quick)
    models = [out / m for m in MODELS]
    stages.stage("student", [made.teacher, _whole(made.labels), made.lexicon], [plans, student.SIZE, quick], [made.student],
                 lambda: student.study(corpora(), student.SIZE, plans, made, stages.log))  # fmt: skip
    again, settle = _plans([student.AGAIN, student.SETTLE], quick)
    stages.stage("polish", [made.student, _whole(made.labels), made.lexicon], [again, quick], [made.polished],
                 lambda: student.polish(corpora(), again, made, stages.log))  # fmt: skip
    stages.stage("settle", [made.polished, _whole(made.labels), made.lexicon], [settle, quick], [made.settled],
                 lambda: student.settle(corpora(), settle, made, stages.log))  # fmt: skip
    stages.stage("models", [made.settled, made.lexicon], [], models,
                 lambda: export.export(out, *teacher.load(made.settled)[:2], made.lexicon.read_text("utf8")))  # fmt: skip
    stages.stage("scores", models, [quick], [made.scores],
                 lambda: measure.measure(corpora(), made, out, stages.log))  # fmt: skip
    stages.stage("fixture", [sentences, *models], [], [out / "fixture.json"],
                 lambda: fixture.write(out, sentences, stages.log))  # fmt: skip
    if not quick:
        head_of_statements(data_folder, work, out)
        head_of_roles(data_folder, work, out, sentences)
        choice_head(work, out, sentences)
    cards.write(out, json.loads(made.scores.read_text()), [*plans, again, settle], {n: stages.minutes(n) for n in ("teacher", "labels", "student", "polish", "settle")})


def head_of_statements(data_folder, work, out):
    """The stages that make statements.dmm and its card, on the encoder, tagger and parser that lie in data/models."""
    stages, made = Stages(work), Made(work)
    plan = statements.Plan()
    texts = [*sorted(statements.PASSAGES.glob("*.txt")), *sorted(Path(data_folder, "gum-attribution").glob("*.gz"))]
    under = [statements.ROOT / "data" / "models" / f"{m}.dmm" for m in ("encoder", "tagger", "parser")]
    stages.stage("statements", [*texts, *under], [plan], [made.statements, made.judged],
                 lambda: statements.train(data_folder, work, plan, stages.log))  # fmt: skip
    statements.write(out / "statements.dmm", statements.load(made.statements))
    cards.write_statements(out, plan, json.loads(made.judged.read_text()), stages.minutes("statements"))


def head_of_roles(data_folder, work, out, sentences):
    """The stages that make roles.dmm, its card and its fixture, on the encoder, tagger and parser that lie in data/models."""
    stages, made = Stages(work), Made(work)
    plan = roles.Plan()
    under = [roles.ROOT / "data" / "models" / f"{m}.dmm" for m in ("encoder", "tagger", "parser")]
    stages.stage("roles", [*sorted(Path(data_folder, "srl").glob("*.gz")), *under], [plan], [made.roles, made.filled],
                 lambda: roles.train(data_folder, work, plan, stages.log))  # fmt: skip
    roles.write(out / "roles.dmm", *roles.load(made.roles))
    roles.write_fixture(out, work, sentences)
    cards.write_roles(out, plan, json.loads(made.filled.read_text()), stages.minutes("roles"))


def choice_head(work, out, sentences):
    """The stages that make choice.dmm, its card and its fixture, on the encoder, tagger and parser that lie in data/models."""
    stages, made = Stages(work), Made(work)
    plan, data = choice.Plan(), choice.ROOT / "data"
    texts = [*sorted(choice.SENTENCES.glob("*.txt")), *sorted((data / "lexicon").glob("*.txt"))]
    under = [*(data / "models" / f"{m}.dmm" for m in ("encoder", "tagger", "parser")), *sorted((data / "ontology").glob("*.tsv"))]
    stages.stage("choice", [*texts, *under], [plan], [made.choice, made.chosen], lambda: choice.train(work, plan, stages.log))
    choice.write(out / "choice.dmm", *choice.load(made.choice))
    choice.write_fixture(out, sentences)
    cards.write_choice(out, plan, json.loads(made.chosen.read_text()), stages.minutes("choice"))


def accurate(data_folder, work, quick):
    """The stages that lead to the accurate model: the teacher itself in the files' form, as one file."""
    stages, made = Stages(work), Made(work)
    corpora = functools.cache(lambda: Corpora(data_folder, quick))
    _upto_labels(stages, made, data_folder, corpora, quick)
    stages.stage("accurate", [made.teacher, made.lexicon], [], [made.accurate],
                 lambda: export.one_file(made.accurate, *teacher.load(made.teacher)[:2], made.lexicon.read_text("utf8")))  # fmt: skip
    stages.log(f"{made.accurate}: sha256 {dmm.sha256(made.accurate)}")


def _upto_labels(stages, made, data_folder, corpora, quick):
    trees = sorted(Path(data_folder, "ud").glob("*.gz")) + sorted(Path(data_folder, "ner").glob("*.gz"))
    news = Path(data_folder, "gmb", "train.tsv.gz")
    plans = _plans(teacher.PLANS, quick)
    stages.stage("teacher", [*bases.paths(teacher.SIZE.base), *trees], [plans, teacher.SIZE, quick], [made.teacher],
                 lambda: teacher.teach(corpora(), plans, made.teacher, stages.log))  # fmt: skip
    stages.stage("labels", [made.teacher, news, OWN, *trees], [quick], [_whole(made.labels)],
                 lambda: silver.label(corpora(), made.teacher, made.labels, stages.log))  # fmt: skip
    stages.stage("lexicon", [made.teacher, _whole(made.labels), *trees], [quick], [made.lexicon],
                 lambda: silver.make_lexicon(corpora(), made.teacher, made.labels, made.lexicon))  # fmt: skip


def _whole(labels):
    """The file of labels that is written last."""
    return labels / silver.LAST


def _plans(plans, quick):
    return [replace(p, epochs=1) if quick else p for p in plans]

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

from . import cards, dmm, export, fixture, measure, pieces, silver, student, teacher
from .corpora import Corpora

MODELS = ("encoder.dmm", "tagger.dmm", "parser.dmm", "names.dmm")


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
    stages = Stages(work)
    out.mkdir(parents=True, exist_ok=True)
    corpora = functools.cache(lambda: Corpora(data_folder, quick))
    trees = sorted(Path(data_folder, "ud").glob("*.gz")) + sorted(Path(data_folder, "ner").glob("*.gz"))
    base, news = Path(pieces.base_folder(), "model.safetensors"), Path(data_folder, "gmb", "train.tsv.gz")
    elder, labels, pupil, words = (work / n for n in ("teacher.pt", "silver.npz", "student.pt", "lexicon.tsv"))
    models, scores = [out / m for m in MODELS], work / "scores.json"
    plans = [replace(p, epochs=1) if quick else p for p in (teacher.FIRST, teacher.LAST, student.PLAN)]

    stages.stage("teacher", [base, *trees], [plans[:2], teacher.SIZE, quick], [elder],
                 lambda: teacher.teach(corpora(), plans[:2], elder, stages.log))  # fmt: skip
    stages.stage("labels", [elder, news], [quick], [labels],
                 lambda: silver.label(corpora(), elder, labels, stages.log))  # fmt: skip
    stages.stage("student", [elder, labels, news, *trees], [plans[2], student.SIZE, quick], [pupil, words],
                 lambda: student.study(corpora(), plans[2], elder, labels, pupil, words, stages.log))  # fmt: skip
    stages.stage("models", [pupil, words], [], models,
                 lambda: export.export(out, *teacher.load(pupil, student.SIZE)[:2], words.read_text("utf8")))  # fmt: skip
    stages.stage("scores", [elder, pupil, *models, *trees], [quick], [scores],
                 lambda: measure.measure(corpora(), elder, pupil, out, scores, stages.log))  # fmt: skip
    stages.stage("fixture", [sentences, *models], [], [out / "fixture.json"],
                 lambda: fixture.write(out, sentences, stages.log))  # fmt: skip
    cards.write(out, json.loads(scores.read_text()), plans, {n: stages.minutes(n) for n in ("teacher", "labels", "student")})

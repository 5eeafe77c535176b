"""Scores of teacher, student and the eight-bit files on the dev sets, with gold tokens."""

import json

from . import pieces, student, teacher
from .batches import Coder
from .reference import Reference
from .score import score, score_names


def measure(corpora, teacher_path, student_path, models, path, log):
    """Write path: {"teacher", "student", "files": {dev set: scores}}, and for the files LAS by genre of GUM."""
    out = {}
    for name, kept, size in (("teacher", teacher_path, teacher.SIZE), ("student", student_path, student.SIZE)):
        network, labels, _ = teacher.load(kept, size)
        out[name] = teacher.evaluate(network, Coder(labels, pieces.read_vocab()), corpora, log)
    out["files"] = of_files(Reference(models), corpora)
    log(json.dumps(out["files"]))
    path.write_text(json.dumps(out, indent=1))


def of_files(reference, corpora):
    """Scores of the eight-bit network, computed as data/models/README.md says."""
    out = {}
    for name, sentences in corpora.dev.items():
        found = [reference.analyse(s.words) for s in sentences]
        out[name] = score(sentences, found, reference.labels, reference.lemma)
        if any(s.name for s in sentences):
            out["names"] = score_names(sentences, found, reference.labels)
        if name == "GUM":
            out["genres"] = _by_genre(sentences, found, reference.labels)
    return out


def _by_genre(sentences, found, labels):
    genres = {}
    for s, f in zip(sentences, found):
        part = genres.setdefault(s.sent_id.split("_")[1], ([], []))
        part[0].append(s)
        part[1].append(f)
    return {genre: score(*part, labels)["LAS"] for genre, part in sorted(genres.items())}

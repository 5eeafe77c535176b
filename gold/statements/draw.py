"""Print the first N attributions of the seeded draw from PolNeAR dev.

Usage, from the repository root:

    python3 gold/statements/draw.py N [FIRST]

All attributions of dev.jsonl.gz are sorted by article id and attribution id
(both as strings) and shuffled with random.Random(2026). The program prints
numbers FIRST (default 1) to N of that order, each with article id, attribution
id and, to read from, the article's title, some 600 code points before the
paragraph or paragraphs of the attribution, and these with source, cue and
content marked as [S:...], [C:...] and {...}. Nothing is written to disk.
Offsets count Unicode code points of the article's text.
"""

import gzip
import json
import pathlib
import random
import sys

DEV = pathlib.Path(__file__).resolve().parents[2] / "../shared/data/polnear/dev.jsonl.gz"
SEED = 2026
BEFORE = 600
MARKS = {"source": ("[S:", "]"), "cue": ("[C:", "]"), "content": ("{", "}")}


def draw():
    """Return every (article, attribution) pair of dev in the order of the draw."""
    with gzip.open(DEV, "rt", encoding="utf-8") as lines:
        pairs = [(article, attribution)
                 for article in map(json.loads, lines)
                 for attribution in article["attributions"]]
    pairs.sort(key=lambda pair: (pair[0]["id"], pair[1]["id"]))
    random.Random(SEED).shuffle(pairs)
    return pairs


def marked(text, attribution, start, end):
    """Return text[start:end] with the attribution's spans marked."""
    marks = []
    for role, (left, right) in MARKS.items():
        for first, last in attribution[role]:
            marks += [(first, 1, left), (last, 0, right)]
    out, at = [], start
    for position, _, mark in sorted(marks):
        out += [text[at:position], mark]
        at = position
    return "".join(out + [text[at:end]])


def show(number, article, attribution):
    """Print one attribution in its context."""
    text = article["text"]
    spans = [span for role in MARKS for span in attribution[role]]
    start = text.rfind("\n", 0, min(first for first, _ in spans)) + 1
    end = text.find("\n", max(last for _, last in spans))
    end = len(text) if end < 0 else end
    print(f"## {number} {article['id']} {attribution['id']}")
    print(f"title: {article['title']}")
    print("spans:", {role: attribution[role] for role in MARKS})
    print("before:", text[max(0, start - BEFORE):start].strip())
    print(f"here ({start}-{end}):", marked(text, attribution, start, end), end="\n\n")


def main():
    last = int(sys.argv[1])
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    for number, pair in enumerate(draw()[first - 1:last], first):
        show(number, *pair)


if __name__ == "__main__":
    main()

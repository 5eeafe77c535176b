"""Print the first N of the seeded draw of the program's errors on PolNeAR dev.

Usage, from the repository root:

    python3 gold/statements/errors.py --score FOLDER RECORDS.jsonl ROLE [N]

RECORDS.jsonl is what "demarche code" printed for dev.jsonl.gz, FOLDER holds the
scorer score_polnear.py, whose own functions cut and choose the spans, ROLE is
source, cue or content. An error is a role's set of spans that the gold has and
the program has not (missed), or the other way round (false), less the
predictions that the scorer leaves out. All errors of a role are sorted by
article id, spans and kind and shuffled with random.Random(2026). Each of the
first N (default 20) is printed with its offsets, its context, the error marked
as <<...>>, and the attributions of both sides that lie there, the program's
with their rule. Nothing is written to disk. Offsets count Unicode code points
of the article's text.
"""

import argparse
import collections
import json
import pathlib
import random
import sys

DEV = pathlib.Path(__file__).resolve().parents[2] / "../shared/data/polnear/dev.jsonl.gz"
SEED = 2026
AROUND = 200
ROLES = ("source", "cue", "content")


def errors(scorer, gold, predicted, role):
    """Return (article id, spans, kind) of every error in role, in the order of the draw."""
    out = []
    for article in gold:
        text = article["text"]
        right = scorer.prepare(text, article["attributions"])
        found = scorer.prepare(text, predicted[article["id"]]["attributions"])
        found = scorer.without_inner(scorer.tokens(text), right, found)
        ours, theirs = (collections.Counter(a[role] for a in side if a[role]) for side in (found, right))
        out += [(article["id"], spans, "missed") for spans in (theirs - ours).elements()]
        out += [(article["id"], spans, "false") for spans in (ours - theirs).elements()]
    out.sort()
    random.Random(SEED).shuffle(out)
    return out


def marked(text, spans, start, end):
    """Return text[start:end] with spans marked."""
    out, at = [], start
    for first, last in spans:
        out += [text[at:first], "<<", text[first:last], ">>"]
        at = last
    return "".join(out + [text[at:end]]).replace("\n", " / ")


def near(text, attributions, start, end):
    """Yield a line for every attribution that has a piece within [start, end)."""
    for attribution in attributions:
        pieces = [span for role in ROLES for span in attribution[role]]
        if any(first < end and start < last for first, last in pieces):
            yield " | ".join(" + ".join(f"{text[first:last]!r}" for first, last in attribution[role]) or "-"
                             for role in ROLES) + " " + attribution.get("rule", attribution.get("id", ""))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--score", required=True, metavar="FOLDER")
    parser.add_argument("records")
    parser.add_argument("role", choices=ROLES)
    parser.add_argument("n", type=int, nargs="?", default=20)
    options = parser.parse_args()
    sys.path.insert(0, options.score)
    import score_polnear as scorer

    gold = scorer.read_jsonl(str(DEV))
    ruled = lambda record: [dict(spans, rule=a["rule"]) for spans, a in zip(scorer.of_record(record), record["attributions"])]
    predicted = scorer.read_predictions(options.records, "attributions", ruled, gold)
    articles = {article["id"]: article for article in gold}
    drawn = errors(scorer, gold, predicted, options.role)
    print(f"{len(drawn)} errors in {options.role}")
    for number, (ident, spans, kind) in enumerate(drawn[:options.n], 1):
        article, first, last = articles[ident], spans[0][0], spans[-1][1]
        text = article["text"]
        print(f"\n## {number} {options.role} {kind} {ident} {','.join(f'{s}-{e}' for s, e in spans)}")
        print(marked(text, spans, max(0, first - AROUND), last + AROUND))
        for side, attributions in (("gold", article["attributions"]), ("ours", predicted[ident]["attributions"])):
            for line in near(text, attributions, first, last):
                print(f"  {side}: {line}")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Fits the chance that an event is right on the passages of gold/stories.

  demarche code --format jsonl --id-field id --text-field text --date-field date stories.jsonl | train/confidence.py gold/stories

`--texts gold/stories` prints stories.jsonl instead: one passage a line, with its day of publication. An event is right if
its type, its status and both sides are those of an `e` line that shares its trigger. Printed are a table of reliability and a
fit whose features are those of internal/coder/combine.go. Its constants are that fit where `confidence` is the type's chance
alone: for a new fit let `sureness` there return sigmoid(odds) first. Needs numpy.
"""
import json
import math
import pathlib
import re
import sys

PLAIN = ("occurred", "historical")
MOST = 3.9


def stories(folder):
    """Yields name, text, day and events (type, triggers, actors, recipients, status) of each passage."""
    for path in sorted(pathlib.Path(folder).glob("[0-9]*.txt")):
        head, rest = path.read_text(encoding="utf-8").split("\n\n", 1)
        text, gold = rest.split("\n----\n")[:2]
        events = []
        for line in gold.split("\n"):
            if line.startswith("e "):
                code, triggers, sides, status = [x.strip() for x in line[2:].split("|")][:4]
                actors, recipients = ([re.sub(r"\s*\([^)]*\)$", "", x.strip()) for x in s.split(";") if x.strip() not in ("", "-")]
                                      for s in sides.split("->"))
                events.append((code.split()[0], [w.strip() for w in triggers.split(" = ")], actors, recipients, status.split()[0]))
        yield path.name, text.strip("\n"), re.search(r"published (\S+)", head)[1], events


def place(text, word):
    """Start and end of a word, WORD~2 for its second occurrence."""
    m = re.match(r"(.*)~(\d+)$", word)
    word, n = (m[1], int(m[2])) if m else (word, 1)
    found = [m.span() for m in re.finditer(r"(?<!\w)" + re.escape(word) + r"(?!\w)", text)]
    return found[n - 1] if len(found) >= n else None


def is_right(record, e, gold):
    """Whether event e of a record is one of the gold events."""
    text, entities = record["article"]["text"], {x["id"]: x for x in record["entities"]}
    trigger = e["evidence"][0]

    def sides(ids, want):
        words = [text[m["start"]:m["end"]] for i in ids for m in entities[i]["mentions"]]
        return len(ids) == len(want) and all(any(n in w or w in n for w in words) for n in want)

    for kind, triggers, actors, recipients, status in gold:
        spans = [s for s in (place(text, w) for w in triggers) if s]
        if any(trigger["start"] < b and a < trigger["end"] for a, b in spans):
            return kind == (e["event_type"] or "-") and status == e["status"] and sides(e["actors"], actors) and sides(e["recipients"], recipients)
    return False


def features(e):
    p = min(max(e["confidence"], 0.02), 0.98)
    odds = min(max(math.log(p / (1 - p)), -MOST), MOST)
    return [1.0, odds, not e["actors"], not e["recipients"], e["status"] not in PLAIN, bool(e["attributions"])]


def main():
    if sys.argv[1] == "--texts":
        for name, text, day, _ in stories(sys.argv[2]):
            print(json.dumps({"id": name, "text": text, "date": day}))
        return
    import numpy as np
    gold = {name: events for name, _, _, events in stories(sys.argv[1])}
    x, y = [], []
    for line in sys.stdin:
        r = json.loads(line)
        for e in r["events"]:
            x.append(features(e))
            y.append(is_right(r, e, gold[r["article"]["source_id"]]))
    x, y = np.array(x, float), np.array(y, float)
    w = np.zeros(x.shape[1])
    for _ in range(20000):
        p = 1 / (1 + np.exp(-x @ w))
        w += 0.5 * (x.T @ (y - p) - 0.5 * np.r_[0, w[1:]]) / len(y)
    names = "at all, type's log odds, without actor, one-sided, no fact, as told".split(", ")
    print("\n".join(f"{n:16} {v:6.2f}" for n, v in zip(names, w)))
    p = 1 / (1 + np.exp(-x @ w))
    for low in np.arange(0, 1, 0.1):
        m = (p >= low) & (p < low + 0.1)
        if m.sum():
            print(f"{low:.1f}  {m.sum():4} events, said {p[m].mean():.2f}, right {y[m].mean():.2f}")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Fits the chance that an event is right, on passages of gold/passages and of gold/stories.

  train/confidence.py --texts --data ../shared/data > texts.jsonl
  demarche code --format jsonl --id-field id --text-field text --date-field date texts.jsonl | train/confidence.py --data ../shared/data

Texts are passages, one a line, with their days of publication. An event is right if its type, its status and both sides are
those of an event of the gold that shares its trigger; in gold/passages second reports of one happening count once. Stories, which the program was mended on longest, weigh a fifth. Printed are a
fit whose features are those of internal/coder/combine.go, and tables of reliability. The constants there are that fit where `confidence` is the
type's chance alone: for a new fit let `sureness` return sigmoid(odds) first. Needs numpy.
"""
import argparse
import gzip
import json
import math
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
STORIES, PASSAGES = ROOT / "gold/stories", ROOT / "gold/passages/second.jsonl"
OF_STORIES = 0.2
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


def passages(path, data):
    """Yields name, text, day and events of each passage of other people's news."""
    text = gzip.open(data / "gmb/train.tsv.gz", "rt", encoding="utf-8").read()
    gmb = [" ".join(line.split("\t")[0] for line in s.split("\n")) for s in text.strip().split("\n\n")]
    articles = {}
    for name in ("polnear/train.jsonl.gz", "geo/lgl.jsonl.gz"):
        for line in gzip.open(data / name, "rt", encoding="utf-8"):
            a = json.loads(line)
            articles[a["id"]] = a
    for line in open(path, encoding="utf-8"):
        p = json.loads(line)
        if p["corpus"] == "gmb":
            yield p["id"], " ".join(gmb[p["from"]:p["to"]]), None, p["events"]
        else:
            a = articles[p["article"]]
            yield p["id"], a["text"][p["from"]:p["to"]], a.get("date"), p["events"]


def agrees(record, gold):
    """Yields each first report of a record with whether it is one of the gold events, each of which is found once."""
    found = set()

    def side(mentions, heads):
        inside = all(any(m["start"] <= a and b <= m["end"] for m in mentions) for a, b in heads)
        return inside and (len(heads) > 0 or not mentions)

    for e in record["events"]:
        if e["same_as"]:
            continue
        right = False
        for i, g in enumerate(gold):
            meets = any(m["start"] < b and a < m["end"] for m in e["evidence"] for a, b in g["triggers"])
            if i not in found and meets and g["event_type"] == e["event_type"]:
                found.add(i)
                right = g["status"] == e["status"] and side(e["actor_mentions"], g["actors"]) and side(e["recipient_mentions"], g["recipients"])
                break
        yield e, right


def features(e):
    p = min(max(e["confidence"], 0.02), 0.98)
    odds = min(max(math.log(p / (1 - p)), -MOST), MOST)
    return [1.0, odds, not e["actors"], not e["recipients"], e["status"] not in PLAIN, bool(e["attributions"])]


def fit(x, y, weights):
    """The weights of a logistic function, by descent."""
    import numpy as np
    w = np.zeros(x.shape[1])
    for _ in range(20000):
        p = 1 / (1 + np.exp(-x @ w))
        w += 0.5 * (x.T @ (weights * (y - p)) - 0.5 * np.r_[0, w[1:]]) / weights.sum()
    return w


def table(name, p, y):
    import numpy as np
    print(name)
    for low in np.arange(0, 1, 0.1):
        m = (p >= low) & (p < low + 0.1)
        if m.sum():
            print(f"{low:.1f}  {m.sum():4} events, said {p[m].mean():.2f}, right {y[m].mean():.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--texts", action="store_true")
    args = parser.parse_args()
    told = {name: (text, day, events, True) for name, text, day, events in stories(STORIES)}
    told.update((name, (text, day, events, False)) for name, text, day, events in passages(PASSAGES, args.data))
    if args.texts:
        for name, (text, day, _, _) in told.items():
            print(json.dumps({"id": name, "text": text, "date": day}))
        return
    import numpy as np
    x, y, ours = [], [], []
    for line in sys.stdin:
        r = json.loads(line)
        _, _, gold, own = told[r["article"]["source_id"]]
        for e, right in ((e, is_right(r, e, gold)) for e in r["events"]) if own else agrees(r, gold):
            x.append(features(e))
            y.append(right)
            ours.append(own)
    x, y, ours = np.array(x, float), np.array(y, float), np.array(ours)
    w = fit(x, y, np.where(ours, OF_STORIES, 1.0))
    names = "at all, type's log odds, without actor, one-sided, no fact, as told".split(", ")
    print("\n".join(f"{n:16} {v:6.2f}" for n, v in zip(names, w)))
    p = 1 / (1 + np.exp(-x @ w))
    table("passages", p[~ours], y[~ours])
    table("stories", p[ours], y[ours])


if __name__ == "__main__":
    main()

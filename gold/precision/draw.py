#!/usr/bin/env python3
"""Count events by type, and draw events to be judged by reading.

usage: draw.py RECORDS.jsonl            events per 100 sentences, by type and by status
       draw.py RECORDS.jsonl N SEED     N events drawn by a seed, printed with their sentence, for a reader to judge

What was judged stands in judgements.tsv: sentence number, event type, right or wrong, cause. Sentences are not kept.
"""
import collections
import json
import random
import sys


def records(path):
    with open(path, encoding="utf-8") as f:
        for line in f:
            yield json.loads(line)


def count(path):
    n, types, statuses = 0, collections.Counter(), collections.Counter()
    for r in records(path):
        n += 1
        for e in r["events"]:
            types[e["event_type"] or "(01)"] += 1
            statuses[e["status"]] += 1
    print("sentences %d, events %d, %.2f per 100" % (n, sum(types.values()), 100 * sum(types.values()) / n))
    for name, c in types.most_common():
        print("%-10s %6d  %6.2f" % (name, c, 100 * c / n))
    for name, c in statuses.most_common():
        print("%-12s %6d" % (name, c))


def draw(path, n, seed):
    pool = [(r["article"]["source_id"], r, e) for r in records(path) for e in r["events"]]
    for k, (sid, r, e) in enumerate(random.Random(seed).sample(pool, n), 1):
        names = {x["id"]: "%s [%s]" % (x["name"], x["code"]) for x in r["entities"]}
        text = r["article"]["text"]
        cut = lambda s: text[s["start"]:s["end"]]
        print("%d. sentence %s: %s" % (k, sid, text))
        print("   %s %s %s | %s -> %s | %s (%s) | %s | by %s" % (
            e["event_type"], e["mode"], e["cameo"], ", ".join(names[i] for i in e["actors"]), ", ".join(names[i] for i in e["recipients"]),
            e["status"], e["because"], " … ".join(cut(s) for s in e["evidence"]), e["rule"]))


def main():
    if len(sys.argv) == 2:
        count(sys.argv[1])
    elif len(sys.argv) == 4:
        draw(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main()

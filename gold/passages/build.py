#!/usr/bin/env python3
"""Turns annotations that name words into passages.jsonl, which holds ids, offsets and codes and none of the text.

  build.py --draws FOLDER --ontology data/ontology ANNOTATIONS… > passages.jsonl
  build.py --unseen --first 59 --draws FOLDER --ontology data/ontology ANNOTATIONS… > unseen.jsonl

FOLDER is what draw.py wrote with the same data. An annotation file has, for each draw in order, either

  skip 2 opinion, no report          the draw is passed over, and why
  passage 1 0-4                      the draw, and which of its sentences are kept
  e ASSAULT aerial 195 | bombed@17 raid@60 | NATO@15 | forces@20 | occurred | officials@5
  c killed 12 12 - | twelve@30

`e` is an event: type, mode, CAMEO code ("-" for none); its triggers, one for each mention of the happening; heads of actors; heads of recipients;
status; head of the innermost source. `c` is a count of the event above it: kind, value, from, to; the number's words. A word is WORD@NUMBER as
the draw numbers it. Python 3, standard library only.
"""
import argparse
import json
import pathlib
import re
import sys

import draw

STATUS = "occurred ongoing planned demanded threatened conditional hypothetical denied historical".split()
PLAIN = ("occurred", "ongoing", "historical")
KINDS = "killed injured arrested displaced other".split()


class Bad(Exception):
    pass


def codes(folder):
    types, modes = {"-"}, set()
    for line in open(folder / "types.tsv", encoding="utf-8"):
        types.add(line.split("\t")[0])
    for line in open(folder / "modes.tsv", encoding="utf-8"):
        modes.add(tuple(line.split("\t")[:2]))
    cameo = {line.split("\t")[0] for line in open(folder / "cameo.tsv", encoding="utf-8")}
    return types, modes, cameo


class Draw:
    """One draw: where it is from, and the places of its words in the passage's text."""

    def __init__(self, path):
        lines = path.read_text(encoding="utf-8").split("\n")
        _, self.number, self.corpus, self.article, self.start, self.end = lines[0].split(" ")
        self.words, self.bounds = [], []
        for line in lines:
            if line.startswith("    "):
                forms = [w.rsplit("@", 1)[0] for w in line.split()]
                self.bounds.append((len(self.words), len(self.words) + len(forms)))
                self.words += forms


def number(s):
    return None if s == "-" else int(s)


def span(d, word, offsets):
    m = re.fullmatch(r"(.+)@(\d+)", word)
    if not m or int(m[2]) >= len(d.words) or d.words[int(m[2])] != m[1]:
        raise Bad(f"draw {d.number} has no word {word}")
    if int(m[2]) not in offsets:
        raise Bad(f"{word} is outside of the sentences that are kept")
    return list(offsets[int(m[2])])


def parse(args, known, path, full):
    types, modes, cameo = known
    passages, d, offsets = [], None, None
    for number_, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.split(" #")[0].rstrip()
        if not line or line.startswith("#"):
            continue
        try:
            key, rest = line.split(" ", 1)
            if key == "skip":
                n, why = rest.split(" ", 1)
                print(f"draw {n} passed over: {why}", file=sys.stderr)
            elif key == "passage":
                n, kept = rest.split()
                d = Draw(args.draws / f"{int(n):03}.txt")
                a, b = map(int, kept.split("-"))
                text, start, end = full(d, a, b)
                offsets = {}
                for i, (s, e, w) in zip(range(d.bounds[a][0], d.bounds[b][1]), draw.words(text)):
                    assert d.words[i] == w, (d.words[i], w)
                    offsets[i] = (s, e)
                passages.append({"draw": int(n), "corpus": d.corpus, "article": d.article, "from": start, "to": end, "events": []})
            elif key == "e":
                code, triggers, actors, recipients, status, source = (x.split() for x in rest.split("|"))
                typ, mode, c = code
                if typ not in types or mode != "-" and (typ, mode) not in modes or c not in cameo or len(c) < 3:
                    raise Bad(f"no such code: {code}")
                if status[0] not in STATUS or not triggers:
                    raise Bad(f"status {status}, triggers {triggers}")
                at = lambda ws: [span(d, w, offsets) for w in ws if w != "-"]
                passages[-1]["events"].append({
                    "event_type": None if typ == "-" else typ, "mode": None if mode == "-" else mode, "cameo": c, "triggers": at(triggers),
                    "actors": at(actors), "recipients": at(recipients), "status": status[0], "source": (at(source) or [None])[0], "counts": []})
            elif key == "c":
                head, ws = rest.split("|")
                kind, value, low, high = head.split()
                if kind not in KINDS:
                    raise Bad(f"kind {kind}")
                spans = [span(d, w, offsets) for w in ws.split()]
                passages[-1]["events"][-1]["counts"].append({
                    "kind": kind, "value": number(value), "from": number(low), "to": number(high),
                    "start": min(s for s, _ in spans), "end": max(e for _, e in spans)})
            else:
                raise Bad(f"no line begins with {key}")
        except (Bad, ValueError) as err:
            sys.exit(f"{path}:{number_}: {err}")
    return passages


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", type=pathlib.Path, required=True)
    p.add_argument("--sentences", nargs="+", required=True)
    p.add_argument("--draws", type=pathlib.Path, required=True)
    p.add_argument("--ontology", type=pathlib.Path, required=True)
    p.add_argument("--first", type=int, default=1, help="number of the first passage")
    p.add_argument("--unseen", action="store_true", help="mark passages whose faults are told to nobody")
    p.add_argument("files", nargs="+", type=pathlib.Path)
    args = p.parse_args()
    records = {}
    for f in args.sentences:
        for line in open(f, encoding="utf-8"):
            r = json.loads(line)
            records[r["article"]["source_id"]] = r
    sentences = draw.gmb(args.data / "gmb/train.tsv.gz")

    def full(d, a, b):
        """Text, from and to of sentences a to b of a draw."""
        if d.corpus == "gmb":
            i = int(d.start)
            return " ".join(sentences[i + a:i + b + 1]), i + a, i + b + 1
        r = records[d.article]
        spans = [s for s in r["sentences"] if s["start"] >= int(d.start) and s["end"] <= int(d.end)]
        start, end = spans[a]["start"], spans[b]["end"]
        return r["article"]["text"][start:end], start, end

    n = events = other = 0
    mark = {"unseen": True} if args.unseen else {}
    for f in args.files:
        for x in parse(args, codes(args.ontology), f, full):
            print(json.dumps({"id": f"p{args.first + n:03}", **mark, **x}, ensure_ascii=False))
            n += 1
            events += len(x["events"])
            other += sum(e["status"] not in PLAIN for e in x["events"])
    print(f"{n} passages, {events} events, {other} of them no plain fact", file=sys.stderr)


if __name__ == "__main__":
    main()

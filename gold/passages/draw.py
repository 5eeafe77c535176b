#!/usr/bin/env python3
"""Draws passages of eight sentences for annotation: gmb, PolNeAR dev and LGL in turn.

  draw.py --data FOLDER --sentences FILE… --count N --out FOLDER

FOLDER is the folder of development data. FILE… are records of the PolNeAR and LGL articles (`demarche code --format
jsonl`), of which the ends of sentences are used and nothing else. Writes one file a draw: a line that says where it was
drawn, then its sentences, each followed by its words with their numbers. Python 3, standard library only.
"""
import argparse
import gzip
import json
import pathlib
import random
import re

SEED = 2026
SENTENCES = 8
WORD = re.compile(r"\w+(?:[.,'’-]\w+)*|[^\w\s]")


def gmb(path):
    """The sentences of gmb, words joined by single spaces."""
    text = gzip.open(path, "rt", encoding="utf-8").read()
    return [" ".join(line.split("\t")[0] for line in s.split("\n")) for s in text.strip().split("\n\n")]


def words(text):
    """Start, end and form of the words that annotations count."""
    return [(m.start(), m.end(), m.group()) for m in WORD.finditer(text)]


def draws(args):
    """Yields corpus, id, from, to, text and the sentences' ends, for ever: from and to are sentences in gmb, code points elsewhere."""
    rng = random.Random(SEED)
    sentences = gmb(args.data / "gmb/train.tsv.gz")
    records = {}
    for f in args.sentences:
        for line in open(f, encoding="utf-8"):
            r = json.loads(line)
            records[r["article"]["source_id"]] = r
    articles = {}
    for corpus, name in (("polnear", "polnear/dev.jsonl.gz"), ("lgl", "geo/lgl.jsonl.gz")):
        ids = [json.loads(line)["id"] for line in gzip.open(args.data / name, "rt", encoding="utf-8")]
        rng.shuffle(ids)
        articles[corpus] = iter(ids)
    while True:
        i = rng.randrange(len(sentences) - SENTENCES)
        yield "gmb", "gmb", i, i + SENTENCES, sentences[i:i + SENTENCES]
        for corpus in ("polnear", "lgl"):
            r = records[next(articles[corpus])]
            spans = r["sentences"]
            k = rng.randrange(max(1, len(spans) - SENTENCES + 1))
            part = spans[k:k + SENTENCES]
            text = r["article"]["text"]
            yield corpus, r["article"]["source_id"], part[0]["start"], part[-1]["end"], [text[s["start"]:s["end"]] for s in part]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", type=pathlib.Path, required=True)
    p.add_argument("--sentences", nargs="+", required=True)
    p.add_argument("--count", type=int, required=True)
    p.add_argument("--out", type=pathlib.Path, required=True)
    args = p.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    for n, (corpus, name, start, end, sentences) in zip(range(1, args.count + 1), draws(args)):
        lines, k = [f"draw {n} {corpus} {name} {start} {end}", ""], 0
        for j, s in enumerate(sentences):
            ws = words(s)
            lines += [f"[{j}] " + " ".join(s.split()), "    " + " ".join(f"{w}@{k + i}" for i, (_, _, w) in enumerate(ws)), ""]
            k += len(ws)
        (args.out / f"{n:03}.txt").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()

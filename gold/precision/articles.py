#!/usr/bin/env python3
"""Make one article of each sentence of the Groningen Meaning Bank extract, to count events on a million words of news.

usage: articles.py ../shared/data/gmb/train.tsv.gz > gmb.jsonl

One JSON object a line: id is the sentence's number from 1, text its words joined by single spaces; no date.
"""
import gzip
import json
import sys


def sentences(path):
    words = []
    with gzip.open(path, "rt", encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            if line:
                words.append(line.split("\t")[0])
            elif words:
                yield words
                words = []
    if words:
        yield words


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    for n, words in enumerate(sentences(sys.argv[1]), 1):
        print(json.dumps({"id": str(n), "text": " ".join(words)}, ensure_ascii=False))


if __name__ == "__main__":
    main()

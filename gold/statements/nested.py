#!/usr/bin/env python3
"""Draw sentences of gmb for nested.tsv, and write the annotated ones for a run.

    nested.py DATA [--first N]     print the first N sentences drawn (default 60): index, tab, text
    nested.py DATA --jsonl         one {"id": index, "text": text} a line for each sentence of nested.tsv
    nested.py DATA --check         check nested.tsv: the order of drawing, spans, nesting

DATA is shared/data/gmb/train.tsv.gz; a sentence's index counts its sentences from 0.

Drawn are sentences of at least 18 tokens that hold at least one of WORDS, in the order that
random.Random(2026).shuffle gives to the list of their indices. Positions in nested.tsv are
[start, end) in code points of the text that plain() makes.
"""
import argparse
import gzip
import json
import pathlib
import random
import sys

TABLE = pathlib.Path(__file__).with_name("nested.tsv")

# Common words of reporting, matched as whole tokens without regard to case.
WORDS = frozenset("""
    say says said saying tell tells told telling according
    believe believes believed accuse accuses accused accusing warn warns warned warning
    call calls called calling deny denies denied denying claim claims claimed claiming
    plan plans planned want wants wanted urge urges urged urging report reports reported
    announce announces announced add adds added insist insists insisted
    """.split())

# Tokens that stand close to the one before them, and those that the next one stands close to.
CLOSE_BEFORE = frozenset(", . ; : ? ! n't % ) ] 's 're 've 'll 'm 'd 'S".split())
CLOSE_AFTER = frozenset("( [ $".split())


def plain(tokens):
    """Return the tokens joined by single spaces, with none before CLOSE_BEFORE nor after CLOSE_AFTER.

    A lone ' is close to the token before it that ends in s, as a genitive. Of straight double
    quotation marks the 1st, 3rd ... of the sentence opens, the 2nd, 4th ... closes.
    """
    text, glued, opened = "", True, False
    for token in tokens:
        close_before, close_after = token in CLOSE_BEFORE, token in CLOSE_AFTER
        if token == '"':
            close_before, close_after, opened = opened, not opened, not opened
        elif token == "'":
            close_before = text.endswith("s")
        if not glued and not close_before:
            text += " "
        text += token
        glued = close_after
    return text


def sentences(path):
    """Return the token lists of the file, one a sentence, in its order."""
    found, tokens = [], []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line:
                tokens.append(line.split("\t")[0])
            elif tokens:
                found.append(tokens)
                tokens = []
    if tokens:
        found.append(tokens)
    return found


def order(found):
    """Return the indices of the sentences that may be drawn, in the order of drawing."""
    indices = [i for i, tokens in enumerate(found)
               if len(tokens) >= 18 and any(token.lower() in WORDS for token in tokens)]
    random.Random(2026).shuffle(indices)
    return indices


def rows():
    """Yield (index, inner, outer) for each row of nested.tsv; the spans are None in a row without a pair."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        index, *numbers = line.split("\t")
        if numbers == ["-"] * 4:
            yield int(index), None, None
        else:
            a, b, c, d = map(int, numbers)
            yield int(index), (a, b), (c, d)


def check(found):
    """Return a list of what is wrong with nested.tsv, and print every pair in brackets on the way."""
    wrong, passed, pairs = [], [], 0
    for index, inner, outer in rows():
        if not passed or passed[-1] != index:
            passed.append(index)
        text = plain(found[index])
        if inner is None:
            print(f"{index}\t-\t{text}")
            continue
        pairs += 1
        marks = text
        for (start, end), left, right in sorted([(inner, "<", ">"), (outer, "[", "]")], reverse=True):
            if not 0 <= start < end <= len(text) or text[start:end] != text[start:end].strip():
                wrong.append(f"{index}: span {start} {end}")
            if (start and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum()):
                wrong.append(f"{index}: {text[start:end]!r} cuts a word")
            marks = marks[:start] + left + marks[start:end] + right + marks[end:]
        if max(inner[0], outer[0]) < min(inner[1], outer[1]):
            wrong.append(f"{index}: the cues overlap")
        print(f"{index}\t{text[inner[0]:inner[1]]} < {text[outer[0]:outer[1]]}\t{marks}")
    if passed != order(found)[:len(passed)]:
        wrong.append("the sentences are not the first ones drawn, in order")
    print(f"{len(passed)} sentences, {pairs} pairs")
    return wrong


def main():
    parser = argparse.ArgumentParser(description="sentences of gmb for nested attributions")
    parser.add_argument("data")
    parser.add_argument("--first", type=int, default=60)
    parser.add_argument("--jsonl", action="store_true")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    found = sentences(options.data)
    if options.check:
        wrong = check(found)
        print("\n".join(wrong), file=sys.stderr)
        return 1 if wrong else 0
    if options.jsonl:
        for index in dict.fromkeys(index for index, _, _ in rows()):
            print(json.dumps({"id": str(index), "text": plain(found[index])}, ensure_ascii=False))
        return 0
    for index in order(found)[:options.first]:
        print(f"{index}\t{plain(found[index])}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

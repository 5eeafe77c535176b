#!/usr/bin/env python3
"""Count states by kind, and draw states to be judged by reading.

usage: draw_states.py RECORDS.jsonl            states by kind and by status
       draw_states.py RECORDS.jsonl N SEED     N states drawn by a seed, printed with their sentence, for a reader to judge

What was judged stands in states.tsv: sentence number, place of the word that tells the state in code points, kind, right or wrong, cause. Sentences
are not kept.
"""
import collections
import json
import random
import sys


def states(path):
    """Yields each state with its record."""
    with open(path, encoding="utf-8") as f:
        for line in f:
            record = json.loads(line)
            for state in record["states"]:
                yield record, state


def show(record, state):
    names = {x["id"]: x["name"] for x in record["entities"] + record["places"]}
    text, word = record["article"]["text"], state["evidence"][0]
    print(record["article"]["source_id"], word["start"], word["end"], state["kind"], "|", names.get(state["subject"]), ">",
          names.get(state["object"] or state["place"]), "| since", state["since"], "until", state["until"], state["status"], "|",
          text[word["start"]:word["end"]], state["rule"])
    print("   ", text)


def main():
    found = list(states(sys.argv[1]))
    if len(sys.argv) == 2:
        for key in ("kind", "status"):
            print(dict(collections.Counter(state[key] for _, state in found).most_common()))
        return
    for record, state in random.Random(int(sys.argv[3])).sample(found, int(sys.argv[2])):
        show(record, state)


if __name__ == "__main__":
    main()

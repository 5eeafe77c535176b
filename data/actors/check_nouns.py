#!/usr/bin/env python3
"""Compare data/actors/nouns.txt with PLOVER_agents (MIT): say where the primary sectors differ.

usage, from the repository root: python3 data/actors/check_nouns.py [../shared/data/facts]
"""
import gzip
import re
import sys


def ours():
    table = {}
    with open("data/actors/nouns.txt", encoding="utf-8") as f:
        for line in f:
            if line.strip() and line[0] != "#":
                noun, _, sectors, _ = line.rstrip("\n").split("\t")
                table[noun] = sectors.split(",")
    return table


def theirs(facts):
    table = {}
    with gzip.open(facts + "/actors/PLOVER_agents.txt.gz", "rt", encoding="utf-8", errors="replace") as f:
        for line in f:
            m = re.match(r"([A-Z][A-Z_' -]*?)_?\s*(?:\{[^}]*\})?\s*\[~([A-Z]+)\]", line)
            if m:
                table[m[1].strip().replace("_", " ").lower()] = m[2]
    return table


def main():
    facts = sys.argv[1] if len(sys.argv) > 1 else "../shared/data/facts"
    mine, agents = ours(), theirs(facts)
    both = sorted(set(mine) & set(agents))
    differ = [n for n in both if agents[n][:3] not in mine[n] and mine[n] != ["-"]]
    for n in differ:
        print(f"{n}\t{','.join(mine[n])}\t{agents[n]}")
    print(f"{len(both)} nouns in both, {len(differ)} with another primary sector", file=sys.stderr)


main()

#!/usr/bin/env python3
"""Write data/actors/officials.txt from CountryInfo (CC BY-SA 3.0): heads of state and government since 1980, and the
holders of the great offices of state, with their terms.

usage, from the repository root: python3 data/actors/make_officials.py [../shared/data/facts]
"""
import gzip
import json
import re
import sys

FIRST = "19800101"  # terms that end before this day are left out
LAST = "2012"  # when the source was last kept up: a term without an end is taken to last till then, and no longer

HEAD = """# Heads of state and government since 1980 and holders of the great offices of state, about 2003 to 2011.
# Columns, parted by tabs: country, sectors, role, term, names, Wikidata (always "-" here). The columns are those of people.txt.
# An end of 2012 means that the source knew of none.
# Made by make_officials.py from CountryInfo.120116.txt, Copyright (c) 2012 Philip A. Schrodt, CC BY-SA 3.0; names put into
# ordinary letters, offices into roles, terms into days.
# Licence of this file: CC BY-SA 4.0.

"""

# offices of which the holders are kept, in the order in which a title is tried: pattern, role, sectors
OFFICES = [
    (r"^(first |second )?(deputy|vice) (prime minister|premier|president)|vice premier", "deputy", "GOV"),
    (r"^(acting |interim )?(prime minister|premier|president|king|emir|chancellor|sultan|head of state)\b(?!.*(bank|court|council))", "leader", "GOV"),
    (r"permanent representative to the un", "envoy", "GOV"),
    (r"ambassador to the us", "envoy", "GOV"),
    (r"\b(foreign|external) (affairs|relations|minister)|foreign liaison", "minister", "GOV"),
    (r"^minister.*\bdefen[cs]e", "minister", "GOV,MIL"),
    (r"^minister.*\b(interior|internal affairs|home affairs|public security|national security)", "minister", "GOV"),
    (r"^minister (of|for) (the )?(finance|economy|justice|energy|oil|petroleum|information|trade|commerce|health)", "minister", "GOV"),
    (r"(attorney|prosecutor) general", "prosecutor", "GOV,JUD"),
    (r"^(governor|president|chairman),? .*bank", "official", "GOV"),
    (r"intelligence|national security council", "official", "GOV"),
]

SMALL = {"AL", "EL", "BIN", "IBN", "BEN", "DE", "DA", "DOS", "DAS", "DI", "DU", "VAN", "VON", "DER", "DEN", "Y", "E", "LA", "LE"}
TITLES = r"^(FOREIGN MINISTER|PRIME MINISTER|PRESIDENT|MINISTER|GENERAL|GEN\.?|COL\.?|LT\.?|DR\.?|SIR|LORD|PRINCE|PRINCESS|SHEIKH|MR\.?)\s+"


def ordinary(name):
    """A name in ordinary letters: MUAMMAR AL-QADDAFI → Muammar al-Qaddafi; "" if it is no full name."""
    name = re.sub(TITLES, "", re.sub(r"\s+", " ", name.strip()))
    words = []
    for i, w in enumerate(name.split(" ")):
        parts = []
        for p in w.split("-"):
            small = p in SMALL and (i > 0 or "-" in w)
            parts.append(p.lower() if small else re.sub(r"(^|['.])([A-Z])([A-Z]*)", lambda m: m[1] + m[2] + m[3].lower(), p))
        words.append("-".join(parts))
    full = " ".join(words)
    full = re.sub(r"\bMc([a-z])", lambda m: "Mc" + m[1].upper(), full)
    return full if len(words) > 1 and re.fullmatch(r"[A-Za-z' .-]{5,60}", full) else ""


def day(s):
    """20040931 → 2004-09-30: the source's last days of months run to 31."""
    if not s:
        return ""
    y, m, d = int(s[:4]), int(s[4:6]), int(s[6:])
    last = [31, 29 if y % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if not 1 <= m <= 12:
        return str(y)
    return f"{y}-{m:02d}-{min(max(d, 1), last[m - 1]):02d}"


def office(title):
    for pattern, role, sectors in OFFICES:
        if re.search(pattern, title.lower()):
            return role, sectors
    return None


def entries(country):
    for e in country["leaders"]:
        if e["position"] != "Nationality":
            yield e, ("leader", "GOV")
    for e in country["government"]:
        found = office(e["title"] or "")
        if found:
            yield e, found


def rows(country):
    for e, (role, sectors) in entries(country):
        names = [n for n in map(ordinary, e["names"]) if n]
        for t in e["terms"]:
            if names and (not t["to"] or t["to"] >= FIRST):
                term = f"{day(t['from'])}..{day(t['to']) or LAST}"
                if term.split("..")[0] <= term.split("..")[1]:
                    yield (country["iso3"], sectors, role, term, "|".join(dict.fromkeys(names)), "-")


def states():
    """Codes of the states of countries.txt; dependencies and others have no offices here."""
    with open("data/actors/countries.txt", encoding="utf-8") as f:
        rows = [line.split("\t") for line in f if "\t" in line and line[0] != "#"]
    return {r[0] for r in rows if r[2] == "state"}


def known():
    """Names that people.txt has."""
    with open("data/actors/people.txt", encoding="utf-8") as f:
        return {n for line in f if "\t" in line and line[0] != "#" for n in line.split("\t")[4].split("|")}


def main():
    facts = sys.argv[1] if len(sys.argv) > 1 else "../shared/data/facts"
    ours, ours_states, all_rows = known(), states(), set()
    with gzip.open(facts + "/countryinfo/countryinfo.jsonl.gz", "rt", encoding="utf-8") as f:
        for line in f:
            country = json.loads(line)
            if country["iso3"] in ours_states:
                all_rows |= {r for r in rows(country) if not ours & set(r[4].split("|"))}
    with open("data/actors/officials.txt", "w", encoding="utf-8") as out:
        out.write(HEAD)
        for r in sorted(all_rows, key=lambda r: (r[0], r[4], r[3])):
            out.write("\t".join(r) + "\n")
    print(len(all_rows), "terms", file=sys.stderr)


main()

#!/usr/bin/env python3
"""Writes cameo.tsv, types.tsv, modes.tsv and contexts.tsv from the facts, run in the repository root:

    python3 data/ontology/make.py ../shared/data/plv

Facts come from openeventdata/PLOVER (CAMEO2PLOVER-2021.txt and the manual, CC BY-SA 4.0; code list of CAMEO 1.1b3), as
cameo2plover.tsv gives them, and the Goldstein values that GDELT publishes (goldstein.tsv). The labels are our wording (labels.txt).
Where the mapping is silent, or uses a value that PLOVER 2.0 no longer lists, OURS says what we take and the column `origin` says so.
The other tables are written by hand.
"""
import csv
import sys
from pathlib import Path

HERE = Path(__file__).parent

# Quad class, whether a recipient is required, score, default code, modes with score and default code.
TYPES = [
    ("AGREE", 1, "no", 2.5, "030", []),
    ("CONSULT", 1, "no", 2.5, "040", [
        ("visit", 4, "042"), ("third-party", 1, "044"),
        ("multilateral", 4, "040"), ("phone", 1.5, "041")]),
    ("SUPPORT", 1, "no", 5, "050", []),
    ("CONCEDE", 1, "no", 4.5, "080", []),
    ("COOPERATE", 2, "yes", 9.5, "060", []),
    ("AID", 2, "yes", 10, "070", []),
    ("RETREAT", 2, "no", 6.5, "084", [
        ("withdraw", 8, "0874"), ("release", 6.5, "0841"),
        ("disarm", 10, "0873"), ("ceasefire", 7.5, "0871"),
        ("access", 6.5, "086"), ("resign", 4.5, "0831")]),
    ("REQUEST", 3, "no", 0, "100", [
        ("assist", .5, "103"), ("change", -1, "104"),
        ("yield", -1, "105"), ("meet", 0, "106")]),
    ("ACCUSE", 3, "no", -3, "110", [
        ("disapprove", -2, "110"), ("investigate", -3.5, "090"),
        ("allege", -3.5, "112")]),
    ("REJECT", 3, "no", -2, "120", [
        ("assist", -1.5, "121"), ("change", -2, "123"), ("yield", -2, "124"),
        ("meet", -2, "125")]),
    ("THREATEN", 3, "no", -3.5, "130", [
        ("restrict", -3, "132"), ("arrest", -3.5, "132"),
        ("relations", -3.5, "1313"), ("expel", -3.5, "136"),
        ("territory", -4, "1382"), ("violence", -3.5, "138")]),
    ("PROTEST", 4, "no", -5, "140", [
        ("demo", -5, "141"), ("riot", -7, "145"), ("strike", -5, "143"),
        ("hunger", -4.5, "142"), ("boycott", -4.5, "143"), ("obstruct", -4.5, "144"),
        ("vandalize", None, "145")]),
    ("SANCTION", 4, "yes", -6, "160", [
        ("convict", -6, "116"), ("expel", -5.5, "166"),
        ("withdraw", -6, "161"), ("discontinue", -6, "163")]),
    ("MOBILIZE", 4, "no", -5.5, "150", [
        ("troops", -6.5, "154"), ("weapons", -6.5, "154"), ("police", -5.5, "153"),
        ("militia", -6, "150")]),
    ("COERCE", 4, "no", -7, "170", [
        ("seize", -7, "171"), ("restrict", -7, "172"),
        ("censor", -6.5, "1721"), ("curfew", -6.5, "1723"),
        ("martial-law", -7.5, "1724"), ("arrest", -7, "173"), ("deport", -7, "174"),
        ("withhold", -7, "170"), ("misinformation", -6.5, "170"), ("cyber", -7, "176")]),
    ("ASSAULT", 4, "if one-sided", -9, "180", [
        ("abduct", -8.5, "181"), ("beat", -7.5, "182"), ("torture", -8.5, "1822"),
        ("sexual", -8.5, "1821"), ("targeted", -9.5, "186"),
        ("destroy", -8.5, "1712"), ("primitive", -8, "180"),
        ("firearms", -9, "193"), ("explosives", -9, "183"), ("suicide-attack", -9.5, "1831"),
        ("aerial", -9.5, "195"), ("drone", -9.5, "1952"), ("heavy-weapons", -9.5, "194"),
        ("crowd-control", -7.5, "175"), ("unconventional", -10, "204")]),
]

CONTEXTS = """military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic legal
reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity inequality diplomatic territory
peacekeeping health asylum migration disasters natural_resource environment technology terrorism cbrn cyber misinformation crime
corruption illegal_drugs trafficking""".split()

# Contexts of the mapping that PLOVER 2.0 does not list, and the nearest that it lists.
CONTEXT = {"humanitarian": "human_security", "democracy": "pro_democracy"}

# Code: type, mode, contexts where we differ from the mapping or it has nothing. None leaves what the mapping says.
OURS = {
    # modes that PLOVER 2.0 no longer lists
    "0842": ("RETREAT", "release", None), "085": ("RETREAT", "", None), "132": ("THREATEN", "restrict", None),
    "1321": ("THREATEN", "restrict", None), "1322": ("THREATEN", "restrict", None), "1722": ("COERCE", "restrict", None),
    "1712": ("ASSAULT", "destroy", None), "175": ("ASSAULT", "", "repression"), "185": ("ASSAULT", "targeted", None),
    "186": ("ASSAULT", "targeted", None), "200": ("ASSAULT", "targeted", None), "202": ("ASSAULT", "targeted", None),
    "201": ("ASSAULT", "", None), "203": ("ASSAULT", "", None),
    # where the manual's text and the mapping differ, the text holds
    "116": ("SANCTION", "convict", None), "163": ("SANCTION", "discontinue", "economic"), "195": ("ASSAULT", "aerial", None),
    "0874": ("RETREAT", "withdraw", None), "087": ("RETREAT", "", None), "114": ("ACCUSE", "disapprove", None),
    "112": ("ACCUSE", "allege", None),
    "105": ("REQUEST", "yield", None), "124": ("REJECT", "yield", None), "1241": ("REJECT", "yield", None), "1242": ("REJECT", "yield", None),
    "0814": ("CONCEDE", "", None), "0813": ("CONCEDE", "", None), "055": ("CONCEDE", "", None), "056": ("CONCEDE", "", None),
    "143": ("PROTEST", "strike", None), "1431": ("PROTEST", "strike", None), "1432": ("PROTEST", "strike", None),
    "1433": ("PROTEST", "strike", None), "1434": ("PROTEST", "strike", None),
    "133": ("THREATEN", "", None), "137": ("THREATEN", "violence", "repression"), "128": ("REJECT", "", None), "129": ("REJECT", "", None),
    "0831": ("RETREAT", "resign", None), "183": ("ASSAULT", "explosives", None),
    # codes that the mapping forgot
    "155": ("MOBILIZE", "", "cyber"), "176": ("COERCE", "cyber", "cyber"), "1834": ("ASSAULT", "explosives", ""),
    "1951": ("ASSAULT", "aerial", "military"), "1952": ("ASSAULT", "drone", "military"),
}

# An appeal (family 02) asks for what the demand of the same content (family 10) asks for.
APPEAL = {"020": "100", "021": "101", "022": "102", "023": "103", "024": "104", "025": "105", "026": "106", "027": "107", "028": "108"}


def read(path):
    with open(path, encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))


def write(name, head, columns, rows):
    with open(HERE / name, "w", encoding="utf-8", newline="\n") as f:
        for line in head.strip().split("\n"):
            f.write("# " + line.strip() + "\n")
        f.write("\t".join(columns) + "\n")
        for r in rows:
            f.write("\t".join(str(x) for x in r) + "\n")


def labels():
    """Our wording: `code label`; a family's root gives a pattern for those below with `*`."""
    out = {}
    for line in open(HERE / "labels.txt", encoding="utf-8"):
        line = line.split(" #")[0].strip()
        if line and line[0] != "#":
            code, label = line.split(None, 1)
            out[code] = label
    return out


def contexts(s):
    return ";".join(dict.fromkeys(CONTEXT.get(c, c) for c in (x.strip() for x in s.split(";")) if c))


def demand_of(code):
    """The demand that corresponds to an appeal."""
    return APPEAL[code[:3]] + code[3:]


def mapped(code, facts):
    """Type, mode, contexts, origin of a code."""
    f = facts[code]
    got = (f["plover"], f["mode"], contexts(f["context"]))
    source = " ".join(x for x in (f["plover"], f["mode"]) if x)
    if code.startswith("02"):
        d = mapped(demand_of(code), facts)
        return d[:3] + ("ours",)
    if code.startswith("01"):
        return ("", "", "", "none")
    if code in OURS:
        typ, mode, ctx = OURS[code]
        ctx = got[2] if ctx is None else ctx
        return (typ, mode, ctx, "ours" if not source else "ours: mapping has " + source)
    return got + ("mapping",)


def parent(code):
    return code[:2] if len(code) == 3 else code[:3]


def main(source):
    facts = {r["code"]: r for r in read(source / "cameo2plover.tsv")}
    gold = {r["code"]: r["goldstein"] for r in read(source / "goldstein.tsv")}
    text = labels()
    rows = []
    for code in sorted(facts):
        root = len(code) == 2
        typ, mode, ctx, origin = ("", "", "", "family") if root else mapped(code, facts)
        m = facts[code]
        rows.append((code, "" if root else parent(code), text[code], gold.get(code, ""), typ, mode, ctx, origin, m["plover"], m["mode"]))
    write("cameo.tsv", """
        CAMEO's codes with PLOVER's type, mode and contexts. Written by make.py; do not edit.
        Facts: CAMEO 1.1b3's code list; CAMEO2PLOVER-2021.txt (openeventdata/PLOVER, CC BY-SA 4.0); Goldstein values as GDELT publishes them.
        This file is CC BY-SA 4.0. Empty goldstein: unknown. origin: mapping, ours (what the mapping has instead), family (a root), none (no type).
        mapped_type and mapped_mode are what the mapping itself has, for those who fold as it does.""",
          ("code", "parent", "label", "goldstein", "type", "mode", "contexts", "origin", "mapped_type", "mapped_mode"), rows)
    write("types.tsv", """
        PLOVER 2.0's types. Written by make.py; do not edit. Facts: PLOVER's manual, draft 2.0 (CC BY-SA 4.0). This file is CC BY-SA 4.0.
        quad: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. score: -10 conflict to 10 cooperation
        (ACCUSE is printed there as 3; its modes are all negative, so we take -3). cameo: the code of a deed of this type without a mode.""",
          ("type", "quad", "recipient", "score", "cameo"), [(t, q, r, s, c) for t, q, r, s, c, _ in TYPES])
    write("modes.tsv", """
        Modes of PLOVER 2.0's types. Written by make.py; do not edit. Facts: PLOVER's manual, draft 2.0 (CC BY-SA 4.0). This file is CC BY-SA 4.0.
        cameo: the code of a deed of this type and mode.""",
          ("type", "mode", "score", "cameo"),
          [(t, m, "" if s is None else s, c) for t, _, _, _, _, ms in TYPES for m, s, c in ms])
    write("contexts.tsv", """
        Contexts of PLOVER 2.0. Written by make.py; do not edit. Facts: PLOVER's manual, draft 2.0 (CC BY-SA 4.0). This file is CC BY-SA 4.0.""",
          ("context",), [(c,) for c in CONTEXTS])


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))

"""Scores on gold tokens."""

from . import lemmas


def score(sentences, analyses, labels, lemma=lambda word, tag, script: lemmas.apply(script, word)):
    """Percentages over all words; LAS as in the CoNLL shared task (no subtypes), LASsub with them.

    lemma(word, xpos, edit script) makes the lemma.
    """
    hits, words = dict.fromkeys("UAS LAS LASsub UPOS XPOS FEATS LEMMA".split(), 0), 0
    for s, a in zip(sentences, analyses):
        words += len(s.words)
        for i, word in enumerate(s.words):
            rel, under = labels["deprel"][a["deprel"][i]], a["head"][i] == s.head[i]
            hits["UAS"] += under
            hits["LAS"] += under and rel.split(":")[0] == s.deprel[i].split(":")[0]
            hits["LASsub"] += under and rel == s.deprel[i]
            for task in ("upos", "xpos", "feats"):
                hits[task.upper()] += labels[task][a[task][i]] == getattr(s, task)[i]
            tag, script = labels["xpos"][a["xpos"][i]], labels["lemma"][a["lemma"][i]]
            hits["LEMMA"] += lemma(word, tag, script) == s.lemma[i]
    return {k: round(100 * float(v) / words, 2) for k, v in hits.items()}


def spans(tags):
    """{(start, end, type)} of a BIO sequence."""
    found, start = set(), None
    for i, tag in enumerate(list(tags) + ["O"]):
        if start is not None and not tag.startswith("I-"):
            found.add((start, i, tags[start][2:]))
            start = None
        if tag.startswith("B-"):
            start = i
    return found


def score_kinds(sentences, analyses, labels):
    """F1 (%) of kinds at heads of mentions, on the sentences that have them annotated: the kind right, and any kind."""
    hits, heads, gold, found = 0, 0, 0, 0
    for s, a in zip(sentences, analyses):
        for mine, theirs in zip((labels["kind"][i] for i in a["kind"]), s.kind or []):
            gold, found = gold + (theirs != "O"), found + (mine != "O")
            hits, heads = hits + (mine == theirs != "O"), heads + ("O" not in (mine, theirs))
    return {"kind": _percent(2 * hits, gold + found), "head": _percent(2 * heads, sum((gold, found)))}


def score_names(sentences, analyses, labels):
    """Exact-span F1 by type and over all (%), with counts, on the sentences that have names annotated."""
    counts = {}
    for s, a in zip(sentences, analyses):
        if s.name is None:
            continue
        gold, found = spans(s.name), spans([labels["name"][i] for i in a["name"]])
        for slot, part in enumerate((gold & found, gold, found)):
            for *_, kind in part:
                for key in (kind, "all"):
                    counts.setdefault(key, [0, 0, 0])[slot] += 1
    return {
        k: {"P": _percent(c[0], c[2]), "R": _percent(c[0], c[1]), "F1": _percent(2 * c[0], c[1] + c[2]), "gold": c[1]}
        for k, c in sorted(counts.items())
    }


def _percent(part, whole):
    return round(100 * part / whole, 2) if whole else 0.0

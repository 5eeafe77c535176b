"""The lemma lexicon: (lower-cased word, Penn tag) to lemma, for what spelling alone decides.

Word pieces hide how a word is spelled (`changed` and `confirmed` lose different endings), so known words are looked up
and the tagger's edit scripts serve the rest. Attested pairs come from the treebanks; regular inflections of
known words are added by the spelling rules of English. Proper nouns are left to the scripts.
"""

from collections import Counter, defaultdict

from .lemmas import lower

_NAMES = ("NNP", "NNPS")
_SURE = 0.95  # share of a pair's most frequent lemma from which the pair decides alone


def build(sentences, others=(), more=()):
    """{(form, tag): lemma} from sentences with lemmas.

    others are sentences of another treebank, which spells some lemmas in its own way: they count where `sentences` do not have a
    pair. more holds (form, tag) pairs of base forms (NN, VB) seen elsewhere.
    """
    seen = {**_attested(others), **_attested(sentences)}
    out = _inflected(_bases(seen, more))
    for pair, lemmas in seen.items():
        lemma, count = max(lemmas.items(), key=lambda kv: (kv[1], kv[0]))
        if count >= _SURE * lemmas.total():
            out[pair] = lemma
        else:
            out.pop(pair, None)
    return {**{(form.replace("'", "’"), tag): lemma for (form, tag), lemma in out.items()}, **out}


def _attested(sentences):
    seen = defaultdict(Counter)
    for s in sentences:
        for word, tag, lemma in zip(s.words, s.xpos, s.lemma):
            if tag not in _NAMES and any(c.isalpha() for c in word):
                seen[lower(word), tag][lemma] += 1
    return seen


def _bases(seen, more):
    """Counter of (base form, tag) with tag NN or VB."""
    bases = Counter()
    for (form, tag), lemmas in seen.items():
        for lemma, count in lemmas.items():
            if lemma == lower(lemma) and lemma.isalpha() and tag[:2] in ("NN", "VB"):
                bases[lemma, tag[:2]] += count
    bases.update((f, t) for f, t in more if f.isalpha() and f.isascii())
    return Counter({k: v for k, v in bases.items() if len(k[0]) > 2})


def _inflected(bases):
    """Regular inflections; of two bases with one form the more frequent wins."""
    out = {}
    for (base, tag), _ in sorted(bases.items(), key=lambda kv: (kv[1], kv[0])):
        if tag == "NN":
            out[_with_s(base), "NNS"] = base
            continue
        out[_with_s(base), "VBZ"] = base
        for form in _stems(base, "ed"):
            out[form, "VBD"] = out[form, "VBN"] = base
        for form in _stems(base, "ing"):
            out[form, "VBG"] = base
    return out


_VOWELS = set("aeiou")


def _with_s(base):
    if base[-1] == "y" and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _stems(base, ending):
    """The spellings of base with -ed or -ing."""
    if ending == "ed" and base[-1] == "y" and base[-2] not in _VOWELS:
        return [base[:-1] + "ied"]
    if ending == "ing" and base.endswith("ie"):
        return [base[:-2] + "ying"]
    if base[-1] == "e" and (ending == "ed" or base[-2] not in "eoy"):
        return [base[:-1] + ending]
    if base[-1] == "c":
        return [base + "k" + ending]
    if _doubles(base):
        doubled = base + base[-1] + ending
        return [doubled] if _syllables(base) == 1 else [base + ending, doubled]
    return [base + ending]


def _doubles(base):
    a, b, c = base[-3:]
    return c not in _VOWELS | set("wxyh") and b in _VOWELS and (a not in _VOWELS or base[-3:-1] == "ui" and "qu" in base)


def _syllables(base):
    return sum(c in _VOWELS and (i == 0 or base[i - 1] not in _VOWELS) for i, c in enumerate(base))


def dump(lexicon):
    """One line `form TAB tag TAB lemma` each, in order of bytes (form and tag first)."""
    lines = sorted(("\t".join((*pair, lemma)) for pair, lemma in lexicon.items()), key=str.encode)
    return "".join(line + "\n" for line in lines)


def parse(text):
    rows = (line.split("\t") for line in text.splitlines())
    return {(form, tag): lemma for form, tag, lemma in rows}

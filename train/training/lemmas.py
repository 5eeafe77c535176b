"""Edit scripts: how a lemma is made of a word, as a label that a classifier can choose.

A script is one of two strings:

    C-N+SUFFIX   change the case by C, take N code points off the end, append SUFFIX
    =LEMMA       the lemma whatever the word (irregular forms, clitics)

C is `l` (lower every code point), `k` (keep) or `f` (keep the first code point, lower the rest).
Lowering is the simple mapping of Unicode, code point by code point; one without a simple mapping stays.
A script that would take off more than there is leaves the word as it stands.
"""


def lower(word):
    """Lower each code point by itself (never to more than one)."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in word)


CASINGS = {  # in order of preference
    "l": lower,
    "k": lambda word: word,
    "f": lambda word: word[:1] + lower(word[1:]),
}


def script(word, lemma):
    """The shortest script that makes lemma of word."""
    best = None
    for name, casing in CASINGS.items():
        base = casing(word)
        same = _common_prefix(base, lemma)
        cost = len(base) - same + len(lemma) - same
        if same and (best is None or cost < best[0]):
            best = (cost, f"{name}-{len(base) - same}+{lemma[same:]}")
    return best[1] if best else "=" + lemma


def apply(script, word):
    """The lemma that script makes of word."""
    if script.startswith("="):
        return script[1:]
    head, suffix = script.split("+", 1)
    base = CASINGS[head[0]](word)
    cut = int(head[2:])
    return word if cut > len(base) else base[: len(base) - cut] + suffix


def _common_prefix(a, b):
    n = 0
    while n < min(len(a), len(b)) and a[n] == b[n]:
        n += 1
    return n

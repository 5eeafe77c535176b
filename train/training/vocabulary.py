"""The student's word pieces: of its base's those that English news needs."""

from collections import Counter

from .pieces import CLS, SEP, UNK, Cutter

COMMON = 12000  # pieces before this one are kept (BERT's vocabulary begins with the most frequent)
SEEN = 3  # and those seen so often in the corpora


def choose(vocab, sentences):
    """The pieces to keep, in the order of vocab: the common ones, those seen, single ASCII characters, special ones."""
    cutter, seen = Cutter(vocab), Counter()
    for s in sentences:
        seen.update(cutter.cut(s.words)[0])
    keep = lambda i, p: p in (CLS, SEP, UNK) or seen[i] >= SEEN or (p.isascii() and (len(p.removeprefix("##")) == 1 or i < COMMON))
    return [p for i, p in enumerate(vocab) if keep(i, p) and not p.startswith(("[unused", "<"))]

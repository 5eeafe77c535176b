"""The sentences that are trained on and measured on."""

import functools
from dataclasses import replace
from pathlib import Path

from . import data, gum_names

LONGEST = 120  # words of a training sentence
OWN = Path(__file__).parent.parent / "names.txt"
JOINED = 5  # one in so many pairs of neighbours is also shown as one sentence
CURLED = 10  # one in so many sentences with quotation marks is also shown with typographic ones


class Corpora:
    """Sentences under shared/data; quick keeps every twentieth.

    ewt and gum are for training, gum only its free genres; dev holds both dev sets whole. EWT has names from UNER; GUM's
    training sentences have names and kinds of mentions from its entity layer.
    """

    def __init__(self, folder, quick=False):
        self.folder, self.part = Path(folder), slice(None, None, 20 if quick else 1)
        entities = self.folder / "ud" / "gum-entities-train.conllu.gz"
        self.ewt = self._read("en_ewt-train", {"name": self._names("en_ewt-ud-train")})
        layers = {"name": gum_names.read_names(entities), "kind": gum_names.read_kinds(entities)}
        self.gum = self._read("en_gum-train", layers, data.FREE_GENRES)
        self.ewt, self.gum = ([s for s in part if len(s.words) < LONGEST] for part in (self.ewt, self.gum))
        self.dev = {
            "EWT": self._read("en_ewt-dev", {"name": self._names("en_ewt-ud-dev")}),
            "GUM": self._read("en_gum-dev", {"kind": gum_names.read_kinds(self.folder / "ud" / "gum-entities-dev.conllu.gz")}),
        }

    def _names(self, name):
        return data.read_names(self.folder / "ner" / f"{name}.iob2.gz")

    def _read(self, name, layers, genres=None):
        sentences = data.read_conllu(self.folder / "ud" / f"{name}.conllu.gz", genres)[self.part]
        for task, layer in layers.items():
            data.add(sentences, layer, task)
        return sentences

    @property
    def train(self):
        return self.ewt + self.gum

    @functools.cache
    def unlabelled(self):
        """The sentences of gmb, words only, and our own, with names."""
        return data.read_plain(self.folder / "gmb" / "train.tsv.gz")[self.part] + data.read_own(OWN)[self.part]


def with_curled(sentences, rng):
    """The sentences, and copies of some with typographic quotation marks and apostrophes."""
    out = list(sentences)
    for s in sentences:
        if any(c in w for w in s.words for c in "\"'`") and rng.randrange(CURLED) == 0:
            words = data.curl_quotes(s.words)
            out.append(replace(s, words=words))
    return out


def joined(sentences, rng):
    """Some pairs of sentences that follow one another, as one: what the models see where a boundary was missed.

    The second's root hangs on the first's by parataxis.
    """
    document = lambda s: s.sent_id.rpartition("-")[0]
    pairs = [(a, b) for a, b in zip(sentences, sentences[1:]) if document(a) == document(b)]
    return [_join(a, b) for a, b in pairs if len(a.words) + len(b.words) < LONGEST and rng.randrange(JOINED) == 0]


def runs(sentences, rng):
    """Every second sentence, by chance, as one with the one to three after it, as joined has it."""
    document, out = lambda s: s.sent_id.rpartition("-")[0], []
    for i, whole in enumerate(sentences):
        if rng.randrange(2):
            for more in sentences[i + 1 : i + 2 + rng.randrange(3)]:
                if document(more) == document(sentences[i]) and len(whole.words) + len(more.words) < LONGEST:
                    whole = _join(whole, more)
            if whole is not sentences[i]:
                out.append(whole)
    return out


def _join(a, b):
    both = lambda task: getattr(a, task) + getattr(b, task) if getattr(a, task) and getattr(b, task) else None
    root, n = a.head.index(0) + 1, len(a.words)
    parts = {t: both(t) for t in ("words", "upos", "xpos", "feats", "lemma", "name", "kind")}
    heads = a.head + [h + n if h else root for h in b.head]
    return data.Sentence(**parts, head=heads, deprel=a.deprel + [r if h else "parataxis" for r, h in zip(b.deprel, b.head)])


def without_names(sentences):
    """The same sentences with their names unknown."""
    return [replace(s, name=None) for s in sentences]

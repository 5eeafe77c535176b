"""The sentences that are trained on and measured on."""

from pathlib import Path

from . import data
from .batches import UNKNOWN
from .gum_names import read_gum_names

LONGEST = 120  # words of a training sentence
CURLED = 10  # one in so many sentences with quotation marks is also shown with typographic ones


class Corpora:
    """Sentences under shared/data; quick keeps every twentieth.

    ewt and gum are for training, gum only its free genres; dev holds both dev sets whole. EWT has names from UNER, GUM's
    training sentences have them from its entity layer.
    """

    def __init__(self, folder, quick=False):
        self.folder, self.part = Path(folder), slice(None, None, 20 if quick else 1)
        ud = self.folder / "ud"
        self.ewt = self._read("en_ewt-train", self._names("en_ewt-ud-train"))
        self.gum = self._read("en_gum-train", read_gum_names(ud / "gum-entities-train.conllu.gz"), data.FREE_GENRES)
        self.ewt, self.gum = ([s for s in part if len(s.words) < LONGEST] for part in (self.ewt, self.gum))
        self.dev = {"EWT": self._read("en_ewt-dev", self._names("en_ewt-ud-dev")), "GUM": self._read("en_gum-dev", {})}

    def _names(self, name):
        return data.read_names(self.folder / "ner" / f"{name}.iob2.gz")

    def _read(self, name, names, genres=None):
        sentences = data.read_conllu(self.folder / "ud" / f"{name}.conllu.gz", genres)[self.part]
        data.add_names(sentences, names)
        return sentences

    @property
    def train(self):
        return self.ewt + self.gum

    def news(self):
        """The sentences of gmb, words only."""
        return data.read_plain(self.folder / "gmb" / "train.tsv.gz")[self.part]


def with_curled(sentences, rng):
    """The sentences, and copies of some with typographic quotation marks and apostrophes."""
    out = list(sentences)
    for s in sentences:
        if any(c in w for w in s.words for c in "\"'`") and rng.randrange(CURLED) == 0:
            words = data.curl_quotes(s.words)
            out.append(data.Sentence(words, s.upos, s.xpos, s.feats, s.lemma, s.head, s.deprel, s.name))
    return out


def without_names(sentences):
    """The same sentences with their names unknown."""
    unknown = lambda s: [UNKNOWN] * len(s.words)
    return [
        data.Sentence(s.words, s.upos, s.xpos, s.feats, s.lemma, s.head, s.deprel, unknown(s), s.sent_id) for s in sentences
    ]

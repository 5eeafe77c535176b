"""Reading the corpora: UD treebanks (CoNLL-U), names (IOB2), plain news (gmb)."""

import gzip
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

# Genres of GUM whose texts may be trained on; the others are measured on only.
FREE_GENRES = {"academic", "bio", "court", "interview", "news", "speech", "textbook", "vlog", "voyage"}
NAME_TYPES = {"PER", "ORG", "LOC"}


@dataclass
class Sentence:
    """Words with their analysis; heads count from 1, 0 is the root; name and kind are None where nobody annotated them.

    kind holds, at the head of each mention, the type of the mention; O elsewhere."""

    words: list
    upos: list = field(default_factory=list)
    xpos: list = field(default_factory=list)
    feats: list = field(default_factory=list)
    lemma: list = field(default_factory=list)
    head: list = field(default_factory=list)
    deprel: list = field(default_factory=list)
    name: list = None
    kind: list = None
    sent_id: str = ""


def read_conllu(path, genres=None):
    """Sentences of a gzipped CoNLL-U file; with genres, only of GUM documents of these."""
    sentences, rows, sent_id, wanted = [], [], "", True
    for line in lines(path):
        if line.startswith("# newdoc id"):
            wanted = genres is None or line.split("=")[1].strip().split("_")[1] in genres
        elif line.startswith("# sent_id"):
            sent_id = line.split("=", 1)[1].strip()
        elif line and not line.startswith("#"):
            fields = line.split("\t")
            if fields[0].isdigit():
                rows.append(fields)
        elif not line and rows:
            if wanted:
                sentences.append(_sentence(rows, sent_id))
            rows = []
    return sentences


def _sentence(rows, sent_id):
    _, words, lemma, upos, xpos, feats, head, deprel = [list(c) for c in list(zip(*rows))[:8]]
    return Sentence(words, upos, xpos, feats, lemma, [int(h) for h in head], deprel, sent_id=sent_id)


def read_names(path):
    """{sentence id: (words, BIO tags)} of a gzipped IOB2 file; types other than PER, ORG, LOC become O."""
    found, words, tags, sent_id = {}, [], [], ""
    for line in lines(path):
        if line.startswith("# sent_id"):
            sent_id = line.split("=", 1)[1].strip()
        elif line and not line.startswith("#"):
            fields = line.split("\t")
            words.append(fields[1])
            tags.append(fields[2] if fields[2][2:] in NAME_TYPES else "O")
        elif not line and words:
            found[sent_id] = (words, mend_bio(tags))
            words, tags = [], []
    return found


def mend_bio(tags):
    """Turn each I-X that follows neither B-X nor I-X into B-X."""
    out = []
    for tag in tags:
        if tag.startswith("I-") and (not out or out[-1][2:] != tag[2:]):
            tag = "B" + tag[1:]
        out.append(tag)
    return out


def add(sentences, layer, task):
    """Give the sentences their names or kinds, {sentence id: (words, tags)}, where the words are the same."""
    for s in sentences:
        words, tags = layer.get(s.sent_id, (None, None))
        if words == s.words:
            setattr(s, task, tags)


def read_own(path):
    """Sentences of our own, words separated by spaces, names in brackets: `[PER Ann Lee] left [LOC Lagos] .`"""
    return [_own(line) for line in Path(path).read_text("utf8").splitlines() if line and not line.startswith("#")]


def _own(line):
    words, tags, kind = [], [], None
    for word in line.split():
        if word.startswith("[") and word[1:] in NAME_TYPES:
            kind = begun = word[1:]
            continue
        closes = kind and word.endswith("]")
        words.append(word[:-1] if closes else word)
        tags.append("O" if not kind else f"B-{kind}" if begun else f"I-{kind}")
        begun, kind = None, None if closes else kind
    return Sentence(words, name=tags)


# What keeps its hyphen in EWT: a prefix that is no word of its own.
_AFFIXES = set("anti co counter cyber de e ex extra inter intra mega meta micro mid mini multi neo non over pan para "
               "post pre pro pseudo quasi re semi sub super trans tri ultra un under uni vice".split())


def read_plain(path, shortest=4, longest=80):
    """Sentences of the gmb file, words only, cut in the manner of EWT (compounds at their hyphens)."""
    sentences, words = [], []
    for line in lines(path):
        if line:
            words += split_hyphens(line.split("\t")[0])
        elif words:
            if shortest <= len(words) <= longest:
                sentences.append(Sentence(words))
            words = []
    return sentences


def split_hyphens(word):
    """`U.S.-led` becomes `U.S.`, `-`, `led`; `anti-war` and `--` stay whole."""
    parts = word.split("-")
    if len(parts) < 2 or not all(re.search(r"\w", p) for p in parts) or parts[0].lower() in _AFFIXES:
        return [word]
    out = [parts[0]]
    for part in parts[1:]:
        out += ["-", part]
    return out


def curl_quotes(words):
    """The same words with typographic quotation marks and apostrophes."""
    out, opened = [], False
    for word in words:
        if word == '"':
            opened = not opened
            word = "“" if opened else "”"
        out.append({"``": "“", "''": "”"}.get(word, word.replace("'", "’")))
    return out


def lines(path):
    """Lines of a gzipped file, and one empty line at the end."""
    with gzip.open(os.fspath(path), "rt", encoding="utf8", newline="\n") as f:
        for line in f:
            yield line.rstrip("\n")
        yield ""

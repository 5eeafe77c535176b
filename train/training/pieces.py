"""Words into word pieces and shapes, as data/models/README.md describes it for the Go side."""

import unicodedata

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

UNK, CLS, SEP = "[UNK]", "[CLS]", "[SEP]"
MAX_PIECES = 510  # besides [CLS] and [SEP]
SHAPES = 5


def shape(word):
    """The number of a word's shape, by the Unicode categories of its code points.

    1: two Lu or more and neither Ll nor Lt; else 2: the first is Lu; else 3: any is Lu;
    else 4: the first is Nd; else 0.
    """
    kinds = [unicodedata.category(c) for c in word]
    if kinds.count("Lu") > 1 and "Ll" not in kinds and "Lt" not in kinds:
        return 1
    if kinds[:1] == ["Lu"]:
        return 2
    if "Lu" in kinds:
        return 3
    return 4 if kinds[:1] == ["Nd"] else 0


class Cutter:
    """BERT's uncased cutting of single words, without any special tokens in the text."""

    def __init__(self, vocab):
        self.index = {p: i for i, p in enumerate(vocab)}
        self.unk, self.cls, self.sep = (self.index[p] for p in (UNK, CLS, SEP))
        model = WordPiece(self.index, unk_token=UNK, max_input_chars_per_word=100)
        self.tokenizer = Tokenizer(model)
        self.tokenizer.normalizer = BertNormalizer(lowercase=True, strip_accents=True)
        self.tokenizer.pre_tokenizer = BertPreTokenizer()

    def cut(self, words):
        """(piece ids, index of each piece's word); a word that leaves nothing is one [UNK]."""
        coded = self.tokenizer.encode(words, is_pretokenized=True, add_special_tokens=False)
        by_word = [[] for _ in words]
        for piece, word in zip(coded.ids, coded.word_ids):
            by_word[word].append(piece)
        ids, owners = [], []
        for i, pieces in enumerate(by_word):
            pieces = pieces or [self.unk]
            ids += pieces
            owners += [i] * len(pieces)
        return ids, owners

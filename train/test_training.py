"""Checks of what the Go side relies on. Run: python -m unittest discover -s train"""

import base64
import gzip
import json
import sys
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parent))
from training import bases, choice, corpora, data, decode, dmm, lemmas, lexicon, pieces, roles, rounding, statements
from training.gum_names import _kinds, _tags
from training.score import spans


class Lemmas(unittest.TestCase):
    def test_scripts_make_the_lemmas_they_were_made_for(self):
        pairs = [("Cities", "city"), ("GENEVA", "Geneva"), ("n't", "not"), ("went", "go"), ("Müllers", "Müller"), ("the", "the"),
                 ("NATO", "NATO"), ("running", "run"), ("a+b", "a+b"), ("x", "x+-1"), ("İs", "be"), ("", "_")]  # fmt: skip
        for word, lemma in pairs:
            self.assertEqual(lemmas.apply(lemmas.script(word, lemma), word), lemma)

    def test_scripts_are_short_and_shared(self):
        self.assertEqual(lemmas.script("Cities", "city"), lemmas.script("parties", "party"))
        self.assertEqual(lemmas.script("The", "the"), lemmas.script("the", "the"))
        self.assertEqual(lemmas.script("GENEVA", "Geneva"), "f-0+")
        self.assertEqual(lemmas.script("'ve", "have"), "=have")

    def test_a_script_too_long_for_the_word_leaves_it(self):
        self.assertEqual(lemmas.apply("l-3+y", "It"), "It")

    def test_lowering_goes_by_code_point(self):
        self.assertEqual(lemmas.lower("ÄΣİ"), "äσİ")


class Lexicon(unittest.TestCase):
    def setUp(self):
        self.sentence = data.Sentence(
            words="Ministers plan talks and carried it".split(), xpos="NNS VBP NNS CC VBD PRP".split(),
            lemma="minister plan talk and carry it".split())  # fmt: skip

    def test_attested_and_regular_words(self):
        words = lexicon.build([self.sentence], more={("admit", "VB"), ("tax", "NN")})
        for form, tag, lemma in [("ministers", "NNS", "minister"), ("planned", "VBD", "plan"), ("planning", "VBG", "plan"),
                                 ("carries", "VBZ", "carry"), ("taxes", "NNS", "tax"), ("admitted", "VBN", "admit")]:  # fmt: skip
            self.assertEqual(words[form, tag], lemma)
        self.assertNotIn(("planed", "VBD"), words)

    def test_another_treebank_counts_where_the_first_is_silent(self):
        other = data.Sentence(words="people talks".split(), xpos="NNS NNS".split(), lemma="person discussion".split())
        first = data.Sentence(words="people".split(), xpos="NNS".split(), lemma="people".split())
        words = lexicon.build([first], [other])
        self.assertEqual((words["people", "NNS"], words["talks", "NNS"]), ("people", "discussion"))

    def test_dump_and_parse(self):
        words = lexicon.build([self.sentence])
        self.assertEqual(lexicon.parse(lexicon.dump(words)), words)


class Format(unittest.TestCase):
    def test_round_trip(self):
        tensors = {"vocab": "ä\n##b\n", "a.weight": np.arange(-6, 6, dtype=np.int8).reshape(3, 4),
                   "a.scale": np.array([0.5, 1e-9, 3], np.float32)}  # fmt: skip
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "x.dmm")
            dmm.write(path, "tagger", {"width": 4}, {"upos": ["ADJ", "é"]}, tensors)
            kind, config, labels, read = dmm.read(path)
            blob = path.read_bytes()
        self.assertEqual((kind, config, labels), ("tagger", {"width": 4}, {"upos": ["ADJ", "é"]}))
        self.assertEqual(read["vocab"], tensors["vocab"])
        for name in ("a.weight", "a.scale"):
            np.testing.assert_array_equal(read[name], tensors[name])
        self.assertEqual(blob[:8], b"DMMODEL2")
        self.assertEqual(len(blob) % 64, 0)

    def test_packing_comes_back(self):
        weights = np.random.default_rng(3).integers(-63, 64, (21, 40)).astype(np.int8)
        packed = dmm.pack(weights)
        np.testing.assert_array_equal(dmm.unpack(packed)[:21, :40], weights)
        self.assertEqual(packed.shape, (32, 48))
        row, column = 18, 9  # blocks of 16 rows and 4 columns
        self.assertEqual(packed.ravel()[(row // 16 * 12 + column // 4) * 64 + row % 16 * 4 + column % 4], weights[row, column])


class Rounding(unittest.TestCase):
    def test_rows_come_back_within_half_a_step(self):
        weight = torch.from_numpy(np.random.default_rng(3).normal(size=(5, 40)).astype(np.float32))
        weight[2] = 0
        q, step = rounding.round_rows(weight)
        self.assertLessEqual((q * step - weight).abs().max(), step.max() * 0.5001)
        self.assertEqual(q.abs().amax(1).tolist(), [63, 63, 0, 63, 63])

    def test_groups_keep_their_bound(self):
        q = rounding.bounded(torch.full((1, 16), 63.0) * torch.tensor([1, 1, -1, 1, 1, 1, -1, 1] * 2))
        for group in ((0, 1, 4, 5), (2, 3, 6, 7)):
            part = q[0, list(group)]
            self.assertLessEqual(part.clamp(min=0).sum(), 128)
            self.assertGreaterEqual(part.clamp(max=0).sum(), -128)
        self.assertEqual(q[0, :4].tolist(), [32, 32, -63, 63])

    def test_gradients_pass(self):
        layer = rounding.Linear(8, 2)
        rounding.set_rounded(layer)
        layer(torch.ones(1, 8)).sum().backward()
        self.assertTrue(torch.allclose(layer.weight.grad, torch.ones(2, 8), atol=0.02))


class Words(unittest.TestCase):
    def test_shapes(self):
        for word, shape in [("NATO", 1), ("U.S.", 1), ("A", 2), ("A1", 2), ("Paris", 2), ("iPad", 3), ("2nd", 4), ("-", 0), ("", 0)]:
            self.assertEqual(pieces.shape(word), shape, word)

    def test_pieces_are_word_by_word(self):
        cutter = pieces.Cutter(["[CLS]", "[SEP]", "[UNK]", "mu", "##ller", "[", "sep", "]"])
        ids, owners = cutter.cut(["Müller", "\u200b", "[SEP]"])
        self.assertEqual(owners, [0, 0, 1, 2, 2, 2])
        self.assertEqual(ids, [3, 4, 2, 5, 6, 7])


class Names(unittest.TestCase):
    def test_titles_are_no_part_of_a_name(self):
        rows = [["1", "President", "", "PROPN", "NNP", "", "0", "root", "", "Entity=(1-person-new"],
                ["2", "Ann", "", "PROPN", "NNP", "", "1", "flat", "", "_"],
                ["3", "Lee", "", "PROPN", "NNP", "", "1", "flat", "", "Entity=1)"],
                ["4", "left", "", "VERB", "VBD", "", "1", "x", "", "_"]]  # fmt: skip
        self.assertEqual(_tags(rows), ["O", "B-PER", "I-PER", "O"])

    def test_kinds_stand_at_heads(self):
        rows = [["1", "the", "", "DET", "DT", "", "2", "det", "", "Entity=(1-organization-new(2-organization-new"],
                ["2", "army", "", "NOUN", "NN", "", "0", "root", "", "Entity=2)"],
                ["3", "and", "", "CCONJ", "CC", "", "4", "cc", "", "_"],
                ["4", "police", "", "NOUN", "NN", "", "2", "conj", "", "Entity=(3-person-new)1)"]]  # fmt: skip
        self.assertEqual(_kinds(rows), ["O", "organization", "O", "person"])

    def test_own_sentences(self):
        s = data._own("[PER Ann Lee] left [LOC Lagos] , ] .")
        self.assertEqual(s.words, ["Ann", "Lee", "left", "Lagos", ",", "]", "."])
        self.assertEqual(s.name, ["B-PER", "I-PER", "O", "B-LOC", "O", "O", "O"])

    def test_spans(self):
        self.assertEqual(spans(["B-PER", "I-PER", "B-PER", "O", "B-LOC"]), {(0, 2, "PER"), (2, 3, "PER"), (4, 5, "LOC")})


class Bases(unittest.TestCase):
    def test_distances_fall_into_buckets(self):
        buckets = torch.arange(32.0)[:, None]
        bias = bases._distances(buckets, 128)[0].tolist()
        at = lambda apart: bias[apart + 128]  # from a query to a key so far to its right
        self.assertEqual([at(d) for d in (0, -1, -7, -8, 1, 7, 127, -128)], [0, 1, 7, 8, 17, 23, 31, 15])


class Joined(unittest.TestCase):
    def test_the_second_hangs_on_the_first(self):
        a = data.Sentence(["They", "left"], ["PRON", "VERB"], ["PRP", "VBD"], ["_", "_"], ["they", "leave"], [2, 0], ["nsubj", "root"], ["O", "O"])
        b = data.Sentence(["Ann"], ["PROPN"], ["NNP"], ["_"], ["Ann"], [0], ["root"], ["B-PER"])
        both = corpora._join(a, b)
        self.assertEqual((both.head, both.deprel), ([2, 0, 2], ["nsubj", "root", "parataxis"]))
        self.assertEqual((both.words, both.name, both.kind), (["They", "left", "Ann"], ["O", "O", "B-PER"], None))


class Decoding(unittest.TestCase):
    def test_best_tree_against_all_trees(self):
        rng = np.random.default_rng(5)
        for _ in range(200):
            n = int(rng.integers(1, 6))
            scores = decode.log_arcs(rng.normal(size=(n, n + 1)))
            heads = decode.best_tree(scores)
            self.assertAlmostEqual(_total(scores, heads), max(_total(scores, t) for t in _trees(n)), places=9)

    def test_names_never_begin_inside(self):
        labels = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
        transition = np.random.default_rng(4).normal(size=(5, 5))
        scores = np.array([[0, 1, 9, 0, 0], [0, 0, 0, 0, 9], [0, 0, 3, 0, 2.0]])
        self.assertEqual([labels[i] for i in decode.best_names(scores, labels, transition)], _best(scores, labels, transition))


class Statements(unittest.TestCase):
    # Rebels have claimed , twice , to hold it .
    text = "Rebels have claimed, twice, to hold it."
    words = [[0, 6], [7, 11], [12, 19], [19, 20], [21, 26], [26, 27], [28, 30], [31, 35], [36, 38], [38, 39]]
    heads = [2, 2, -1, 4, 2, 4, 7, 2, 7, 2]
    upos = ["NOUN", "AUX", "VERB", "PUNCT", "ADV", "PUNCT", "PART", "VERB", "PRON", "PUNCT"]

    def corpus(self, folder, attribution, partial=False):
        folder = Path(folder)
        n, sizes = len(self.words), {"width": 4, "words": [{"Size": 2}, {"Size": 3}], "pairs": [{"Size": 2}], "dependents": 3}
        (folder / "sizes.json").write_text(json.dumps(sizes))
        np.arange(4 * n, dtype=np.float32).tofile(folder / "vectors.f32")
        np.tile(np.array([1, 2], np.uint8), n).tofile(folder / "words.u8")
        np.full(n, 5, np.uint32).tofile(folder / "dependents.u32")
        np.repeat(np.arange(n, dtype=np.uint8) % 2, n).tofile(folder / "pairs.u8")
        sentence = {"words": self.words, "heads": self.heads, "upos": self.upos}
        (folder / "sentences.jsonl").write_text(json.dumps({"id": "a", "sentences": [sentence]}) + "\n")
        texts = folder / "texts.jsonl"
        texts.write_text(json.dumps({"id": "a", "text": self.text, "attributions": [attribution]}) + "\n")
        return statements.Corpus(texts, folder, partial)

    def test_words_get_their_roles(self):
        given = {"source": [[0, 6]], "cue": [[7, 19]], "content": [[28, 39]], "addressee": [], "type": "assertion", "stance": "claimed"}
        with tempfile.TemporaryDirectory() as folder:
            c = self.corpus(folder, given)
            self.assertEqual([(statements.TYPES[t], s) for t, s in zip(c.type[1:4], c.stance[1:4])], [("none", -1), ("assertion", 1), ("none", -1)])
            ((number, at, first, roles, pairs),) = c.links
            self.assertEqual((number, at, first), (0, 2, 0))
            self.assertEqual("".join("-sckt"[r] for r in roles), "scc---kkkk")
            self.assertEqual(pairs[:, 0].tolist(), [0] * 10)  # those of the third word
            self.assertEqual(c.features[0].tolist(), [1, 2 + 2])  # numbered over both features
            self.assertEqual(c.dependents[0].tolist(), [1, 0, 1])
            self.assertEqual(c.head[2], 2)  # the root's is itself

    def test_foreign_annotation(self):
        given = {"source": [[0, 6]], "cue": [[7, 19]], "content": [[28, 39]]}
        with tempfile.TemporaryDirectory() as folder:
            c = self.corpus(folder, given, partial=True)
            self.assertEqual(c.type[2], statements.ANY)
            self.assertEqual(c.links[0][3][-1], 0)  # no full stop
            self.assertEqual((c.weight[2], c.weight[0]), (np.float32(0.5), np.float32(0.1)))

    def test_it_learns_and_writes_what_it_learned(self):
        given = {"source": [[0, 6]], "cue": [[7, 19]], "content": [[28, 38]], "type": "belief", "stance": "believed"}
        plan = statements.Plan(hidden=16, pair=16, epochs=300, rate=0.02, drop=0, drop_in=0)
        with tempfile.TemporaryDirectory() as folder:
            c = self.corpus(folder, given)
            c.x = np.random.default_rng(1).normal(size=c.x.shape).astype(np.float32)
            network = statements.learn(statements.Material([c], lambda *_: True), c.sizes, plan)
            figures = statements.measure(network, c)
            self.assertEqual([figures[k] for k in ("cue", "type", "stance", "source whole", "content whole")], [100] * 5)
            statements.write(Path(folder, "s.dmm"), network)
            kind, config, labels, tensors = dmm.read(Path(folder, "s.dmm"))
            self.assertEqual((kind, config), ("statements", {"width": 4, "cue": 16, "link": 16}))
            self.assertEqual(tensors["cuefeature"].shape, (5 + 3, 16))
            self.assertEqual(tensors["role"].shape, (5, 17))
            self.assertEqual(labels["type"][0], "none")


class Roles(unittest.TestCase):
    frames = [
        {"aliases": [["attack", "v"], ["attack", "n"], ["make_attack", "l"]], "roles": [{"n": "0", "f": "PAG"}, {"n": "1", "f": "GOL"}, {"n": "M", "f": "MNR"}]},
        {"aliases": [["attack", "v"]], "roles": [{"n": "0", "f": "CAU"}, {"n": "1", "f": "GOL"}, {"n": "2", "f": "PPT"}], "roles31": [{"n": "1", "f": "GOL"}]},
    ]

    def corpus(self, folder, sentences):
        folder = Path(folder)
        sizes = {"width": 4, "pairs": [{"Size": 2}, {"Size": 3}], "predicates": [{"Size": 2}], "below": 3, "roles": roles.ROLES}
        (folder / "sizes.json").write_text(json.dumps(sizes))
        number = lambda *values: base64.b64encode(bytes(values)).decode()
        np.random.default_rng(1).normal(size=(3 * len(sentences), 4)).astype(np.float32).tofile(folder / "vectors.f32")
        with gzip.open(folder / "gold.gz", "wt") as gold, open(folder / "sentences.jsonl", "w") as seen:
            for sense, args in sentences:
                gold.write(json.dumps({"predicates": [{"token": 1, "sense": sense, "args": [{"role": r, "head": h} for r, h in args]}]}) + "\n")
                p = {"token": 1, "lemma": "attack", "part": "v", "features": number(1), "sets": [5, 2], "candidates": [0, 2], "pairs": number(1, 2, 0, 0)}
                seen.write(json.dumps({"words": 3, "predicates": [p]}) + "\n")
        return roles.Corpus(folder / "gold.gz", folder)

    def test_classes_of_words(self):
        with tempfile.TemporaryDirectory() as folder:
            with gzip.open(Path(folder, "f.gz"), "wt") as f:
                f.write("".join(json.dumps(x) + "\n" for x in self.frames))
            classes = roles.frames(Path(folder, "f.gz"))
        self.assertEqual(classes, {("attack", "v"): ((1, "PAG"), (2, "GOL"), (0, "")), ("attack", "n"): ((2, "PAG"), (2, "GOL"), (0, ""))})

    def test_words_get_their_roles(self):
        with tempfile.TemporaryDirectory() as folder:
            c = self.corpus(folder, [("attack.01", [("ARG0", 0), ("R-ARG0", 2)]), ("be.03", []), ("attack.LV", [("ARGM-TMP", 2)])])
        self.assertEqual((c.at.tolist(), c.light), ([1, 7], [False, True]))
        self.assertEqual((c.candidates.tolist(), c.roles.tolist()), ([0, 2, 6, 8], [1, 0, 0, 5]))
        self.assertEqual(c.pairs[0].tolist(), [1, 2 + 2])  # numbered over both features
        self.assertEqual(c.sets[0].tolist(), [1, 0, 1, 0, 1, 0])

    def test_one_word_for_a_role(self):
        scores = np.array([[0, 3, 2.5, 0, 0, 0], [0, 5, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0.5]])
        self.assertEqual(roles.decode(scores, 0), {1: (1, 5)})
        self.assertEqual(roles.decode(scores, -1)[5], (2, -0.5))

    def test_it_learns_and_writes_what_it_learned(self):
        plan = roles.Plan(pair=16, epochs=60, rate=0.02, drop=0, drop_in=0, forget=0)
        with tempfile.TemporaryDirectory() as folder:
            c = self.corpus(folder, [("attack.01", [("ARG0", 0), ("ARG1", 2)]), ("attack.01", [("ARGM-LOC", 2)])])
            lexicon = roles.Lexicon({("attack", "v"): ((1, "PAG"), (2, "GOL"), (0, "")), ("attack", "n"): ((1, "PAG"), (2, "GOL"), (0, ""))}, [("attack", "v")])
            network = roles.Roles(c.sizes, plan, len(lexicon.features), len(lexicon.own))
            roles.learn(roles.Material(c, lexicon), network, plan)
            figures = roles.measure(network, roles.Material(c, lexicon))
            self.assertEqual([figures[k] for k in ("ARG0", "ARG1", "ARG2", "ARGM-LOC", "all")], [100, 100, 0, 100, 100])
            roles.write(Path(folder, "r.dmm"), network, lexicon)
            kind, config, labels, tensors = dmm.read(Path(folder, "r.dmm"))
        self.assertEqual((kind, config), ("roles", {"width": 4, "pair": 16, "known": 3}))
        self.assertEqual(tensors["words"], "attack\tn\t2\t0\nattack\tv\t2\t1\n")
        self.assertEqual((tensors["pairfeature"].shape, tensors["predicatefeature"].shape), ((5, 16), (2 + 2 * 3, 16)))


class Choice(unittest.TestCase):
    event = {"trigger": 1, "actors": [0], "recipients": [2], "mode": "", "status": "occurred", "contexts": [], "frame": ""}

    class Words:
        def of(self, word):
            return np.full(16, len(word), np.float32)

    def corpus(self, folder):
        lines = []
        for name, word, kind in (("gold/choice/a-05.txt:1", "aided", "AID"), ("gold/choice/a.txt:1", "hit", "ASSAULT"), ("aid.txt:3", "sing", "none")):
            e = self.event | {"type": kind, "mode": "beat" if kind == "ASSAULT" else ""}
            lines.append({"id": name, "words": ["A", word, "B"], "events": [e], "pairs": [e | {"frames": [{"type": "AID", "fit": 6}]}]})
        Path(folder, "sentences.jsonl").write_text("".join(json.dumps(x) + "\n" for x in lines))
        np.random.default_rng(1).normal(size=(9, 16)).astype(np.float32).tofile(Path(folder, "vectors.f32"))
        return choice.Corpus(folder, self.Words())

    def test_it_learns_and_writes_what_it_learned(self):
        plan = choice.Plan(rows=32, heads=2, ffn=32, hidden=16, epochs=60, rate=0.01, drop=0, drop_in=0, voices=2)
        labels = choice.Labels(choice.ROOT / "data" / "ontology")
        with tempfile.TemporaryDirectory() as folder:
            c = self.corpus(folder)
            some = choice.samples(c, lambda _: True)
            network = choice.learn_all(c, some, labels, plan)
            self.assertEqual(choice.right(choice.scores(network, c, some)[0], some, labels), 100)
            choice.write(Path(folder, "c.dmm"), network, choice.Combining(), 0.25, torch.tensor([0.5, 1.0]))
            kind, config, given, tensors = dmm.read(Path(folder, "c.dmm"))
        self.assertEqual((kind, config["width"], config["rows"]), ("choice", 16, 32))
        self.assertEqual(given["type"][:2], ["none", "-"])
        self.assertEqual((tensors["voice.1.marks"].shape, tensors["combining"].tolist(), tensors["belief"].tolist()), ((3, 32), [1, 0.25], [0.5, 1]))

    def test_batches_are_kept_apart_whole(self):
        self.assertEqual([choice.held_out(f"gold/choice/{n}.txt:7") for n in ("w1-05", "w1-15", "plain-10", "w1-10")], [True, False, True, False])

    def test_frames_of_a_pair(self):
        labels = choice.Labels(choice.ROOT / "data" / "ontology")
        pair = choice.Sample(0, {"frames": [{"type": "AID", "fit": 4}, {"type": "AGREE", "fit": 6}, {"type": "AID", "fit": 6}]}, False)
        fits, leads = choice.frames([pair], labels)
        aid, agree = labels.types.index("AID"), labels.types.index("AGREE")
        self.assertEqual((fits[0, aid].item(), fits[0, agree].item(), fits[0].sum().item()), (6, 6, 12))
        self.assertEqual((leads[0, agree].item(), leads[0].sum().item()), (6, 6))


def _total(scores, heads):
    return sum(scores[i, h] for i, h in enumerate(heads))


def _trees(n):
    """All head lists of n words that are trees with one root."""
    for heads in np.ndindex(*[n + 1] * n):
        if heads.count(0) == 1 and all(_reaches_root(heads, i) for i in range(1, n + 1)):
            yield heads


def _reaches_root(heads, node):
    for _ in heads:
        node = heads[node - 1] if node else 0
    return node == 0


def _best(scores, labels, transition):
    """The best allowed path by trying all."""
    allowed = lambda path: all(
        not labels[b].startswith("I-") or (a is not None and labels[a][1:] == labels[b][1:]) for a, b in zip((None, *path), path)
    )
    paths = [p for p in np.ndindex(*[len(labels)] * len(scores)) if allowed(p)]
    total = lambda p: sum(s[i] for s, i in zip(scores, p)) + sum(transition[a, b] for a, b in zip((0, *p), p))
    return [labels[i] for i in max(paths, key=total)]


if __name__ == "__main__":
    unittest.main()

"""The head of roles: who fills the arguments of verbs, nouns of events and adjectives.

It learns on the frozen encoder, from PropBank's annotation of EWT and what the program itself makes of the sentences
(`go run ./train/roles`): word vectors, and the candidates and features that internal/syntax/roles defines. A network of one
hidden layer reads a predicate and a candidate: both vectors, their features, and what PropBank's frames say of the predicate.

n is the number of predicates, p of pairs; all tensors are float32 or int64.
"""

import base64
import collections
import gzip
import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from . import dmm, export
from .reference import Reference
from .statements import ROOT, table

ROLES = ("none", "ARG0", "ARG1", "ARG2", "ARGM-LOC", "ARGM-TMP")
AUXILIARIES = ("be.03", "have.01", "do.01")  # predicates without arguments
NUMBERED = ("0", "1", "2")  # arguments that make the class of a word


@dataclass(frozen=True)
class Plan:
    pair: int = 160  # of the hidden layer
    epochs: int = 12
    rate: float = 2e-3
    decay: float = 0.01
    drop: float = 0.3
    drop_in: float = 0.15
    forget: float = 0.2  # share of the predicates whose own row is left out in a step
    often: int = 5  # times that a word must occur as a predicate to get a row of its own
    predicates: int = 256  # in a batch
    seed: int = 1


# --- what PropBank says of words ------------------------------------------------------------------------------------------


def frames(path):
    """{(lemma, v, n or j): class}. The class is, for each numbered argument, whether none (0), some (1) or all (2) of the word's frames
    have it and the commonest function that it has there ("" for none)."""
    of = collections.defaultdict(list)
    with gzip.open(path, "rt") as lines:
        for frame in map(json.loads, lines):
            functions = {r["n"]: r["f"] for r in frame.get("roles31") or frame["roles"]}
            for alias in sorted({(word, pos) for word, pos in frame["aliases"] if pos in "vnj" and "_" not in word}):
                of[alias].append(functions)
    return {alias: tuple(_argument(n, some) for n in NUMBERED) for alias, some in of.items()}


def _argument(number, some):
    functions = [f[number] for f in some if number in f]
    share = 0 if not functions else 2 if len(functions) == len(some) else 1
    return share, min(functions, key=lambda f: (-functions.count(f), f), default="")


class Lexicon:
    """The classes of words as features, and which words have rows of their own, from 1."""

    def __init__(self, classes, own):
        self.classes, self.own = classes, {word: i for i, word in enumerate(sorted(own), 1)}
        self.features = {f: i for i, f in enumerate(sorted({f for c in classes.values() for f in _features(c)}), 1)}

    def of(self, word):
        """(numbers of the features of the word's class, 0 where there is none; row of its own, 0 for none)."""
        c = self.classes.get(word)
        return [self.features[f] for f in _features(c)] if c else [0] * (2 * len(NUMBERED) + 1), self.own.get(word, 0)


def _features(c):
    return [(n, what) for n, argument in zip(NUMBERED, c) for what in map(str, argument)] + [("all", " ".join(str(share) for share, _ in c))]


# --- what the program sees of sentences -----------------------------------------------------------------------------------


class Corpus:
    """The predicates of a file, and what the program sees of them."""

    def __init__(self, texts, folder):
        self.sizes = json.loads(Path(folder, "sizes.json").read_text())
        if tuple(self.sizes["roles"]) != ROLES:
            raise ValueError(f"the program has other roles: {self.sizes['roles']}")
        self.x = np.fromfile(Path(folder, "vectors.f32"), np.float32).reshape(-1, self.sizes["width"])
        self.words, self.fillers, self.light = [], [], []  # by predicate: (lemma, part), {role: word}, whether it is a light verb
        at, features, sets, candidates, pairs = [], [], [], [], []
        word = 0
        with gzip.open(texts, "rt") as gold, open(Path(folder, "sentences.jsonl")) as lines:
            for sentence, seen in zip(map(json.loads, gold), map(json.loads, lines), strict=True):
                for given, p in zip(sentence["predicates"], seen["predicates"], strict=True):
                    if given["sense"] in AUXILIARIES:
                        continue
                    self.words.append((p["lemma"], p["part"]))
                    self.light.append(given["sense"].endswith(".LV"))
                    self.fillers.append({a["role"]: word + a["head"] for a in given["args"]})
                    at.append(word + p["token"])
                    features.append(_bytes(p["features"]))
                    sets.append(p["sets"])
                    candidates.append(word + np.array(p["candidates"] or [], int))
                    pairs.append(_bytes(p["pairs"]).reshape(-1, len(self.sizes["pairs"])))
                word += seen["words"]
        self.at = np.array(at)
        self.features = np.stack(features) + _first(self.sizes["predicates"])
        below = np.arange(self.sizes["below"], dtype=np.uint32)
        self.sets = ((np.array(sets, np.uint32)[:, :, None] >> below) & 1).astype(np.float32).reshape(len(at), -1)
        self.count = np.array([len(c) for c in candidates])
        self.begin = np.cumsum([0, *self.count])
        self.candidates, self.pairs = np.concatenate(candidates), np.concatenate(pairs) + _first(self.sizes["pairs"])
        self.roles = np.zeros(len(self.candidates), int)
        for fillers, begin, some in zip(self.fillers, self.begin, candidates):
            for number, role in enumerate(ROLES):
                if role in fillers:
                    self.roles[begin : begin + len(some)][some == fillers[role]] = number


def _bytes(s):
    return np.frombuffer(base64.b64decode(s or ""), np.uint8).astype(np.int64)


def _first(features):
    """The number of each feature's first value, over all features."""
    return np.cumsum([0, *(f["Size"] for f in features[:-1])])


class Material:
    """A corpus as tensors."""

    def __init__(self, corpus, lexicon):
        self.corpus, known = corpus, [lexicon.of(w) for w in corpus.words]
        tensors = (corpus.x, corpus.at, corpus.features, corpus.sets, corpus.candidates, corpus.pairs, corpus.roles)
        self.x, self.at, self.features, self.sets, self.candidates, self.pairs, self.roles = map(torch.from_numpy, tensors)
        self.classes, self.own = torch.tensor([c for c, _ in known]), torch.tensor([o for _, o in known])

    def batch(self, some):
        """What the network reads of some predicates, and the gold roles of their candidates."""
        count = self.corpus.count[some]
        pairs = torch.from_numpy(np.concatenate([np.arange(self.corpus.begin[i], self.corpus.begin[i + 1]) for i in some]))
        of = torch.from_numpy(np.repeat(np.arange(len(some)), count))
        n = torch.from_numpy(some)
        predicates = self.x[self.at[n]], self.classes[n], self.own[n], self.features[n], self.sets[n]
        return predicates, (self.x[self.candidates[pairs]], self.pairs[pairs], of), self.roles[pairs]


# --- the network ----------------------------------------------------------------------------------------------------------


class Roles(nn.Module):
    def __init__(self, sizes, plan, classes, words):
        super().__init__()
        d, h, self.plan = sizes["width"], plan.pair, plan
        self.predicate, self.word = nn.Linear(d, h), nn.Linear(d, h, bias=False)
        self.features, self.sets = table(sizes["predicates"], h), nn.Linear(2 * sizes["below"], h, bias=False)
        self.pairs = table(sizes["pairs"], h)
        self.classes, self.own = nn.EmbeddingBag(classes + 1, h, mode="sum", padding_idx=0), nn.EmbeddingBag(words + 1, h, mode="sum", padding_idx=0)
        for rows in (self.classes, self.own):
            nn.init.normal_(rows.weight, std=0.02)
            nn.init.zeros_(rows.weight[0])
        self.role = nn.Linear(h, len(ROLES))

    def _in(self, x):
        return F.dropout(x, self.plan.drop_in, self.training)

    def forward(self, predicates, pairs):
        """Scores [p, 6] of the roles of candidates."""
        x, classes, own, features, sets = predicates
        if self.training:
            own = torch.where(torch.rand(own.shape) < self.plan.forget, 0, own)
        given = self.predicate(self._in(x)) + self.classes(classes) + self.own(own[:, None]) + self.features(features) + self.sets(sets)
        words, features, of = pairs
        hidden = given[of] + self.word(self._in(words)) + self.pairs(features)
        return self.role(F.dropout(F.leaky_relu(hidden, 0.1), self.plan.drop, self.training))


def learn(material, network, plan, log=lambda _: None):
    """Let a network learn from material."""
    random = np.random.default_rng(plan.seed)
    best = torch.optim.AdamW(network.parameters(), lr=plan.rate, weight_decay=plan.decay)
    some = np.flatnonzero(material.corpus.count)
    steps = -(-len(some) // plan.predicates)
    at, last = 0, plan.epochs * steps
    network.train()
    for epoch in range(plan.epochs):
        shuffled, total = random.permutation(some), 0.0
        for k in range(steps):
            for group in best.param_groups:
                group["lr"] = plan.rate * min(1, (at + 1) / 50) * (1 - at / last)
            at += 1
            predicates, pairs, roles = material.batch(shuffled[k * plan.predicates : (k + 1) * plan.predicates])
            loss = F.cross_entropy(network(predicates, pairs), roles)
            best.zero_grad()
            loss.backward()
            best.step()
            total += loss.item()
        log(f"epoch {epoch + 1}: loss {total / steps:.4f}")
    return network.eval()


# --- measuring ------------------------------------------------------------------------------------------------------------


@torch.no_grad()
def measure(network, material):
    """F1 in per cent by role, as `demarche eval roles` takes it, and of the numbered ones together ("all")."""
    corpus, counts = material.corpus, np.zeros((len(ROLES), 3))  # gold, found, right
    some = np.flatnonzero(corpus.count)
    predicates, pairs, _ = material.batch(some)
    scores = network(predicates, pairs).numpy()
    for i in range(len(corpus.at)):
        if corpus.light[i]:
            continue
        begin = corpus.begin[i]
        found = decode(scores[begin : begin + corpus.count[i]], 0)
        for number, role in enumerate(ROLES):
            if number == 0:
                continue
            gold, word = corpus.fillers[i].get(role), None
            if number in found:
                word = corpus.candidates[begin + found[number][0]]
            counts[number] += gold is not None, word is not None, gold is not None and gold == word
    f = lambda c: 200 * c[2] / max(1, c[0] + c[1])
    return {name: f(c) for name, c in zip(ROLES, counts) if name != "none"} | {"all": f(counts[1 : 1 + len(NUMBERED)].sum(0))}


def decode(scores, least):
    """{role: (candidate, margin)} of one predicate's scores [candidates, 6], of margins above the least: the greatest first, one word for a
    role, one role for a word."""
    margins = {(c, r): row[r] - np.delete(row, r).max() for c, row in enumerate(scores) for r in range(1, len(row))}
    found = {}
    for (c, r), margin in sorted(margins.items(), key=lambda m: -m[1]):
        if margin > least and r not in found and c not in (taken for taken, _ in found.values()):
            found[r] = c, margin
    return found


# --- the stage ------------------------------------------------------------------------------------------------------------


def train(data_folder, work, plan, log):
    """Train on srl train and write roles.pt and roles.json, the figures on srl dev, into work."""
    folder = Path(data_folder, "srl")
    learned, dev = (corpus(work, folder / f"ewt-{name}.jsonl.gz", name) for name in ("train", "dev"))
    classes = frames(folder / "frames.jsonl.gz")
    often = [w for w, n in collections.Counter(learned.words).items() if n >= plan.often and w[1]]
    lexicon = Lexicon(classes, often)
    torch.manual_seed(plan.seed)
    network = Roles(learned.sizes, plan, len(lexicon.features), len(lexicon.own))
    learn(Material(learned, lexicon), network, plan, log)
    figures = measure(network, Material(dev, lexicon))
    counts = {"predicates": len(learned.words), "own": len(often), "words": len(classes.keys() | set(often))}
    torch.save({"sizes": learned.sizes, "plan": plan, "classes": classes, "own": often, "network": network.state_dict()}, work / "roles.pt")
    (work / "roles.json").write_text(json.dumps({"figures": figures, "counts": counts}, indent=1))


def load(path):
    """The network that train saved, and its lexicon."""
    saved = torch.load(path, weights_only=False)
    lexicon = Lexicon(saved["classes"], saved["own"])
    network = Roles(saved["sizes"], saved["plan"], len(lexicon.features), len(lexicon.own))
    network.load_state_dict(saved["network"])
    return network.eval(), lexicon


def corpus(work, texts, name):
    """A corpus as the program sees it. It needs Go."""
    folder = work / "roles" / name
    subprocess.run(["go", "run", "./train/roles", str(Path(texts).resolve()), str(folder.resolve())], cwd=ROOT, check=True)
    return Corpus(texts, folder)


# --- files ----------------------------------------------------------------------------------------------------------------


def write(path, network, lexicon):
    """Write roles.dmm (data/models/README.md)."""
    state = {k: v.float().numpy() for k, v in network.state_dict().items()}
    out, plan = {}, network.plan
    for part in ("predicate", "word", "role"):
        export.matrix(out, part, state[f"{part}.weight"], state.get(f"{part}.bias"))
    out["predicatefeature"] = np.concatenate([state["features.weight"], state["sets.weight"].T])
    out["pairfeature"] = state["pairs.weight"]
    rows, lines = _known(lexicon, state["classes.weight"], state["own.weight"])
    out["known.weight"], out["known.scale"] = export.embedding(rows)
    out["words"] = lines
    config = {"width": network.word.in_features, "pair": plan.pair, "known": len(rows)}
    dmm.write(path, "roles", config, {"role": list(ROLES)}, out)


def _known(lexicon, features, own):
    """(rows, lines): the first row of zeros, then those of the words' own, then one for each class: the sum of its features'. Lines
    "lemma TAB part TAB row of the class TAB row of its own", sorted by bytes."""
    rows, classes, lines = [np.zeros_like(own[0]), *own[1:]], {}, []
    for word in lexicon.classes.keys() | lexicon.own.keys():
        numbers, mine = lexicon.of(word)
        lines.append((*word, tuple(numbers), mine))
    for _, _, numbers, _ in sorted(lines):
        if any(numbers) and numbers not in classes:
            classes[numbers] = len(rows)
            rows.append(features[list(numbers)].sum(0))
    return np.stack(rows), "".join(sorted((f"{lemma}\t{part}\t{classes.get(numbers, 0)}\t{mine}\n" for lemma, part, numbers, mine in lines), key=str.encode))


# --- the fixture ----------------------------------------------------------------------------------------------------------

FIXTURE = ROOT / "internal" / "syntax" / "roles" / "testdata" / "fixture.json"
LEAST = -2  # margins of fillers that are told


def write_fixture(folder, work, sentences):
    """Write what roles.dmm in folder makes of each word of sentences (a file, words separated by spaces), by the arithmetic of
    data/models/README.md on vectors and features that the program gives."""
    given = [line.split(" ") for line in sentences.read_text("utf8").splitlines()]
    texts = work / "roles" / "fixture.jsonl.gz"
    with gzip.open(texts, "wt") as f:
        for words in given:
            f.write(json.dumps({"tokens": words, "predicates": [{"token": i, "sense": "", "args": []} for i in range(len(words))]}) + "\n")
    seen = corpus(work, texts, "fixture")
    scores = reckon(Reference(folder), dmm.read(folder / "roles.dmm")[3], seen)
    entries, word = [], 0
    for words in given:
        entry = {"words": words, "fillers": []}
        for i in range(word, word + len(words)):
            begin = seen.begin[i]
            found = decode(scores[begin : begin + seen.count[i]], LEAST)
            entry["fillers"].append({ROLES[r]: [int(seen.candidates[begin + c]) - word, round(float(m), 4)] for r, (c, m) in sorted(found.items())})
        entries.append(entry)
        word += len(words)
    FIXTURE.parent.mkdir(exist_ok=True)
    FIXTURE.write_text(json.dumps(entries, ensure_ascii=False, separators=(",", ":")).replace('{"words"', '\n{"words"') + "\n", "utf8")


def reckon(reference, tensors, corpus):
    """Scores [p, 6] of all candidates of a corpus."""
    rows = {tuple(line.split("\t")[:2]): list(map(int, line.split("\t")[2:])) for line in tensors["words"].splitlines()}
    known = tensors["known.weight"].astype(np.float32) * tensors["known.scale"][:, None]
    table, first = tensors["predicatefeature"], sum(f["Size"] for f in corpus.sizes["predicates"])
    given = reference.product(tensors, "predicate", corpus.x[corpus.at])[:, : known.shape[1]]
    for i, word in enumerate(corpus.words):
        given[i] += sum((known[r] for r in rows.get(word, ()) if r), np.float32(0))
        given[i] += table[corpus.features[i]].sum(0) + corpus.sets[i] @ table[first:]
    of = np.repeat(np.arange(len(corpus.at)), corpus.count)
    words = reference.product(tensors, "word", corpus.x)[:, : known.shape[1]]
    hidden = given[of] + words[corpus.candidates] + tensors["pairfeature"][corpus.pairs].sum(1)
    return reference.product(tensors, "role", np.where(hidden < 0, np.float32(0.1) * hidden, hidden), len(ROLES))

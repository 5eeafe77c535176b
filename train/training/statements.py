"""The head of statements: which words are cues, and what the other words of the sentence are to them.

It learns on the frozen encoder, from what the program itself makes of the texts (`go run ./train/statements features`): word
vectors, trees and the features that internal/attribution/linker defines. Two networks of one hidden layer: one reads a word
(its vector, that of its head in the tree, features), one a pair of a cue and a word (both vectors, features of the pair).

n is the number of words, p of pairs; all tensors are float32 or int64.
"""

import gzip
import hashlib
import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from . import dmm, export

TYPES = ("none", "assertion", "belief", "knowledge", "intention", "attitude", "refusal")
STANCES = ("reported", "claimed", "confirmed", "denied", "accused", "promised", "threatened", "demanded", "believed", "declined")
ROLES = ("none", "source", "cue", "content", "addressee")
ANY = len(TYPES)  # a cue whose type is not annotated
CONTENTFUL = ("VERB", "NOUN", "ADJ", "PROPN", "ADV", "ADP")


@dataclass(frozen=True)
class Plan:
    hidden: int = 128  # of the network of words
    pair: int = 128  # of the network of pairs
    epochs: int = 20
    rate: float = 2e-3
    decay: float = 0.01
    drop: float = 0.3
    drop_in: float = 0.15
    words: int = 1024  # in a batch
    cues: int = 64  # in a batch
    silence: float = 0.1  # weight of a word that GUM leaves without annotation
    silent: float = 0.15  # share of the words in sentences without annotation that are learned from
    foreign: float = 0.5  # weight of what GUM annotates
    stance: float = 0.1
    seed: int = 1


# --- what the program sees of texts ---------------------------------------------------------------------------------------


class Corpus:
    """Texts with their attributions, word by word. partial says that words without annotation tell little (GUM)."""

    def __init__(self, texts, folder, partial, plan=Plan()):
        self.documents = documents(texts)
        self.sizes = json.loads(Path(folder, "sizes.json").read_text())
        self.x = np.fromfile(Path(folder, "vectors.f32"), np.float32).reshape(-1, self.sizes["width"])
        n = len(self.x)
        self.features = self._shifted(Path(folder, "words.u8"), "words")
        bits = np.fromfile(Path(folder, "dependents.u32"), np.uint32)
        self.dependents = ((bits[:, None] >> np.arange(self.sizes["dependents"], dtype=np.uint32)) & 1).astype(np.float32)
        self.pairs = self._shifted(Path(folder, "pairs.u8"), "pairs")
        self.head, self.type, self.stance = np.arange(n), np.zeros(n, int), np.full(n, -1)
        self.weight = np.full(n, plan.silence if partial else 1, np.float32)
        self.of, self.inside = np.zeros(n, int), np.zeros(n, bool)  # document; in the content of an attribution
        self.links = []
        self.partial, self.foreign = partial, plan.foreign
        word = pair = 0
        with open(Path(folder, "sentences.jsonl")) as lines:
            for number, (document, line) in enumerate(zip(self.documents, lines, strict=True)):
                view = View(document, json.loads(line)["sentences"], word, pair)
                self.of[word : word + len(view.spans)] = number
                for i, h in enumerate(view.heads):
                    self.head[word + i] = word + (h if h >= 0 else i)
                for a in document["attributions"]:
                    self._take(view, a, number)
                word, pair = word + len(view.spans), view.pair_end
        if partial:
            self._thin(plan)
        if word != n or pair != len(self.pairs):
            raise ValueError(f"{folder}: not made of these texts")

    def _shifted(self, path, kind):
        """Values of features, numbered over all features."""
        sizes = [f["Size"] for f in self.sizes[kind]]
        values = np.fromfile(path, np.uint8).reshape(-1, len(sizes)).astype(np.int64)
        return values + np.cumsum([0, *sizes[:-1]])

    def _thin(self, plan):
        """Leave out most words of sentences without annotation."""
        spoken = np.zeros(len(self.x), bool)
        for _, _, first, roles, _ in self.links:
            spoken[first : first + len(roles)] = True
        self.weight[~spoken & (np.random.default_rng(plan.seed).random(len(self.x)) >= plan.silent)] = 0

    def _take(self, view, a, number):
        """Take up an attribution; without a cue it teaches nothing."""
        content = view.words(a.get("content"))
        self.inside[view.word + content] = True
        cue = view.cue(a)
        if cue is None:
            return
        cue, head, sentence = cue
        at = view.word + head
        self.type[at] = TYPES.index(a["type"]) if a.get("type") else ANY
        if a.get("stance"):
            self.stance[at] = STANCES.index(a["stance"])
        if self.partial:
            self.weight[at] = self.foreign
            content = view.without_stop(content)
        first, size = view.first[sentence], view.size[sentence]
        roles = np.zeros(size, int)
        for role, words in (("content", content), ("addressee", view.words(a.get("addressee"))), ("source", view.words(a.get("source"))), ("cue", cue)):
            words = words[(words >= first) & (words < first + size)]
            roles[words - first] = ROLES.index(role)
        begin = view.pair_begin[sentence] + (head - first) * size
        self.links.append((number, at, view.word + first, roles, self.pairs[begin : begin + size]))


class View:
    """A document's words. Their numbers begin at 0; word and pair say where they lie in the corpus."""

    def __init__(self, document, sentences, word, pair):
        self.text, self.word = document["text"], word
        self.spans, self.heads, self.upos, self.sentence = [], [], [], []
        self.first, self.size, self.pair_begin = [], [], []
        for number, s in enumerate(sentences):
            n, first = len(s["words"]), len(self.spans)
            self.first.append(first)
            self.size.append(n)
            self.pair_begin.append(pair)
            self.heads += [h + first if h >= 0 else -1 for h in s["heads"]]
            self.spans += s["words"]
            self.upos += s["upos"]
            self.sentence += [number] * n
            pair += n * n
        self.pair_end = pair
        self.starts, self.ends = np.array([s for s, _ in self.spans]), np.array([e for _, e in self.spans])

    def words(self, spans):
        """Numbers of the words that share characters with spans."""
        inside = np.zeros(len(self.spans), bool)
        for start, end in spans or ():
            inside |= (self.starts < end) & (self.ends > start)
        return np.flatnonzero(inside)

    def cue(self, a):
        """(words, head, sentence) of a cue, None for none: the word whose head lies outside, the last with content of several."""
        words = self.words(a.get("cue"))
        if not len(words):
            return None
        sentence = int(np.bincount([self.sentence[w] for w in words]).argmax())
        words = np.array([w for w in words if self.sentence[w] == sentence])
        tops = [w for w in words if self.heads[w] not in words and self.upos[w] != "PUNCT"] or list(words)
        return words, int(([w for w in tops if self.upos[w] in CONTENTFUL] or tops)[-1]), sentence

    def without_stop(self, words):
        words = list(words)
        while words and self.text[slice(*self.spans[words[-1]])] in (",", "."):
            words.pop()
        return np.array(words, int)


def documents(path):
    with (gzip.open if str(path).endswith(".gz") else open)(path, "rt") as f:
        return [json.loads(line) for line in f]


def held_out(identifier):
    """One passage in ten."""
    return int(hashlib.sha256(identifier.encode()).hexdigest(), 16) % 10 == 0


# --- the network ----------------------------------------------------------------------------------------------------------


def table(features, width):
    """A row for each value of each feature; what it gives is the sum of the rows of a word's or pair's values."""
    t = nn.EmbeddingBag(sum(f["Size"] for f in features), width, mode="sum")
    nn.init.normal_(t.weight, std=0.02)
    return t


class Statements(nn.Module):
    def __init__(self, sizes, plan):
        super().__init__()
        d, self.plan = sizes["width"], plan
        self.own, self.above = nn.Linear(d, plan.hidden), nn.Linear(d, plan.hidden, bias=False)
        self.features, self.dependents = table(sizes["words"], plan.hidden), nn.Linear(sizes["dependents"], plan.hidden, bias=False)
        self.judge = nn.Linear(plan.hidden, len(TYPES) + len(STANCES))
        self.cue, self.word = nn.Linear(d, plan.pair), nn.Linear(d, plan.pair, bias=False)
        self.pairs, self.role = table(sizes["pairs"], plan.pair), nn.Linear(plan.pair, len(ROLES))

    def _in(self, x):
        return F.dropout(x, self.plan.drop_in, self.training)

    def _out(self, h):
        return F.dropout(F.leaky_relu(h, 0.1), self.plan.drop, self.training)

    def cues(self, own, above, features, dependents):
        """Logits of types [n, 7] and of stances [n, 10]."""
        h = self.own(self._in(own)) + self.above(self._in(above)) + self.features(features) + self.dependents(dependents)
        return self.judge(self._out(h)).split([len(TYPES), len(STANCES)], 1)

    def links(self, cues, words, features, cue):
        """Logits of roles [p, 5] of words, each seen from the cue with the number cue[p]."""
        h = self.cue(self._in(cues))[cue] + self.word(self._in(words)) + self.pairs(features)
        return self.role(self._out(h))


class Material:
    """What is learned from some corpora: all words, and the links of those documents that keep wants."""

    def __init__(self, corpora, keep):
        shift, words, self.links = 0, [], []
        for c in corpora:
            wanted = np.array([keep(c, d["id"]) for d in c.documents])
            words.append((c.x, c.head + shift, c.features, c.dependents, c.type, c.stance, c.weight * wanted[c.of]))
            weight = c.foreign if c.partial else 1
            self.links += [(at + shift, first + shift, roles, pairs, weight) for number, at, first, roles, pairs in c.links if wanted[number]]
            shift += len(c.x)
        self.x, self.head, self.features, self.dependents, self.type, self.stance, self.weight = (torch.from_numpy(np.concatenate(w)) for w in zip(*words))

    def words(self, w):
        return self.x[w], self.x[self.head[w]], self.features[w], self.dependents[w]

    def cues(self, numbers):
        """Inputs of links for some cues, with the roles and the weight of each pair."""
        some = [self.links[i] for i in numbers]
        sizes = [len(roles) for _, _, roles, _, _ in some]
        cue = torch.from_numpy(np.repeat(np.arange(len(some)), sizes))
        words = torch.from_numpy(np.concatenate([np.arange(first, first + n) for (_, first, _, _, _), n in zip(some, sizes)]))
        pairs, roles = (torch.from_numpy(np.concatenate([s[k] for s in some])) for k in (3, 2))
        weight = torch.tensor([float(s[4]) for s in some])[cue]
        return (self.x[[s[0] for s in some]], self.x[words], pairs, cue), roles, weight


def learn(material, sizes, plan, log=lambda _: None):
    """A network that has learned from material."""
    torch.manual_seed(plan.seed)
    random = np.random.default_rng(plan.seed)
    network = Statements(sizes, plan)
    best = torch.optim.AdamW(network.parameters(), lr=plan.rate, weight_decay=plan.decay)
    words = torch.nonzero(material.weight > 0)[:, 0]
    steps = max(len(words) // plan.words, len(material.links) // plan.cues) + 1
    at, last = 0, plan.epochs * steps
    network.train()
    for epoch in range(plan.epochs):
        shuffled, cues, total = words[torch.randperm(len(words))], random.permutation(len(material.links)), 0.0
        for k in range(steps):
            for group in best.param_groups:
                group["lr"] = plan.rate * min(1, (at + 1) / 50) * (1 - at / last)
            at += 1
            w = shuffled[torch.arange(k * plan.words, (k + 1) * plan.words) % len(shuffled)]
            loss = word_loss(network, material, w) + link_loss(network, material, cues[np.arange(k * plan.cues, (k + 1) * plan.cues) % len(cues)])
            best.zero_grad()
            loss.backward()
            best.step()
            total += loss.item()
        log(f"epoch {epoch + 1}: loss {total / steps:.4f}")
    return network.eval()


def word_loss(network, material, w):
    types, stances = network.cues(*material.words(w))
    gold, weight, stance = material.type[w], material.weight[w], material.stance[w]
    p = F.log_softmax(types, 1)
    right = torch.where(gold == ANY, torch.logsumexp(p[:, 1:], 1), p.gather(1, gold.clamp(max=ANY - 1)[:, None])[:, 0])
    loss = -4 * (right * weight).sum() / weight.sum()
    if (stance >= 0).any():
        loss = loss + network.plan.stance * F.cross_entropy(stances[stance >= 0], stance[stance >= 0])
    return loss


def link_loss(network, material, numbers):
    inputs, roles, weight = material.cues(numbers)
    return (F.cross_entropy(network.links(*inputs), roles, reduction="none") * weight).mean()


# --- measuring ------------------------------------------------------------------------------------------------------------


@torch.no_grad()
def measure(network, corpus, wanted=lambda _: True, flat=False):
    """Figures in per cent. flat leaves out words inside contents, where the corpus annotates no cues (PolNeAR)."""
    material = Material([corpus], lambda _, identifier: wanted(identifier))
    count = torch.from_numpy(np.array([wanted(d["id"]) for d in corpus.documents])[corpus.of])
    gold = material.type > 0
    if flat:
        count &= gold | ~torch.from_numpy(corpus.inside)
    types, stances = network.cues(*material.words(torch.arange(len(corpus.x))))
    score = (types[:, 1:].max(1).values - types[:, 0])[count]
    order = score.argsort(descending=True)
    hits = gold[count][order].cumsum(0).numpy()
    f = 200 * hits / (np.arange(len(hits)) + 1 + hits[-1])
    figures = {"cue": f.max(), "from": score[order][f.argmax()].item(), "cue at 0": f[max(0, int((score > 0).sum()) - 1)]}
    typed = count & gold & (material.type < ANY)
    if typed.any():
        figures["type"] = 100 * (types[typed][:, 1:].argmax(1) + 1 == material.type[typed]).float().mean().item()
        figures["stance"] = 100 * (stances[typed].argmax(1) == material.stance[typed]).float().mean().item()
    return figures | link_figures(network, material)


def link_figures(network, material):
    """F1 over words, and how often all words are right, given the cue."""
    both, whole = np.zeros((len(ROLES), 2)), np.zeros(len(ROLES))
    for i in range(len(material.links)):
        inputs, gold, _ = material.cues([i])
        guess = network.links(*inputs).argmax(1)
        for r in range(1, len(ROLES)):
            g, p = gold == r, guess == r
            both[r] += (2 * (g & p).sum().item(), (g.sum() + p.sum()).item())
            whole[r] += (g == p).all().item()
    return {f"{name} {what}": v for r, name in enumerate(ROLES) if r for what, v in (("words", 100 * both[r, 0] / max(1, both[r, 1])), ("whole", 100 * whole[r] / max(1, len(material.links))))}


# --- the stage ------------------------------------------------------------------------------------------------------------

ROOT = Path(__file__).resolve().parents[2]
PASSAGES = ROOT / "gold" / "attribution"


def train(data_folder, work, plan, log):
    """Train on our passages and GUM and write statements.pt and statements.json, the figures, into work. One passage in ten is
    never learned from."""
    gum = Path(data_folder, "gum-attribution")
    ours, theirs, dev = (
        corpus(work, name, texts, partial, plan)
        for name, texts, partial in (("own", passages(work), False), ("gum", gum / "train.jsonl.gz", True), ("gum-dev", gum / "dev.jsonl.gz", True))
    )
    learned = Material([ours, theirs], lambda c, identifier: c is theirs or not held_out(identifier))
    network = learn(learned, ours.sizes, plan, log)
    figures = {"own": measure(network, ours, held_out), "gum": measure(network, dev)}
    counts = {"passages": len(ours.documents), "attributions": sum(len(d["attributions"]) for d in ours.documents), "gum": len(theirs.links)}
    torch.save({"sizes": ours.sizes, "plan": plan, "network": network.state_dict()}, work / "statements.pt")
    (work / "statements.json").write_text(json.dumps({"figures": figures, "counts": counts}, indent=1))


def load(path):
    """The network that train saved."""
    saved = torch.load(path, weights_only=False)
    network = Statements(saved["sizes"], saved["plan"])
    network.load_state_dict(saved["network"])
    return network.eval()


def passages(work):
    """Our passages as JSONL, written by the program into work."""
    out = work / "statements" / "own.jsonl"
    out.parent.mkdir(exist_ok=True)
    with open(out, "w") as f:
        subprocess.run(["go", "run", "./train/statements", "write"], cwd=ROOT, check=True, stdout=f)
    return out


def corpus(work, name, texts, partial, plan):
    """A corpus as the program sees it. It needs Go."""
    folder = work / "statements" / name
    subprocess.run(["go", "run", "./train/statements", "features", str(Path(texts).resolve()), str(folder.resolve())], cwd=ROOT, check=True)
    return Corpus(texts, folder, partial, plan)


# --- files ----------------------------------------------------------------------------------------------------------------


def write(path, network):
    """Write statements.dmm (data/models/README.md)."""
    state = {k: v.float().numpy() for k, v in network.state_dict().items()}
    out, plan = {}, network.plan
    for part in ("own", "above", "judge", "cue", "word"):
        export.matrix(out, part, state[f"{part}.weight"], state.get(f"{part}.bias"))
    out["cuefeature"] = np.concatenate([state["features.weight"], state["dependents.weight"].T])
    out["pairfeature"] = state["pairs.weight"]
    out["role"] = np.concatenate([state["role.weight"], state["role.bias"][:, None]], 1)
    config = {"width": network.own.in_features, "cue": plan.hidden, "link": plan.pair}
    dmm.write(path, "statements", config, {"type": list(TYPES), "stance": list(STANCES), "role": list(ROLES)}, out)


"""The choice head: what relates two sides of a sentence, given the word that tells of the deed, or none known.

It learns on the frozen encoder, from our own labelled sentences (gold/choice) and the lexicon's examples, as the program sees them
(`go run ./train/choice features`): the vectors of words behind the encoder's second layer, where words still mean what they mean alone,
and behind its last. One more layer of attention reads their sum, with marks added to the words of trigger, actors and recipients; a network of
one hidden layer reads what it makes of these words, and says type, mode, status and contexts.

Each event is shown with its trigger, and labelled as it is; each pair of sides also without, labelled as the codebook folds it.
B is the number of samples of a batch, N of words; all tensors are float32 or int64.
"""

import json
import re
import subprocess
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from . import dmm, export, rounding
from .model import Layer, Size

NONE, STATEMENT = "none", "-"
STATUSES = ("occurred", "ongoing", "planned", "demanded", "threatened", "conditional", "hypothetical", "denied", "historical")
EPS = 1e-6
FITS = 7  # how well a frame may fit a pair: internal/coder/evidence.go
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Plan:
    rows: int = 192  # width of the head's layer
    heads: int = 6
    ffn: int = 384
    layers: int = 1
    hidden: int = 128
    epochs: int = 16
    rounded: int = 4  # of these, with the rounding of the files: the last
    batch: int = 48
    rate: float = 1e-3
    decay: float = 0.01
    drop_in: float = 0.15
    drop: float = 0.3
    smooth: float = 0.05
    mode: float = 0.5  # weights of losses
    status: float = 0.3
    contexts: float = 0.3
    other: float = 0.3  # weight of a verb that no line names, shown as no deed
    seed: int = 1


def held_out(identifier):
    """Whole batches of writing: the fifth of each ten, a tenth of all."""
    return re.search(r"gold/choice/.*-05\.txt:", identifier) is not None


# --- what the program sees ------------------------------------------------------------------------------------------------


class Corpus:
    """Sentences with their vectors: upper and lower [words, width] over all, first the number of each one's first word."""

    def __init__(self, folder):
        with open(Path(folder, "sentences.jsonl")) as f:
            self.sentences = [json.loads(line) for line in f]
        sizes = [len(s["words"]) for s in self.sentences]
        self.first = np.cumsum([0, *sizes])
        self.upper, self.lower = (torch.from_numpy(np.fromfile(Path(folder, f"{n}.f32"), np.float32).reshape(self.first[-1], -1)) for n in ("upper", "lower"))


@dataclass
class Sample:
    sentence: int
    label: dict
    known: bool  # whether its trigger is shown
    weight: float = 1.0


def samples(corpus, keep, other=0.0):
    """Samples of the sentences whose identifier keep wants; if other is not 0, verbs that no line names are shown as no deed."""
    out = []
    for number, s in enumerate(corpus.sentences):
        if not keep(s["id"]):
            continue
        out += [Sample(number, e, True) for e in s["events"] if e["trigger"] >= 0]
        out += [Sample(number, p, False) for p in s["pairs"] or ()]
        if other and s["id"].startswith("gold/"):
            told = {e["trigger"] for e in s["events"]}
            sides = s["pairs"][0] if s["pairs"] else {"actors": [], "recipients": []}
            for v in set(s["verbs"] or []) - told - {*sides["actors"], *sides["recipients"]}:
                label = {"trigger": v, "actors": sides["actors"], "recipients": sides["recipients"], "type": NONE, "mode": "", "status": "", "contexts": None}
                out.append(Sample(number, label, True, other))
    return out


class Labels:
    def __init__(self, ontology):
        self.types = [NONE, STATEMENT, *(r[0] for r in _table(ontology / "types.tsv"))]
        modes = [(r[0], r[1]) for r in _table(ontology / "modes.tsv")]
        self.modes = [*dict.fromkeys(t for t, _ in modes), *(f"{t} {m}" for t, m in modes)]
        self.contexts = [r[0] for r in _table(ontology / "contexts.tsv")]
        self.mode_type = torch.tensor([self.types.index(m.split()[0]) for m in self.modes])

    @property
    def sizes(self):
        return [len(self.types), len(self.modes), len(STATUSES), len(self.contexts)]

    def code(self, some):
        """Tensors of the labels of samples; -1 for what is not known."""
        types = torch.tensor([self.types.index(s.label["type"]) for s in some])
        modes = [f"{s.label['type']} {s.label['mode']}".strip() for s in some]
        modes = torch.tensor([self.modes.index(m) if m in self.modes else -1 for m in modes])
        statuses = torch.tensor([STATUSES.index(s.label["status"]) if s.label["status"] else -1 for s in some])
        contexts = torch.zeros(len(some), len(self.contexts))
        for i, s in enumerate(some):
            for c in s.label["contexts"] or ():
                contexts[i, self.contexts.index(c)] = 1
        known = torch.tensor([s.label["contexts"] is not None for s in some])
        return types, modes, statuses, contexts, known


def _table(path):
    lines = [line.split("\t") for line in path.read_text().splitlines() if not line.startswith("#")]
    return lines[1:]


# --- the network ----------------------------------------------------------------------------------------------------------


class Choice(nn.Module):
    def __init__(self, plan, width, sizes):
        super().__init__()
        w, self.plan, self.sizes, linear = plan.rows, plan, sizes, rounding.Linear
        self.upper, self.lower = linear(width, w), linear(width, w, bias=False)
        self.marks, self.first = nn.Parameter(torch.randn(3, w) * 0.3), nn.Parameter(torch.randn(w) * 0.3)
        self.norm = nn.LayerNorm(w, eps=EPS)
        shape = Size("", plan.layers, w, plan.heads, plan.ffn, 0, 0, EPS, 0)
        self.layer = nn.ModuleList(Layer(shape) for _ in range(plan.layers))
        self.key, self.absent = nn.Parameter(torch.randn(w) * 0.05), nn.Parameter(torch.zeros(2, w))
        self.hidden, self.out = linear(4 * w, plan.hidden), linear(plan.hidden, sum(sizes))

    def forward(self, upper, lower, marks, mask):
        """Logits [B, types], [B, modes], [B, statuses], [B, contexts] of vectors [B, N, d], marks [B, N, 3], mask [B, N]."""
        drop = self.plan.drop_in
        x = self.upper(F.dropout(upper, drop, self.training)) + self.lower(F.dropout(lower, drop, self.training))
        x = self.norm(x + marks @ self.marks)
        x = torch.cat([self.first.expand(len(x), 1, -1), x], 1)
        bias = torch.zeros(x.shape[:2]).masked_fill(~F.pad(mask, (1, 0), value=True), -1e4)[:, None, None, :]
        for layer in self.layer:
            x = layer(x, bias)
        first, x = x[:, 0], x[:, 1:]
        shares = torch.softmax((x @ self.key).masked_fill(~mask, -1e4), 1)
        known = marks[:, :, 0].sum(1, keepdim=True) > 0
        parts = [(x * torch.where(known, marks[:, :, 0], shares)[:, :, None]).sum(1)]
        for side in (0, 1):
            m = marks[:, :, 1 + side, None]
            n = m.sum(1)
            parts.append(torch.where(n > 0, (x * m).sum(1) / n.clamp(min=1), self.absent[side]))
        h = self.hidden(torch.cat([*parts, first], 1))
        return self.out(F.dropout(F.leaky_relu(h, 0.1), self.plan.drop, self.training)).split(self.sizes, 1)


def inputs(corpus, some):
    """upper, lower, marks, mask of samples."""
    n = max(corpus.first[s.sentence + 1] - corpus.first[s.sentence] for s in some)
    d = corpus.upper.shape[1]
    upper, lower = torch.zeros(len(some), n, d), torch.zeros(len(some), n, d)
    marks, mask = torch.zeros(len(some), n, 3), torch.zeros(len(some), n, dtype=torch.bool)
    for i, s in enumerate(some):
        a, b = corpus.first[s.sentence], corpus.first[s.sentence + 1]
        upper[i, : b - a], lower[i, : b - a], mask[i, : b - a] = corpus.upper[a:b], corpus.lower[a:b], True
        if s.known:
            marks[i, s.label["trigger"], 0] = 1
        for k, side in enumerate(("actors", "recipients")):
            for w in s.label[side] or ():
                marks[i, w, 1 + k] = 1
    return upper, lower, marks, mask


def loss_of(out, gold, weight, plan, labels):
    types, modes, statuses, contexts, known = gold
    total = (F.cross_entropy(out[0], types, label_smoothing=plan.smooth, reduction="none") * weight).mean()
    if (m := modes >= 0).any():
        own = labels.mode_type[None, :] == types[m][:, None]
        total = total + plan.mode * F.cross_entropy(out[1][m].masked_fill(~own, -1e4), modes[m]) * m.float().mean()
    if (s := statuses >= 0).any():
        total = total + plan.status * F.cross_entropy(out[2][s], statuses[s]) * s.float().mean()
    if known.any():
        total = total + plan.contexts * F.binary_cross_entropy_with_logits(out[3][known], contexts[known], reduction="none").sum(1).mean() * known.float().mean()
    return total


def learn(corpus, train, labels, plan, log=lambda _: None, network=None):
    """A network that has learned from samples."""
    torch.manual_seed(plan.seed)
    random = np.random.default_rng(plan.seed)
    network = network or Choice(plan, corpus.upper.shape[1], labels.sizes)
    best = torch.optim.AdamW(network.parameters(), lr=plan.rate, weight_decay=plan.decay)
    sizes = np.array([corpus.first[s.sentence + 1] - corpus.first[s.sentence] for s in train])
    steps, at = plan.epochs * -(-len(train) // plan.batch), 0
    network.train()
    for epoch in range(plan.epochs):
        rounding.set_rounded(network, epoch >= plan.epochs - plan.rounded)
        order = np.lexsort((random.random(len(train)), (sizes + random.integers(0, 6)) // 6))  # sentences of about one length together
        batches = [order[i : i + plan.batch] for i in range(0, len(order), plan.batch)]
        total = 0.0
        for b in random.permutation(len(batches)):
            for group in best.param_groups:
                group["lr"] = plan.rate * min(1, (at + 1) / 50) * (1 - at / steps)
            at += 1
            some = [train[i] for i in batches[b]]
            loss = loss_of(network(*inputs(corpus, some)), labels.code(some), torch.tensor([s.weight for s in some]), plan, labels)
            best.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            best.step()
            total += loss.item()
        log(f"epoch {epoch + 1}: loss {total / len(batches):.3f}")
    rounding.set_rounded(network, plan.rounded > 0)
    return network.eval()


@torch.no_grad()
def scores(network, corpus, some):
    """Logits of samples, as forward gives them."""
    parts = [network(*inputs(corpus, some[i : i + 64])) for i in range(0, len(some), 64)]
    return [torch.cat(p) for p in zip(*parts)]


# --- head and frames together ---------------------------------------------------------------------------------------------


class Combining(nn.Module):
    """How the head's scores of types and what frames say are weighed: internal/coder/combine.go."""

    def __init__(self):
        super().__init__()
        self.sharpness = nn.Parameter(torch.ones(1))
        self.fit, self.lead = nn.Parameter(torch.zeros(FITS)), nn.Parameter(torch.zeros(FITS))

    def forward(self, types, fits, lead):
        """Logits [B, types]; fits [B, types] is the best fit of a frame of each type, lead that of the first type of all, elsewhere 0."""
        return types * self.sharpness + self.fit[fits] * (fits > 0) + self.lead[lead] * (lead > 0)


def frames(some, labels):
    """fits and lead of pairs."""
    fits, lead = (torch.zeros(len(some), len(labels.types), dtype=int) for _ in range(2))
    for i, s in enumerate(some):
        best = None
        for f in s.label["frames"]:
            t = labels.types.index(f["type"])
            fits[i, t] = max(int(fits[i, t]), f["fit"])
            if best is None or f["fit"] > best["fit"]:
                best = f
        if best:
            lead[i, labels.types.index(best["type"])] = best["fit"]
    return fits, lead


def combine(types, some, labels, spread=1.0):
    """Fit the weights on pairs that neither head nor frames have learned from."""
    gold = labels.code(some)[0]
    fits, lead = frames(some, labels)
    weighing = Combining()
    best = torch.optim.LBFGS(weighing.parameters(), max_iter=200, line_search_fn="strong_wolfe")

    def loss():
        best.zero_grad()
        out = F.cross_entropy(weighing(types, fits, lead), gold) + (weighing.fit.square().sum() + weighing.lead.square().sum()) * spread / len(some)
        out.backward()
        return out

    best.step(loss)
    return weighing


# --- measuring ------------------------------------------------------------------------------------------------------------


def right(types, some, labels, always=False):
    """Share of samples whose type is right, in per cent; always leaves out those that have none, and no answer."""
    gold = labels.code(some)[0]
    if always:
        types, gold = types[gold >= 2][:, 2:], gold[gold >= 2] - 2
    return 100 * (types.argmax(1) == gold).float().mean().item()


def calibration(chances, hit, bins=10):
    """Expected calibration error over equal bins of confidence [n], hit [n] being 0 or 1."""
    which = (chances * bins).long().clamp(max=bins - 1)
    return sum(abs((chances[which == b] - hit[which == b]).sum().item()) for b in range(bins)) / len(hit)


def bag_of_words(corpus, train, test, labels):
    """Logits of test by a logistic regression on which words a sentence has, in lower case: what the head must beat."""
    known = {}
    for s in train:
        for w in corpus.sentences[s.sentence]["words"]:
            known.setdefault(w.lower(), len(known))

    def matrix(some):
        at = [(i, known[w]) for i, s in enumerate(some) for w in {w.lower() for w in corpus.sentences[s.sentence]["words"]} if w in known]
        return torch.sparse_coo_tensor(torch.tensor(at).T, torch.ones(len(at)), (len(some), len(known)), check_invariants=False)

    weights, bias = torch.zeros(len(known), len(labels.types), requires_grad=True), torch.zeros(len(labels.types), requires_grad=True)
    best = torch.optim.LBFGS([weights, bias], max_iter=100)
    seen, gold = matrix(train), labels.code(train)[0]

    def loss():
        best.zero_grad()
        out = F.cross_entropy(torch.sparse.mm(seen, weights) + bias, gold) + weights.square().sum() / 2 / len(train)
        out.backward()
        return out

    best.step(loss)
    return (torch.sparse.mm(matrix(test), weights) + bias).detach()


def figures_of(network, weighing, corpus, test, labels):
    """Figures on samples kept apart."""
    pairs, events = [s for s in test if not s.known], [s for s in test if s.known]
    out = {}
    types, modes, statuses, contexts = scores(network, corpus, events)
    gold = labels.code(events)
    out["events"] = right(types, events, labels)
    m = gold[1] >= 0
    own = labels.mode_type[None, :] == gold[0][m][:, None]
    out["mode"] = 100 * (modes[m].masked_fill(~own, -1e4).argmax(1) == gold[1][m]).float().mean().item()
    s = gold[2] >= 0
    out["status"] = 100 * (statuses[s].argmax(1) == gold[2][s]).float().mean().item()
    plain = s & (gold[2] != 0)
    out["status, not occurred"] = 100 * (statuses[plain].argmax(1) == gold[2][plain]).float().mean().item()
    guess, true = contexts[gold[4]] > 0, gold[3][gold[4]] > 0
    out["contexts"] = 200 * (guess & true).sum().item() / max(1, (guess.sum() + true.sum()).item())
    types = scores(network, corpus, pairs)[0]
    fits, lead = frames(pairs, labels)
    alone = torch.where(fits > 0, fits * 2.0, 0.0) + (lead > 0)
    with torch.no_grad():
        both = weighing(types, fits, lead)
    for name, x in (("head", types), ("frames", alone), ("both", both)):
        out[f"pairs, {name}"], out[f"always, {name}"] = right(x, pairs, labels), right(x, pairs, labels, True)
    gold = labels.code(pairs)[0]
    chance, best = torch.softmax(both, 1).max(1)
    out["calibration"] = calibration(chance, (best == gold).float())
    real = gold >= 2
    chance, best = torch.softmax(both[real][:, 2:], 1).max(1)
    out["calibration, always"] = calibration(chance, (best + 2 == gold[real]).float())
    return out


def least(both, gold):
    """The chance from which an answer is given: where answers right and wrong, none where there is one counted as half wrong, balance best."""
    chances = torch.softmax(both, 1)
    chance, best = chances[:, 2:].max(1)
    hit = (best + 2 == gold).float()
    steps = torch.arange(0.1, 0.9, 0.02)
    f1 = [2 * (hit * (chance >= t)).sum() / ((chance >= t).sum() + (gold >= 2).sum()) for t in steps]
    return float(steps[int(torch.stack(f1).argmax())])


# --- the stage ------------------------------------------------------------------------------------------------------------


def train(work, plan, log):
    """Train on our sentences and the lexicon's examples; write choice.pt and choice.json, the figures, into work. Needs Go."""
    folder = work / "choice"
    subprocess.run(["go", "run", "./train/choice", "features", str(folder.resolve())], cwd=ROOT, check=True)
    corpus, labels = Corpus(folder), Labels(ROOT / "data" / "ontology")
    kept = [s for s in samples(corpus, held_out)]
    learned = samples(corpus, lambda i: not held_out(i), plan.other)
    network = learn(corpus, learned, labels, plan, log)
    pairs = [s for s in kept if not s.known]
    types = scores(network, corpus, pairs)[0]
    weighing = combine(types, pairs, labels)
    with torch.no_grad():
        bar = least(weighing(types, *frames(pairs, labels)), labels.code(pairs)[0])
    figures = figures_of(network, weighing, corpus, kept, labels)
    plain = [s for s in learned if s.weight == 1]
    words = bag_of_words(corpus, plain, kept, labels)
    events = torch.tensor([s.known for s in kept])
    for name, m in (("events", events), ("pairs", ~events)):
        figures[f"bag of words, {name}"] = right(words[m], [s for s, k in zip(kept, m) if k], labels)
    counts = Counter("held out" if held_out(s["id"]) else "ours" if s["id"].startswith("gold/") else "lexicon" for s in corpus.sentences)
    torch.save({"plan": asdict(plan), "network": network.state_dict(), "weighing": weighing.state_dict(), "least": bar, "width": corpus.upper.shape[1]}, work / "choice.pt")
    (work / "choice.json").write_text(json.dumps({"figures": figures, "counts": counts}, indent=1))


def load(path):
    """(network, weighing, least) that train saved."""
    saved = torch.load(path, weights_only=True)
    network, weighing = Choice(Plan(**saved["plan"]), saved["width"], Labels(ROOT / "data" / "ontology").sizes), Combining()
    network.load_state_dict(saved["network"])
    weighing.load_state_dict(saved["weighing"])
    return network.eval(), weighing, saved["least"]


def write(path, network, weighing, bar):
    """Write choice.dmm (data/models/README.md)."""
    state = {k: v.float().numpy() for k, v in network.state_dict().items()}
    labels, plan, out = Labels(ROOT / "data" / "ontology"), network.plan, {}
    for part in ("upper", "lower", "hidden", "out"):
        export.matrix(out, part, state[f"{part}.weight"], state.get(f"{part}.bias"))
    for n in range(plan.layers):
        export.layer(out, state, f"layer.{n}.", plan.rows, plan.heads)
    out["marks"], out["first"], out["key"], out["absent"] = (state[n] for n in ("marks", "first", "key", "absent"))
    out["norm.gain"], out["norm.bias"] = state["norm.weight"], state["norm.bias"]
    out["combining"] = np.array([weighing.sharpness.item(), bar], np.float32)
    out["fit"], out["lead"] = weighing.fit.detach().numpy(), weighing.lead.detach().numpy()
    config = {"width": network.upper.in_features, "rows": plan.rows, "lower": 2, "layers": plan.layers, "heads": plan.heads, "ffn": plan.ffn, "hidden": plan.hidden, "eps": EPS}
    dmm.write(path, "choice", config, {"type": labels.types, "mode": labels.modes, "status": list(STATUSES), "context": labels.contexts}, out)

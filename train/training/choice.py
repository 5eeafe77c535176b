"""The choice head: what relates two sides of a sentence, given the word that tells of the deed, or none known.

It learns on the frozen encoder, from our own labelled sentences (gold/choice) and the lexicon's examples, as the program sees them
(`go run ./train/choice features`). The encoder's vectors tell how words stand to one another; which words they are is told by what the
encoder knows of each alone: what its pieces put into the first layer.
One more layer of attention reads the sum of both, with marks added to the words of trigger, actors and recipients; a network of one hidden
layer reads what it makes of these words, and says type, mode, status and contexts.

Each event is shown with its trigger, and labelled as it is; each pair of sides also without, labelled as the codebook folds it.
B is the number of samples of a batch, N of words; all tensors are float32 or int64.
"""

import json
import re
import subprocess
from collections import Counter
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from . import dmm, export, pieces, rounding
from .model import Layer, Size
from .reference import Reference, gelu, leaky

NONE, STATEMENT = "none", "-"
STATUSES = ("occurred", "ongoing", "planned", "demanded", "threatened", "conditional", "hypothetical", "denied", "historical")
EPS = 1e-6
PLACE = 10  # at which words stand alone
FITS = 7  # how well a frame may fit a pair: internal/coder/evidence.go
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Plan:
    rows: int = 192  # width of the head's layer
    heads: int = 6
    ffn: int = 384
    layers: int = 1
    hidden: int = 192
    epochs: int = 10
    rounded: int = 2  # of these, with the rounding of the files: the last
    batch: int = 48
    rate: float = 1e-3
    decay: float = 0.01
    drop_in: float = 0.15
    drop: float = 0.3
    smooth: float = 0.05
    mode: float = 0.5  # weights of losses
    status: float = 0.3
    contexts: float = 0.3
    voices: int = 3  # networks, begun with seeds from this one on, whose scores are averaged
    seed: int = 1


SENTENCES = ROOT / "gold" / "choice"


def held_out(identifier):
    """Whole batches of writing: the fifth of each ten, and the tenth of those in plain words; a tenth of all."""
    return re.search(r"gold/choice/.*(-05|plain-10)\.txt:", identifier) is not None


def ours(identifier):
    return identifier.startswith("gold/")


# --- what the program sees ------------------------------------------------------------------------------------------------


class Words:
    """What the encoder knows of words whatever stands around them: internal/encoder/alone.go."""

    def __init__(self, encoder):
        """encoder is the tensors of encoder.dmm."""
        self.cutter = pieces.Cutter(encoder["vocab"].rstrip("\n").split("\n"))
        x = encoder["word.weight"].astype(np.float32) * encoder["word.scale"][:, None] + encoder["position"][PLACE] + encoder["shape"][0]
        x -= x.mean(1, keepdims=True)
        self.vectors = x / np.sqrt((x * x).mean(1, keepdims=True) + np.float32(1e-12)) * encoder["norm.gain"] + encoder["norm.bias"]
        self.seen = {}

    def of(self, word):
        """The mean of the vectors of a word's pieces."""
        if word not in self.seen:
            self.seen[word] = self.vectors[self.cutter.cut([word])[0]].mean(0)
        return self.seen[word]


class Corpus:
    """Sentences with the vectors of their words: context [words + 1, width] as the encoder gives them, alone [words + 1, width] as it knows
    them alone; the last are of no word. first has the number of each sentence's first word."""

    def __init__(self, folder, words):
        with open(Path(folder, "sentences.jsonl")) as f:
            self.sentences = [json.loads(line) for line in f]
        self.first = np.cumsum([0, *(len(s["words"]) for s in self.sentences)])
        x = np.fromfile(Path(folder, "vectors.f32"), np.float32).reshape(self.first[-1], -1)
        self.context = torch.from_numpy(np.concatenate([x, np.zeros_like(x[:1])]))
        alone = [words.of(w) for s in self.sentences for w in s["words"]]
        self.alone = torch.from_numpy(np.stack([*alone, np.zeros_like(alone[0])]))


@dataclass
class Sample:
    sentence: int
    label: dict
    known: bool  # whether its trigger is shown


def samples(corpus, keep):
    """Samples of the sentences whose identifier keep wants: events with their triggers, pairs without."""
    out = []
    for number, s in enumerate(corpus.sentences):
        if keep(s["id"]):
            out += [Sample(number, e, True) for e in s["events"] if e["trigger"] >= 0]
            out += [Sample(number, p, False) for p in s["pairs"] or ()]
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
        self.upper, self.word = linear(width, w), linear(width, w, bias=False)
        self.marks, self.first = nn.Parameter(torch.randn(3, w) * 0.3), nn.Parameter(torch.randn(w) * 0.3)
        self.norm = nn.LayerNorm(w, eps=EPS)
        shape = Size("", plan.layers, w, plan.heads, plan.ffn, 0, 0, EPS, 0)
        self.layer = nn.ModuleList(Layer(shape) for _ in range(plan.layers))
        self.key, self.absent = nn.Parameter(torch.randn(w) * 0.05), nn.Parameter(torch.zeros(2, w))
        self.hidden, self.out = linear(4 * w, plan.hidden), linear(plan.hidden, sum(sizes))

    def forward(self, context, alone, marks, mask):
        """Logits [B, types], [B, modes], [B, statuses], [B, contexts] of vectors [B, N, d], marks [B, N, 3], mask [B, N]."""
        drop = self.plan.drop_in
        x = self.upper(F.dropout(context, drop, self.training)) + self.word(F.dropout(alone, drop, self.training))
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


class Voices(nn.Module):
    """Networks that learned the same, begun differently. What they say is averaged."""

    def __init__(self, networks):
        super().__init__()
        self.networks = nn.ModuleList(networks)

    def forward(self, *given):
        return [torch.stack(x).mean(0) for x in zip(*(n(*given) for n in self.networks))]


def inputs(corpus, some):
    """context, alone, marks, mask of samples."""
    first, end = (torch.from_numpy(corpus.first[[s.sentence + k for s in some]])[:, None] for k in (0, 1))
    words = first + torch.arange(int((end - first).max()))[None, :]
    mask = words < end
    words = torch.where(mask, words, corpus.first[-1])
    marks = torch.zeros(*words.shape, 3)
    for i, s in enumerate(some):
        if s.known:
            marks[i, s.label["trigger"], 0] = 1
        for k, side in enumerate(("actors", "recipients")):
            for w in s.label[side] or ():
                marks[i, w, 1 + k] = 1
    return corpus.context[words], corpus.alone[words], marks, mask


def loss_of(out, gold, plan, labels):
    types, modes, statuses, contexts, known = gold
    total = F.cross_entropy(out[0], types, label_smoothing=plan.smooth)
    if (m := modes >= 0).any():
        own = labels.mode_type[None, :] == types[m][:, None]
        total = total + plan.mode * F.cross_entropy(out[1][m].masked_fill(~own, -1e4), modes[m]) * m.float().mean()
    if (s := statuses >= 0).any():
        total = total + plan.status * F.cross_entropy(out[2][s], statuses[s]) * s.float().mean()
    if known.any():
        total = total + plan.contexts * F.binary_cross_entropy_with_logits(out[3][known], contexts[known], reduction="none").sum(1).mean() * known.float().mean()
    return total


def learn(corpus, train, labels, plan, log=lambda _: None):
    """A network that has learned from samples."""
    torch.manual_seed(plan.seed)
    random = np.random.default_rng(plan.seed)
    network = Choice(plan, corpus.context.shape[1], labels.sizes)
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
            with torch.autocast("cpu", torch.bfloat16):
                out = network(*inputs(corpus, some))
            loss = loss_of([x.float() for x in out], labels.code(some), plan, labels)
            best.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            best.step()
            total += loss.item()
        log(f"epoch {epoch + 1}: loss {total / len(batches):.3f}")
    rounding.set_rounded(network, plan.rounded > 0)
    return network.eval()


def learn_all(corpus, train, labels, plan, log=lambda _: None):
    return Voices([learn(corpus, train, labels, replace(plan, seed=plan.seed + i), log) for i in range(plan.voices)]).eval()


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

    def forward(self, types, fits, leads, fit=None, lead=None):
        """Logits [B, types]; fits [B, types] is the best fit of a frame of each type, leads that of the first type of all, elsewhere 0."""
        fit, lead = (self.fit, self.lead) if fit is None else (fit, lead)
        return types * self.sharpness + fit[fits] * (fits > 0) + lead[leads] * (leads > 0)


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


def combine(types, some, every, labels):
    """Fit the weights: what frames are worth on all pairs, none of which they were written for; how far head and frames are to be believed
    beside each other on some pairs that the head has not learned from, types being its logits of these."""
    alone = Combining()
    usual = torch.log(torch.bincount(labels.code(every)[0], minlength=len(labels.types)).float() + 1).expand(len(every), -1)
    fit(alone, [alone.fit, alone.lead], lambda: alone(usual, *frames(every, labels)), labels.code(every)[0], 0.3 / len(every))
    weighing, believed = Combining(), nn.Parameter(torch.ones(1))
    at, worth, lead = frames(some, labels), alone.fit.detach(), alone.lead.detach()
    fit(weighing, [weighing.sharpness, believed], lambda: weighing(types, *at, believed * worth, believed * lead), labels.code(some)[0], 0)
    weighing.fit.data, weighing.lead.data = believed.data * worth, believed.data * lead
    return weighing


def fit(module, parameters, logits, gold, spread):
    best = torch.optim.LBFGS(parameters, max_iter=200, line_search_fn="strong_wolfe")

    def loss():
        best.zero_grad()
        out = F.cross_entropy(logits(), gold) + sum(p.square().sum() for p in parameters) * spread
        out.backward()
        return out

    best.step(loss)


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


def believe(network, corpus, test, labels):
    """(a, b) of σ(a + b·margin): the chance that a frame's type is right at its trigger, margin being by how much the head's score of that type
    is higher than the best of the others; and (margins, hits) of the samples that have a frame."""
    some = [s for s in test if s.known and s.label["frame"]]
    types = scores(network, corpus, some)[0]
    told = torch.tensor([labels.types.index(s.label["frame"]) for s in some])
    own = types.gather(1, told[:, None])[:, 0]
    margins = own - types.scatter(1, told[:, None], -1e9).max(1).values
    hits = (told == labels.code(some)[0]).float()
    line = nn.Parameter(torch.tensor([0.0, 1.0]))
    best = torch.optim.LBFGS([line], max_iter=100, line_search_fn="strong_wolfe")

    def loss():
        best.zero_grad()
        out = F.binary_cross_entropy_with_logits(line[0] + line[1] * margins, hits)
        out.backward()
        return out

    best.step(loss)
    return line.detach(), margins, hits


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
    line, margins, hits = believe(network, corpus, events, labels)
    out["frames right at their triggers"] = 100 * hits.mean().item()
    out["calibration, frames at their triggers"] = calibration(torch.sigmoid(line[0] + line[1] * margins), hits)
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
    corpus, labels = Corpus(folder, Words(dmm.read(ROOT / "data" / "models" / "encoder.dmm")[3])), Labels(ROOT / "data" / "ontology")
    kept, learned = samples(corpus, held_out), samples(corpus, lambda i: not held_out(i))
    network = learn_all(corpus, learned, labels, plan, log)
    finish(network, corpus, kept, learned, labels, plan, work)


def finish(network, corpus, kept, learned, labels, plan, work):
    """Weigh, measure and save what has learned."""
    pairs = [s for s in kept if not s.known]
    types = scores(network, corpus, pairs)[0]
    weighing = combine(types, pairs, [s for s in samples(corpus, ours) if not s.known], labels)
    with torch.no_grad():
        bar = least(weighing(types, *frames(pairs, labels)), labels.code(pairs)[0])
    figures = figures_of(network, weighing, corpus, kept, labels)
    words = bag_of_words(corpus, learned, kept, labels)
    events = torch.tensor([s.known for s in kept])
    for name, m in (("events", events), ("pairs", ~events)):
        figures[f"bag of words, {name}"] = right(words[m], [s for s, k in zip(kept, m) if k], labels)
    counts = Counter("held out" if held_out(s["id"]) else "ours" if s["id"].startswith("gold/") else "lexicon" for s in corpus.sentences)
    torch.save({"plan": asdict(plan), "network": network.state_dict(), "weighing": weighing.state_dict(), "least": bar, "belief": believe(network, corpus, kept, labels)[0], "width": corpus.context.shape[1]}, work / "choice.pt")
    (work / "choice.json").write_text(json.dumps({"figures": figures, "counts": counts}, indent=1))


def load(path):
    """(voices, weighing, least, belief) that train saved."""
    saved = torch.load(path, weights_only=True)
    plan = Plan(**saved["plan"])
    sizes = Labels(ROOT / "data" / "ontology").sizes
    network, weighing = Voices([Choice(plan, saved["width"], sizes) for _ in range(plan.voices)]), Combining()
    network.load_state_dict(saved["network"])
    weighing.load_state_dict(saved["weighing"])
    return network.eval(), weighing, saved["least"], saved["belief"]


def write(path, network, weighing, bar, belief):
    """Write choice.dmm (data/models/README.md)."""
    labels, plan, out = Labels(ROOT / "data" / "ontology"), network.networks[0].plan, {}
    for i, n in enumerate(network.networks):
        state, of = {k: v.float().numpy() for k, v in n.state_dict().items()}, f"voice.{i}."
        for part in ("upper", "word", "hidden", "out"):
            export.matrix(out, of + part, state[f"{part}.weight"], state.get(f"{part}.bias"))
        for k in range(plan.layers):
            layer = {}
            export.layer(layer, state, f"layer.{k}.", plan.rows, plan.heads)
            out.update({of + name: x for name, x in layer.items()})
        out.update({of + name: state[name] for name in ("marks", "first", "key", "absent")})
        out[of + "norm.gain"], out[of + "norm.bias"] = state["norm.weight"], state["norm.bias"]
    out["combining"] = np.array([weighing.sharpness.item(), bar], np.float32)
    out["belief"] = belief.numpy()
    out["fit"], out["lead"] = weighing.fit.detach().numpy(), weighing.lead.detach().numpy()
    config = {
        "width": network.networks[0].upper.in_features, "rows": plan.rows, "voices": len(network.networks), "layers": plan.layers, "heads": plan.heads,
        "ffn": plan.ffn, "hidden": plan.hidden, "eps": EPS,
    }  # fmt: skip
    dmm.write(path, "choice", config, {"type": labels.types, "mode": labels.modes, "status": list(STATUSES), "context": labels.contexts}, out)


# --- the fixture ----------------------------------------------------------------------------------------------------------

FIXTURE = ROOT / "internal" / "coder" / "testdata" / "choice.json"


def write_fixture(folder, sentences):
    """Write what choice.dmm in folder says of sentences (a file, words separated by spaces), by the arithmetic of data/models/README.md: of each
    with a trigger in its middle, its first word as actor and its last as recipient, and of the same sides without the trigger."""
    reference, (_, config, labels, tensors) = Reference(folder), dmm.read(folder / "choice.dmm")
    of = [f"voice.{i}." for i in range(config["voices"])]
    voices = [{k.removeprefix(v): t for k, t in tensors.items() if k.startswith(v)} for v in of]
    entries = []
    for line in sentences.read_text("utf8").splitlines():
        words = line.split(" ")
        entry = {"words": words, "logits": []}
        for trigger in ([len(words) // 2], []):
            logits = reckon(reference, config, voices, words, (trigger, [0], [len(words) - 1]))
            entry["logits"].append([round(float(x), 4) for x in logits[: sum(map(len, labels.values()))]])
        entries.append(entry)
    FIXTURE.parent.mkdir(exist_ok=True)
    FIXTURE.write_text(json.dumps(entries, ensure_ascii=False, separators=(",", ":")).replace('{"words"', '\n{"words"') + "\n", "utf8")


def reckon(reference, config, voices, words, sides):
    """Logits of all labels, one list behind the other, by the tensors of each voice; sides are the words of trigger, actors and recipients."""
    x, known = reference.vectors(words), Words(reference.encoder)
    alone = np.stack([known.of(word) for word in words])
    return sum(reckon_voice(reference, config, tensors, x, alone, sides) for tensors in voices) / len(voices)


def reckon_voice(reference, config, tensors, x, alone, sides):
    """What one voice says; x and alone [N, d] are the vectors of the words."""

    def norm(x, name):
        x = x - x.mean(1, keepdims=True)
        return x / np.sqrt((x * x).mean(1, keepdims=True) + np.float32(config["eps"])) * tensors[name + ".gain"] + tensors[name + ".bias"]

    def product(name, x):
        return reference.product(tensors, name, x)

    x = (product("upper", x) + product("word", alone))[:, : config["rows"]]
    for mark, side in enumerate(sides):
        for i in side:
            x[i] += tensors["marks"][mark]
    x = np.concatenate([tensors["first"][None], norm(x, "norm")])
    for n in range(config["layers"]):
        here = f"layer.{n}."
        q, k, v = product(here + "qkv", x).reshape(len(x), 3, config["heads"], -1).transpose(1, 2, 0, 3)
        shares = np.exp(q @ k.transpose(0, 2, 1))
        mixed = ((shares / shares.sum(-1, keepdims=True)) @ v).transpose(1, 0, 2).reshape(len(x), -1)
        x = norm(x + product(here + "out", mixed), here + "norm1")
        x = norm(x + product(here + "down", gelu(product(here + "up", x))), here + "norm2")
    first, x = x[0], x[1:]
    shares = np.exp(x @ tensors["key"])
    trigger = x[sides[0]].mean(0) if sides[0] else (shares / shares.sum()) @ x
    pooled = np.concatenate([trigger, *(x[side].mean(0) if side else tensors["absent"][i] for i, side in enumerate(sides[1:])), first])
    return product("out", leaky(product("hidden", pooled[None])))[0]

"""From scores to analyses: best trees (Chu-Liu-Edmonds), best name sequences, tags."""

import numpy as np
import torch

from .batches import collate, group
from .model import TAGS

FAR = 1e6  # more than any tree can score: keeps trees to one root


def best_tree(scores):
    """Heads [N] of the best tree with exactly one root, over log-probabilities [N, N+1] (head 0 is the root).

    The greedy choice where it is such a tree, else Chu-Liu-Edmonds with every root arc made dear.
    """
    n = len(scores)
    full = np.full((n + 1, n + 1), -np.inf)
    full[1:] = scores
    np.fill_diagonal(full, -np.inf)
    heads = full[1:].argmax(1)
    if (heads == 0).sum() == 1 and _cycle(np.concatenate([[0], heads])) is None:
        return heads
    full[1:, 0] -= FAR
    return _edmonds(full)[1:]


def _cycle(heads):
    """Nodes of some cycle among heads (index 0 is the root), or None."""
    state = np.zeros(len(heads), int)
    state[0] = -1
    for start in range(1, len(heads)):
        node, path = start, []
        while state[node] == 0:
            state[node] = start
            path.append(node)
            node = heads[node]
        if state[node] == start and node in path:
            return path[path.index(node):]
        state[path] = -1
    return None


def _edmonds(scores):
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(scores), bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    cycle = np.array(cycle)
    lost = scores[cycle] - scores[cycle, heads[cycle]][:, None]
    small = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    enter = cycle[lost[:, rest].argmax(0)]
    leave = cycle[scores[np.ix_(rest, cycle)].argmax(1)]
    small[-1, :-1] = lost[:, rest].max(0)
    small[:-1, -1] = scores[rest, leave]
    small[0] = -np.inf
    inner = _edmonds(small)
    out = heads.copy()
    for i, node in enumerate(rest[1:], 1):
        out[node] = leave[i] if inner[i] == len(rest) else rest[inner[i]]
    out[enter[inner[-1]]] = rest[inner[-1]]
    return out


SHARE = 0.35  # of the transitions' weight: more makes the network's judgement of single words count too little


def transitions(sentences, labels):
    """How much likelier than elsewhere each name label is after each other: SHARE · log(p(b|a) / p(b)), float32 [a, b].

    Sentences begin after an O; pairs never seen count as a tenth of one.
    """
    index = {l: i for i, l in enumerate(labels)}
    pairs, single = np.full((len(labels), len(labels)), 0.1), np.ones(len(labels))
    for s in sentences:
        tags = [index[t] for t in s.name or []]
        np.add.at(pairs, ([index["O"]] + tags[:-1], tags), 1)
        np.add.at(single, tags, 1)
    ratio = np.log(pairs / pairs.sum(1, keepdims=True)) - np.log(single / single.sum())
    return (SHARE * ratio).astype(np.float32)


def best_names(scores, labels, transition):
    """The best path [N] through scores [N, labels] and transitions, where I-X follows only B-X or I-X; before it stands an O."""
    allowed = np.array([[not b.startswith("I-") or a[1:] == b[1:] for b in labels] for a in labels])
    step = np.where(allowed, transition, -np.inf)
    total, back = step[labels.index("O")] + scores[0], []
    for row in scores[1:]:
        ways = total[:, None] + step
        back.append(ways.argmax(0))
        total = ways.max(0) + row
    path = [int(total.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def log_arcs(arcs):
    """Log-probabilities [N, N+1] of heads, no word its own."""
    arcs = arcs.astype(np.float64)
    n = len(arcs)
    arcs[np.arange(n), np.arange(1, n + 1)] = -np.inf
    top = arcs.max(1, keepdims=True)
    return arcs - top - np.log(np.exp(arcs - top).sum(1, keepdims=True))


@torch.no_grad()
def analyse(network, items, labels, limit=4000, bf16=True, scores=False):
    """For each item (see Coder.code) a dict of label indices and heads, in order.

    With scores, each dict has under `scores` the float32 scores of all tasks, arcs among them, and under `vector` the words'
    vectors.
    """
    was_training = network.training
    network.eval()
    out = [None] * len(items)
    for indices in group(items, limit):
        chosen = [items[i] for i in indices]
        with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
            for i, analysis in zip(indices, _analyse_batch(network, chosen, labels)):
                out[i] = analysis if scores else {k: v for k, v in analysis.items() if k not in ("scores", "vector")}
    network.train(was_training)
    return out


def _analyse_batch(network, items, labels):
    batch = collate(items)
    x = network.words(batch)
    arcs = network.parser.arcs(x).float().numpy()
    tags = {t: network.tags[t](x).float().numpy() for t in TAGS}
    heads = torch.zeros(batch["real"].shape, dtype=torch.long)
    for row, item in enumerate(items):
        n = item["n"]
        heads[row, :n] = torch.from_numpy(best_tree(log_arcs(arcs[row, :n, : n + 1])))
    relations = network.parser.relations(x, heads).float().numpy()
    for row, item in enumerate(items):
        n = item["n"]
        scores = {t: tags[t][row, :n] for t in TAGS}
        scores["deprel"], scores["arcs"] = relations[row, :n], arcs[row, :n, : n + 1]
        yield {**choose(scores, heads[row, :n].numpy(), labels, network.transition.numpy()), "vector": x[row, :n].float().numpy()}


def choose(scores, heads, labels, transition):
    """The best labels under given heads: {task: indices [N]}, with the heads and the scores."""
    found = {t: scores[t].argmax(1) for t in scores if t not in ("name", "deprel", "arcs")}
    found["name"] = np.array(best_names(scores["name"], labels["name"], transition))
    found["deprel"] = best_relations(scores["deprel"], heads, labels["deprel"].index("root"))
    return {**found, "head": heads, "scores": scores}


def best_relations(scores, heads, root):
    """Best labels [N] of scores [N, labels]: `root` under the root and nowhere else."""
    scores = scores.copy()
    scores[:, root] = -np.inf
    best = scores.argmax(1)
    best[heads == 0] = root
    return best

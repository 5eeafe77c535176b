"""The training loop: losses of all heads together, AdamW, warm-up and linear decay."""

import time
from dataclasses import dataclass

import torch
import torch.nn.functional as F

from .batches import IGNORE, collate, group
from .model import TAGS


def loss_of(network, batch, weights, guide=None):
    """The sum, weighted by task, of the cross-entropies of one batch, in float32; and with a guide, where the batch has
    vectors, of the distance from them."""
    with torch.autocast("cpu", torch.bfloat16):
        x = network.words(batch)
        arcs = network.parser.arcs(x)
        relations = network.parser.relations(x, batch["head"].clamp(min=0))
        tags = {t: network.tags[t](x) for t in TAGS}
    real = F.pad(batch["real"], (1, 0), value=True)
    scores = {"arcs": arcs.float().masked_fill(~real[:, None], -1e9), "deprel": relations, **tags}
    total = sum(w * _loss(scores[t], batch, t) for t, w in weights.items() if t in scores)
    if guide is not None and "vector" in batch:
        total = total + weights["vector"] * guide.distance(x, batch)
    return total


def _loss(scores, batch, task):
    """Cross-entropy of one task, a mean over the words that have a label or a distribution; 0 if none has."""
    target, soft = batch["head" if task == "arcs" else task], batch.get("soft_" + task)
    if soft is not None:
        softened = batch["softened_" + task][:, None]
        target = target.masked_fill(softened, IGNORE)
    scores, count = scores.float(), (target != IGNORE).sum()
    total = F.cross_entropy(scores.flatten(0, -2), target.flatten(), ignore_index=IGNORE, reduction="sum")
    if soft is not None:
        total = total - (soft * F.log_softmax(scores, -1)).sum()
        count = count + (batch["real"] & softened).sum()
    return total / count.clamp(min=1)


def optimiser(network, encoder_rate, head_rate, guide=None):
    """AdamW with two learning rates."""
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    known = {id(p) for p in network.encoder.parameters()}
    heads = [p for p in (guide or network).parameters() if id(p) not in known]
    groups = [{"params": encoder, "lr": encoder_rate}, {"params": heads, "lr": head_rate}]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)


@dataclass
class Plan:
    """How long and how fast: the rates rise over `warm` steps, and fall in a line from `first` to `last` of themselves."""

    epochs: int
    limit: int  # pieces a batch, padding counted
    encoder_rate: float
    head_rate: float
    weights: dict  # of the losses, by task
    warm: int = 100
    first: float = 1.0
    last: float = 0.02
    rounded: bool = False  # with the rounding of the files

    def rate(self, step, steps):
        """The share of the learning rates at a step."""
        warm = max(1, min(self.warm, steps // 4))
        return min(1, (step + 1) / warm) * (self.first + (self.last - self.first) * min(1, step / steps))


def train(network, items, plan, rng, log, guide=None):
    """Train on items; guide, if any, compares the network's vectors with the teacher's (student.Guided)."""
    steps = plan.epochs * len(group(items, plan.limit, rng))
    adam = optimiser(network, plan.encoder_rate, plan.head_rate, guide)
    schedule = torch.optim.lr_scheduler.LambdaLR(adam, lambda step: plan.rate(step, steps))
    network.train()
    begun, step = time.time(), 0
    for epoch in range(1, plan.epochs + 1):
        for indices in group(items, plan.limit, rng):
            loss = loss_of(network, collate([items[i] for i in indices]), plan.weights, guide)
            adam.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            adam.step()
            schedule.step()
            step += 1
            if step % 100 == 0:
                log(f"step {step} of {steps}, loss {loss.item():.3f}, {time.time() - begun:.0f} s")
        log(f"epoch {epoch} of {plan.epochs} done, {time.time() - begun:.0f} s")

"""Matrices in 8 bits, as data/models/README.md describes them: for files, and for training with the rounding in the loop.

A row of weights is divided by its greatest magnitude / 63 and rounded half to even. Besides, in each group of eight
neighbouring columns, both {0,1,4,5} and {2,3,6,7} keep the sum of their positive weights to at most 128, and that of their
negative ones to at least −128: so two vpmaddubsw of AVX2 can be added in 16 bits. With 63 the bound is seldom met; with 127
one weight in eight would have to give way to it.
"""

import torch
import torch.nn.functional as F
from torch import nn

GREATEST, BOUND = 63, 128


def round_rows(weight):
    """(integers as floats [out, in], steps [out, 1]) of a matrix of floats whose width is a multiple of 8."""
    step = weight.abs().amax(1, keepdim=True) / GREATEST
    step = torch.where(step == 0, torch.ones_like(step), step)
    q = torch.round(weight / step).clamp(-GREATEST, GREATEST)
    return bounded(q), step


def bounded(q):
    """q with the weights of groups that are too heavy made smaller, toward zero."""
    out, width = q.shape
    groups = q.view(out, width // 8, 2, 2, 2)  # column 8g + 4a + 2b + c; a group goes over a and c
    rise = groups.clamp(min=0).sum((2, 4), keepdim=True)
    fall = -groups.clamp(max=0).sum((2, 4), keepdim=True)
    share = torch.where(groups > 0, BOUND / rise.clamp(min=BOUND), BOUND / fall.clamp(min=BOUND))
    return torch.trunc(groups * share + torch.sign(groups) * 1e-4).view(out, width)


def round_activations(x):
    """x with each row rounded to steps of its greatest magnitude / 127."""
    step = x.abs().amax(-1, keepdim=True) / 127
    step = torch.where(step == 0, torch.ones_like(step), step)
    return torch.round(x / step) * step


class Linear(nn.Linear):
    """A linear layer that, where `rounded` is set, computes with rounded weights and activations.

    Gradients pass the rounding as if it were not there. What rounding changes in the weights is found anew every eighth time:
    they move little from step to step.
    """

    rounded = False

    def forward(self, x):
        if not self.rounded:
            return super().forward(x)
        with torch.no_grad():
            if self.age % 8 == 0:
                self.change = rounded(self.weight) - self.weight
            self.age += 1
            nudge = round_activations(x) - x
        return F.linear(x + nudge, self.weight + self.change, self.bias)


def rounded(weight):
    """The weights [out, in] that a file holds."""
    q, step = round_rows(F.pad(weight, (0, -weight.shape[1] % 8)))
    return (q * step)[:, : weight.shape[1]]


def set_rounded(network, on=True):
    """Switch the rounding of all matrices of a network, its word embeddings aside (these are rounded for the file only)."""
    for part in network.modules():
        if isinstance(part, Linear):
            part.rounded, part.age = on, 0

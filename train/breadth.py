"""Train small students of many sizes for a short time and tell how right each is and what it costs: the table behind the choice
of the default (decisions/). Needs what train.py made up to its stage `labels`. Usage: breadth.py [NAME...]"""

import argparse
import json
import time
from dataclasses import replace
from pathlib import Path

import torch

from training import export, stages, student, teacher
from training.batches import seeded
from training.bases import MPNET
from training.corpora import Corpora

HERE = Path(__file__).resolve().parent
WIDE = {"base": MPNET, "width": 768, "heads": 12, "ffn": 3072, "eps": 1e-5, "relative": 128}
SIZES = {  # layers × width / feed-forward width; p: after how many layers pieces become words
    "2x384/1536": {"layers": 2, "ffn": 1536},
    "3x384/1536": {"layers": 3, "ffn": 1536},
    "4x384/1536": {"layers": 4, "ffn": 1536},
    "6x384/1536": {"layers": 6, "ffn": 1536},
    "6x384/1536p2": {"layers": 6, "ffn": 1536, "pool": 2},
    "6x384/768": {"layers": 6, "ffn": 768},
    "6x384/768p2": {"layers": 6, "ffn": 768, "pool": 2},
    "1x768/3072": {**WIDE, "layers": 1},
    "2x768/1536": {**WIDE, "layers": 2, "ffn": 1536},
}
ONE = replace(student.FREE, epochs=1, last=0.05)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("names", nargs="*", choices=[[], *SIZES], help="sizes to train; all if none is named")
    arguments.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data")
    arguments.add_argument("--part", type=int, default=3, help="of the sentences, one in so many")
    chosen = arguments.parse_args()
    torch.set_num_threads(2)
    made = stages.Made(HERE / "work" / "full")
    folder = HERE / "work" / "breadth"
    folder.mkdir(exist_ok=True)
    corpora = Corpora(chosen.data)
    for name in chosen.names or SIZES:
        part = SIZES[name]
        size = replace(student.SIZE, **{"pool": part["layers"], **part})
        print(json.dumps({"size": name, **trial(corpora, size, made, chosen.part, folder / f"{name.replace('/', '-')}.dmm")}), flush=True)


def trial(corpora, size, made, part, file):
    """Scores of a student that learned for one epoch from one sentence in `part`; file gets its model, to time it with."""
    rng = seeded(3)
    coder, items = student.material(corpora, size, made, rng)
    items = items[::part]
    begun = time.time()
    network = student.raise_student(corpora, size, coder, items, [ONE], rng, lambda message: None)
    scores = teacher.evaluate(network, coder, corpora, lambda message: None)
    export.one_file(file, network, coder, made.lexicon.read_text("utf8"))
    return {"million multiplications a piece": cost(size), "minutes": round((time.time() - begun) / 60, 1), **scores}


def cost(size):
    """Million multiplications a piece in the matrices of the layers."""
    return round(size.layers * (4 * size.width**2 + 2 * size.width * size.ffn) / 1e6, 2)


if __name__ == "__main__":
    main()

"""Train demarche's networks: teacher, labels, student, model files, scores, cards. See README.md."""

import argparse
from pathlib import Path

import torch

from training import stages

HERE = Path(__file__).resolve().parent


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data", help="folder of the corpora")
    arguments.add_argument("--out", type=Path, default=HERE.parent / "data" / "models", help="where the models go")
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument("--quick", action="store_true", help="a twentieth of the data, one epoch; models stay in train/work")
    arguments.add_argument("--accurate", action="store_true", help="only the accurate model, train/work/full/accurate.dmm")
    arguments.add_argument("--statements", action="store_true", help="only statements.dmm, on the models that lie in data/models; it needs Go")
    arguments.add_argument("--roles", action="store_true", help="only roles.dmm, on the models that lie in data/models; it needs Go")
    arguments.add_argument("--choice", action="store_true", help="only choice.dmm, likewise; two threads")
    chosen = arguments.parse_args()
    torch.set_num_threads(chosen.threads)
    work = HERE / "work" / ("quick" if chosen.quick else "full")
    if chosen.accurate:
        stages.accurate(chosen.data, work, chosen.quick)
        return
    if chosen.statements or chosen.roles:
        torch.set_num_threads(1)
        if chosen.statements:
            stages.head_of_statements(chosen.data, work, chosen.out)
        if chosen.roles:
            stages.head_of_roles(chosen.data, work, chosen.out, HERE / "fixture.txt")
        return
    if chosen.choice:
        stages.choice_head(work, chosen.out, HERE / "fixture.txt")
        return
    out = work / "models" if chosen.quick else chosen.out
    stages.run(chosen.data, work, out, HERE / "fixture.txt", chosen.quick)


if __name__ == "__main__":
    main()

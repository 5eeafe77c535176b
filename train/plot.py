"""Draw accuracy against speed: plot.py TABLE.tsv OUT.svg. The table has a head and, for each size, name, LAS (mean of both dev sets), and
tokens a second with AVX-512 VNNI. Needs matplotlib."""

import csv
import sys

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt


def main(table, out):
    with open(table, newline="") as f:
        rows = list(csv.DictReader(f, delimiter="\t"))
    matplotlib.rcParams.update({"svg.hashsalt": "demarche", "font.size": 9})
    figure, axes = plt.subplots(figsize=(7, 4.5))
    for row in rows:
        x, y = float(row["tokens a second"]) / 1000, float(row["LAS"])
        axes.plot(x, y, "s" if "x768" in row["size"] else "o", color="black")
        axes.annotate(row["size"], (x, y), textcoords="offset points", xytext=(6, 4))
    axes.set_xlabel("thousand tokens a second, one core, AVX-512 VNNI, text to trees")
    axes.set_ylabel("LAS after one short epoch, mean of EWT and GUM dev")
    axes.grid(alpha=0.3)
    figure.tight_layout()
    figure.savefig(out, metadata={"Date": None})


if __name__ == "__main__":
    main(*sys.argv[1:])

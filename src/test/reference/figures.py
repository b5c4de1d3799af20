"""Writes src/test/resources/figures: what pictures must show, by numpy and plain loops. Run it in the project's folder.

confusion_N.nn is a network whose outputs are its inputs; confusion_N.csv what its confusion must be, by the definitions of
scikit-learn: precision of a class is hits / samples taken for it, recall hits / samples of it, F1 2 · hits / (both together); "-"
stands for a division by 0. bins.csv has in each row how many bins numpy's rule "auto" gives, and the numbers.
"""
import pathlib

import numpy

FOLDER = pathlib.Path("src/test/resources/figures")


def share(a, b):
    return float(a / b) if b else "-"


def confusion(name, outputs, targets, truth, taken):
    classes = max(2, len(targets[0]))
    counts = [[sum(t == i and p == j for t, p in zip(truth, taken)) for j in range(classes)] for i in range(classes)]
    lines = []
    for k in range(classes):
        hits, row, column = counts[k][k], sum(counts[k]), sum(other[k] for other in counts)
        lines.append([*counts[k], share(hits, column), share(hits, row), share(2 * hits, row + column), row])
    lines.append([sum(t == p for t, p in zip(truth, taken)) / len(truth)])
    (FOLDER / f"{name}.csv").write_text("".join(",".join(map(str, line)) + "\n" for line in lines))
    size = len(outputs[0])
    identity = "; ".join(", ".join(str(int(i == j)) for j in range(size)) for i in range(size))
    rows = [", ".join(map(str, o)) + " -> " + ", ".join(map(str, t)) for o, t in zip(outputs, targets)]
    (FOLDER / f"{name}.nn").write_text(
        f"input x[{size}]\nlayer y[{size}] linear\nweights y = [{identity}]\nbias y = none\n"
        "data = [" + ";\n        ".join(rows) + "]\n"
    )


def several(name, seed, n, classes, never_true, never_taken):
    """Several classes: perhaps one that has no samples, and one that is never the largest output."""
    random = numpy.random.default_rng(seed)
    truth = [int(k) for k in random.integers(0, classes, n)]
    truth = [(k + 1) % classes if k == never_true else k for k in truth]
    outputs = random.normal(size=(n, classes))
    for row, k in zip(outputs, truth):
        row[k] += 1
        if never_taken >= 0:
            row[never_taken] = -9
    outputs = outputs.round(3)
    targets = [[int(k == t) for k in range(classes)] for t in truth]
    confusion(name, outputs.tolist(), targets, truth, [int(k) for k in outputs.argmax(axis=1)])


def two(name, seed, n, low, high):
    """One output whose targets have two values; one output lies in the middle, which belongs to the higher."""
    random = numpy.random.default_rng(seed)
    truth = [int(k) for k in random.integers(0, 2, n)]
    middle = (low + high) / 2
    outputs = [round(float(middle + (2 * t - 1) * 0.2 + 0.4 * random.normal()), 3) for t in truth]
    outputs[0] = middle
    targets = [[high if t else low] for t in truth]
    confusion(name, [[o] for o in outputs], targets, truth, [int(o >= middle) for o in outputs])


def bins():
    random = numpy.random.default_rng(6)
    spread = [
        random.normal(size=200).round(4),
        random.uniform(-3, 11, 30).round(4),
        (random.normal(size=500) ** 3).round(4),
        numpy.array([1.0, 2.0]),
        numpy.array([1000.1, 1000.2, 1000.25, 1000.7, 1000.9]),
        (1e-7 * random.normal(size=50)).round(12),
    ]
    lines = [[len(numpy.histogram_bin_edges(numbers, bins="auto")) - 1, *numbers.tolist()] for numbers in spread]
    (FOLDER / "bins.csv").write_text("".join(",".join(map(str, line)) + "\n" for line in lines))


several("confusion_1", 1, 40, 3, -1, -1)
several("confusion_2", 2, 60, 4, 2, 0)
several("confusion_3", 3, 30, 2, -1, -1)
two("confusion_4", 4, 30, 0, 1)
two("confusion_5", 5, 30, -1, 1)
bins()

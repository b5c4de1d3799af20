"""Makes the data and the first weights of the networks: for C and Python as doubles, for nn as CSV and a script.

    data.py PROJECT FOLDER

Doubles are little-endian: the inputs row by row, then the classes; the weights row by row, then the biases, layer by layer.
"""

import csv
import pathlib
import sys

import numpy as np

project, folder = map(pathlib.Path, sys.argv[1:3])


def numbers(values):
    return ",".join(map(repr, np.ravel(values).tolist()))


def write_bin(name, *arrays):
    np.concatenate([np.ravel(a) for a in arrays]).astype("<f8").tofile(folder / f"{name}.bin")


def write_csv(name, inputs, classes, count):
    """The targets are a column for each class: random data needn't have all of them."""
    with open(folder / f"{name}.csv", "w") as file:
        columns = [f"x{i}" for i in range(inputs.shape[1])] + [f"t{k}" for k in range(count)]
        file.write(",".join(columns) + "\n")
        for row, label in zip(inputs, classes):
            file.write(numbers(row) + "".join(",1" if k == label else ",0" for k in range(count)) + "\n")


def write_weights(name, hidden, hidden_bias, output, output_bias):
    write_bin(f"{name}_weights", hidden, hidden_bias, output, output_bias)
    with open(folder / f"{name}_weights.nn", "w") as file:
        for layer, weights, bias in (("h", hidden, hidden_bias), ("y", output, output_bias)):
            file.write(f"weights {layer} = [" + ";\n".join(map(numbers, weights)) + "]\n")
            file.write(f"bias {layer} = [{numbers(bias)}]\n")


def write_drawn_weights(name, random, inputs, hidden, outputs):
    write_weights(
        name,
        random.uniform(-1, 1, (hidden, inputs)) / np.sqrt(inputs),
        np.zeros(hidden),
        random.uniform(-1, 1, (outputs, hidden)) / np.sqrt(hidden),
        np.zeros(outputs),
    )


def xor():
    state, drawn = 42, []
    for _ in range(17):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        drawn.append((state >> 11) * 2.0**-53 * 2 - 1)
    write_weights("xor", np.reshape(drawn[:8], (4, 2)), np.zeros(4), np.reshape(drawn[12:16], (1, 4)), np.zeros(1))


def iris():
    with open(project / "samples/iris.csv") as file:
        rows = list(csv.reader(file))[1:]
    inputs = np.array([row[:4] for row in rows], dtype=float)
    inputs = (inputs - inputs.mean(0)) / inputs.std(0)
    classes = np.array([("setosa", "versicolor", "virginica").index(row[4]) for row in rows])
    order = np.random.default_rng(1).permutation(len(rows))
    write_bin("iris", inputs[order], classes[order])
    write_csv("iris", inputs[order], classes[order], 3)
    write_drawn_weights("iris", np.random.default_rng(4), 4, 10, 3)


def made_up(name, rows, inputs, hidden):
    random = np.random.default_rng(inputs)
    values = random.random((rows, inputs))
    scores = values @ random.standard_normal((inputs, 10)) - values.mean(1, keepdims=True)
    write_bin(name, values, scores.argmax(1))
    write_csv(name, values, scores.argmax(1), 10)
    write_drawn_weights(name, random, inputs, hidden, 10)


def pixels():
    """Whole numbers as pictures have them, four of five 0, and a class: 785 columns."""
    random = np.random.default_rng(785)
    values = np.where(random.random((10000, 784)) < 0.8, 0, random.integers(0, 256, (10000, 784)))
    with open(folder / "pixels.csv", "w") as file:
        file.write(",".join([f"p{i}" for i in range(784)] + ["class"]) + "\n")
        for i, row in enumerate(values):
            file.write(",".join(map(str, row.tolist())) + f",{i % 10}\n")


folder.mkdir(parents=True, exist_ok=True)
xor()
iris()
made_up("d64", 1797, 64, 32)
made_up("d784", 10000, 784, 128)
pixels()

"""What the programs in Python share: the data, and one line of the result."""

import sys

import numpy as np

workload, folder = sys.argv[1:3]


def result(name, title, ns, check):
    print(f"{name}|{title}|{ns:.3f}|{check}", flush=True)


def weights(name, inputs, hidden, outputs):
    """Hidden weights, hidden biases, output weights, output biases."""
    values = np.fromfile(f"{folder}/{name}_weights.bin")
    parts = np.split(values, np.cumsum([hidden * inputs, hidden, outputs * hidden]))
    return parts[0].reshape(hidden, inputs), parts[1], parts[2].reshape(outputs, hidden), parts[3]


def samples(name, inputs):
    values = np.fromfile(f"{folder}/{name}.bin")
    rows = len(values) // (inputs + 1)
    return values[: rows * inputs].reshape(rows, inputs), values[rows * inputs :].astype(int)

"""numpy, as one writes a network with it: numpy_peer.py A|B|C|D FOLDER"""

import time

import numpy as np
from common import folder, result, samples, weights, workload

TITLE = "numpy"
now = time.thread_time


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def a(steps):
    x, t = np.array([0.05, 0.10]), np.array([0.01, 0.99])
    w1, w2 = np.array([[0.15, 0.20], [0.25, 0.30]]), np.array([[0.40, 0.45], [0.50, 0.55]])
    for _ in range(steps):
        h = sigmoid(w1 @ x + 0.35)
        y = sigmoid(w2 @ h + 0.60)
        e = y - t
        error = 0.5 * (e @ e)
        d = e * y * (1 - y)
        g = (d @ w2) * h * (1 - h)
        w2 -= 0.5 * np.outer(d, h)
        w1 -= 0.5 * np.outer(g, x)
    return w2[0, 0], error


def b_online(epochs, x, t):
    w1, b1, w2, b2 = weights("xor", 2, 4, 1)
    w2 = w2[0]
    for _ in range(epochs):
        for row, target in zip(x, t):
            h = np.tanh(w1 @ row + b1)
            y = sigmoid(w2 @ h + b2)
            d = (y - target) * y * (1 - y)
            g = d * w2 * (1 - h * h)
            w2 -= 0.5 * d * h
            b2 -= 0.5 * d
            w1 -= 0.5 * np.outer(g, row)
            b1 -= 0.5 * g
    return loss_b(x, t, w1, b1, w2, b2)


def b_full(epochs, x, t):
    w1, b1, w2, b2 = weights("xor", 2, 4, 1)
    w2 = w2[0]
    for _ in range(epochs):
        h = np.tanh(x @ w1.T + b1)
        y = sigmoid(h @ w2 + b2)
        d = (y - t) * y * (1 - y)
        g = np.outer(d, w2) * (1 - h * h)
        w2 -= 0.5 * (d @ h)
        b2 -= 0.5 * d.sum()
        w1 -= 0.5 * (g.T @ x)
        b1 -= 0.5 * g.sum(0)
    return loss_b(x, t, w1, b1, w2, b2)


def loss_b(x, t, w1, b1, w2, b2):
    return 0.5 * np.mean((sigmoid(np.tanh(x @ w1.T + b1) @ w2 + b2) - t) ** 2)


def softmax(x, labels, parameters, batch, rate, epochs, sigmoidal):
    """Trains in place; the mean of the errors of the last epoch, each as it was before its update."""
    w1, b1, w2, b2 = parameters
    for _ in range(epochs):
        error = 0
        for first in range(0, len(x), batch):
            rows, classes = x[first : first + batch], labels[first : first + batch]
            step = x.dtype.type(rate / len(rows))
            z = rows @ w1.T + b1
            h = sigmoid(z) if sigmoidal else np.maximum(z, 0)
            z = h @ w2.T + b2
            p = np.exp(z - z.max(1, keepdims=True))
            p /= p.sum(1, keepdims=True)
            each = np.arange(len(rows))
            error -= np.log(p[each, classes]).sum()
            p[each, classes] -= 1
            g = (p @ w2) * (h * (1 - h) if sigmoidal else h > 0)
            w2 -= step * (p.T @ h)
            b2 -= step * p.sum(0)
            w1 -= step * (g.T @ rows)
            b1 -= step * g.sum(0)
    return error / len(x)


def timed(name, samples_each, work, check):
    start = now()
    value = work()
    result(name, TITLE, (now() - start) * 1e9 / samples_each, check(value))


if workload == "A":
    w5, _ = a(1)
    timed("A", 10000, lambda: a(10000), lambda v: f"w5={w5:.8f} E10k={v[1]:.4e}")
if workload == "B":
    x, t = np.array([[0, 0], [0, 1], [1, 0], [1, 1.0]]), np.array([0, 1, 1, 0.0])
    for name, train in (("B", b_online), ("B full", b_full)):
        timed(name, 40000, lambda: train(10000, x, t), lambda loss: f"loss={loss:.6e}, 10,000 epochs")
if workload == "C":
    x, labels = samples("iris", 4)
    for name, batch, epochs in (("C", 1, 20), ("C16", 16, 1000)):
        parameters = weights("iris", 4, 10, 3)
        timed(
            name,
            epochs * len(x),
            lambda: softmax(x, labels, parameters, batch, 0.05, epochs, True),
            lambda ce: f"CE={ce:.6f}, {epochs} epochs",
        )
if workload == "D":
    for inputs, hidden in ((64, 32), (784, 128)):
        for precision, kind in (("double", np.float64), ("single", np.float32)):
            x, labels = samples(f"d{inputs}", inputs)
            x = x.astype(kind)
            parameters = [w.astype(kind) for w in weights(f"d{inputs}", inputs, hidden, 10)]
            timed(
                f"D{inputs} {precision}",
                5 * len(x),
                lambda: softmax(x, labels, parameters, 64, 0.1, 5, False),
                lambda ce: f"CE5={ce:.6f}",
            )
if workload == "load":
    for name in ("d784", "pixels"):
        wall, processor = time.perf_counter(), time.process_time()
        values = np.loadtxt(f"{folder}/{name}.csv", delimiter=",", skiprows=1)
        result(f"load {name}", "numpy.loadtxt", (time.process_time() - processor) * 1e9, f"{values.shape[0]} rows")

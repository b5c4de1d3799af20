"""PyTorch on the processor: a module and its optimizer, as its tutorials have it; for A also a compiled loop.

    torch_peer.py A|B|C|D FOLDER
"""

import time

import numpy as np
import torch
from common import result, samples, weights, workload
from torch import nn

TITLE = "PyTorch"
now = time.process_time
torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)


def network(parameters, activation, *output):
    layers = [nn.Linear(p.shape[1], p.shape[0]) for p in parameters[::2]]
    net = nn.Sequential(layers[0], activation(), layers[1], *output)
    with torch.no_grad():
        for to, values in zip(net.parameters(), parameters):
            to.copy_(torch.tensor(values))
    return net


def train(net, x, t, batch, rate, epochs, loss):
    """The mean of the errors of the last epoch, each as it was before its update."""
    optimizer = torch.optim.SGD([p for p in net.parameters() if p.requires_grad], lr=rate)
    for _ in range(epochs):
        error = 0.0
        for first in range(0, len(x), batch):
            targets = t[first : first + batch]
            optimizer.zero_grad()
            e = loss(net(x[first : first + batch]), targets)
            e.backward()
            optimizer.step()
            error += e.item() * len(targets)
    return error / len(x)


def half_squares(y, t):
    return 0.5 * ((y - t) ** 2).sum()


def timed(name, samples_each, work, check, title=TITLE):
    start = now()
    value = work()
    result(name, title, (now() - start) * 1e9 / samples_each, check(value))


def network_a():
    parameters = [np.array(p) for p in ([[0.15, 0.20], [0.25, 0.30]], [0.35, 0.35], [[0.40, 0.45], [0.50, 0.55]], [0.60, 0.60])]
    net = network(parameters, nn.Sigmoid, nn.Sigmoid())
    net[0].bias.requires_grad = net[2].bias.requires_grad = False
    return net


@torch.jit.script
def compiled_a(steps: int, x: torch.Tensor, t: torch.Tensor, w1: torch.Tensor, w2: torch.Tensor):
    error = torch.zeros(1)
    for _ in range(steps):
        h = torch.sigmoid(torch.mv(w1, x) + 0.35)
        y = torch.sigmoid(torch.mv(w2, h) + 0.60)
        e = y - t
        error = 0.5 * (e * e).sum()
        d = e * y * (1.0 - y)
        g = torch.mv(w2.t(), d) * h * (1.0 - h)
        w2 -= 0.5 * torch.outer(d, h)
        w1 -= 0.5 * torch.outer(g, x)
    return error


if workload == "A":
    x, t = torch.tensor([[0.05, 0.10]]), torch.tensor([[0.01, 0.99]])
    net = network_a()
    train(net, x, t, 1, 0.5, 1, half_squares)
    w5 = net[2].weight[0, 0].item()
    net = network_a()
    timed("A", 10000, lambda: train(net, x, t, 1, 0.5, 10000, half_squares), lambda e: f"w5={w5:.8f} E10k={e:.4e}")
    for steps in (50, 10000):
        w1, w2 = (network_a()[i].weight.detach().clone() for i in (0, 2))
        start = now()
        error = compiled_a(steps, x[0], t[0], w1, w2).item()
    result("A", "PyTorch, its compiled loop", (now() - start) * 1e5, f"E10k={error:.4e}")
if workload == "B":
    x, t = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1.0]]), torch.tensor([[0.0], [1], [1], [0]])
    for name, batch, epochs in (("B", 1, 2500), ("B full", 4, 10000)):
        net = network(weights("xor", 2, 4, 1), nn.Tanh, nn.Sigmoid())
        work = lambda: train(net, x, t, batch, 0.5, epochs, half_squares)
        timed(name, 4 * epochs, work, lambda _: f"loss={half_squares(net(x), t).item() / 4:.6e}, {epochs} epochs")
if workload == "C":
    x, labels = map(torch.tensor, samples("iris", 4))
    for name, batch, epochs in (("C", 1, 50), ("C16", 16, 1000)):
        net = network(weights("iris", 4, 10, 3), nn.Sigmoid)
        work = lambda: train(net, x, labels, batch, 0.05, epochs, nn.CrossEntropyLoss())
        timed(name, epochs * len(x), work, lambda ce: f"CE={ce:.6f}, {epochs} epochs")
if workload == "D":
    for inputs, hidden in ((64, 32), (784, 128)):
        for precision, kind in (("double", torch.float64), ("single", torch.float32)):
            x, labels = map(torch.tensor, samples(f"d{inputs}", inputs))
            net = network(weights(f"d{inputs}", inputs, hidden, 10), nn.ReLU).to(kind)
            work = lambda: train(net, x.to(kind), labels, 64, 0.1, 5, nn.CrossEntropyLoss())
            timed(f"D{inputs} {precision}", 5 * len(x), work, lambda ce: f"CE5={ce:.6f}")

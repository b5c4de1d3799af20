"""Own activations and losses by PyTorch: values and autograd's derivatives, also at the kinks.

Writes src/test/resources/own/activations.csv (name, z, value, derivative) and losses.csv (name, t, o, share, derivative).
Run with a Python that has torch: python3 src/test/reference/own_functions.py
"""

import os

import torch

torch.set_default_dtype(torch.float64)
HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "resources", "own")


def number(x):
    return torch.tensor(float(x))


ACTIVATIONS = {
    "mish": lambda z: z * torch.tanh(torch.nn.functional.softplus(z, threshold=1000)),
    "swish": lambda z: z * torch.sigmoid(1.5 * z),
    "softsign": lambda z: z / (1 + torch.abs(z)),
    "gaussian": lambda z: torch.exp(-(z**2)),
    "sine": lambda z: torch.sin(z),
    "cosine": lambda z: torch.cos(2 * z) - z,
    "tangent": lambda z: torch.tan(z / 4),
    "cube": lambda z: z**3,
    "log": lambda z: torch.log(1 + z**2),
    "root": lambda z: torch.sqrt(1 + z**2) - 1,
    "isru": lambda z: z / torch.sqrt(1 + z**2),
    "hard_tanh": lambda z: torch.maximum(number(-1), torch.minimum(number(1), z)),
    "relu6": lambda z: torch.minimum(torch.relu(z), number(6)),
    "larger_than_zero": lambda z: torch.maximum(number(0), z),
    "leaky": lambda z: torch.where(z > 0, z, 0.01 * z),
    "size": lambda z: torch.abs(z),
    "selu": lambda z: 1.05 * torch.where(z > 0, z, 1.67 * (torch.exp(z) - 1)),
    "powers": lambda z: 2**z,
    "variable_power": lambda z: (1 + z**2) ** (z / 3),
    "shrink": lambda z: torch.where((z > 0.5) | (z < -0.5), z, number(0)),
    "snake": lambda z: z + torch.sin(2 * z) ** 2 / 2,
}
POINTS = [-20, -3, -1, -0.5, -0.3, -1e-9, 0, 1e-9, 0.2, 0.5, 0.7, 1, 1.5, 3, 6, 20]

LOSSES = {
    "half": lambda t, o: 0.5 * (t - o) ** 2,
    "quartic": lambda t, o: (t - o) ** 4,
    "log_cosh": lambda t, o: torch.log((torch.exp(t - o) + torch.exp(o - t)) / 2),
    "size": lambda t, o: torch.abs(t - o),
    "hinge": lambda t, o: torch.maximum(number(0), 1 - t * o),
    "quantile": lambda t, o: torch.maximum(0.3 * (t - o), (0.3 - 1) * (t - o)),
    "huber": lambda t, o: torch.where(torch.abs(t - o) <= 1, 0.5 * (t - o) ** 2, torch.abs(t - o) - 0.5),
    "poisson": lambda t, o: torch.exp(o) - t * o,
}
PAIRS = [(0.3, -1.2), (0, 0), (1, 1), (-1, 2), (2, 0.5), (0.25, 0.75), (-1, -1), (1.5, 0.5), (5, -3), (0.01, 0.7514)]


def derivative(f, *values):
    tensors = [number(v) for v in values]
    tensors[-1].requires_grad_(True)
    y = f(*tensors)
    y.backward()
    return y.item(), tensors[-1].grad.item()


def write(name, header, rows):
    os.makedirs(OUT, exist_ok=True)
    with open(os.path.join(OUT, name), "w") as file:
        file.write(header + "\n")
        for row in rows:
            file.write(",".join(x if isinstance(x, str) else repr(float(x)) for x in row) + "\n")


write("activations.csv", "name,z,value,derivative", [(n, z, *derivative(f, z)) for n, f in ACTIVATIONS.items() for z in POINTS])
write("losses.csv", "name,t,o,share,derivative", [(n, t, o, *derivative(f, t, o)) for n, f in LOSSES.items() for t, o in PAIRS])

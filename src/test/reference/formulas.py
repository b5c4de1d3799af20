"""Activations, losses and their derivatives for by_hand.py, written out for plain numbers."""

import math


def sigmoid(z):
    return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))


def activation(name, a, z):
    if name == "softmax":
        top = max(z)
        e = [math.exp(v - top) for v in z]
        return [v / math.fsum(e) for v in e]
    return [
        {
            "linear": lambda v: v,
            "sigmoid": sigmoid,
            "tanh": math.tanh,
            "relu": lambda v: max(v, 0.0),
            "leaky_relu": lambda v: v if v > 0 else a.get("slope", 0.01) * v,
            "elu": lambda v: v if v > 0 else a.get("alpha", 1.0) * math.expm1(v),
            "gelu": lambda v: v * (1 + math.erf(v / math.sqrt(2))) / 2,
            "silu": lambda v: v * sigmoid(v),
            "softplus": lambda v: math.log1p(math.exp(v)),
            "bump": lambda v: math.exp(-v * v),
            "bent": lambda v: (math.sqrt(v * v + 1) - 1) / 2 + v,
        }[name](v)
        for v in z
    ]


def through(name, a, z, out, slopes):
    """δ = ∂error/∂net from ∂error/∂out."""
    if name == "softmax":
        mean = math.fsum(o * s for o, s in zip(out, slopes))
        return [o * (s - mean) for o, s in zip(out, slopes)]
    derivative = {
        "linear": lambda v, o: 1.0,
        "sigmoid": lambda v, o: o * (1 - o),
        "tanh": lambda v, o: 1 - o * o,
        "relu": lambda v, o: 1.0 if v > 0 else 0.0,
        "leaky_relu": lambda v, o: 1.0 if v > 0 else a.get("slope", 0.01),
        "elu": lambda v, o: 1.0 if v > 0 else a.get("alpha", 1.0) * math.exp(v),
        "gelu": lambda v, o: (1 + math.erf(v / math.sqrt(2))) / 2
        + v * math.exp(-v * v / 2) / math.sqrt(2 * math.pi),
        "silu": lambda v, o: sigmoid(v) * (1 + v * (1 - sigmoid(v))),
        "softplus": lambda v, o: sigmoid(v),
        "bump": lambda v, o: -2 * v * o,
        "bent": lambda v, o: v / (2 * math.sqrt(v * v + 1)) + 1,
    }[name]
    return [s * derivative(v, o) for s, v, o in zip(slopes, z, out)]


def loss_slope(name, a, t, o, n):
    """∂error/∂o."""
    if name == "squared":
        return o - t
    if name == "mse":
        return 2 * (o - t) / n
    if name == "absolute":
        return math.copysign(1, o - t) / n
    if name == "huber":
        delta = a.get("delta", 1.0)
        return max(-delta, min(delta, o - t)) / n
    if name == "quartic":
        return 4 * (o - t) ** 3
    return {"log_cosh": math.tanh}[name](o - t)


def loss_shares(name, a, z, out, t):
    n = len(t)
    if name == "cross_entropy":
        top = max(z)
        log_sum = top + math.log(math.fsum(math.exp(v - top) for v in z))
        return [ti * (log_sum - v) for v, ti in zip(z, t)]
    if name == "binary_cross_entropy":
        return [(max(v, 0.0) - v * ti + math.log1p(math.exp(-abs(v)))) / n for v, ti in zip(z, t)]
    delta = a.get("delta", 1.0)
    share = {
        "squared": lambda r: r * r / 2,
        "mse": lambda r: r * r / n,
        "absolute": lambda r: abs(r) / n,
        "huber": lambda r: (r * r / 2 if abs(r) <= delta else delta * (abs(r) - delta / 2)) / n,
        "quartic": lambda r: r**4,
        "log_cosh": lambda r: math.log(math.cosh(r)),
    }[name]
    return [share(ti - o) for ti, o in zip(t, out)]

"""The right numbers once more as a program with numpy makes them: arrays throughout, in float32 or in float64.

In float64 they check the plain loops; in float32 they are right numbers that differ in the last digits.
"""

import math

import numpy

SIMPLE = {
    "sigmoid": lambda z: 1 / (1 + numpy.exp(-z)),
    "tanh": numpy.tanh,
    "sine": numpy.sin,
    "linear": lambda z: z,
}


def erf(z):
    return numpy.vectorize(math.erf, otypes=[z.dtype])(z)


class Arrays:
    def __init__(self, network, kind):
        self.n, self.kind = network, kind
        self.w = [numpy.array(w, kind) for w in network.w]
        self.b = [numpy.array(b, kind) for b in network.b]
        self.x, self.t = numpy.array(network.x, kind), numpy.array(network.t, kind)
        self.memory = [[numpy.zeros_like(p) for p in self.w + self.b] for _ in range(2)]
        self.updates = 0

    def activate(self, k, z):
        f, slope = self.n.activations[k], self.kind(self.n.slope)
        if f in SIMPLE:
            return SIMPLE[f](z)
        if f == "softmax":
            e = numpy.exp(z - z.max(axis=1, keepdims=True))
            return e / e.sum(axis=1, keepdims=True)
        if f == "gelu":
            return z * self.cumulative(z)
        return numpy.where(z > 0, z, slope * z)

    def cumulative(self, z):
        return (1 + erf(z / numpy.sqrt(self.kind(2)))) / 2

    def derivative(self, k, z, a):
        f = self.n.activations[k]
        if f == "sigmoid":
            return a * (1 - a)
        if f == "tanh":
            return 1 - a * a
        if f == "sine":
            return numpy.cos(z)
        if f == "gelu":
            return self.cumulative(z) + z * numpy.exp(-z * z / 2) / numpy.sqrt(self.kind(2 * numpy.pi))
        return numpy.where(z > 0, self.kind(1), self.kind(1 if f == "linear" else self.n.slope))

    def passes(self, rows):
        """nets, outputs and deltas, each a matrix of samples by neurons."""
        z, a, t, n = [], [self.x[rows]], self.t[rows], self.kind(self.t.shape[1])
        for k, (w, b) in enumerate(zip(self.w, self.b)):
            z.append(a[-1] @ w.T + b)
            a.append(self.activate(k, z[-1]))
        delta = a[-1] - t
        if self.n.loss == "binary_cross_entropy":
            delta = delta / n
        elif self.n.loss != "cross_entropy":
            delta = delta * (self.kind(2) / n if self.n.loss == "mse" else 1) * self.derivative(-1, z[-1], a[-1])
        deltas = [delta]
        for k in reversed(range(len(z) - 1)):
            deltas.insert(0, deltas[0] @ self.w[k + 1] * self.derivative(k, z[k], a[k + 1]))
        return z, a, deltas

    def gradients(self, a, deltas):
        gw = [d.T @ o / self.kind(len(d)) for d, o in zip(deltas, a)]
        gb = [d.sum(axis=0) / self.kind(len(d)) for d in deltas]
        return gw + [g if len(g) == len(b) else g.sum(keepdims=True) for g, b in zip(gb, self.b)]

    def update(self):
        n, size = self.n, len(self.x)
        start = self.updates * n.batch % size
        _, a, deltas = self.passes(slice(start, min(start + n.batch, size)))
        self.updates += 1
        parameters = self.w + ([] if n.fixed else self.b)
        for i, (p, g) in enumerate(zip(parameters, self.gradients(a, deltas))):
            p -= self.step(p, g, self.memory[0][i], self.memory[1][i])

    def step(self, p, g, m, v):
        n, rate = self.n, self.kind(self.n.rate)
        b1, b2 = map(self.kind, n.betas)
        mu, alpha, eps, decay = map(self.kind, (n.mu, n.alpha, n.eps, n.decay))
        if n.optimizer == "adamw":
            p -= rate * decay * p
        else:
            g = g + decay * p
        if n.optimizer == "sgd":
            return rate * g
        if n.optimizer in ("momentum", "nesterov"):
            m[...] = mu * m + g
            return rate * (m if n.optimizer == "momentum" else g + mu * m)
        if n.optimizer in ("adagrad", "rmsprop"):
            v[...] = v + g * g if n.optimizer == "adagrad" else alpha * v + (1 - alpha) * g * g
            return rate * g / (numpy.sqrt(v) + eps)
        m[...] = b1 * m + (1 - b1) * g
        v[...] = b2 * v + (1 - b2) * g * g
        return rate * (m / (1 - b1**self.updates)) / (numpy.sqrt(v / (1 - b2**self.updates)) + eps)

    def shares(self, o, t):
        kind, n = self.n.loss, self.kind(t.shape[1])
        if kind in ("squared", "mse"):
            return (t - o) ** 2 / (self.kind(2) if kind == "squared" else n)
        if kind == "cross_entropy":
            return -t * numpy.log(o)
        return -(t * numpy.log(o) + (1 - t) * numpy.log(1 - o)) / n

    def figures(self):
        found = {}
        z, a, deltas = self.passes(slice(0, 1))
        for k, names in enumerate(self.n.names):
            for j, name in enumerate(names):
                found |= {f"net({name})": z[k][0, j], f"out({name})": a[k + 1][0, j], f"delta({name})": deltas[k][0, j]}
        gradients = self.gradients(a, deltas)
        for key, name in self.n.parameters().items():
            index = key[1] + (len(self.w) if key[0] == "b" else 0)
            found[name], found[f"grad({name})"] = (self.w + self.b)[index][key[2:]], gradients[index][key[2:]]
        shares = self.shares(a[-1], self.t[:1])[0]
        found |= {f"error({name})": shares[j] for j, name in enumerate(self.n.names[-1])}
        found["error"] = shares.sum()
        found["loss"] = self.shares(self.passes(slice(None))[1][-1], self.t).sum() / self.kind(len(self.t))
        return found

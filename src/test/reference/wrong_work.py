"""Back-propagation as a person writes it, in plain loops: each method is one line of the worksheet.

A slip is a subclass that gets one line wrong (wrong_slips.py); everything after that line is computed on from there.

Layer k reads `a[k]` (`a[0]` is the input), has the nets `z[k]` and the outputs `a[k + 1]`. A parameter's key is
("w", layer, neuron, source) or ("b", layer, neuron); a shared bias has the key of neuron 0.
"""

import copy
import math


def phi(z):
    return math.exp(-z * z / 2) / math.sqrt(2 * math.pi)


def cumulative(z):
    return (1 + math.erf(z / math.sqrt(2))) / 2


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def softmax(zs):
    top = max(zs)
    powers = [math.exp(z - top) for z in zs]
    return [p / sum(powers) for p in powers]


def activate(name, slope, zs, j):
    """The output of neuron j of a layer with the nets zs."""
    z = zs[j]
    if name == "sigmoid":
        return sigmoid(z)
    if name == "tanh":
        return math.tanh(z)
    if name == "relu":
        return max(0.0, z)
    if name == "leaky_relu":
        return z if z > 0 else slope * z
    if name == "gelu":
        return z * cumulative(z)
    if name == "sine":
        return math.sin(z)
    if name == "softmax":
        return softmax(zs)[j]
    assert name == "linear", name
    return z


def derivative(name, slope, z, out):
    """∂out/∂net of one neuron; softmax has a matrix instead, see Work.last_delta."""
    if name == "sigmoid":
        return out * (1 - out)
    if name == "tanh":
        return 1 - out * out
    if name == "relu":
        return 1.0 if z > 0 else 0.0
    if name == "leaky_relu":
        return 1.0 if z > 0 else slope
    if name == "gelu":
        return cumulative(z) + z * phi(z)
    if name == "sine":
        return math.cos(z)
    assert name == "linear", name
    return 1.0


class Pass:
    """The lines of one sample, forward and back. `number`: how many updates came before it."""

    def __init__(self, x, t, row, number, depth):
        self.x, self.t, self.row, self.number = x, t, row, number
        self.z, self.a = [None] * depth, [list(x)] + [None] * depth
        self.delta, self.g = [None] * depth, {}


class Work:
    """The right computation. `site` and `at` are for a lapse: which line, and after how many updates."""

    more = 0  # updates beyond those that were asked for
    current = 0  # the sample whose pass is asked about

    def __init__(self, network, site=None, at=None):
        self.site, self.at = site, at
        self.network = n = self.given(copy.deepcopy(network))
        self.w, self.b = n.w, n.b
        self.depth, self.rate = len(n.w), n.rate
        self.memory, self.n, self.fresh = {}, 0, {}

    def given(self, network):
        """The numbers as copied from the exercise."""
        return network

    def line(self, value):
        """What is written down of a line's result."""
        return value

    def hit(self, p, *line):
        """Whether this is the one line, of the first sample, that a lapse is about."""
        return p.number == self.at and p.row == 0 and line == self.site

    # forward

    def weight(self, p, k, j, i):
        return self.w[k][j][i]

    def source(self, p, k, i):
        return p.a[k][i]

    def products(self, p, k, j):
        return [self.weight(p, k, j, i) * self.source(p, k, i) for i in range(len(self.w[k][j]))]

    def bias(self, p, k, j):
        b = self.b[k]
        return 0.0 if b is None else b[j if len(b) > 1 else 0]

    def net(self, p, k, j):
        return sum(self.products(p, k, j)) + self.bias(p, k, j)

    def out(self, p, k, j):
        return activate(self.network.activations[k], self.network.slope, p.z[k], j)

    def forward(self, p):
        for k in range(self.depth):
            p.z[k] = [self.line(self.net(p, k, j)) for j in range(len(self.w[k]))]
            p.a[k + 1] = [self.line(self.out(p, k, j)) for j in range(len(self.w[k]))]
        return p

    def log(self, o):
        return math.log(o)

    def share(self, p, j):
        t, o, n = p.t[j], p.a[-1][j], len(p.t)
        kind = self.network.loss
        if kind == "squared":
            return (t - o) ** 2 / 2
        if kind == "mse":
            return (t - o) ** 2 / n
        if kind == "cross_entropy":
            return -t * self.log(o) if t else 0.0
        return -((t * self.log(o) if t else 0.0) + ((1 - t) * self.log(1 - o) if t != 1 else 0.0)) / n

    def error(self, p):
        return sum(self.line(self.share(p, j)) for j in range(len(p.t)))

    def loss(self, passes):
        return sum(self.line(self.error(p)) for p in passes) / len(passes)

    # back

    def slope(self, p, j):
        """∂error/∂out of output j."""
        t, o, n = p.t[j], p.a[-1][j], len(p.t)
        kind = self.network.loss
        if kind == "squared":
            return o - t
        if kind == "mse":
            return 2 * (o - t) / n
        if kind == "cross_entropy":
            return -t / o
        return (-t / o + (1 - t) / (1 - o)) / n

    def fprime(self, p, k, j):
        return derivative(self.network.activations[k], self.network.slope, p.z[k][j], p.a[k + 1][j])

    def last_delta(self, p, j):
        """The delta of output j: simple for an entropy after its own activation."""
        o, kind = p.a[-1], (self.network.activations[-1], self.network.loss)
        if kind == ("softmax", "cross_entropy"):
            return o[j] * sum(p.t) - p.t[j]
        if kind == ("sigmoid", "binary_cross_entropy"):
            return (o[j] - p.t[j]) / len(o)
        return self.line(self.slope(p, j)) * self.line(self.fprime(p, self.depth - 1, j))

    def weight_back(self, p, k, j, i):
        return self.w[k][j][i]

    def paths(self, p, k, i):
        """What neuron i of layer k gets from each neuron of the next layer."""
        return [p.delta[k + 1][j] * self.weight_back(p, k + 1, j, i) for j in range(len(self.w[k + 1]))]

    def upstream(self, p, k, i):
        return sum(self.paths(p, k, i))

    def delta(self, p, k, j):
        if k == self.depth - 1:
            return self.last_delta(p, j)
        return self.line(self.upstream(p, k, j)) * self.line(self.fprime(p, k, j))

    def gradient_w(self, p, k, j, i):
        return p.delta[k][j] * p.a[k][i]

    def gradient_b(self, p, k, j):
        return p.delta[k][j]

    def shared_gradient(self, p, k, deltas):
        return sum(deltas)

    def gradient(self, p, key):
        if key[0] == "w":
            return self.gradient_w(p, *key[1:])
        k, j = key[1:]
        if len(self.b[k]) == len(self.w[k]):
            return self.gradient_b(p, k, j)
        return self.shared_gradient(p, k, [self.gradient_b(p, k, i) for i in range(len(self.w[k]))])

    # update

    def keys(self, k):
        found = [("w", k, j, i) for j in range(len(self.w[k])) for i in range(len(self.w[k][j]))]
        return found + [("b", k, j) for j in range(len(self.b[k] or ()))]

    def get(self, key):
        return self.w[key[1]][key[2]][key[3]] if key[0] == "w" else self.b[key[1]][key[2]]

    def put(self, key, value):
        if key[0] == "w":
            self.w[key[1]][key[2]][key[3]] = value
        else:
            self.b[key[1]][key[2]] = value

    def trained(self, key):
        return key[0] == "w" or not self.network.fixed

    def mean(self, key, gradients):
        return sum(gradients) / len(gradients)

    def decayed(self, key, p, g):
        """The gradient with the weight decay; adamw has its own place for that."""
        return g + self.network.decay * p if self.network.optimizer != "adamw" else g

    def step(self, key, p, g):
        """The new parameter by the optimizer's rule."""
        n, memory = self.network, self.memory.setdefault(key, {"m": 0.0, "v": 0.0})
        return getattr(self, n.optimizer)(key, p, g, memory)

    def sgd(self, key, p, g, memory):
        return p - self.rate * g

    def momentum(self, key, p, g, memory):
        memory["m"] = self.line(self.network.mu * memory["m"] + g)
        return p - self.rate * memory["m"]

    def nesterov(self, key, p, g, memory):
        memory["m"] = self.line(self.network.mu * memory["m"] + g)
        return p - self.rate * (g + self.network.mu * memory["m"])

    def adagrad(self, key, p, g, memory):
        memory["v"] += g * g
        return p - self.rate * g / (math.sqrt(memory["v"]) + self.network.eps)

    def rmsprop(self, key, p, g, memory):
        memory["v"] = self.network.alpha * memory["v"] + (1 - self.network.alpha) * g * g
        return p - self.rate * g / (math.sqrt(memory["v"]) + self.network.eps)

    def adam(self, key, p, g, memory):
        b1, b2 = self.network.betas
        memory["m"] = b1 * memory["m"] + (1 - b1) * g
        memory["v"] = b2 * memory["v"] + (1 - b2) * g * g
        m, v = memory["m"] / (1 - b1**self.n), memory["v"] / (1 - b2**self.n)
        return p - self.rate * m / (math.sqrt(v) + self.network.eps)

    def adamw(self, key, p, g, memory):
        return self.adam(key, p - self.rate * self.network.decay * p, g, memory)

    def passes(self, rows):
        data = self.network
        return [self.forward(Pass(data.x[r], data.t[r], r, self.n, self.depth)) for r in rows]

    def back(self, passes):
        """All deltas and gradients, layer by layer, and in `fresh` the new parameters."""
        self.fresh, self.n = {}, self.n + 1
        for k in reversed(range(self.depth)):
            for p in passes:
                p.delta[k] = [self.line(self.delta(p, k, j)) for j in range(len(self.w[k]))]
            for key in self.keys(k):
                for p in passes:
                    p.g[key] = self.line(self.gradient(p, key))
            for key in self.keys(k):
                g = self.picked(passes, key)
                if len(passes) > 1:
                    g = self.line(g)
                old = self.get(key)
                g = self.decayed(key, old, g)
                if self.network.optimizer != "sgd" and self.network.decay:
                    g = self.line(g)
                self.fresh[key] = self.line(self.step(key, old, g)) if self.trained(key) else old

    def picked(self, passes, key):
        return self.mean(key, [p.g[key] for p in passes])

    def update(self, rows):
        self.back(self.passes(rows))
        for key, value in self.fresh.items():
            self.put(key, value)

    def train(self, updates):
        """Makes updates until there are that many."""
        while self.n < updates + self.more:
            size, rows = self.network.batch, len(self.network.x)
            start = self.n * size % rows
            self.update(range(start, min(start + size, rows)))
        return self

    def figures(self):
        """All quantities as they are now, by nn's names; the current sample is the first."""
        found, n = {}, self.network
        kept = copy.deepcopy(self.memory), self.n
        passes = self.passes(range(len(n.x)))
        p = self.passes([self.current])[0]
        self.back([p])
        self.memory, self.n = kept
        for k, names in enumerate(n.names):
            for j, name in enumerate(names):
                found[f"net({name})"] = p.z[k][j]
                found[f"out({name})"] = p.a[k + 1][j]
                found[f"delta({name})"] = p.delta[k][j]
        for key, name in n.parameters().items():
            found[name] = self.get(key)
            found[f"grad({name})"] = p.g[key]
        for j, name in enumerate(n.names[-1]):
            found[f"error({name})"] = self.line(self.share(p, j))
        found["error"] = self.line(self.error(p))
        found["loss"] = self.line(self.loss(passes))
        return found

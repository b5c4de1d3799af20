"""A person who works a network out by hand, with habits that can go wrong.

Only loops over plain numbers, in the order of the textbook.
"""

import math
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from slip_networks import Network

# --------------------------------------------------------------------------------------- activations and losses


def sigmoid(z):
    return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))


@dataclass
class Calculator:
    """The two keys that a person may have set wrongly: degrees for radians, and which logarithm `ln` is."""

    angle: float = 1.0  # what a number is multiplied with to be radians
    log: float = 1.0  # what ln is multiplied with

    def sin(self, v):
        return math.sin(self.angle * v)

    def cos(self, v):
        return math.cos(self.angle * v)

    def ln(self, v):
        return self.log * math.log(v)


# f(z), and f′ by z and out = f(z). What an own formula has of sin, cos and ln goes through the calculator c, and the
# derivative follows: (sin z°)′ = π/180 · cos z°, (log z)′ = 1 / (z ln 10).
ACTIVATIONS = {
    "linear": (lambda z, c: z, lambda z, out, c: 1.0),
    "sigmoid": (lambda z, c: sigmoid(z), lambda z, out, c: out * (1 - out)),
    "tanh": (lambda z, c: math.tanh(z), lambda z, out, c: 1 - out * out),
    "relu": (lambda z, c: max(z, 0.0), lambda z, out, c: 1.0 if z > 0 else 0.0),
    "silu": (lambda z, c: z * sigmoid(z), lambda z, out, c: sigmoid(z) * (1 + z * (1 - sigmoid(z)))),
    "softplus": (lambda z, c: math.log1p(math.exp(z)), lambda z, out, c: sigmoid(z)),
    "wave": (lambda z, c: c.sin(z), lambda z, out, c: c.angle * c.cos(z)),
    "ripple": (lambda z, c: z + 0.5 * c.cos(2 * z), lambda z, out, c: 1 - c.angle * c.sin(2 * z)),
    "bend": (lambda z, c: c.ln(1 + math.exp(z)), lambda z, out, c: c.log * math.exp(z) / (1 + math.exp(z))),
}

# One output's share of the error, and its derivative by o; n outputs.
LOSSES = {
    "squared": (lambda t, o, n, c: (t - o) ** 2 / 2, lambda t, o, n, c: o - t),
    "mse": (lambda t, o, n, c: (t - o) ** 2 / n, lambda t, o, n, c: 2 * (o - t) / n),
    "absolute": (lambda t, o, n, c: abs(t - o) / n, lambda t, o, n, c: math.copysign(1, o - t) / n),
    "huber": (
        lambda t, o, n, c: ((t - o) ** 2 / 2 if abs(t - o) <= 1 else abs(t - o) - 0.5) / n,
        lambda t, o, n, c: max(-1.0, min(1.0, o - t)) / n,
    ),
    "cross_entropy": (lambda t, o, n, c: -t * c.ln(o) if t else 0.0, lambda t, o, n, c: -c.log * t / o),
    "binary_cross_entropy": (
        lambda t, o, n, c: -(t * c.ln(o) + (1 - t) * c.ln(1 - o)) / n,
        lambda t, o, n, c: c.log * ((1 - t) / (1 - o) - t / o) / n,
    ),
    "logish": (
        lambda t, o, n, c: c.ln(1 + (t - o) ** 2),
        lambda t, o, n, c: c.log * 2 * (o - t) / (1 + (t - o) ** 2),
    ),
    "turn": (lambda t, o, n, c: 1 - c.cos(t - o), lambda t, o, n, c: -c.angle * c.sin(t - o)),
}

# ---------------------------------------------------------------------------------------- a person who works it out


def half_up(v, places):
    """Rounds the decimal that the double stands for, halves away from zero: 1 − 0.87675 is 0.12325, though digits are lost."""
    exact = Decimal(f"{v:.15g}").quantize(Decimal(1).scaleb(-max(12, places + 4)), rounding=ROUND_HALF_UP)
    return float(exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)) + 0.0


@dataclass
class Work:
    """One person's way to work a network out; every attribute starts at what is right."""

    net: Network
    calculator: Calculator = field(default_factory=Calculator)
    sequential: bool = False  # a layer is updated before the layer below is looked at
    untrained: set = field(default_factory=set)  # layers whose weights stay
    scale: float = 1.0  # of the loss and its derivative
    samples_summed: bool = False
    slopes: dict = field(default_factory=dict)  # layer → how f′ is got wrong: "one", "net", "out" or an activation
    extra_slope: bool = False  # out(1 − out) once more where an entropy has taken it up
    sign: float = 1.0  # of the loss's derivative
    uphill: bool = False  # + in the update
    places: int = None  # decimals of everything that is written down
    more_updates: int = 0

    def __post_init__(self):
        self.rate = self.net.rate
        self.w = {l.name: [list(row) for row in l.w] for l in self.net.layers}
        self.b = {l.name: l.starts() for l in self.net.layers}
        self.has_bias = {l.name: l.b is not None for l in self.net.layers}
        self.shared = {l.name: l.shared for l in self.net.layers}
        self.bias_trained = {l.name: l.b is not None and not l.fixed for l in self.net.layers}
        self.samples = [(list(x), list(t)) for x, t in self.net.samples]
        self.velocity = {}

    def written(self, v):
        return v if self.places is None else half_up(v, self.places)

    # ---- forward

    def forward(self, x):
        """(nets, outs), each by layer; outs has the input first."""
        nets, outs = [], [x]
        for l in self.net.layers:
            below = outs[-1]
            z = []
            for j, row in enumerate(self.w[l.name]):
                total = sum(w * o for w, o in zip(row, below)) + self.b[l.name][j]
                z.append(self.written(total))
            nets.append(z)
            if l.f == "softmax":
                powers = [math.exp(v) for v in z]
                out = [p / sum(powers) for p in powers]
            else:
                out = [ACTIVATIONS[l.f][0](v, self.calculator) for v in z]
            outs.append([self.written(v) for v in out])
        return nets, outs

    def shares(self, x, t):
        out, share = self.forward(x)[1][-1], LOSSES[self.net.loss][0]
        return [self.written(self.scale * share(tk, o, len(t), self.calculator)) for tk, o in zip(t, out)]

    def error(self, x, t):
        return self.written(sum(self.shares(x, t)))

    def loss(self):
        total = sum(self.error(x, t) for x, t in self.samples)
        return self.written(total if self.samples_summed else total / len(self.samples))

    # ---- backward

    def slope(self, l, z, out):
        """f′ of one neuron, as this person has it."""
        f, c = ACTIVATIONS[l.f], self.calculator
        way = self.slopes.get(l.name)
        if way is None:
            found = f[1](z, out, c)
        elif way == "one":
            found = 1.0
        elif way == "net":  # the formula by out, with net put in
            found = f[1](z, z, c)
        elif way == "out":  # f′ at out instead of at net
            found = f[1](out, f[0](out, c), c)
        else:  # another activation's f′, by this neuron's net and out
            found = ACTIVATIONS[way][1](z, out, c)
        return self.written(found)

    def loss_slopes(self, t, out):
        """∂error/∂out of each output."""
        slope = LOSSES[self.net.loss][1]
        return [self.written(self.sign * self.scale * slope(tk, o, len(t), self.calculator)) for tk, o in zip(t, out)]

    def output_deltas(self, l, t, net, out):
        if not self.net.simple_delta():
            return [self.written(s * self.slope(l, z, o)) for s, z, o in zip(self.loss_slopes(t, out), net, out)]
        n = len(t) if self.net.loss == "binary_cross_entropy" else 1
        factor = self.sign * self.scale * self.calculator.log / n
        total = sum(t) if self.net.loss == "cross_entropy" else 1  # all targets here sum to 1
        return [
            self.written(factor * (o * total - tk) * (o * (1 - o) if self.extra_slope else 1))
            for o, tk in zip(out, t)
        ]

    def backward(self, x, t):
        """(deltas, ∂error/∂out), by layer."""
        nets, outs = self.forward(x)
        deltas, arriving = [None] * len(nets), [None] * len(nets)
        above = None  # the weights of the layer after, as this person takes them
        for k in reversed(range(len(nets))):
            l = self.net.layers[k]
            if above is None:
                deltas[k] = self.output_deltas(l, t, nets[k], outs[k + 1])
                arriving[k] = self.loss_slopes(t, outs[k + 1])
            else:
                arriving[k] = [
                    self.written(sum(d * row[i] for d, row in zip(deltas[k + 1], above))) for i in range(l.size)
                ]
                deltas[k] = [
                    self.written(s * self.slope(l, z, o)) for s, z, o in zip(arriving[k], nets[k], outs[k + 1])
                ]
            above = self.w[l.name]
            if self.sequential:  # plain sgd, one sample: the new weights are known at once
                above = [
                    [self.moved(w, self.written(d * o), l.name in self.untrained) for w, o in zip(row, outs[k])]
                    for d, row in zip(deltas[k], above)
                ]
        return deltas, arriving

    def moved(self, value, gradient, stays=False):
        step = self.rate * gradient
        return value if stays else self.written(value + step if self.uphill else value - step)

    def gradients(self, x, t):
        """By layer: (a matrix for the weights, a list for the biases)."""
        outs, deltas = self.forward(x)[1], self.backward(x, t)[0]
        found = {}
        for k, l in enumerate(self.net.layers):
            weights = [[self.written(d * o) for o in outs[k]] for d in deltas[k]]
            biases = [self.written(sum(deltas[k]))] * l.size if self.shared[l.name] else list(deltas[k])
            found[l.name] = weights, biases
        return found

    # ---- training

    def together(self, parts):
        """The gradient of a batch from those of its samples."""
        total = sum(parts)
        return self.written(total if self.samples_summed else total / len(parts))

    def update(self, batch):
        found = [self.gradients(x, t) for x, t in batch]
        for l in self.net.layers:
            for j in range(l.size):
                for i in range(len(self.w[l.name][j])):
                    g = self.together([f[l.name][0][j][i] for f in found])
                    g = self.with_momentum((l.name, j, i), g)
                    self.w[l.name][j][i] = self.moved(self.w[l.name][j][i], g, l.name in self.untrained)
                if self.bias_trained[l.name]:
                    g = self.together([f[l.name][1][j] for f in found])
                    g = self.with_momentum((l.name, j), g)
                    self.b[l.name][j] = self.moved(self.b[l.name][j], g)

    def with_momentum(self, place, g):
        if self.net.momentum is None:
            return g
        self.velocity[place] = self.net.momentum * self.velocity.get(place, 0.0) + g
        return self.velocity[place]

    def batches(self):
        return [self.samples[i : i + self.net.batch] for i in range(0, len(self.samples), self.net.batch)]

    def train(self):
        batches = self.batches()
        for n in range(self.net.epochs * len(batches) + self.more_updates):
            self.update(batches[n % len(batches)])
        return self

    # ---- reading

    def places_of_weights(self):
        return [(l.name, j, i) for l in self.net.layers for j, row in enumerate(l.w) for i in range(len(row))]

    def places_of_biases(self):
        """The biases by number, as the right network counts them; a shared one is at its layer's first neuron."""
        return [
            (l.name, j)
            for l in self.net.layers
            if l.b is not None
            for j in range(1 if l.shared else l.size)
        ]

    def quantities(self):
        """All that can be asked, by nn's names, of the first sample."""
        x, t = self.samples[0]
        nets, outs = self.forward(x)
        deltas, arriving = self.backward(x, t)
        gradient = self.gradients(x, t)
        every = [self.gradients(*s) for s in self.samples]
        found = {"error": self.error(x, t), "loss": self.loss()}
        for k, l in enumerate(self.net.layers):
            for j in range(l.size):
                neuron = f"{l.name}{j + 1}"
                found[f"net({neuron})"] = nets[k][j]
                found[f"out({neuron})"] = outs[k + 1][j]
                found[f"delta({neuron})"] = deltas[k][j]
                if k < len(nets) - 1 or not self.net.simple_delta():
                    found[f"d(error, out({neuron}))"] = arriving[k][j]
                if l.b is not None:
                    found[f"bias({neuron})"] = self.b[l.name][j]
        for j, share in enumerate(self.shares(x, t)):
            found[f"error({self.net.layers[-1].name}{j + 1})"] = share
        for number, (l, j, i) in enumerate(self.places_of_weights(), 1):
            found[f"w{number}"] = self.w[l][j][i]
            found[f"grad(w{number})"] = gradient[l][0][j][i]
            found[f"d(loss, w{number})"] = self.together([e[l][0][j][i] for e in every])
        for number, (l, j) in enumerate(self.places_of_biases(), 1):
            found[f"b{number}"] = self.b[l][j]
            if self.has_bias[l]:
                found[f"grad(b{number})"] = gradient[l][1][j]
        return found



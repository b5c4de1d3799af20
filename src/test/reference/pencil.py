"""Networks worked by hand with so many decimals: every figure that is written down is rounded half up.

Decimal numbers only, with 60 digits in between, so that nothing but the rounding that is meant rounds. Writes
src/test/resources/pencil: NAME.nn, the network with its settings, and NAME.csv, what it must come to, digit for digit.
Rows are `epoch;quantity;value`. Run it as `python3 src/test/reference/pencil.py`.
"""

import pathlib
from decimal import ROUND_HALF_UP, Decimal as D, getcontext

getcontext().prec = 60
FOLDER = pathlib.Path(__file__).parent.parent / "resources" / "pencil"
ONE = D(1)


def tanh(z):
    p, m = z.exp(), (-z).exp()
    return (p - m) / (p + m)


def sigmoid(z):
    return ONE / (ONE + (-z).exp())


# value by net; slope by net and the written output
ELEMENTWISE = {
    "linear": (lambda z: z, lambda z, o: ONE),
    "sigmoid": (sigmoid, lambda z, o: o * (1 - o)),
    "tanh": (tanh, lambda z, o: 1 - o * o),
    "relu": (lambda z: max(D(0), z), lambda z, o: ONE if z > 0 else D(0)),
    "leaky_relu(0.1)": (lambda z: z if z > 0 else z * D("0.1"), lambda z, o: ONE if z > 0 else D("0.1")),
    "elu(0.7)": (lambda z: z if z > 0 else D("0.7") * (z.exp() - 1),
                 lambda z, o: ONE if z > 0 else D("0.7") * z.exp()),
    "silu": (lambda z: z * sigmoid(z), lambda z, o: sigmoid(z) * (1 + z * (1 - sigmoid(z)))),
    "softplus": (lambda z: (1 + z.exp()).ln(), lambda z, o: sigmoid(z)),
}


def sign(x):
    return D((x > 0) - (x < 0))


HUBER = D("0.3")
LOSSES = {  # one output's share and its slope by that output; n outputs
    "squared": (lambda t, o, n: (t - o) ** 2 / 2, lambda t, o, n: o - t),
    "mse": (lambda t, o, n: (t - o) ** 2 / n, lambda t, o, n: 2 * (o - t) / n),
    "absolute": (lambda t, o, n: abs(t - o) / n, lambda t, o, n: sign(o - t) / n),
    "huber(0.3)": (
        lambda t, o, n: ((t - o) ** 2 / 2 if abs(t - o) <= HUBER else HUBER * (abs(t - o) - HUBER / 2)) / n,
        lambda t, o, n: (o - t if abs(t - o) <= HUBER else HUBER * sign(o - t)) / n),
    "cross_entropy": (lambda t, o, n: -t * o.ln() if t else D(0), None),
    "binary_cross_entropy": (
        lambda t, o, n: -((t * o.ln() if t else D(0)) + ((1 - t) * (1 - o).ln() if t != 1 else D(0))) / n, None),
}


class Case:
    """A dense network of two layers, h and y, and its training."""

    def __init__(self, name, decimals, h, y, loss, optimizer="sgd", rate="0.5", decay="0", order="simultaneous",
                 batch=1, bias=("shared fixed", "shared fixed"), data=None, weights=None, biases=None, epochs=3):
        self.name, self.decimals, self.loss, self.optimizer = name, decimals, loss, optimizer
        self.activations = [h, y]
        self.rate, self.decay, self.order, self.batch, self.bias = D(rate), D(decay), order, batch, bias
        self.data = [([D(v) for v in i.split()], [D(v) for v in t.split()]) for i, t in data]
        self.weights = [[[D(v) for v in row.split()] for row in layer] for layer in weights]
        self.biases = [[D(v) for v in layer.split()] for layer in biases]
        self.epochs = epochs
        self.memory, self.updates = {}, 0

    def r(self, x):
        return D(x).quantize(D(1).scaleb(-self.decimals), rounding=ROUND_HALF_UP) + 0

    # what nn is given

    def script(self):
        lines = ["input x[%d]" % len(self.data[0][0])]
        lines += ["layer %s[%d] %s" % (n, len(w), a) for n, w, a in zip("hy", self.weights, self.activations)]
        lines += ["loss " + self.loss, "optimizer " + self.optimizer]
        for n, w, b, kind in zip("hy", self.weights, self.biases, self.bias):
            lines.append("weights %s = [%s]" % (n, "; ".join(", ".join(map(str, row)) for row in w)))
            value = str(b[0]) if "shared" in kind else "[%s]" % ", ".join(map(str, b))
            lines.append(("bias %s = %s %s" % (n, value, kind)).strip())
        rows = ["%s -> %s" % (", ".join(map(str, i)), ", ".join(map(str, t))) for i, t in self.data]
        lines.append("data = [%s]" % "; ".join(rows))
        lines += ["learning rate = %s" % self.rate, "batch = %s" % (self.batch or "all")]
        lines += ["decay = %s" % self.decay] * (self.decay != 0)
        lines += ["order = " + self.order, "round = %d" % self.decimals]
        return "\n".join(lines) + "\n"

    # one sample

    def forward(self, x):
        outs, nets = [x], []
        for w, b, f in zip(self.weights, self.biases, self.activations):
            bias = b * len(w) if len(b) == 1 else b
            net = [self.r(sum(v * o for v, o in zip(row, outs[-1])) + c) for row, c in zip(w, bias)]
            if f == "softmax":
                total = sum(z.exp() for z in net)
                out = [self.r(z.exp() / total) for z in net]
            else:
                out = [self.r(ELEMENTWISE[f][0](z)) for z in net]
            nets.append(net)
            outs.append(out)
        return nets, outs

    def slope(self, l, nets, outs, k, j):
        """∂out(k)/∂net(j) of layer l, from 0."""
        f, out = self.activations[l], outs[l + 1]
        if f == "softmax":
            return self.r(out[k] * (1 - out[k]) if k == j else -out[k] * out[j])
        return self.r(ELEMENTWISE[f][1](nets[l][j], out[j])) if k == j else D(0)

    def shares(self, t, outs):
        n = len(t)
        return [self.r(LOSSES[self.loss][0](a, o, n)) for a, o in zip(t, outs[-1])]

    def error(self, x, t):
        return self.r(sum(self.shares(t, self.forward(x)[1])))

    def by_output(self, t, outs):
        return [self.r(LOSSES[self.loss][1](a, o, len(t))) for a, o in zip(t, outs[-1])]

    def delta(self, l, by_out, nets, outs):
        n = range(len(by_out))
        return [self.r(sum(by_out[k] * self.slope(l, nets, outs, k, j) for k in n)) for j in n]

    def gradients(self, l, delta, outs):
        w = [[self.r(d * o) for o in outs[l]] for d in delta]
        return w, ([self.r(sum(delta))] if len(self.biases[l]) == 1 else list(delta))

    def backward(self, x, t):
        nets, outs = self.forward(x)
        if self.loss == "cross_entropy":
            last = [self.r(o * sum(t) - a) for a, o in zip(t, outs[-1])]
        elif self.loss == "binary_cross_entropy":
            last = [self.r((o - a) / len(t)) for a, o in zip(t, outs[-1])]
        else:
            last = self.delta(1, self.by_output(t, outs), nets, outs)
        weights = self.weights[1]
        if self.order == "sequential":
            slopes = self.gradients(1, last, outs)[0]
            weights = [[self.r(v - self.rate * (g + self.decay * v)) for v, g in zip(row, gs)]
                       for row, gs in zip(weights, slopes)]
        back = [self.r(sum(d * row[i] for d, row in zip(last, weights))) for i in range(len(self.weights[0]))]
        first = self.delta(0, back, nets, outs)
        return [first, last], [self.gradients(0, first, outs), self.gradients(1, last, outs)], back

    # training

    def train(self):
        size = self.batch or len(self.data)
        for at in range(0, len(self.data), size):
            rows = self.data[at:at + size]
            slopes = [self.backward(x, t)[1] for x, t in rows]
            self.updates += 1
            for l in range(2):
                for j, row in enumerate(self.weights[l]):
                    for i in range(len(row)):
                        row[i] = self.step((l, j, i), row[i], [s[l][0][j][i] for s in slopes])
                for j in range(len(self.biases[l])):
                    if "fixed" not in self.bias[l]:
                        self.biases[l][j] = self.step((l, j), self.biases[l][j], [s[l][1][j] for s in slopes])

    def step(self, key, p, slopes):
        r, eta = self.r, self.rate
        g = r(sum(slopes) / len(slopes)) if len(slopes) > 1 else slopes[0]
        kind, _, arguments = self.optimizer.partition("(")
        arguments = [D(a) for a in arguments.rstrip(")").split(",") if a]
        old = self.memory.get(key, (D(0), D(0)))
        if kind == "sgd":
            return r(p - eta * (g + self.decay * p))
        if self.decay and kind != "adamw":
            g = r(g + self.decay * p)
        if kind in ("momentum", "nesterov"):
            v = r(arguments[0] * old[0] + g)
            self.memory[key] = (v, D(0))
            return r(p - eta * (v if kind == "momentum" else g + arguments[0] * v))
        if kind == "adagrad":
            fall, eps = arguments
            s = r(old[0] + g * g)
            self.memory[key] = (s, D(0))
            return r(p - (r(eta / (1 + (self.updates - 1) * fall)) if fall else eta) * g / (s.sqrt() + eps))
        if kind == "rmsprop":
            alpha, eps = arguments
            s = r(alpha * old[0] + (1 - alpha) * g * g)
            self.memory[key] = (s, D(0))
            return r(p - eta * g / (s.sqrt() + eps))
        shrink = ONE
        if kind == "adamw":
            shrink = 1 - eta * arguments[0]
            arguments = arguments[1:]
        beta1, beta2, eps = arguments
        m = r(beta1 * old[0] + (1 - beta1) * g)
        v = r(beta2 * old[1] + (1 - beta2) * g * g)
        self.memory[key] = (m, v)
        mean, square = r(m / (1 - beta1 ** self.updates)), r(v / (1 - beta2 ** self.updates))
        return r(p * shrink - eta * mean / (square.sqrt() + eps))

    # what it comes to

    def figures(self):
        x, t = self.data[0]
        nets, outs = self.forward(x)
        deltas, slopes, back = self.backward(x, t)
        found = {"step": D(self.updates), "error": self.error(x, t)}
        found["loss"] = self.r(sum(self.error(*row) for row in self.data) / len(self.data))
        for k, share in enumerate(self.shares(t, outs)):
            found["error(y%d)" % (k + 1)] = share
        if LOSSES[self.loss][1]:
            for k, slope in enumerate(self.by_output(t, outs)):
                found["d(error, out(y%d))" % (k + 1)] = slope
        if self.order == "simultaneous":
            for i, slope in enumerate(back):
                found["d(error, out(h%d))" % (i + 1)] = slope
        w = b = 0
        for l, name in enumerate("hy"):
            for j, row in enumerate(self.weights[l]):
                neuron = "%s%d" % (name, j + 1)
                found["net(%s)" % neuron] = nets[l][j]
                found["out(%s)" % neuron] = outs[l + 1][j]
                found["d(out(%s), net(%s))" % (neuron, neuron)] = self.slope(l, nets, outs, j, j)
                found["delta(%s)" % neuron] = deltas[l][j]
                for i, v in enumerate(row):
                    w += 1
                    found["w%d" % w] = v
                    found["grad(w%d)" % w] = slopes[l][0][j][i]
            for j, v in enumerate(self.biases[l]):
                b += 1
                found["b%d" % b] = v
                found["grad(b%d)" % b] = slopes[l][1][j]
        return found

    def write(self):
        (FOLDER / (self.name + ".nn")).write_text(self.script())
        lines = ["epoch;quantity;value"]
        for epoch in range(self.epochs + 1):
            if epoch:
                self.train()
            lines += ["%d;%s;%s" % (epoch, q, format(v.normalize(), "f")) for q, v in self.figures().items()]
        (FOLDER / (self.name + ".csv")).write_text("\n".join(lines) + "\n")


CLASSIC = dict(h="sigmoid", y="sigmoid", loss="squared", data=[("0.05 0.10", "0.01 0.99")], biases=["0.35", "0.60"],
               weights=[["0.15 0.20", "0.25 0.30"], ["0.40 0.45", "0.50 0.55"]])
DEEP = dict(weights=[["0.3 -0.4", "0.62 0.15", "-0.21 0.8"], ["0.5 -0.33 0.24", "-0.7 0.41 0.9"]],
            biases=["0.1 -0.2 0.05", "0.12 -0.08"], bias=("", ""))
WIDE = [("0.5 -1.2", "0.1 0.9"), ("1.5 0.3", "0.8 0.3"), ("-0.7 0.9", "0.4 0.6"), ("0.25 0.75", "0.95 0.05")]
HOT = [("0.5 -1.2", "0 1"), ("1.5 0.3", "1 0"), ("-0.7 0.9", "0 1"), ("0.25 0.75", "1 0")]
SHARED = {**DEEP, "biases": ["0.1", "0.12"], "bias": ("shared", "shared")}
ADAM = "adam(0.9, 0.99, 0.01)"


def cases():
    for n in range(2, 7):
        yield Case("classic_%d" % n, n, **CLASSIC)
        yield Case("classic_sequential_%d" % n, n, order="sequential", **CLASSIC)
        yield Case("momentum_%d" % n, n, "tanh", "sigmoid", "squared", "momentum(0.9)", batch=2, data=WIDE, **DEEP)
        yield Case("softmax_%d" % n, n, "relu", "softmax", "cross_entropy", rate="0.3", data=HOT, **DEEP)
        yield Case("sequential_%d" % n, n, "tanh", "sigmoid", "squared", order="sequential", decay="0.01", data=WIDE,
                   **DEEP)
    for n in (4, 5, 6):
        yield Case("adam_%d" % n, n, "relu", "softmax", "cross_entropy", ADAM, rate="0.05", batch=2, data=HOT, **DEEP)
    yield Case("softmax_squared", 5, "tanh", "softmax", "squared", "nesterov(0.8)", decay="0.02", data=WIDE, **DEEP)
    yield Case("softmax_hidden", 4, "softmax", "tanh", "mse", data=WIDE, **DEEP)
    yield Case("binary", 6, "silu", "sigmoid", "binary_cross_entropy", "rmsprop(0.9, 0.001)", rate="0.05", batch=0,
               data=WIDE, **SHARED)
    yield Case("adagrad", 5, "softplus", "tanh", "mse", "adagrad(0.1, 0.001)", rate="0.1", batch=3, data=WIDE, **DEEP)
    yield Case("adamw", 6, "elu(0.7)", "sigmoid", "huber(0.3)", "adamw(0.1, 0.8, 0.9, 0.001)", rate="0.1", batch=2,
               data=WIDE, **DEEP)
    yield Case("adam_decay", 5, "sigmoid", "linear", "squared", ADAM, rate="0.05", decay="0.1", data=WIDE, **SHARED)
    yield Case("shared", 3, "leaky_relu(0.1)", "sigmoid", "absolute", batch=0, data=WIDE, **SHARED)
    yield Case("sequential_shared", 4, "softmax", "softmax", "squared", order="sequential", data=WIDE, **SHARED)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for case in cases():
        case.write()

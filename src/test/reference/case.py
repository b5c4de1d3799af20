"""A reference network as data, and the nn script that says the same."""

import copy
from dataclasses import dataclass, field

import numpy


@dataclass
class Layer:
    """A dense layer. `neurons` is a count or a tuple of names.

    weights: "matrix", "let", "singles" (w1 = …), "arrows" (w(h1, y1) = …), or "ones"; "fixed" may follow.
    bias:    "own" (a vector), "number" (one start, a parameter each), "shared", "zeros", "ones", "none", "unsaid",
             or "singles" (b1 = …); "fixed" may follow.
    """

    name: str
    neurons: object
    activation: str
    weights: str = "matrix"
    bias: str = "own"
    w: object = None
    b: object = None
    was: str = None  # the activation it is declared with, when `activation L = …` changes it

    @property
    def names(self):
        return neuron_names(self.name, self.neurons)

    def start_of_biases(self, rng, n):
        """One number for a shared bias, none for no bias, else one per neuron."""
        kind = self.bias.split()[0]
        if kind == "none":
            return None
        if kind in ("zeros", "unsaid"):
            return numpy.zeros(n)
        if kind == "ones":
            return numpy.ones(n)
        b = self.b
        if b is None:
            b = rng.uniform(-0.5, 0.5, 1 if kind in ("shared", "number") else n)
        b = numpy.atleast_1d(numpy.asarray(b, dtype=float))
        return numpy.full(n, b[0]) if kind == "number" else b


@dataclass
class Case:
    name: str
    about: str
    inputs: object
    layers: list
    loss: str = None
    optimizer: str = None
    rate: object = None
    schedule: object = None  # the rate's formula again, as a function of step and epoch
    batch: object = None
    decay: float = None
    rows: int = 1
    targets: str = "real"
    x: object = None
    t: object = None
    spread: float = 1.0
    defines: list = field(default_factory=list)
    extra: list = field(default_factory=list)
    memory: bool = False  # whether the figures have the optimizer's memory
    order: str = None
    also: tuple = ()
    brackets: bool = False
    single_row_data: bool = False
    style: int = 0

    @property
    def input_size(self):
        return self.inputs if isinstance(self.inputs, int) else len(self.inputs)

    @property
    def loss_or_default(self):
        return self.loss or ("cross_entropy" if self.layers[-1].activation == "softmax" else "squared")

    @property
    def rate_number(self):
        if isinstance(self.rate, str) and self.rate.endswith("%"):
            return float(self.rate[:-1]) / 100
        return 0.1 if self.rate is None else float(self.rate)

    def rate_at(self, step, epoch):
        return self.schedule(step, epoch) if self.schedule else self.rate_number

    @property
    def batch_number(self):
        return self.rows if self.batch == "all" else self.batch or 1

    @property
    def classifies(self):
        """Whether `accuracy` has one meaning: one-hot targets, or one output that is 0 or 1."""
        ones = set(map(float, numpy.ravel(self.t))) <= {0.0, 1.0}
        return ones and (len(self.t[0]) == 1 or all(sum(t) == 1 for t in self.t))

    @property
    def epochs(self):
        """0, 1, about 50 updates, and what the case also asks for."""
        updates = -(-self.rows // self.batch_number)
        return sorted({0, 1, max(2, round(50 / updates))} | set(self.also))

    def quantity_names(self, layer):
        if self.brackets:
            return [f"{layer.name}[{i + 1}]" for i in range(len(layer.names))]
        return layer.names

    def filled(self, seed):
        """A copy in which all that the case does not give is drawn: weights, biases and data."""
        case, rng = copy.deepcopy(self), numpy.random.default_rng(seed)
        sources = case.input_size
        for layer in case.layers:
            n = len(layer.names)
            a = case.spread * (3 / sources) ** 0.5
            drawn = rng.uniform(-a, a, (n, sources))
            if layer.weights.startswith("ones"):
                drawn = numpy.ones((n, sources))
            layer.w = drawn if layer.w is None else numpy.asarray(layer.w, dtype=float)
            layer.b = layer.start_of_biases(rng, n)
            sources = n
        if case.x is None:
            case.x = numpy.round(rng.uniform(-1, 1, (case.rows, case.input_size)), 3)
            case.t = numpy.round(draw_targets(rng, case.targets, case.rows, sources), 3)
        case.x, case.t = numpy.asarray(case.x, dtype=float), numpy.asarray(case.t, dtype=float)
        case.rows = len(case.x)
        return case


def neuron_names(layer, neurons):
    if not isinstance(neurons, int):
        return list(neurons)
    if layer[-1].isdigit():
        return [f"{layer}[{i + 1}]" for i in range(neurons)]
    return [f"{layer}{i + 1}" for i in range(neurons)]


def draw_targets(rng, kind, rows, n):
    if kind == "one-hot":
        return numpy.eye(n)[rng.permutation(numpy.arange(rows) % n)]
    if kind == "soft":  # each row sums to one, also as rounded
        t = numpy.round(rng.dirichlet(numpy.ones(n), rows), 3)
        t[:, -1] = 1 - t[:, :-1].sum(axis=1)
        return t
    if kind == "binary":
        return rng.integers(0, 2, (rows, n))
    if kind == "unit":
        return rng.uniform(0.05, 0.95, (rows, n))
    if kind == "wide":
        return rng.uniform(-3, 3, (rows, n))
    return rng.uniform(-1, 1, (rows, n))


def number(value):
    """The shortest digits that read back as the same double; whole numbers without a point."""
    value = float(value)
    return str(int(value)) if value == int(value) and abs(value) < 1e6 else repr(value)


def vector(values):
    return "[" + ", ".join(number(v) for v in values) + "]"


def matrix(values, indent):
    return "[" + (";\n" + " " * indent).join(", ".join(number(v) for v in row) for row in values) + "]"


def declared(name, neurons):
    return f"{name}[{neurons}]" if isinstance(neurons, int) else f"{name}({', '.join(neurons)})"


def script(case):
    """The whole network as nn statements, without any training."""
    declarations = list(case.defines)
    declarations.append(f"input {declared('x', case.inputs)}")
    declarations += [f"layer {declared(l.name, l.neurons)} {l.was or l.activation}" for l in case.layers]
    if case.loss:
        declarations.append(f"loss {case.loss}")
    if case.optimizer:
        declarations.append(f"optimizer {case.optimizer}")
    if case.style == 1:
        declarations = ["; ".join(declarations)]

    parameters = []
    wk = bk = 0
    sources = neuron_names("x", case.inputs)
    for layer in case.layers:
        parameters += weight_lines(layer, sources, wk) + bias_lines(layer, bk)
        wk += layer.w.size
        bk += 0 if layer.b is None else layer.b.size
        sources = layer.names

    settings = [f"activation {l.name} = {l.activation}" for l in case.layers if l.was]
    if case.rate is not None:
        settings.append(f"learning rate = {case.rate if isinstance(case.rate, str) else number(case.rate)}")
    if case.batch is not None:
        settings.append(f"batch = {case.batch}")
    if case.decay is not None:
        settings.append(f"decay = {number(case.decay)}")
    if case.order:
        settings.append(f"order = {case.order}")
    settings += case.extra

    parts = [declarations, parameters, data_lines(case), settings]
    if case.style == 2:
        parts = [declarations, settings, data_lines(case), parameters]
    return f"# {case.about}\n\n" + "\n\n".join("\n".join(p) for p in parts if p) + "\n"


def weight_lines(layer, sources, before):
    kind, *fixed = layer.weights.split()
    tail = "".join(" " + f for f in fixed)
    flat = [(to, src, layer.w[j, i]) for j, to in enumerate(layer.names) for i, src in enumerate(sources)]
    if kind == "ones":
        return [f"weights {layer.name} = ones{tail}"]
    if kind == "singles":
        return [f"w{before + k + 1} = {number(v)}" for k, (_, _, v) in enumerate(flat)]
    if kind == "arrows":
        return [f"w({src}, {to}) = {number(v)}" for to, src, v in flat]
    if kind == "let":
        head = f"let start_{layer.name} = "
        return [head + matrix(layer.w, len(head) + 1), f"weights {layer.name} = start_{layer.name}{tail}"]
    head = f"weights {layer.name} = "
    return [head + matrix(layer.w, len(head) + 1) + tail]


def bias_lines(layer, before):
    kind, *fixed = layer.bias.split()
    tail = "".join(" " + f for f in fixed)
    if kind == "unsaid":
        return []
    if kind in ("none", "zeros", "ones"):
        return [f"bias {layer.name} = {kind}{tail}"]
    if kind == "shared":
        return [f"bias {layer.name} = {number(layer.b[0])} shared{tail}"]
    if kind == "number":
        return [f"bias {layer.name} = {number(layer.b[0])}{tail}"]
    if kind == "singles":
        return [f"b{before + k + 1} = {number(v)}" for k, v in enumerate(layer.b)]
    return [f"bias {layer.name} = {vector(layer.b)}{tail}"]


def data_lines(case):
    if case.rows == 1 and not case.single_row_data:
        return [f"input = {vector(case.x[0])}", f"target = {vector(case.t[0])}"]
    rows = [", ".join(map(number, x)) + " -> " + ", ".join(map(number, t)) for x, t in zip(case.x, case.t)]
    return ["data = [" + (";\n        ").join(rows) + "]"]

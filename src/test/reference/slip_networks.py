"""The small networks that slips.py works out, and the nn scripts that say the same."""

from dataclasses import dataclass


@dataclass
class Layer:
    name: str
    f: str  # a built-in activation, or a name in OWN
    w: list  # a row for each neuron, a column for each source
    b: object  # a number: the same start for all; a list: one for each; None: no biases
    shared: bool = False
    fixed: bool = False  # the biases

    @property
    def size(self):
        return len(self.w)

    def starts(self):
        return list(self.b) if isinstance(self.b, list) else [self.b or 0.0] * self.size


@dataclass
class Network:
    name: str
    about: str
    layers: list
    samples: list  # of (inputs, targets)
    loss: str = "squared"
    rate: float = 0.5
    batch: int = 1
    momentum: float = None
    epochs: int = 1
    own: tuple = ()  # lines that define formulas

    def simple_delta(self):
        """Whether the delta of the output is out − target: an entropy after the activation that it belongs to."""
        return self.loss in ("cross_entropy", "binary_cross_entropy")

    def script(self):
        numbers = lambda vs: ", ".join(f"{v:g}" for v in vs)
        lines = [f"# {self.about}", *self.own, f"input x[{len(self.samples[0][0])}]"]
        lines += [f"layer {l.name}[{l.size}] {l.f}" for l in self.layers]
        lines.append(f"loss {self.loss}")
        if self.momentum is not None:
            lines.append(f"optimizer momentum({self.momentum:g})")
        for l in self.layers:
            rows = "; ".join(numbers(row) for row in l.w)
            lines.append(f"weights {l.name} = [{rows}]")
        for l in self.layers:
            b = "none" if l.b is None else f"[{numbers(l.b)}]" if isinstance(l.b, list) else f"{l.b:g}"
            lines.append(f"bias {l.name} = {b}" + " shared" * l.shared + " fixed" * l.fixed)
        if len(self.samples) == 1:
            x, t = self.samples[0]
            lines += [f"input = [{numbers(x)}]", f"target = [{numbers(t)}]"]
        else:
            rows = "; ".join(f"{numbers(x)} -> {numbers(t)}" for x, t in self.samples)
            lines.append(f"data = [{rows}]")
            lines.append(f"batch = {self.batch}")
        lines.append(f"learning rate = {self.rate:g}")
        if self.epochs:
            lines.append(f"train {self.epochs}")
        return "\n".join(lines) + "\n"


CLASSIC_W = [[0.15, 0.20], [0.25, 0.30]], [[0.40, 0.45], [0.50, 0.55]]
CLASSIC_SAMPLE = [([0.05, 0.10], [0.01, 0.99])]


def classic(name, about, **more):
    """The worked example: shared biases that are never trained, unless `trained`."""
    fixed = not more.pop("trained", False)
    layers = [
        Layer("h", "sigmoid", CLASSIC_W[0], 0.35, shared=True, fixed=fixed),
        Layer("y", "sigmoid", CLASSIC_W[1], 0.60, shared=True, fixed=fixed),
    ]
    return Network(name, about, layers, CLASSIC_SAMPLE, **more)


XOR = [([0.1, 0.2], [0.1]), ([0.1, 0.9], [0.9]), ([0.8, 0.3], [0.8]), ([0.9, 0.7], [0.2])]

NETWORKS = [
    classic("classic", "The worked example after one update: shared biases that are never trained."),
    classic("classic_start", "The worked example before any update.", epochs=0),
    classic("classic_trained", "The worked example with shared biases that are trained, three updates.", trained=True, epochs=3),
    Network(
        "tanh_mse",
        "2-3-2, tanh and sigmoid, a trained bias for each neuron, the mean of the squares.",
        [
            Layer("h", "tanh", [[0.4, -0.3], [0.7, 0.2], [-0.5, 0.6]], [0.1, -0.2, 0.3]),
            Layer("y", "sigmoid", [[0.3, -0.6, 0.5], [-0.4, 0.8, 0.25]], [0.15, -0.35]),
        ],
        [([0.6, -0.9], [0.8, 0.3])],
        loss="mse",
        rate=0.4,
        epochs=2,
    ),
    Network(
        "one_output",
        "3-2-1, all sigmoid: the biases of a layer start equal, and are trained each for itself.",
        [
            Layer("h", "sigmoid", [[0.2, -0.4, 0.1], [0.5, 0.3, -0.6]], 0.25),
            Layer("y", "sigmoid", [[0.7, -0.9]], 0.4),
        ],
        [([1, 0.5, -1.5], [0.9])],
        rate=0.8,
        epochs=2,
    ),
    Network(
        "classes",
        "2-3-3, tanh and softmax with the cross-entropy, one update.",
        [
            Layer("h", "tanh", [[0.5, -0.7], [0.3, 0.9], [-0.6, 0.2]], 0.2, shared=True),
            Layer("y", "softmax", [[0.4, -0.2, 0.6], [-0.5, 0.3, 0.1], [0.2, 0.8, -0.4]], [0.1, -0.1, 0.3]),
        ],
        [([0.9, -0.4], [0, 1, 0])],
        loss="cross_entropy",
        rate=0.3,
    ),
    Network(
        "class_samples",
        "2-2-3, sigmoid and softmax with the cross-entropy, three samples at a time.",
        [
            Layer("h", "sigmoid", [[0.8, -0.5], [-0.3, 0.6]], [0.2, -0.1]),
            Layer("y", "softmax", [[0.9, -0.4], [-0.7, 0.5], [0.3, 0.2]], 0.1),
        ],
        [([0.2, 0.7], [1, 0, 0]), ([0.9, 0.1], [0, 1, 0]), ([0.5, -0.6], [0, 0, 1])],
        loss="cross_entropy",
        rate=0.6,
        batch=3,
        epochs=2,
    ),
    Network(
        "yes_no",
        "2-2-2, tanh and sigmoid with the binary cross-entropy, two updates.",
        [
            Layer("h", "tanh", [[0.35, -0.45], [0.65, 0.25]], [0.3, 0.3]),
            Layer("y", "sigmoid", [[0.55, -0.75], [0.85, 0.15]], 0.2, shared=True),
        ],
        [([0.7, 0.4], [1, 0])],
        loss="binary_cross_entropy",
        rate=0.7,
        epochs=2,
    ),
    Network(
        "relu_fixed",
        "2-3-2, relu and sigmoid: one hidden neuron is off, the biases are fixed and not shared.",
        [
            Layer("h", "relu", [[0.6, 0.4], [-0.8, 0.3], [0.2, 0.7]], [0.1, -0.2, 0.3], fixed=True),
            Layer("y", "sigmoid", [[0.5, -0.3, 0.2], [-0.6, 0.4, 0.9]], [0.25, -0.15], fixed=True),
        ],
        [([1.2, 0.5], [0.3, 0.9])],
        rate=0.6,
        epochs=2,
    ),
    Network(
        "pairs_of_samples",
        "2-2-1, sigmoid, four samples by twos: two updates in an epoch.",
        [
            Layer("h", "sigmoid", [[0.9, -0.6], [0.4, 0.7]], [0.2, 0.2]),
            Layer("y", "sigmoid", [[-0.8, 0.5]], 0.3),
        ],
        XOR,
        loss="mse",
        rate=0.9,
        batch=2,
        epochs=1,
    ),
    Network(
        "all_samples",
        "2-3-2, tanh and linear, four samples at a time, the Huber loss, three updates.",
        [
            Layer("h", "tanh", [[0.5, -0.2], [0.1, 0.8], [-0.7, 0.4]], [0.05, -0.15, 0.25]),
            Layer("y", "linear", [[0.6, -0.5, 0.3], [0.2, 0.7, -0.4]], [0.1, -0.2]),
        ],
        [([0.3, 0.8], [0.5, -0.4]), ([-0.6, 0.2], [0.9, 0.1]), ([1.1, -0.7], [-1.6, 0.3]), ([0.4, 0.5], [0.2, 1.4])],
        loss="huber",
        rate=0.3,
        batch=4,
        epochs=3,
    ),
    Network(
        "one_by_one",
        "2-2-2, sigmoid, three samples one by one: three updates in an epoch.",
        [
            Layer("h", "sigmoid", [[0.7, -0.2], [0.45, 0.95]], 0.15, shared=True),
            Layer("y", "sigmoid", [[-0.35, 0.65], [0.55, -0.85]], -0.25, shared=True),
        ],
        [([0.4, 0.9], [0.2, 0.7]), ([-0.5, 0.3], [0.6, 0.4]), ([0.8, -0.6], [0.9, 0.1])],
        rate=0.7,
    ),
    Network(
        "momentum",
        "2-2-2, sigmoid and tanh, with momentum, three updates.",
        [
            Layer("h", "sigmoid", [[0.3, 0.6], [-0.4, 0.5]], [0.2, 0.2]),
            Layer("y", "tanh", [[0.45, -0.65], [0.75, 0.35]], [-0.1, -0.1]),
        ],
        [([0.8, -0.3], [0.4, -0.5])],
        rate=0.2,
        momentum=0.9,
        epochs=3,
    ),
    Network(
        "three_layers",
        "2-3-2-2, silu, softplus and sigmoid, the mean of the distances, two updates.",
        [
            Layer("g", "silu", [[0.5, -0.4], [0.8, 0.3], [-0.6, 0.9]], 0.1),
            Layer("h", "softplus", [[0.3, -0.7, 0.2], [-0.5, 0.6, 0.4]], [0.2, -0.3]),
            Layer("y", "sigmoid", [[0.9, -0.2], [0.4, 0.7]], None),
        ],
        [([0.7, 1.1], [0.2, 0.95])],
        loss="absolute",
        rate=0.35,
        epochs=2,
    ),
    Network(
        "wave",
        "2-2-2 with a sine for the hidden layer, two updates.",
        [
            Layer("h", "wave", [[0.9, -0.4], [0.5, 0.8]], 0.3, shared=True, fixed=True),
            Layer("y", "sigmoid", [[0.6, -0.7], [0.2, 0.5]], [0.1, -0.2]),
        ],
        [([0.7, 0.6], [0.25, 0.85])],
        rate=0.5,
        epochs=2,
        own=("activation wave(z) = sin(z)",),
    ),
    Network(
        "logish",
        "2-2-2, tanh and linear, with a loss of its own that has a logarithm, two updates.",
        [
            Layer("h", "tanh", [[0.8, -0.5], [0.3, 0.6]], 0.2, shared=True),
            Layer("y", "linear", [[0.7, -0.4], [0.5, 0.9]], -0.3, shared=True),
        ],
        [([0.5, 0.9], [0.6, -0.2])],
        loss="logish",
        rate=0.25,
        epochs=2,
        own=("loss logish(t, o) = ln(1 + (t - o)^2)",),
    ),
    Network(
        "ripple",
        "2-2-1 with an activation of its own that has a cosine and a loss of its own that has a logarithm.",
        [
            Layer("h", "ripple", [[0.4, -0.6], [0.7, 0.2]], [0.15, -0.25]),
            Layer("y", "ripple", [[0.5, -0.8]], 0.35),
        ],
        [([0.6, -0.5], [0.4])],
        loss="logish",
        rate=0.3,
        epochs=1,
        own=("activation ripple(z) = z + 0.5 * cos(2 * z)", "loss logish(t, o) = ln(1 + (t - o)^2)"),
    ),
    Network(
        "bend",
        "2-2-2 with an activation of its own that has a logarithm and a loss of its own that has a cosine.",
        [
            Layer("h", "bend", [[0.3, 0.7], [-0.6, 0.4]], [0.1, 0.1]),
            Layer("y", "sigmoid", [[0.8, -0.3], [-0.5, 0.6]], [0.2, -0.4], fixed=True),
        ],
        [([0.9, 0.4], [0.7, 0.15])],
        loss="turn",
        rate=0.6,
        epochs=2,
        own=("activation bend(z) = ln(1 + exp(z))", "loss turn(t, o) = 1 - cos(t - o)"),
    ),
]

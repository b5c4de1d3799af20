"""The networks of the wrong numbers: small, with numbers of two digits as on a worked page, in four variants each."""

import copy
import random
from dataclasses import dataclass, field

DIGITS = [d for d in range(12, 99) if d % 10 and d // 10 != d % 10]  # two different digits, neither 0
VARIANTS = 4  # the network that is asked about, and three others of the same shape and settings


@dataclass
class Network:
    name: str
    about: str
    sizes: list
    activations: list
    loss: str = "squared"
    rate: float = 0.5
    rows: int = 1
    batch: int = 1
    bias: str = "own"  # "own", "shared", "shared fixed"
    optimizer: str = "sgd"
    decay: float = 0.0
    mu: float = 0.9
    alpha: float = 0.99
    betas: tuple = (0.9, 0.999)
    eps: float = 1e-8
    slope: float = 0.0  # of leaky_relu
    targets: str = "unit"  # "unit", "one-hot", "binary", "real"
    says: str = None  # the optimizer as written in the script
    dead: int = None  # the hidden neuron that is off for the first sample
    given: dict = field(default_factory=dict)
    variant: int = 0
    w: list = None
    b: list = None
    x: list = None
    t: list = None

    @property
    def fixed(self):
        return "fixed" in self.bias

    @property
    def file(self):
        return self.name + (f"-{self.variant}" if self.variant else "")

    @property
    def names(self):
        """The neurons of each layer but the input."""
        layers = ["h", "k"][: len(self.sizes) - 2] + ["y"]
        return [[f"{layer}{j + 1}" for j in range(n)] for layer, n in zip(layers, self.sizes[1:])]

    def parameters(self):
        """nn's name of each parameter by its key."""
        found, ws, bs = {}, 0, 0
        for k, matrix in enumerate(self.w):
            for j, row in enumerate(matrix):
                for i in range(len(row)):
                    ws += 1
                    found["w", k, j, i] = f"w{ws}"
            for j in range(len(self.b[k])):
                bs += 1
                found["b", k, j] = f"b{bs}"
        return found

    def filled(self, variant):
        """A copy with its numbers drawn: no two parameters alike, two digits each, both of them different."""
        n = copy.deepcopy(self)
        n.variant = variant
        for attempt in range(1000):
            rng = random.Random(f"{self.name} {variant} {attempt}")
            pool = [d / 100 for d in DIGITS]
            rng.shuffle(pool)
            n.w = [
                [[pool.pop() * rng.choice((1, 1, -1)) for _ in range(m)] for _ in range(k)]
                for m, k in zip(self.sizes, self.sizes[1:])
            ]
            n.b = [[pool.pop() for _ in range(1 if "shared" in self.bias else k)] for k in self.sizes[1:]]
            n.x = [[d / 100 for d in rng.sample(DIGITS, self.sizes[0])] for _ in range(self.rows)]
            n.t = [self.target(rng, r) for r in range(self.rows)]
            if self.dead is not None:
                n.w[0][self.dead] = [-abs(v) for v in n.w[0][self.dead]]
            if n.usable():
                break
        else:
            raise AssertionError(f"{self.name}: no numbers fit")
        if variant == 0:
            for key, value in self.given.items():
                setattr(n, key, copy.deepcopy(value))
        return n

    def target(self, rng, row):
        size = self.sizes[-1]
        if self.targets == "one-hot":
            return [1.0 if j == row % size else 0.0 for j in range(size)]
        if self.targets == "binary":
            return [float((row + j) % 2) for j in range(size)]
        return [(d + 100 * (self.targets == "real")) / 100 for d in rng.sample(DIGITS, size)]

    def usable(self):
        """Whether relu neurons are on and off as they should be, and far enough from the kink."""
        if not {"relu", "leaky_relu"} & set(self.activations):
            return True
        off = []
        for x in self.x:
            nets = [sum(w * v for w, v in zip(row, x)) + b for row, b in zip(self.w[0], self.b[0])]
            if min(abs(z) for z in nets) < 0.1:
                return False
            off.append([j for j, z in enumerate(nets) if z < 0])
        return all(o == [self.dead] for o in off)

    def script(self):
        """The network as nn statements, without any training."""
        lines = [f"# {self.about}" + (f": variant {self.variant}" if self.variant else ""), ""]
        if "sine" in self.activations:
            lines.append("activation sine(z) = sin(z)")
        layers = ["h", "k"][: len(self.sizes) - 2] + ["y"]
        lines.append(f"input x[{self.sizes[0]}]")
        for layer, n, f in zip(layers, self.sizes[1:], self.activations):
            lines.append(f"layer {layer}[{n}] {f}" + (f"({self.slope})" if f == "leaky_relu" else ""))
        lines.append(f"loss {self.loss}")
        if self.optimizer != "sgd":
            lines.append(f"optimizer {self.says or self.optimizer}")
        for layer, matrix in zip(layers, self.w):
            lines.append(f"weights {layer} = [" + "; ".join(", ".join(map(number, row)) for row in matrix) + "]")
        for layer, b in zip(layers, self.b):
            value = number(b[0]) if "shared" in self.bias else "[" + ", ".join(map(number, b)) + "]"
            lines.append(f"bias {layer} = {value}" + ("" if self.bias == "own" else " " + self.bias))
        if self.rows == 1:
            lines.append("input = [" + ", ".join(map(number, self.x[0])) + "]")
            lines.append("target = [" + ", ".join(map(number, self.t[0])) + "]")
        else:
            rows = [", ".join(map(number, x)) + " -> " + ", ".join(map(number, t)) for x, t in zip(self.x, self.t)]
            lines.append("data = [" + "; ".join(rows) + "]")
            lines.append(f"batch = {'all' if self.batch == self.rows else self.batch}")
        lines.append(f"learning rate = {number(self.rate)}")
        if self.decay and self.optimizer != "adamw":
            lines.append(f"decay = {number(self.decay)}")
        return "\n".join(lines) + "\n"


def number(value):
    return str(int(value)) if value == int(value) else repr(float(value))


CLASSIC = {
    "w": [[[0.15, 0.20], [0.25, 0.30]], [[0.40, 0.45], [0.50, 0.55]]],
    "b": [[0.35], [0.60]],
    "x": [[0.05, 0.10]],
    "t": [[0.01, 0.99]],
}

S, T, R, L = "sigmoid", "tanh", "relu", "linear"
ALL = {"rows": 4, "batch": 4}

NETWORKS = [
    Network("classic", "2-2-2 sigmoid, half squared error, shared biases that are never trained", [2, 2, 2], [S, S],
            bias="shared fixed", given=CLASSIC),
    Network("pair", "2-2-1 sigmoid, a bias for each neuron", [2, 2, 1], [S, S], rate=0.25),
    Network("tanh", "3-2-1 tanh", [3, 2, 1], [T, T], rate=0.025),
    Network("softmax", "2-3-2 softmax with cross_entropy", [2, 3, 2], [S, "softmax"], "cross_entropy",
            targets="one-hot"),
    Network("dead", "2-3-1 relu, the second neuron dead, linear output", [2, 3, 1], [R, L], rate=0.015,
            targets="real", dead=1),
    Network("chain", "1-1-1-1 sigmoid", [1, 1, 1, 1], [S, S, S]),
    Network("batch", "2-2-2 tanh, linear output, mse, a batch of 4", [2, 2, 2], [T, L], "mse", rate=0.25, **ALL),
    Network("minibatch", "2-3-1 sigmoid, 4 samples in batches of 2", [2, 3, 1], [S, S], rows=4, batch=2),
    Network("online", "2-2-2 sigmoid, 3 samples one by one", [2, 2, 2], [S, S], rows=3),
    Network("momentum", "2-2-2 sigmoid, momentum", [2, 2, 2], [S, S], rate=0.05, optimizer="momentum", mu=0.8,
            says="momentum(0.8)"),
    Network("nesterov", "2-2-1 tanh and sigmoid, nesterov, a batch of 4", [2, 2, 1], [T, S], rate=0.25,
            optimizer="nesterov", **ALL),
    Network("adam", "2-2-1 tanh, linear output, adam, a batch of 4", [2, 2, 1], [T, L], "mse", rate=0.05,
            optimizer="adam", **ALL),
    Network("adamdecay", "2-2-2 sigmoid, adam with weight decay", [2, 2, 2], [S, S], rate=0.05, optimizer="adam",
            decay=0.15),
    Network("adamw", "2-2-2 sigmoid and softmax, cross_entropy, adamw", [2, 2, 2], [S, "softmax"], "cross_entropy",
            rate=0.05, targets="one-hot", optimizer="adamw", decay=0.25, says="adamw(0.25)"),
    Network("rmsprop", "2-2-1 sigmoid, rmsprop, a batch of 4", [2, 2, 1], [S, S], rate=0.015,
            optimizer="rmsprop", alpha=0.9, eps=1e-3, **ALL, says="rmsprop(0.9, eps: 0.001)"),
    Network("adagrad", "2-2-2 tanh, linear output, mse, adagrad, a batch of 4", [2, 2, 2], [T, L], "mse", rate=0.15,
            optimizer="adagrad", eps=1e-4, says="adagrad(eps: 0.0001)", **ALL),
    Network("decay", "2-2-2 sigmoid, weight decay", [2, 2, 2], [S, S], decay=0.15),
    Network("shared", "2-2-2 sigmoid, trained shared biases", [2, 2, 2], [S, S], bias="shared"),
    Network("deep", "2-3-2-1 tanh, tanh, sigmoid", [2, 3, 2, 1], [T, T, S], rate=0.25),
    Network("binary", "3-2-2 tanh and sigmoid, binary_cross_entropy, a batch of 3", [3, 2, 2], [T, S],
            "binary_cross_entropy", rows=3, batch=3, targets="binary"),
    Network("classes", "2-2-3 softmax of three classes, a batch of 4", [2, 2, 3], [T, "softmax"], "cross_entropy",
            rate=0.25, targets="one-hot", **ALL),
    Network("gelu", "2-2-1 gelu, linear output", [2, 2, 1], ["gelu", L], "mse", rate=0.015, targets="real"),
    Network("leaky", "2-3-1 leaky_relu, one neuron below 0", [2, 3, 1], ["leaky_relu", L], rate=0.015, slope=0.1,
            targets="real", dead=1),
    Network("sine", "1-2-1 sine, linear output", [1, 2, 1], ["sine", L], rate=0.015, targets="real"),
]

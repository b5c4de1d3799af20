"""The same figures once more, without PyTorch: reads the nn script as written and back-propagates by the formulas.

Only loops over plain numbers, so that a slip in the other program (a transposed matrix, a bias counted twice, a wrong
mean) can't be made here in the same way. It reads just the part of the language that case.py writes.
"""

import math
import re

from formulas import activation, loss_shares, loss_slope, through

EPS = {"adagrad": 1e-10, "rmsprop": 1e-8, "adam": 1e-8, "adamw": 1e-8}
PLACES = {  # the names of an optimizer's arguments by place
    "momentum": ["mu"],
    "nesterov": ["mu"],
    "adagrad": ["lr_decay", "eps"],
    "rmsprop": ["alpha", "eps"],
    "adam": ["beta1", "beta2", "eps"],
    "adamw": ["decay", "beta1", "beta2", "eps"],
}


def statements(text):
    """Splits a script at line ends and `;` outside brackets and blocks."""
    text = re.sub(r"#.*", "", text)
    depth, found, current = 0, [], ""
    for c in text:
        depth += (c in "([{") - (c in ")]}")
        if depth == 0 and c in "\n;":
            found.append(" ".join(current.split()))
            current = ""
        else:
            current += ";" if c == "\n" and "{" in current else c
    return [s for s in found if s]


def value(text):
    text = text.strip()
    return float(text[:-1]) / 100 if text.endswith("%") else float(text.replace("_", ""))


def root(x):
    return math.sqrt(x) if x >= 0 else math.nan  # in a branch that isn't taken


FUNCTIONS = {
    "min": min, "max": max, "abs": abs, "exp": math.exp, "sqrt": root, "choose": lambda c, a, b: a if c else b
}  # fmt: skip


def evaluated(text, names):
    return eval(text.replace("^", "**").replace("if(", "choose("), {}, {**FUNCTIONS, **names})


def rate_of(text, step, epoch):
    """A learning rate: a number, or a formula of step and epoch."""
    return evaluated(text, {"step": step, "epoch": epoch}) if re.search("step|epoch", text) else value(text)


class Remembering(dict):
    """Figures; what an optimizer remembers is 0 before it begins."""

    def __missing__(self, quantity):
        if quantity[1].startswith("memory("):
            return 0.0
        raise KeyError(quantity)


def rows_of(text):
    return [[value(v) for v in row.split(",")] for row in text.strip()[1:-1].split(";")]


def called(text, rules={}):
    """`huber(delta: 0.7)` → ("huber", {"delta": 0.7}); an argument without a name is named by its place."""
    name, _, rest = text.strip().partition("(")
    places = {"leaky_relu": ["slope"], "elu": ["alpha"], "huber": ["delta"], **PLACES}
    places |= {rule: list(defaults) for rule, (defaults, _) in rules.items()}
    arguments = {}
    for i, part in enumerate(p for p in rest.rstrip(")").split(",") if p.strip()):
        key, colon, v = part.rpartition(":")
        arguments[key.strip() if colon else places[name][i]] = v.strip() == "on" or (v.strip() != "off" and value(v))
    return name, arguments


class Network:
    def __init__(self, text):
        self.layers, self.settings, self.data, self.lets, self.rules = [], {}, [], {}, {}
        self.loss = self.optimizer = self.sources = None
        for s in statements(text):
            self.read(s)
        if self.loss is None:
            self.loss = ("cross_entropy" if self.layers[-1]["f"][0] == "softmax" else "squared", {})
        self.optimizer = self.optimizer or ("sgd", {})
        self.data = self.data or [(self.settings["input"], self.settings["target"])]
        self.rate_text = self.settings.get("learning rate", "0.1")
        self.decay = self.settings.get("decay", 0.0)
        self.batch = self.settings.get("batch", 1) or len(self.data)
        self.state, self.steps, self.epoch = {}, 0, 0

    # Parameters are cells, [number, trained], so that a shared bias is one cell in several places.

    def read(self, s):
        if m := re.fullmatch(r"input \w+(\[(\d+)\]|\((.+)\))", s):
            self.sources = [f"x{i + 1}" for i in range(int(m[2]))] if m[2] else re.split(", *", m[3])
        elif m := re.fullmatch(r"layer (\w+)(\[(\d+)\]|\(([^)]+)\)) (.+)", s):
            n = int(m[3]) if m[3] else 0
            dots = "{}[{}]" if m[1][-1].isdigit() else "{}{}"
            names = [dots.format(m[1], i + 1) for i in range(n)] if n else re.split(", *", m[4])
            below = self.layers[-1]["names"] if self.layers else self.sources
            self.layers.append(
                {
                    "name": m[1],
                    "names": names,
                    "below": below,
                    "f": called(m[5]),
                    "w": [[[0.0, True] for _ in below] for _ in names],
                    "b": [[0.0, True] for _ in names],
                }
            )
        elif re.match(r"(loss|activation) \w+\(\w+(, \w+)?\) =", s):
            pass  # the formulas of our own functions are written out below
        elif m := re.fullmatch(r"loss (.+)", s):
            self.loss = called(m[1])
        elif m := re.fullmatch(r"optimizer (\w+)\(p, g(.*?)\) \{(.*)\}", s):
            arguments = [a.split(":") for a in m[2].split(",") if a.strip()]
            lines = [line.split("=", 1) for line in m[3].split(";") if line.strip()]
            self.rules[m[1]] = (
                {name.strip(): value(v) for name, v in arguments},
                [(name.strip(), formula) for name, formula in lines],
            )
        elif m := re.fullmatch(r"optimizer (.+)", s):
            self.optimizer = called(m[1], self.rules)
        elif m := re.fullmatch(r"let (\w+) = (.+)", s):
            self.lets[m[1]] = m[2]
        elif m := re.fullmatch(r"activation (\w+) = (.+)", s):
            self.layer(m[1])["f"] = called(m[2])
        elif m := re.fullmatch(r"weights (\w+) = (\w+|\[.*\])( fixed)?", s):
            layer, what = self.layer(m[1]), self.lets.get(m[2], m[2])
            rows = rows_of(what) if what != "ones" else [[1.0] * len(layer["below"])] * len(layer["names"])
            assert len(rows) == len(layer["w"]) and all(len(r) == len(layer["below"]) for r in rows)
            layer["w"] = [[[v, not m[3]] for v in row] for row in rows]
        elif m := re.fullmatch(r"bias (\w+) = ([^ \[]+|\[.*\])( shared)?( fixed)?", s):
            layer = self.layer(m[1])
            layer["b"] = self.bias(m[2], len(layer["names"]), m[3], not m[4])
        elif m := re.fullmatch(r"(input|target) = (\[.*\])", s):
            self.settings[m[1]] = rows_of(m[2])[0]
        elif m := re.fullmatch(r"data = \[(.*)\]", s):
            self.data = [tuple([value(v) for v in p.split(",")] for p in r.split("->")) for r in m[1].split(";")]
        elif m := re.fullmatch(r"learning rate = (.+)", s):
            self.settings["learning rate"] = str(self.lets.get(m[1], m[1]))
        elif m := re.fullmatch(r"(batch|decay) = (.+)", s):
            self.settings[m[1]] = 0 if m[2] == "all" else value(self.lets.get(m[2], m[2]))
        elif m := re.fullmatch(r"(order|shuffle|engine) = (\w+)", s):
            self.settings[m[1]] = m[2]
        elif m := re.fullmatch(r"w\((\S+), (\S+)\) = (.+)", s):
            layer = next(l for l in self.layers if m[2] in l["names"])
            layer["w"][layer["names"].index(m[2])][layer["below"].index(m[1])][0] = value(m[3])
        elif m := re.fullmatch(r"([wb])(\d+) = (.+)", s):
            self.numbered(m[1])[int(m[2]) - 1][0] = value(m[3])
        else:
            raise ValueError(s)

    def layer(self, name):
        return next(l for l in self.layers if l["name"] == name)

    @staticmethod
    def bias(what, n, shared, trained):
        if what == "none":
            return None
        if what in ("zeros", "ones"):
            what = "0" if what == "zeros" else "1"
        if shared:
            return [[value(what), trained]] * n  # one cell, n times
        values = rows_of(what)[0] if what.startswith("[") else [value(what)] * n
        return [[v, trained] for v in values]

    def numbered(self, kind):
        """All weight or bias cells in the order of their numbers; a shared bias once."""
        found = []
        for layer in self.layers:
            rows = layer["w"] if kind == "w" else [layer["b"] or []]
            for cell in (c for row in rows for c in row):
                if not any(cell is f for f in found):
                    found.append(cell)
        return found

    def forward(self, x):
        nets, outs = [], [x]
        for layer in self.layers:
            z = []
            for j, row in enumerate(layer["w"]):
                terms = [cell[0] * o for cell, o in zip(row, outs[-1])]
                z.append(math.fsum(terms + ([layer["b"][j][0]] if layer["b"] else [])))
            nets.append(z)
            outs.append(activation(*layer["f"], z))
        return nets, outs

    def backward(self, x, t, sequential=False):
        """The deltas of each layer; with `sequential` each layer is updated as soon as its deltas are known."""
        nets, outs = self.forward(x)
        deltas = [None] * len(nets)
        for k in reversed(range(len(nets))):
            name, arguments = self.layers[k]["f"]
            if k == len(nets) - 1:
                if self.loss[0] == "cross_entropy":
                    deltas[k] = [o * sum(t) - ti for o, ti in zip(outs[-1], t)]
                elif self.loss[0] == "binary_cross_entropy":
                    deltas[k] = [(o - ti) / len(t) for o, ti in zip(outs[-1], t)]
                else:
                    slopes = [loss_slope(*self.loss, ti, o, len(t)) for ti, o in zip(t, outs[-1])]
                    deltas[k] = through(name, arguments, nets[k], outs[k + 1], slopes)
            else:
                above = self.layers[k + 1]["w"]
                slopes = [
                    math.fsum(deltas[k + 1][j] * above[j][i][0] for j in range(len(above)))
                    for i in range(len(nets[k]))
                ]
                deltas[k] = through(name, arguments, nets[k], outs[k + 1], slopes)
            if sequential:
                for cell, g in self.layer_gradients(k, deltas[k], outs[k]):
                    cell[0] -= self.rate * g if cell[1] else 0.0
        return nets, outs, deltas

    def layer_gradients(self, k, delta, below):
        """[(cell, ∂error/∂cell)] of layer k; a shared bias appears once, with the sum of the deltas."""
        layer = self.layers[k]
        found = [(cell, delta[j] * o) for j, row in enumerate(layer["w"]) for cell, o in zip(row, below)]
        if layer["b"]:
            if len(layer["b"]) > 1 and layer["b"][0] is layer["b"][1]:
                found.append((layer["b"][0], sum(delta)))
            else:
                found += zip(layer["b"], delta)
        return found

    def gradients(self, x, t):
        _, outs, deltas = self.backward(x, t)
        return [g for k in range(len(deltas)) for g in self.layer_gradients(k, deltas[k], outs[k])]

    def train_epoch(self):
        for start in range(0, len(self.data), int(self.batch)):
            samples = self.data[start : start + int(self.batch)]
            self.rate = rate_of(self.rate_text, self.steps, self.epoch)
            self.steps += 1
            if self.settings.get("order") == "sequential":
                self.backward(*samples[0], sequential=True)
                continue
            totals = [self.gradients(x, t) for x, t in samples]
            for parts in zip(*totals):
                cell = parts[0][0]
                if cell[1]:
                    self.update(cell, math.fsum(g for _, g in parts) / len(samples))
        self.epoch += 1

    def update(self, cell, g):
        name, a = self.optimizer
        s = self.state.setdefault(id(cell), {})
        if name != "adamw":
            g += self.decay * cell[0]
        if name in self.rules:
            self.follow(self.rules[name], a, s, cell, g)
            return
        if name == "sgd":
            step = g
        elif name in ("momentum", "nesterov"):
            mu = a.get("mu", 0.9)
            old = s.get("v")
            if a.get("average"):
                s["v"] = mu * (old or 0.0) + (1 - mu) * g
            elif a.get("classic"):
                s["v"] = mu * (old or 0.0) + self.rate * g
            else:
                s["v"] = g if old is None else mu * old + (1 - a.get("dampening", 0)) * g
            step = s["v"] if name == "momentum" else g + mu * s["v"]
            step /= self.rate if a.get("classic") else 1
        elif name == "adagrad":
            s["s"] = s.get("s", 0.0) + g * g
            step = self.divided(g, s["s"]) / (1 + (self.steps - 1) * a.get("lr_decay", 0))
        elif name == "rmsprop":
            alpha = a.get("alpha", 0.99)
            s["s"] = alpha * s.get("s", 0.0) + (1 - alpha) * g * g
            step = self.divided(g, s["s"])
        else:
            b1, b2 = a.get("beta1", 0.9), a.get("beta2", 0.999)
            if name == "adamw":
                cell[0] -= self.rate * a.get("decay", 0.01) * cell[0]
            s["m"] = b1 * s.get("m", 0.0) + (1 - b1) * g
            s["v"] = b2 * s.get("v", 0.0) + (1 - b2) * g * g
            m, v = s["m"] / (1 - b1**self.steps), s["v"] / (1 - b2**self.steps)
            step = self.divided(m, v)
        cell[0] -= self.rate * step

    def divided(self, g, square):
        name, a = self.optimizer
        eps = a.get("eps", EPS[name])
        return g / (math.sqrt(square + eps) if a.get("eps_inside") else math.sqrt(square) + eps)

    def follow(self, rule, given, s, cell, g):
        """The lines of a rule that the script defines."""
        defaults, lines = rule
        names = {name: s.get(name, 0.0) for name, _ in lines}
        names |= {**defaults, **given, "p": cell[0], "g": g, "n": self.steps, "rate": self.rate}
        for name, formula in lines:
            names[name] = evaluated(formula, names)
        cell[0] = names["p"]
        s.update((name, names[name]) for name, _ in lines)

    def shares(self, x, t):
        nets, outs = self.forward(x)
        return loss_shares(*self.loss, nets[-1], outs[-1], t)

    def hit(self, x, t):
        out = self.forward(x)[1][-1]
        return (out[0] > 0.5) == (t[0] == 1) if len(t) == 1 else out.index(max(out)) == t.index(max(t))

    def figures(self):
        x, t = self.data[0]
        nets, outs, deltas = self.backward(x, t)
        rows = {
            "step": self.steps,
            "error": math.fsum(self.shares(x, t)),
            "loss": math.fsum(s for x_, t_ in self.data for s in self.shares(x_, t_)) / len(self.data),
        }
        for k, layer in enumerate(self.layers):
            for i, name in enumerate(layer["names"]):
                for form in (name, f"{layer['name']}[{i + 1}]"):
                    rows[f"net({form})"] = nets[k][i]
                    rows[f"delta({form})"] = deltas[k][i]
                    rows[f"out({form})"] = rows[form] = outs[k + 1][i]
                    if k == len(nets) - 1:
                        rows[f"error({form})"] = self.shares(x, t)[i]
        rows["accuracy"] = sum(self.hit(x_, t_) for x_, t_ in self.data) / len(self.data)
        gradient = {id(cell): g for cell, g in self.gradients(x, t)}
        for kind in "wb":
            for i, cell in enumerate(self.numbered(kind)):
                rows[f"{kind}{i + 1}"] = cell[0]
                rows[f"grad({kind}{i + 1})"] = gradient[id(cell)]
                for name, v in self.state.get(id(cell), {}).items():
                    rows[f"memory({name}, {kind}{i + 1})"] = v
        return rows


def figures(text, epochs):
    network = Network(text)
    rows = Remembering()
    for epoch in range(max(epochs) + 1):
        if epoch > 0:
            network.train_epoch()
        if epoch in epochs:
            rows |= {(epoch, q): v for q, v in network.figures().items()}
    return rows

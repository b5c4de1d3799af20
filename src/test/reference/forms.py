#!/usr/bin/env python3
"""Writes src/test/resources/reference/forms_NN.nn and .csv: what is done to a gradient before an optimizer's rule, combined.

Each script has some of: single fixed parameters, tied parameters, samples with weights, clipping, decay of the weights
only, absolute decay. The figures are PyTorch's, in float64: its autograd, clip_grad_norm_ or clip_grad_value_, optimizers.
A tied group is one tensor; one with a weight in it decays as weights do. No gradient and no parameter comes near a kink of clipping by value or of the sign.
"""

import random
from pathlib import Path

import rules
import torch
from torch import optim
from torch.nn.utils import clip_grad_norm_, clip_grad_value_

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
TARGET = Path(__file__).resolve().parent.parent / "resources" / "reference"
CASES = 40
MORE_CASES = 16
RULES = {
    "sgd": lambda groups, rate: optim.SGD(groups, rate),
    "momentum": lambda groups, rate: optim.SGD(groups, rate, momentum=0.9),
    "nesterov(0.6)": lambda groups, rate: optim.SGD(groups, rate, momentum=0.6, nesterov=True),
    "adagrad": lambda groups, rate: optim.Adagrad(groups, rate),
    "rmsprop(alpha: 0.9, eps: 1e-4)": lambda groups, rate: optim.RMSprop(groups, rate, alpha=0.9, eps=1e-4),
    "adam(eps: 1e-6)": lambda groups, rate: optim.Adam(groups, rate, eps=1e-6),
    "adamw": lambda groups, rate: optim.AdamW(groups, rate),
}
MORE_RULES = {
    text: lambda groups, rate, make=rules.OPTIMIZERS[text]: make(groups, rate, 0)
    for text in (
        "momentum(0.7, dampening: 0.4)",
        "momentum(0.8, average: on)",
        "momentum(classic: on)",
        "adam(0.8, eps: 1e-3, eps_inside: on)",
        "heavy(0.5)",
        "moments",
        "adamax",
        "centered",
    )
}
ACTIVATIONS = {"tanh": torch.tanh, "sigmoid": torch.sigmoid, "linear": lambda z: z}


class Near(Exception):
    """A figure hangs on rounding."""


class Model:
    def __init__(self, draw, makers):
        self.sizes = [draw.randint(1, 3)] + [draw.randint(1, 4) for _ in range(draw.randint(1, 2))] + [draw.randint(1, 2)]
        self.activations = [draw.choice(["tanh", "sigmoid"]) for _ in self.sizes[1:-1]] + [draw.choice(list(ACTIVATIONS))]
        self.names = []  # of all parameters, layer by layer, weights before biases
        weights = biases = 0
        self.layers = []
        for sources, size in zip(self.sizes, self.sizes[1:]):
            start = len(self.names)
            self.names += [f"w{weights + k + 1}" for k in range(size * sources)]
            self.names += [f"b{biases + k + 1}" for k in range(size)]
            weights, biases = weights + size * sources, biases + size
            self.layers.append((start, sources, size))
        count = len(self.names)
        self.values = [round(draw.uniform(-1, 1), 3) for _ in range(count)]
        self.group = list(range(count))
        self.tied = []
        for _ in range(draw.choice([0, 0, 1, 1, 2])):
            tied = draw.sample(range(count), min(count, draw.randint(2, 3)))
            if all(self.group[i] == i for i in tied) and not any(i in t for t in self.tied for i in tied):
                self.tied.append(tied)
                for i in tied:
                    self.group[i] = tied[0]
        self.fixed = {i for i in range(count) if draw.random() < 0.1 and self.group[i] == i}
        rows = draw.randint(1, 7)
        self.x = [[round(draw.uniform(-1, 1), 3) for _ in range(self.sizes[0])] for _ in range(rows)]
        self.t = [[round(draw.uniform(-1, 1), 3) for _ in range(self.sizes[-1])] for _ in range(rows)]
        self.weights = [round(draw.uniform(0, 3), 2) for _ in range(rows)] if draw.random() < 0.5 else None
        self.batch = draw.randint(1, rows)
        self.rule = draw.choice(list(makers))
        self.rate = 0.2 if self.rule == "sgd" else 0.02
        self.clip = draw.choice([None, "norm", "norm", "each"])
        self.most = round(draw.uniform(0.05, 0.6), 2)
        self.decay = draw.choice([None, 0.03, 0.1])
        self.only_weights = draw.random() < 0.5
        self.absolute = 0.02 if self.rule != "adamw" and draw.random() < 0.5 else 0
        leaves = {i: torch.tensor(self.values[i], requires_grad=True) for i in set(self.group)}
        self.leaves = [leaves[i] for i in self.group]
        self.trained = [(i, leaf) for i, leaf in leaves.items() if i not in self.fixed]
        default = 0.01 if self.rule == "adamw" else 0
        groups = [
            {"params": [leaf], "weight_decay": self.decay_of(i, default)} for i, leaf in self.trained
        ]
        self.optimizer = makers[self.rule](groups, self.rate) if groups else None
        self.steps = 0

    def decay_of(self, index, default):
        if self.decay is None:
            return default
        tied = [i for i, group in enumerate(self.group) if group == index]
        return self.decay if not self.only_weights or any(self.names[i][0] == "w" for i in tied) else 0

    def script(self):
        definition = rules.DEFINED.get(self.rule.split("(")[0], ("",))[0]
        lines = [f"# {self.rule}: " + ", ".join(self.words()), ""]
        lines += [*(definition.split("\n") if definition else []), f"input x[{self.sizes[0]}]"]
        layers = [chr(ord("p") + l) for l in range(len(self.layers))]
        lines += [f"layer {n}[{size}] {a}" for n, (_, _, size), a in zip(layers, self.layers, self.activations)]
        lines += [f"optimizer {self.rule}", ""]
        lines += [f"{n} = {v}" + (" fixed" if i in self.fixed else "") for i, (n, v) in enumerate(zip(self.names, self.values))]
        lines += ["tie " + ", ".join(self.names[i] for i in tied) for tied in self.tied]
        rows = [
            ", ".join(map(str, x)) + " -> " + ", ".join(map(str, t)) + (f" : {self.weights[r]}" if self.weights else "")
            for r, (x, t) in enumerate(zip(self.x, self.t))
        ]
        lines += ["", "data = [" + ";\n        ".join(rows) + "]", f"learning rate = {self.rate}", f"batch = {self.batch}"]
        if self.clip:
            lines.append(f"clip = {self.most}" + (" each" if self.clip == "each" else ""))
        if self.decay is not None:
            lines.append(f"decay = {self.decay}" + (" weights" if self.only_weights else ""))
        if self.absolute:
            lines.append(f"decay = {self.absolute} absolute")
        return "\n".join(lines) + "\n"

    def words(self):
        has = {
            "fixed": self.fixed, "ties": self.tied, "weighted samples": self.weights, f"clipping by {self.clip}": self.clip,
            "decay of the weights": self.decay and self.only_weights, "decay": self.decay and not self.only_weights,
            "absolute decay": self.absolute,
        }
        return [word for word, there in has.items() if there]

    def error(self, row):
        out = torch.tensor(self.x[row])
        p = torch.stack(self.leaves)
        for (start, sources, size), activation in zip(self.layers, self.activations):
            w = p[start : start + size * sources].reshape(size, sources)
            out = ACTIVATIONS[activation](w @ out + p[start + size * sources : start + size * sources + size])
        weight = self.weights[row] if self.weights else 1
        return weight * ((torch.tensor(self.t[row]) - out) ** 2).sum() / 2

    def gradient(self, rows):
        for leaf in self.leaves:
            leaf.grad = None
        (sum(self.error(r) for r in rows) / len(rows)).backward()

    def update(self, rows):
        self.gradient(rows)
        trained = [leaf for _, leaf in self.trained]
        if self.clip == "norm":
            norm = sum(float(leaf.grad) ** 2 for leaf in trained) ** 0.5
            if abs(norm - self.most) < 1e-4:
                raise Near
            clip_grad_norm_(trained, self.most)
        if self.clip == "each":
            if any(abs(abs(float(leaf.grad)) - self.most) < 1e-6 for leaf in trained):
                raise Near
            clip_grad_value_(trained, self.most)
        if self.absolute:
            for leaf in trained:
                if abs(float(leaf)) < 1e-6:
                    raise Near
                leaf.grad += self.absolute * leaf.detach().sign()
        self.optimizer.step()
        self.steps += 1

    def epoch(self):
        rows = list(range(len(self.x)))
        for at in range(0, len(rows), self.batch):
            self.update(rows[at : at + self.batch])

    def figures(self):
        self.gradient([0])
        rows = {"step": self.steps, "error": float(self.error(0))}
        rows["loss"] = sum(float(self.error(r)) for r in range(len(self.x))) / len(self.x)
        for name, leaf in zip(self.names, self.leaves):
            rows[name] = float(leaf)
            rows[f"grad({name})"] = float(leaf.grad)
        return rows


def worked_out(seed, makers):
    while True:
        model = Model(random.Random(seed), makers)
        text = model.script()
        seed += 1000
        if not model.trained or len(model.words()) < 2:
            continue
        try:
            lines = ["epoch,quantity,value"]
            updates = -(-len(model.x) // model.batch)
            last = max(2, round(50 / updates))
            for epoch in range(last + 1):
                if epoch > 0:
                    model.epoch()
                if epoch in (0, 1, last):
                    lines += [f"{epoch},{q},{v + 0!r}" for q, v in model.figures().items()]
            return text, lines
        except Near:
            pass


def main():
    for case in range(1, CASES + MORE_CASES + 1):
        text, lines = worked_out(case, RULES if case <= CASES else MORE_RULES)
        (TARGET / f"forms_{case:02}.nn").write_text(text, encoding="utf-8")
        (TARGET / f"forms_{case:02}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

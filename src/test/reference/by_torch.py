"""The figures of a case from PyTorch: its layers, its losses, its autograd, its optimizers; float64."""

import numpy
import rules
import torch
import torch.nn.functional as F
from torch import optim

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

ACTIVATIONS = {
    "linear": lambda z: z,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "leaky_relu": F.leaky_relu,
    "leaky_relu(0.2)": lambda z: F.leaky_relu(z, 0.2),
    "leaky_relu(slope: 0.3)": lambda z: F.leaky_relu(z, 0.3),
    "elu": F.elu,
    "elu(0.5)": lambda z: F.elu(z, 0.5),
    "elu(alpha: 1.5)": lambda z: F.elu(z, 1.5),
    "gelu": F.gelu,
    "silu": F.silu,
    "softplus": F.softplus,
    "softmax": lambda z: torch.softmax(z, dim=-1),
    "bump": lambda z: torch.exp(-(z**2)),
    "bent": lambda z: (torch.sqrt(z**2 + 1) - 1) / 2 + z,
}
KINKED = {"relu", "leaky_relu", "leaky_relu(0.2)", "leaky_relu(slope: 0.3)", "elu(0.5)", "elu(alpha: 1.5)"}

# The mean error of a batch, and each output's share of each sample's error; z: net, o: out, t: target.
LOSSES = {
    "squared": (
        lambda z, o, t: F.mse_loss(o, t, reduction="sum") / 2 / len(t),
        lambda z, o, t: (t - o) ** 2 / 2,
    ),
    "mse": (lambda z, o, t: F.mse_loss(o, t), lambda z, o, t: (t - o) ** 2 / t.shape[1]),
    "absolute": (lambda z, o, t: F.l1_loss(o, t), lambda z, o, t: (t - o).abs() / t.shape[1]),
    "cross_entropy": (
        lambda z, o, t: F.cross_entropy(z, t),
        lambda z, o, t: -t * F.log_softmax(z, dim=-1),
    ),
    "binary_cross_entropy": (
        lambda z, o, t: F.binary_cross_entropy_with_logits(z, t),
        lambda z, o, t: F.binary_cross_entropy_with_logits(z, t, reduction="none") / t.shape[1],
    ),
    "quartic": (lambda z, o, t: ((t - o) ** 4).sum(1).mean(), lambda z, o, t: (t - o) ** 4),
    "log_cosh": (
        lambda z, o, t: torch.log(torch.cosh(t - o)).sum(1).mean(),
        lambda z, o, t: torch.log(torch.cosh(t - o)),
    ),
}


def huber(delta):
    return (
        lambda z, o, t: F.huber_loss(o, t, delta=delta),
        lambda z, o, t: F.huber_loss(o, t, delta=delta, reduction="none") / t.shape[1],
    )


HUBER = {"huber": 1.0, "huber(0.3)": 0.3, "huber(delta: 0.7)": 0.7}
LOSSES |= {text: huber(delta) for text, delta in HUBER.items()}

# p: parameters, r: learning rate, d: weight decay
OPTIMIZERS = {
    "sgd": lambda p, r, d: optim.SGD(p, r, weight_decay=d),
    "momentum": lambda p, r, d: optim.SGD(p, r, momentum=0.9, weight_decay=d),
    "momentum(0.5)": lambda p, r, d: optim.SGD(p, r, momentum=0.5, weight_decay=d),
    "momentum(mu: 0.7)": lambda p, r, d: optim.SGD(p, r, momentum=0.7, weight_decay=d),
    "nesterov": lambda p, r, d: optim.SGD(p, r, momentum=0.9, nesterov=True, weight_decay=d),
    "nesterov(0.6)": lambda p, r, d: optim.SGD(p, r, momentum=0.6, nesterov=True, weight_decay=d),
    "nesterov(mu: 0.8)": lambda p, r, d: optim.SGD(p, r, momentum=0.8, nesterov=True, weight_decay=d),
    "adagrad": lambda p, r, d: optim.Adagrad(p, r, weight_decay=d),
    "adagrad(eps: 1e-3)": lambda p, r, d: optim.Adagrad(p, r, eps=1e-3, weight_decay=d),
    "rmsprop": lambda p, r, d: optim.RMSprop(p, r, weight_decay=d),
    "rmsprop(alpha: 0.95)": lambda p, r, d: optim.RMSprop(p, r, alpha=0.95, weight_decay=d),
    "rmsprop(alpha: 0.9, eps: 1e-4)": lambda p, r, d: optim.RMSprop(p, r, alpha=0.9, eps=1e-4, weight_decay=d),
    "adam": lambda p, r, d: optim.Adam(p, r, weight_decay=d),
    "adam(beta1: 0.8)": lambda p, r, d: optim.Adam(p, r, betas=(0.8, 0.999), weight_decay=d),
    "adam(eps: 1e-6)": lambda p, r, d: optim.Adam(p, r, eps=1e-6, weight_decay=d),
    "adam(beta1: 0.7, beta2: 0.95, eps: 1e-4)": lambda p, r, d: optim.Adam(
        p, r, betas=(0.7, 0.95), eps=1e-4, weight_decay=d
    ),
    # AdamW has one decay of its own, 0.01 unless said; the setting `decay` is not combined with it here.
    "adamw": lambda p, r, d: optim.AdamW(p, r),
    "adamw(0.1)": lambda p, r, d: optim.AdamW(p, r, weight_decay=0.1),
    "adamw(decay: 0.05, beta1: 0.85)": lambda p, r, d: optim.AdamW(p, r, betas=(0.85, 0.999), weight_decay=0.05),
    **rules.OPTIMIZERS,
}


class Model:
    def __init__(self, case, nudge=0.0):
        rng = numpy.random.default_rng(7)

        def parameter(values):
            values = values * (1 + nudge * rng.standard_normal(values.shape))
            return torch.tensor(values, requires_grad=True)

        self.case = case
        self.steps = self.epoch = 0
        self.x, self.t = torch.tensor(case.x), torch.tensor(case.t)
        self.weights = [parameter(l.w) for l in case.layers]
        self.biases = [None if l.b is None else parameter(l.b) for l in case.layers]
        self.trained = [w for w, l in zip(self.weights, case.layers) if not l.weights.endswith("fixed")]
        self.trained += [
            b for b, l in zip(self.biases, case.layers) if b is not None and not l.bias.endswith("fixed")
        ]
        self.whole, self.share = LOSSES[case.loss_or_default]
        self.clearance = float("inf")  # the least distance from a kink at any point visited
        self.signs = {}  # of the nets of each kinked layer, and of |t − o| − δ: both sides should be seen

    def forward(self, x, t=None):
        nets, outs = [], [x]
        for layer, w, b in zip(self.case.layers, self.weights, self.biases):
            if b is not None and b.numel() == 1:
                b = b.expand(len(layer.names))
            nets.append(F.linear(outs[-1], w, b))
            outs.append(ACTIVATIONS[layer.activation](nets[-1]))
            if layer.activation in KINKED:
                self.clearance = min(self.clearance, nets[-1].abs().min().item())
                self.signs.setdefault(layer.name, set()).update(torch.sign(nets[-1]).flatten().tolist())
        if t is not None and self.case.loss_or_default == "absolute":
            self.clearance = min(self.clearance, (outs[-1] - t).abs().min().item())
        if t is not None and self.case.loss in HUBER:
            excess = (outs[-1] - t).abs() - HUBER[self.case.loss]
            self.signs.setdefault("loss", set()).update(torch.sign(excess).flatten().tolist())
        return nets, outs[1:]

    def error(self, x, t):
        nets, outs = self.forward(x, t)
        return self.whole(nets[-1], outs[-1], t)

    def train_epoch(self, optimizer):
        size = self.case.batch_number
        for start in range(0, self.case.rows, size):
            x, t = self.x[start : start + size], self.t[start : start + size]
            for group in optimizer.param_groups:
                group["lr"] = self.case.rate_at(self.steps, self.epoch)
            if self.case.order == "sequential":
                self.sequential_update(x, t)
            else:
                optimizer.zero_grad()
                self.error(x, t).backward()
                optimizer.step()
            self.steps += 1
        self.epoch += 1

    def sequential_update(self, x, t):
        """Each layer is updated before the layer below it receives its deltas."""
        rate = self.case.rate_at(self.steps, self.epoch)
        nets, outs = self.forward(x, t)
        below = [x] + outs[:-1]
        delta = torch.autograd.grad(self.whole(nets[-1], outs[-1], t), nets[-1], retain_graph=True)[0]
        for k in reversed(range(len(nets))):
            w, b = self.weights[k], self.biases[k]
            with torch.no_grad():
                if any(w is p for p in self.trained):
                    w -= rate * delta.T @ below[k]
                if b is not None and any(b is p for p in self.trained):
                    b -= rate * (delta.sum() if b.numel() == 1 else delta.sum(0))
            if k > 0:
                z = nets[k - 1].detach().requires_grad_()
                o = ACTIVATIONS[self.case.layers[k - 1].activation](z)
                delta = torch.autograd.grad(o, z, delta @ w.detach())[0]

    def figures(self):
        """Every quantity now: those of the first sample, and the loss over all."""
        x, t = self.x[:1], self.t[:1]
        nets, outs = self.forward(x, t)
        shares = self.share(nets[-1], outs[-1], t)[0]
        error = self.whole(nets[-1], outs[-1], t)
        assert abs(error.item() - shares.sum().item()) <= 1e-12 * max(1, abs(error.item()))
        biases = [b for b in self.biases if b is not None]
        grads = torch.autograd.grad(error, nets + self.weights + biases)
        deltas, grads = grads[: len(nets)], grads[len(nets) :]
        rows = {"loss": self.error(self.x, self.t).item(), "error": error.item()}
        for k, layer in enumerate(self.case.layers):
            last = k == len(nets) - 1
            for i, name in enumerate(self.case.quantity_names(layer)):
                rows[f"net({name})"] = nets[k][0, i].item()
                rows[name if last else f"out({name})"] = outs[k][0, i].item()
                if last:
                    rows[f"error({name})"] = shares[i].item()
                if self.case.order != "sequential":
                    rows[f"delta({name})"] = deltas[k][0, i].item()
        ws, bs = [torch.cat([p.flatten() for p in ps]) if ps else [] for ps in (self.weights, biases)]
        rows |= {f"w{i + 1}": v.item() for i, v in enumerate(ws)}
        rows |= {f"b{i + 1}": v.item() for i, v in enumerate(bs)}
        if self.case.order != "sequential":
            gw = torch.cat([g.flatten() for g in grads[: len(self.weights)]])
            rows |= {f"grad(w{i + 1})": v.item() for i, v in enumerate(gw)}
            if biases:
                gb = torch.cat([g.flatten() for g in grads[len(self.weights) :]])
                rows |= {f"grad(b{i + 1})": v.item() for i, v in enumerate(gb)}
        if self.case.classifies:
            out, t = self.forward(self.x)[1][-1], self.t
            hit = out.round() == t if t.shape[1] == 1 else out.argmax(1) == t.argmax(1)
            rows["accuracy"] = hit.double().mean().item()
        return rows


    def remembered(self, optimizer):
        """What the optimizer remembers of each parameter, 0 before its first update."""
        rows = {}
        for name, key in rules.memory(optimizer).items():
            for kind, parameters in ("w", self.weights), ("b", [b for b in self.biases if b is not None]):
                zeros = [torch.zeros_like(p) for p in parameters]
                values = [optimizer.state[p].get(key, z) for p, z in zip(parameters, zeros)]
                for i, v in enumerate(torch.cat([v.flatten() for v in values])):
                    rows[f"memory({name}, {kind}{i + 1})"] = v.item()
        return rows


def figures(case, nudge=0.0):
    """{(epoch, quantity): value}, and the model as it is at the end."""
    model = Model(case, nudge)
    optimizer = OPTIMIZERS[case.optimizer or "sgd"](model.trained, case.rate_at(0, 0), case.decay or 0.0)
    rows = {}
    for until in case.epochs:
        while model.epoch < until:
            model.train_epoch(optimizer)
        memory = model.remembered(optimizer) if case.memory else {}
        rows |= {(until, q): v for q, v in {"step": model.steps, **model.figures(), **memory}.items()}
    return rows, model

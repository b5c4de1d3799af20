"""Optimizers beyond the standard ones: variants of those, and some that a script defines by its lines.

Where PyTorch has a rule, it is PyTorch's; the others are written out below on tensors, each from the source it names.
"""

import torch
from torch import optim


class Written(optim.Optimizer):
    """A rule for each parameter: a function of p, g, what is remembered, the learning rate and the number of the update.

    It returns what is subtracted from p, and remembers numbers under these names.
    """

    def __init__(self, params, lr, rule, names, weight_decay=0.0):
        super().__init__(params, {"lr": lr, "weight_decay": weight_decay})
        self.rule = rule
        self.names = names

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                s = self.state[p]
                s["n"] = s.get("n", 0) + 1
                p -= self.rule(p, p.grad + group["weight_decay"] * p, s, group["lr"], s["n"])


def remembered(s, name, g):
    return s.get(name, torch.zeros_like(g))


def averaged(mu):
    """Momentum as a moving average of the gradients, from 0."""

    def rule(p, g, s, rate, n):
        s["v"] = mu * remembered(s, "v", g) + (1 - mu) * g
        return rate * s["v"]

    return rule


def classical(mu):
    """I. Sutskever et al., On the importance of initialization and momentum in deep learning, 2013, equations 1 and 2."""

    def rule(p, g, s, rate, n):
        velocity = mu * -remembered(s, "v", g) - rate * g
        s["v"] = -velocity
        return -velocity

    return rule


def adam_inside(beta1=0.9, beta2=0.999, eps=1e-8, decay=0.0):
    """Adam with the root over v̂ + ε; with decay, AdamW's."""

    def rule(p, g, s, rate, n):
        s["m"] = beta1 * remembered(s, "m", g) + (1 - beta1) * g
        s["v"] = beta2 * remembered(s, "v", g) + (1 - beta2) * g**2
        step = rate * (s["m"] / (1 - beta1**n)) / torch.sqrt(s["v"] / (1 - beta2**n) + eps)
        return step + rate * decay * p

    return rule


def rmsprop_inside(alpha=0.99, eps=1e-8):
    """RMSprop as TensorFlow has it: the root over the mean square + ε."""

    def rule(p, g, s, rate, n):
        s["s"] = alpha * remembered(s, "s", g) + (1 - alpha) * g**2
        return rate * g / torch.sqrt(s["s"] + eps)

    return rule


def adagrad_inside(lr_decay=0.0, eps=1e-10):
    """J. Duchi et al., Adaptive subgradient methods, 2011, with the root over the sum + ε."""

    def rule(p, g, s, rate, n):
        s["s"] = remembered(s, "s", g) + g**2
        return rate / (1 + (n - 1) * lr_decay) * g / torch.sqrt(s["s"] + eps)

    return rule


def nadam(beta1=0.9, beta2=0.999, eps=1e-8, slow=0.004):
    """T. Dozat, Incorporating Nesterov momentum into Adam, 2016; PyTorch 1.13 has one factor too many in its last product."""

    def rule(p, g, s, rate, n):
        mu, after = (beta1 * (1 - 0.5 * 0.96 ** (k * slow)) for k in (n, n + 1))
        s["product"] = s.get("product", 1.0) * mu
        s["m"] = beta1 * remembered(s, "m", g) + (1 - beta1) * g
        s["v"] = beta2 * remembered(s, "v", g) + (1 - beta2) * g**2
        m = after * s["m"] / (1 - s["product"] * after) + (1 - mu) * g / (1 - s["product"])
        return rate * m / (torch.sqrt(s["v"] / (1 - beta2**n)) + eps)

    return rule


def lion(beta1=0.9, beta2=0.99):
    """X. Chen et al., Symbolic discovery of optimization algorithms, 2023, algorithm 2."""

    def rule(p, g, s, rate, n):
        m = remembered(s, "m", g)
        s["m"] = beta2 * m + (1 - beta2) * g
        return rate * torch.sign(beta1 * m + (1 - beta1) * g)

    return rule


def sgd(**how):
    return lambda p, r, d: optim.SGD(p, r, weight_decay=d, **how)


def written(rule, *names):
    return lambda p, r, d: Written(p, r, rule, names, d)


VARIANTS = {
    "momentum(dampening: 0.9)": sgd(momentum=0.9, dampening=0.9),
    "momentum(0.7, dampening: 0.4)": sgd(momentum=0.7, dampening=0.4),
    "momentum(average: on)": written(averaged(0.9), "v"),
    "momentum(0.8, average: on)": written(averaged(0.8), "v"),
    "momentum(classic: on)": written(classical(0.9), "v"),
    "momentum(mu: 0.6, classic: on)": written(classical(0.6), "v"),
    "adam(eps_inside: on)": written(adam_inside(), "m", "v"),
    "adam(0.8, eps: 1e-3, eps_inside: on)": written(adam_inside(beta1=0.8, eps=1e-3), "m", "v"),
    "adamw(0.05, eps: 1e-4, eps_inside: on)": lambda p, r, d: Written(p, r, adam_inside(eps=1e-4, decay=0.05), ("m", "v")),
    "rmsprop(eps_inside: on)": written(rmsprop_inside(), "s"),
    "rmsprop(0.9, 1e-3, eps_inside: on)": written(rmsprop_inside(0.9, 1e-3), "s"),
    "adagrad(eps: 1e-3, eps_inside: on)": written(adagrad_inside(eps=1e-3), "s"),
    "adagrad(0.1, eps_inside: on)": written(adagrad_inside(lr_decay=0.1), "s"),
}

# By name: the definition in a script, and the same rule.
DEFINED = {
    "heavy": (
        "optimizer heavy(p, g, mu: 0.9) { v = mu * v + g;  p = p - rate * v }",
        sgd(momentum=0.9),
    ),
    "ahead": (
        "optimizer ahead(p, g, mu: 0.9) { v = mu * v + g;  p = p - rate * (g + mu * v) }",
        sgd(momentum=0.9, nesterov=True),
    ),
    "moments": (
        """optimizer moments(p, g, beta1: 0.9, beta2: 0.999, eps: 1e-8) {
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g^2
    p = p - rate * (m / (1 - beta1^n)) / (sqrt(v / (1 - beta2^n)) + eps)
}""",
        lambda p, r, d: optim.Adam(p, r, weight_decay=d),
    ),
    "amsgrad": (
        """optimizer amsgrad(p, g, beta1: 0.9, beta2: 0.99, eps: 1e-8) {
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g * g
    most = max(most, v)
    p = p - rate / (1 - beta1^n) * m / (sqrt(most) / sqrt(1 - beta2^n) + eps)
}""",
        lambda p, r, d: optim.Adam(p, r, betas=(0.9, 0.99), amsgrad=True, weight_decay=d),
    ),
    "adadelta": (
        """optimizer adadelta(p, g, rho: 0.9, eps: 1e-6) {
    s = rho * s + (1 - rho) * g^2
    move = sqrt(u + eps) / sqrt(s + eps) * g
    p = p - rate * move
    u = rho * u + (1 - rho) * move^2
}""",
        lambda p, r, d: optim.Adadelta(p, r, weight_decay=d),
    ),
    "adamax": (
        """optimizer adamax(p, g, beta1: 0.9, beta2: 0.999, eps: 1e-8) {
    m = beta1 * m + (1 - beta1) * g
    u = max(beta2 * u, abs(g) + eps)
    p = p - rate / (1 - beta1^n) * m / u
}""",
        lambda p, r, d: optim.Adamax(p, r, weight_decay=d),
    ),
    "nadam": (
        """optimizer nadam(p, g, beta1: 0.9, beta2: 0.999, eps: 1e-8, slow: 0.004) {
    mu = beta1 * (1 - 0.5 * 0.96^(n * slow))
    after = beta1 * (1 - 0.5 * 0.96^((n + 1) * slow))
    product = if(n == 1, 1, product) * mu
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g^2
    size = sqrt(v / (1 - beta2^n)) + eps
    p = p - rate * (1 - mu) / (1 - product) * g / size - rate * after / (1 - product * after) * m / size
}""",
        written(nadam(), "m", "v"),
    ),
    "radam": (
        """optimizer radam(p, g, beta1: 0.9, beta2: 0.999, eps: 1e-8) {
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g^2
    most = 2 / (1 - beta2) - 1
    length = most - 2 * n * beta2^n / (1 - beta2^n)
    share = (length - 4) * (length - 2) * most / ((most - 4) * (most - 2) * length)
    size = if(length > 5, sqrt(share) * sqrt(1 - beta2^n) / (sqrt(v) + eps), 1)
    p = p - rate * m / (1 - beta1^n) * size
}""",
        lambda p, r, d: optim.RAdam(p, r, weight_decay=d),
    ),
    "centered": (
        """optimizer centered(p, g, alpha: 0.9, eps: 1e-4, mu: 0.5) {
    s = alpha * s + (1 - alpha) * g^2
    a = alpha * a + (1 - alpha) * g
    v = mu * v + g / (sqrt(s - a^2) + eps)
    p = p - rate * v
}""",
        lambda p, r, d: optim.RMSprop(p, r, alpha=0.9, eps=1e-4, momentum=0.5, centered=True, weight_decay=d),
    ),
    "rprop": (
        """optimizer rprop(p, g, down: 0.5, up: 1.2) {
    size = if(n == 1, rate, size) * if(g * old > 0, up, if(g * old < 0, down, 1))
    size = max(1e-6, min(50, size))
    g = if(g * old < 0, 0, g)
    p = p - if(g > 0, size, if(g < 0, -size, 0))
    old = g
}""",
        lambda p, r, d: optim.Rprop(p, r),
    ),
    "asgd": (
        """optimizer asgd(p, g, lambd: 0.01, alpha: 0.75, t0: 5) {
    eta = rate / (1 + lambd * rate * (n - 1))^alpha
    p = p * (1 - lambd * eta) - eta * g
    ax = ax + (p - ax) / max(1, n - 1 - t0)
}""",
        lambda p, r, d: optim.ASGD(p, r, lambd=0.01, t0=5, weight_decay=d),
    ),
    "lion": (
        """optimizer lion(p, g, beta1: 0.9, beta2: 0.99) {
    c = beta1 * m + (1 - beta1) * g
    p = p - if(c > 0, rate, -rate)
    m = beta2 * m + (1 - beta2) * g
}""",
        written(lion(), "m"),
    ),
}

OPTIMIZERS = {
    **VARIANTS,
    **{name: factory for name, (_, factory) in DEFINED.items()},
    "heavy(0.5)": sgd(momentum=0.5),
    "lion(beta2: 0.9)": written(lion(beta2=0.9), "m"),
}

# What PyTorch calls what nn remembers as `v`, `m`, `s` and so on; where a default of the optimizer is needed for it, its name.
KEYS = {
    optim.SGD: {"v": ("momentum_buffer", "momentum")},
    optim.Adagrad: {"s": ("sum", None)},
    optim.RMSprop: {
        "s": ("square_avg", None),
        "a": ("grad_avg", "centered"),
        "v": ("momentum_buffer", "momentum"),
    },
    optim.Adam: {"m": ("exp_avg", None), "v": ("exp_avg_sq", None), "most": ("max_exp_avg_sq", "amsgrad")},
    optim.AdamW: {"m": ("exp_avg", None), "v": ("exp_avg_sq", None)},
    optim.RAdam: {"m": ("exp_avg", None), "v": ("exp_avg_sq", None)},
    optim.Adadelta: {"s": ("square_avg", None), "u": ("acc_delta", None)},
    optim.Adamax: {"m": ("exp_avg", None), "u": ("exp_inf", None)},
    optim.Rprop: {"size": ("step_size", None), "old": ("prev", None)},
    optim.ASGD: {"ax": ("ax", None)},
}


def memory(optimizer):
    """What an optimizer remembers: nn's names, and its own."""
    if isinstance(optimizer, Written):
        return {name: name for name in optimizer.names}
    return {
        name: key
        for name, (key, needed) in KEYS[type(optimizer)].items()
        if needed is None or optimizer.defaults[needed]
    }

"""Slips that people make in back-propagation by hand or in a first program, each by its meaning.

A slip is the right work with one line wrong. Without `sites` it is a belief: wrong in every line of its kind, in every
update and every sample. With `sites` it is a lapse: wrong in one line, once; or, if it changes what is `given`, one
number copied wrong. The sources are pages, questions and reports where somebody made the slip, or describe a convention
that is another one than the network's.
"""

import re

from wrong_work import Work

SLIPS = {}
SE = "https://ai.stackexchange.com/questions/"
MAZUR = "https://mattmazur.com/2015/03/17/a-step-by-step-backpropagation-example"
HUB = "https://github.com/"


def slip(group, sentence, source="", when=lambda n: True, of="common"):
    """Adds the class to a set of the table; its id is its name in words."""

    def add(kind):
        kind.id = re.sub(r"(?<!^)(?=[A-Z0-9](?![0-9]))", "-", kind.__name__).lower()
        kind.group, kind.sentence, kind.origin, kind.when, kind.of = group, sentence, source, staticmethod(when), of
        assert kind.id not in SLIPS, kind.id
        SLIPS[kind.id] = kind
        return kind

    return add


def scope(kind):
    if not hasattr(kind, "sites"):
        return "belief"
    return "copy" if kind.given is not Work.given else "lapse"


# which networks have what


def uses(*names):
    return lambda n: bool(set(names) & set(n.activations))


def hidden(*names):
    return lambda n: bool(set(names) & set(n.activations[:-1]))


def has_loss(*names):
    return lambda n: n.loss in names


def runs(*names):
    return lambda n: n.optimizer in names


def plain_output(n):
    """Whether the output's delta is slope times f′ with an f′ that isn't 1."""
    return n.activations[-1] in ("sigmoid", "tanh") and n.loss in ("squared", "mse")


def entropy(n):
    return "entropy" in n.loss


def decays(n):
    return n.decay > 0


def batches(n):
    return n.batch > 1


def squares(n):
    """Whether a layer has as many neurons as sources, more than one."""
    return any(a == b > 1 for a, b in zip(n.sizes, n.sizes[1:]))


def two_outputs(n):
    return n.sizes[-1] > 1


# the lines that a lapse can be about


def nets(n):
    return [("net", k, j) for k in range(len(n.w)) for j in range(len(n.w[k]))]


def hidden_neurons(n):
    return [("delta", k, j) for k in range(len(n.w) - 1) for j in range(len(n.w[k]))]


def branching(n):
    """Hidden neurons with more than one path to the error."""
    return [site for site in hidden_neurons(n) if len(n.w[site[1] + 1]) > 1]


def weights(n):
    return [("w", k, j, i) for k in range(len(n.w)) for j in range(len(n.w[k])) for i in range(len(n.w[k][j]))]

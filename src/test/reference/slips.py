"""What comes out when a person slips: the figures that `why` is tested with, worked out without nn.

A person works out a small network by hand, and makes one mistake, or two, all the way through: at every update from the
start, and again where the number is read off at the end. `Work` is such a person. Every habit of theirs is an attribute
that starts out right; a slip is a function, further down, that changes one habit (or the network as the person copied
it). So the wrong number is always the outcome of a whole computation that was done wrongly, and two slips together are
just two functions called one after the other.

slip_figures.py chooses the figures and writes them; slip_checks.py compares the right gradients with central differences,
the right numbers with nn, and the wrong ones too where a script can make the slip.

Where the words of a slip leave something open, it is decided here:

  * Reading under `updated-weights`: delta and grad of a hidden layer are those that the person would write down now, going
    back from the output: each layer has its new weights before the layer below is looked at. The parameters themselves,
    net, out and error are read at the end of the last whole update. Whether d(error, out) of a hidden layer and d(loss, w)
    have the new weights too is left open, and not asked.
  * A place keeps its name. `w2` is the weight from x2 to h1 whatever number stands there, so `by-columns` and
    `weights-swapped` change the number that w2 starts with, and not what w2 means. The numbers of the biases too are those
    of the right network: with `bias-separate` the name b1 of the bias that was shared is the bias of the layer's first
    neuron; with `bias-shared` each name of the layer means the one bias, and grad of it is the sum.
  * `bias-left-out`: the bias is 0, is never trained, and its name is 0. (Its gradient is not asked for.)
  * `inputs-swapped`, `targets-swapped`: in every sample, when there are several.
  * `*` stands for two layers or more to which the slip applies; for one layer its name is used.
  * `derivative-missing`, `-at-net`, `-at-out`, `-of` are about f′ of a single neuron; a softmax layer has none.
    `derivative-at-net` is for sigmoid and tanh, whose f′ is written by out. `derivative-of relu` is asked only where some
    net of the layer is negative; elsewhere it is the same as `derivative-missing`. `derivative-at-out` is not asked of
    relu and linear.
  * `rounded`: the mean error over several samples (`loss`) and d(loss, w) are rounded too; where an entropy is the loss,
    its shares are worked out from the rounded out. It is asked of plain sgd alone: with momentum, v is one more number
    that some would round.
  * `factor-2` and its like act before `rounded`: a share is scaled, then rounded; so is ∂error/∂out.
  * `step-before` and `step-after` count updates, not epochs, where a batch is smaller than the data.
  * `sum-of-samples`: the last batch of an epoch is its own sum, whatever its size. error, grad and delta are those of one
    sample, and so untouched by the slip at the start.
  * Momentum: v collects the gradients as they are after the other slips; the rate and the sign come in when v is applied.
"""

import itertools
import math
from dataclasses import replace

from slip_work import Work

# ------------------------------------------------------------------------------------------------------- the slips
#
# Each is a function that spoils a Work before its training begins. `*` stands for all layers it can apply to; `layers`
# turns the argument into names.


def layers(work, which, slip):
    return where(slip, work.net) if which == "*" else [which]


def updated_weights(work):
    work.sequential = True


def not_updated(work, layer):
    work.untrained.add(layer)


def factor_2(work):
    work.scale *= 2


def factor_half(work):
    work.scale /= 2


def mean_of_outputs(work):
    work.scale /= work.net.layers[-1].size


def sum_of_outputs(work):
    work.scale *= work.net.layers[-1].size


def sum_of_samples(work):
    work.samples_summed = True


def derivative_missing(work, layer):
    work.slopes |= {l: "one" for l in layers(work, layer, "derivative-missing")}


def derivative_extra(work):
    work.extra_slope = True


def derivative_at_net(work, layer):
    work.slopes |= {l: "net" for l in layers(work, layer, "derivative-at-net")}


def derivative_at_out(work, layer):
    work.slopes |= {l: "out" for l in layers(work, layer, "derivative-at-out")}


def derivative_of(work, activation, layer):
    work.slopes |= {l: activation for l in layers(work, layer, f"derivative-of {activation}")}


def target_minus_output(work):
    work.sign = -1.0


def rate_forgotten(work):
    work.rate = 1.0


def rate_twice(work):
    work.rate = work.net.rate**2


def plus_in_update(work):
    work.uphill = True


def bias_left_out(work, layer):
    for l in layers(work, layer, "bias-left-out"):
        work.b[l] = [0.0] * len(work.b[l])
        work.bias_trained[l] = work.has_bias[l] = False


def bias_trained(work, layer):
    work.bias_trained |= {l: True for l in layers(work, layer, "bias-trained")}


def bias_fixed(work, layer):
    work.bias_trained |= {l: False for l in layers(work, layer, "bias-fixed")}


def bias_shared(work, layer):
    work.shared |= {l: True for l in layers(work, layer, "bias-shared")}


def bias_separate(work, layer):
    work.shared |= {l: False for l in layers(work, layer, "bias-separate")}


def by_columns(work, layer):
    for l in layers(work, layer, "by-columns"):
        rows = work.w[l]
        numbers = [v for row in rows for v in row]
        work.w[l] = [[numbers[i * len(rows) + j] for i in range(len(rows[0]))] for j in range(len(rows))]


def weights_swapped(work, one, other):
    (l, j, i), (_, n, m) = (work.places_of_weights()[int(w[1:]) - 1] for w in (one, other))
    work.w[l][j][i], work.w[l][n][m] = work.w[l][n][m], work.w[l][j][i]


def exchange(values, one, other):
    i, j = int(one) - 1, int(other) - 1
    values[i], values[j] = values[j], values[i]


def inputs_swapped(work, one, other):
    for x, _ in work.samples:
        exchange(x, one, other)


def targets_swapped(work, one, other):
    for _, t in work.samples:
        exchange(t, one, other)


def rounded(work, places):
    work.places = int(places)


def degrees(work):
    work.calculator = replace(work.calculator, angle=math.pi / 180)


def log10(work):
    work.calculator = replace(work.calculator, log=1 / math.log(10))


def log2(work):
    work.calculator = replace(work.calculator, log=1 / math.log(2))


def step_before(work):
    work.more_updates -= 1


def step_after(work):
    work.more_updates += 1


SLIPS = {
    name.replace("_", "-"): globals()[name]
    for name in (
        "updated_weights not_updated factor_2 factor_half mean_of_outputs sum_of_outputs sum_of_samples "
        "derivative_missing derivative_extra derivative_at_net derivative_at_out derivative_of target_minus_output "
        "rate_forgotten rate_twice plus_in_update bias_left_out bias_trained bias_fixed bias_shared bias_separate "
        "by_columns weights_swapped inputs_swapped targets_swapped rounded degrees log10 log2 step_before step_after"
    ).split()
}


# ------------------------------------------------------------------------------------------- where a slip applies


def where(slip, net):
    """The layers of a network to which a slip with a layer for its argument can apply."""
    id, _, activation = slip.partition(" ")
    equal = lambda l: l.b is not None and len(set(l.starts())) == 1 and l.size > 1
    sloped = lambda l: l.f != "softmax" and not (l is net.layers[-1] and net.simple_delta())
    fits = {
        "not-updated": lambda l: True,
        "derivative-missing": lambda l: sloped(l) and l.f != "linear",
        "derivative-at-net": lambda l: sloped(l) and l.f in ("sigmoid", "tanh"),
        "derivative-at-out": lambda l: sloped(l) and l.f not in ("relu", "linear"),
        "derivative-of": lambda l: sloped(l) and l.f != activation and (activation != "relu" or some_off(net, l)),
        "bias-left-out": lambda l: l.b is not None,
        "bias-trained": lambda l: l.b is not None and l.fixed,
        "bias-fixed": lambda l: l.b is not None and not l.fixed,
        "bias-shared": lambda l: equal(l) and not l.shared and not l.fixed,
        "bias-separate": lambda l: l.shared and l.size > 1,
        "by-columns": lambda l: l.size > 1 and len(l.w[0]) > 1,
    }[id]
    return [l.name for l in net.layers if fits(l)]


def some_off(net, layer):
    work = Work(net)
    return any(min(work.forward(x)[0][net.layers.index(layer)]) < 0 for x, _ in net.samples)


def by_layer(slip, net):
    names = where(slip, net)
    return [(l,) for l in names] + ([("*",)] if len(names) > 1 and slip != "not-updated" else [])


def some_swaps(count, prefix=""):
    return [(f"{prefix}{i + 1}", f"{prefix}{j + 1}") for i, j in itertools.combinations(range(count), 2)]


def swaps_of_weights(net):
    """The first two of a layer, and its first and last."""
    found, first = [], 1
    for l in net.layers:
        n = l.size * len(l.w[0])
        found += dict.fromkeys([(f"w{first}", f"w{first + 1}"), (f"w{first}", f"w{first + n - 1}")])
        first += n
    return found


def arguments(slip, net):
    """All the arguments with which a slip is tried on a network; none where it can't apply."""
    n, samples, t = net.layers[-1].size, len(net.samples), net.samples[0][1]
    own = " ".join(net.own)
    logs = "entropy" in net.loss or "ln(" in own
    here = lambda condition: [()] if condition else []
    if slip == "derivative-of":
        found = [(a, *l) for a in ("sigmoid", "tanh", "relu") for l in by_layer(f"{slip} {a}", net)]
    elif slip == "not-updated" or slip.startswith(("derivative-", "bias-", "by-")) and slip != "derivative-extra":
        found = by_layer(slip, net)
    else:
        found = {
            "updated-weights": here(net.batch == 1 and net.momentum is None and len(net.layers) > 1),
            "mean-of-outputs": here(n > 1 and (net.loss == "squared" or net.loss in ("logish", "turn"))),
            "sum-of-outputs": here(n > 1 and net.loss in ("mse", "absolute", "huber", "binary_cross_entropy")),
            "sum-of-samples": here(samples > 1),
            "derivative-extra": here(net.simple_delta()),
            "weights-swapped": swaps_of_weights(net),
            "inputs-swapped": some_swaps(len(net.samples[0][0])),
            "targets-swapped": some_swaps(len(t)),
            "rounded": [(str(p),) for p in range(2, 7)] if net.momentum is None else [],
            "degrees": here("sin(" in own or "cos(" in own),
            "log10": here(logs),
            "log2": here(logs),
            "step-before": here(net.epochs > 0),
        }.get(slip, [()])
    return found


def work_out(net, *slips):
    """All quantities of a network under slips, each (id, arguments)."""
    work = Work(net)
    for slip, args in slips:
        SLIPS[slip](work, *args)
    return work.train().quantities()

"""Numbers that are printed on public pages, and the slips that give them: four scripts of samples/mistakes.

pages.py has the other scripts.
"""

import itertools
from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from slip_networks import NETWORKS, Layer, Network
from slips import SLIPS, arguments, work_out

# A number with no slips beside it comes from no single slip and from no pair.

LECTURE = Network(
    "lecture",
    "2-2-1, sigmoid, no biases",
    [Layer("h", "sigmoid", [[0.1, 0.8], [0.4, 0.6]], None), Layer("y", "sigmoid", [[0.3, 0.9]], None)],
    [([0.35, 0.9], [0.5])],
    rate=1.0,
)
HALF = Network(
    "half",
    "one sigmoid neuron, three samples at a time",
    [Layer("y", "sigmoid", [[0.1, -0.2]], 0.0)],
    [([1, 2], [1]), ([2, 1], [0]), ([-1, -2], [0])],
    loss="mse",
    rate=0.1,
    batch=3,
    epochs=2,
)
HALF_AGAIN = replace(
    HALF,
    layers=[Layer("y", "sigmoid", [[0.5, -0.2]], 0.0)],
    samples=[([1, 2], [1]), ([2, 3], [0]), ([3, 1], [1])],
    epochs=3,
)
ORDER = (("updated-weights", ()),)
BIASES = (("bias-trained", ("*",)), ("bias-separate", ("*",)))
HALVED = (("factor-half", ()),)
OWN_NETWORKS = [LECTURE, HALF, HALF_AGAIN]
CLASSIC = NETWORKS[0]
CLASSIC_LONG = replace(CLASSIC, epochs=10000)

PAGES = [
    (CLASSIC, "error", "0.291027924", ORDER),
    (CLASSIC, "w5", "0.3595", (("weights-swapped", ("w6", "w8")),)),  # a misprint, and yet
    (CLASSIC_LONG, "out(y1)", "0.015912196", ORDER),
    (CLASSIC_LONG, "out(y2)", "0.984065734", ORDER),
    (CLASSIC_LONG, "error", "0.000035085", ORDER),
    (CLASSIC, "error", "0.280471447", BIASES),
    (CLASSIC, "bias(y1)", "0.530751", BIASES),
    (CLASSIC, "bias(y2)", "0.619049", BIASES),
    (CLASSIC, "bias(h1)", "0.345614", BIASES),
    (CLASSIC, "bias(h2)", "0.345023", BIASES),
    (CLASSIC_LONG, "error", "0.0000024", BIASES),
    (LECTURE, "w1", "0.09916", ORDER),
    (LECTURE, "w2", "0.7978", ORDER),
    (LECTURE, "w3", "0.3972", ORDER),
    (LECTURE, "w4", "0.5928", ORDER),
    (LECTURE, "w5", "0.272392", ()),
    (HALF, "w1", "0.1019", HALVED),
    (HALF, "w2", "-0.1711", HALVED),
    (HALF, "b1", "-0.0083", HALVED),
    (HALF_AGAIN, "w1", "0.4943", HALVED),
    (HALF_AGAIN, "w2", "-0.2155", HALVED),
    (HALF_AGAIN, "b1", "0.0013", HALVED),
]


def fits(text, number):
    """Whether a number as it is written is this one, rounded half up or cut off."""
    written, exact = Decimal(text), Decimal(f"{number:.15g}")
    unit = Decimal(1).scaleb(written.as_tuple().exponent)
    return written in (exact.quantize(unit, rounding=ROUND_HALF_UP), exact.quantize(unit, rounding=ROUND_DOWN))


def check_pages():
    for net, q, text, slips in PAGES:
        assert not fits(text, work_out(net)[q]), f"{text} is right for {q}"
        if slips:
            assert fits(text, work_out(net, *slips)[q]), f"{q} = {text}"


def search(net, q, text):
    """The singles that give a number as it is written, else the pairs, and how many were tried: a small `why`."""
    singles = [(slip, args) for slip in SLIPS for args in every_argument(slip, net)]
    pairs = [(a, b) for a, b in itertools.combinations(singles, 2) if a[0] != b[0]]
    others = {q2: v for q2, v in work_out(net).items() if q2 != q and not same_place(q, q2)}
    tried = len(singles) + len(others)
    found = [one for one in singles if fits(text, work_out(net, one)[q])]
    found += [("other-quantity", q2) for q2, v in others.items() if fits(text, v)]
    if found or net.epochs > 100:
        return found, tried
    for one in singles:
        found += [(one, ("other-quantity", q2)) for q2, v in work_out(net, one).items() if q2 in others and fits(text, v)]
    found += [two for two in pairs if fits(text, work_out(net, *two)[q])]
    return found, tried + len(pairs) + len(singles) * len(others)


def every_argument(slip, net):
    """As `arguments`, with all the swaps within a layer."""
    if slip != "weights-swapped":
        return arguments(slip, net)
    found, first = [], 1
    for l in net.layers:
        numbers = range(first, first + l.size * len(l.w[0]))
        found += [(f"w{i}", f"w{j}") for i, j in itertools.combinations(numbers, 2)]
        first = numbers.stop
    return found


def same_place(q, other):
    """b1 and bias(h1) are two names of one number."""
    return q.startswith("b") and other.startswith("b")

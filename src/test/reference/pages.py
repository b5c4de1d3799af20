"""What samples/mistakes says of public pages: each right number, and the page's from its slip, by plain arithmetic.

Run it alone; it fails at the first number that isn't so. The slips are written out where they are made, so it knows
nothing of nn and of no list of slips. Written with Python 3.11.
"""

import struct
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from math import exp, log, sqrt


def sigmoid(net):
    return 1 / (1 + exp(-net))


def softmax(nets):
    powers = [exp(net) for net in nets]
    return [power / sum(powers) for power in powers]


def is_written(text, number):
    """Whether a number as it is written is this one, rounded half up or cut off."""
    written, exact = Decimal(text), Decimal(f"{number:.15g}")
    unit = Decimal(1).scaleb(written.as_tuple().exponent)
    return written in (exact.quantize(unit, ROUND_HALF_UP), exact.quantize(unit, ROUND_DOWN))


def says(quantity, text, slip, right):
    assert is_written(text, slip), f"{quantity}: the slip gives {slip}, the page {text}"
    assert not is_written(text, right), f"{quantity}: {text} is right"


def is_right(quantity, text, right):
    assert is_written(text, right), f"{quantity}: {right}, the page {text}"


def sign():
    """2-2-1, sigmoid, no biases. The page rounds on the way: its own rounded factors are used."""
    h1, h2 = sigmoid(0.2 * 0.35 + 0.2 * 0.7), sigmoid(0.3 * 0.35 + 0.3 * 0.7)
    y = sigmoid(0.3 * h1 + 0.9 * h2)
    delta = (y - 0.5) * y * (1 - y)
    says("delta(h2)", "0.0819", 10 * round(0.0376 * 0.9, 5) * 0.59 * 0.41, delta * 0.9 * h2 * (1 - h2))
    says("w1", "0.200945", 0.2 + 0.0027 * 0.35, 0.2 - delta * 0.3 * h1 * (1 - h1) * 0.35)
    assert round(delta, 4) == 0.0368 and round(delta * 0.3 * h1 * (1 - h1), 4) == 0.0027


CLASSIC_H, CLASSIC_Y = (0.15, 0.20, 0.25, 0.30), (0.40, 0.45, 0.50, 0.55)


def classic(h=CLASSIC_H, y=CLASSIC_Y):
    """The nets and outs of the worked example."""
    nets = [h[0] * 0.05 + h[1] * 0.1 + 0.35, h[2] * 0.05 + h[3] * 0.1 + 0.35]
    hidden = [sigmoid(net) for net in nets]
    outer = [y[0] * hidden[0] + y[1] * hidden[1] + 0.6, y[2] * hidden[0] + y[3] * hidden[1] + 0.6]
    return nets, hidden, outer, [sigmoid(net) for net in outer]


def neighbours():
    nets, hidden, outer, outs = classic()
    says("net(h1)", "0.3275", 0.15 * 0.05 + 0.2 * 0.1 + 0.30, nets[0])
    says("out(h1)", "0.5812", sigmoid(0.3275), hidden[0])
    is_right("out(h2)", "0.5969", hidden[1])
    says("net(y1)", "1.094", 0.4 * 0.5812 + 0.45 * 0.5812 + 0.6, outer[0])
    says("out(y1)", "0.7491", sigmoid(1.094), outs[0])
    says("out(y2)", "0.7703", sigmoid(0.5 * 0.5812 + 0.55 * 0.5812 + 0.6), outs[1])
    says("error(y1)", "0.2731", (0.01 - 0.7491) ** 2 / 2, (0.01 - outs[0]) ** 2 / 2)
    says("error(y2)", "0.289", (0.01 - 0.7703) ** 2 / 2, (0.99 - outs[1]) ** 2 / 2)
    says("d(error, out(y1))", "0.7391", 0.7491 - 0.01, outs[0] - 0.01)
    says("d(out(y1), net(y1))", "0.1928", 0.7391 * (1 - 0.7391), outs[0] * (1 - outs[0]))


def columns():
    def turned(w):
        return w[0], w[2], w[1], w[3]

    (nets, hidden, _, outs), slip = classic(), classic(turned(CLASSIC_H), turned(CLASSIC_Y))
    for k, (net, out, error) in enumerate((("0.3825", "0.5944", "0.279"), ("0.3900", "0.5963", "0.025"))):
        target = (0.01, 0.99)[k]
        says(f"net(h{k + 1})", net, slip[0][k], nets[k])
        says(f"out(h{k + 1})", out, slip[1][k], hidden[k])
        says(f"error(y{k + 1})", error, (target - slip[3][k]) ** 2 / 2, (target - outs[k]) ** 2 / 2)


def carried():
    h1, h2 = sigmoid(0.2 - 0.6 - 0.4 + 0.5), sigmoid(-0.5 + 0.2 - 0.2 + 0.5)
    net1, net2 = 0.3 * h1 + 0.4 * h2 + 0.1, -0.1 * h1 + 0.2 * h2 + 0.1
    is_right("out(h1)", "0.426", h1)
    is_right("net(y1)", "0.428", net1)
    says("net(y2)", "0.185", 0.2 * h1 + 0.1, net2)
    says("error", "0.579", -log(softmax([0.428, 0.185])[0]), -log(softmax([net1, net2])[0]))


def subtracted():
    xs = [12.4956442, 21.5007972, 31.5527382, 48.9145838, 57.5088733]
    ts = [37.4013816, 36.1473236, 45.7655287, 46.6793434, 59.5585554]
    for b, w, on_b, on_w in ((2, 0.7, "21.0342574", "587.36875564"), (1, -0.4, "58.86823748", "2229.72297889")):
        errors = [b + w * x - t for x, t in zip(xs, ts)]
        for name, p, text, g in (
            ("b1", b, on_b, sum(errors) / 5),
            ("w1", w, on_w, sum(e * x for e, x in zip(errors, xs)) / 5),
        ):
            says(f"d(loss, {name})", text, p - g, g)


def transposed():
    h1, h2 = sigmoid(0.5 * 1 + 0.7 * 2 + 0.1), sigmoid(0.6 * 1 + 0.8 * 2 + 0.2)
    y = sigmoid(0.9 * h1 + 0.1 * h2 + 0.3)
    delta = (y - 0.5) * y * (1 - y)
    on_h1, on_h2 = delta * 0.9 * h1 * (1 - h1), delta * 0.1 * h2 * (1 - h2)
    assert not is_written("0.9084", h2)
    says("out(y1)", "0.7692", 1 / (1 + round(exp(-1.1835), 1)), y)
    says("w(x1, h2)", "0.5991", 0.6 - 0.1 * on_h1 * 2, 0.6 - 0.1 * on_h2 * 1)
    is_right("w(x1, h1)", "0.4995", 0.5 - 0.1 * on_h1 * 1)


def copied():
    h = [1 + 2, -1 + 1]
    for bias, text in ((2, "-6"), (3, "-4")):  # in 2021, and corrected
        y = -h[0] + h[1] + bias
        delta = 2 * (y - 2)
        is_right("delta(y1)", text, delta)
        says("grad(w1)", text, -(delta * -1), 4)  # the minus lost
        says("grad(w2)", str(-int(text)), -(delta * 1), -4)


def slope():
    net = 1 - 1 + 1
    delta = 2 * (net**2 - 0) * 2 * net
    is_right("delta(y1)", "4", delta)
    says("grad(w1)", "2", 2 * (net**2 - 0) * 1, delta * 1)
    is_right("w1", "0.6", 1 - 0.1 * delta)
    is_right("w2", "-1.4", -1 - 0.1 * delta)


def forgotten():
    def delta(net, target):
        out = sigmoid(net)
        return 2 * (out - target) * out * (1 - out)

    first, second = delta(0.5, 0.8), delta(0.5, 1)
    is_right("delta(y1)", "-0.08344", first)
    says("delta(y1), sample 2", "0.15864", 2 * 0.62246 * (1 - 0.62246) * 0.33754, second)
    says("d(loss, w1)", "-0.0752", (-2 * -0.08344 - 0.3173) / 2, (first * -2 + second * 2) / 2)
    says("d(loss, b1)", "0.0376", (-0.08344 + 0.15864) / 2, (first + second) / 2)
    is_right("w1 @ 1", "-0.16689", 0 - first * -2)
    says("b1 @ 1", "0.08344", -first, 0.5 - first)
    net = (0 - first * -2) * 2 + 0.5 - first
    says("net(y1) @ 1", "-0.25034", -0.16689 * 2 + 0.08344, net)
    says("delta(y1) @ 1", "-0.27677", delta(-0.25034, 1), delta(net, 1))
    says("b1 @ 2", "0.27677", -delta(-0.25034, 1), 0.5 - first - delta(net, 1))


def paths():
    p = sigmoid(0.5 + 1)
    q = sigmoid(0.5 * p + 1)
    y = sigmoid(0.5 * q + 0.5 * q + 1)
    slopes = y * (1 - y) * q * (1 - q) * p * (1 - p)
    says("d(out(y1), w1)", "0.00571675240882", 2 * slopes, 2 * 0.5 * 0.5 * slopes)
    is_right("d(out(y1), w1)", "0.0014291881022", 2 * 0.5 * 0.5 * slopes)


def sums():
    samples = (((1, 0.5, -1.2), 0), ((1, -0.3, 1.1), 1), ((1, 0.8, -0.6), 2))

    def trained(n):
        """The parameters after ten updates, and the loss before each; the sums divided by n."""
        p, losses = [[0, 0, 0] for _ in range(3)], []
        for _ in range(10):
            outs = [softmax([sum(a * b for a, b in zip(row, x)) for row in p]) for x, _ in samples]
            losses.append(-sum(log(out[c]) for out, (_, c) in zip(outs, samples)) / n)
            p = [
                [
                    p[k][i] - 0.01 * sum((out[k] - (k == c)) * x[i] for out, (x, c) in zip(outs, samples)) / n
                    for i in range(3)
                ]
                for k in range(3)
            ]
        return p, losses

    (slip, added), (right, mean) = trained(1), trained(3)
    says("loss", "3.2958", added[0], mean[0])
    says("loss @ 9", "3.011", added[9], mean[9])
    for name, k, i, text in (("b1", 0, 0, "-0.0011"), ("w1", 0, 1, "0.0145"), ("w2", 0, 2, "-0.0921"), ("w4", 1, 2, "0.1263")):
        says(name, text, slip[k][i], right[k][i])


def single():
    def f32(number):
        return struct.unpack("f", struct.pack("f", number))[0]

    def trained(cast):
        w, s, past = -2.0, 0.0, {}
        keep, new, rate, eps = cast(0.9), cast(1 - 0.9), cast(0.3), cast(1e-6)
        for step in range(1, 7):
            g = cast(4 * w)
            s = cast(cast(keep * s) + cast(new * cast(g * g)))
            w = cast(w - cast(cast(rate * g) / cast(cast(sqrt(s)) + eps)))
            past[step] = w
        return past

    slip, right = trained(f32), trained(float)
    is_right("w1 @ 1", "-1.051317", right[1])
    for step, text in ((2, "-0.59152365"), (5, "-0.09163268"), (6, "-0.04494506")):
        says(f"w1 @ {step}", text, slip[step], right[step])


for page in (sign, neighbours, columns, carried, subtracted, transposed, copied, slope, forgotten, paths, sums, single):
    page()
    print(page.__name__)

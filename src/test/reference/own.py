"""The figures of samples/own.nn, by plain loops and dual numbers: prints them.

A dual number a + b·e, with e·e = 0, carries a value and its derivative through every operation, so that no derivative
is written down here.
"""

import math


class Dual:
    def __init__(self, value, slope=0.0):
        self.value = value
        self.slope = slope

    def __add__(self, other):
        other = dual(other)
        return Dual(self.value + other.value, self.slope + other.slope)

    __radd__ = __add__

    def __neg__(self):
        return Dual(-self.value, -self.slope)

    def __sub__(self, other):
        return self + -dual(other)

    def __rsub__(self, other):
        return dual(other) - self

    def __mul__(self, other):
        other = dual(other)
        return Dual(self.value * other.value, self.slope * other.value + self.value * other.slope)

    __rmul__ = __mul__


def dual(x):
    return x if isinstance(x, Dual) else Dual(float(x))


def apply(f, df, x):
    return Dual(f(x.value), df(x.value) * x.slope)


def exp(x):
    return apply(math.exp, math.exp, x)


def ln(x):
    return apply(math.log, lambda v: 1 / v, x)


def tanh(x):
    return apply(math.tanh, lambda v: 1 - math.tanh(v) ** 2, x)


def mish(z):
    return z * tanh(ln(1 + exp(z)))


def lopsided(t, o):
    cost = 4 if t > o.value else 1
    return cost * ((t - o) * (t - o))


DATA = [(1.0, 0.2), (1.0, 0.5), (1.0, 0.9)]
START = [0.5, -0.4, 0.3, 0.1, 0.2, -0.3, 0.6, -0.5, 0.4, 0.05]


def output(p, x):
    out = p[9]
    for j in range(3):
        out = out + p[6 + j] * mish(p[j] * x + p[3 + j])
    return out


def loss(p):
    total = dual(0)
    for x, t in DATA:
        total = total + lopsided(t, output(p, x))
    return total * (1 / len(DATA))


def gradient(p):
    return [loss([Dual(v, 1.0 if i == k else 0.0) for i, v in enumerate(p)]).slope for k in range(len(p))]


def first(p):
    """∂error/∂w1 of the first sample alone."""
    duals = [Dual(v, 1.0 if i == 0 else 0.0) for i, v in enumerate(p)]
    return lopsided(DATA[0][1], output(duals, DATA[0][0])).slope


def main():
    p = list(START)
    print("loss", loss([dual(v) for v in p]).value)
    print("grad(w1)", first(p))
    for step in range(500):
        p = [v - 0.05 * g for v, g in zip(p, gradient(p))]
        if step == 0:
            print("w1 @ 1", p[0])
    print("y1", output([dual(v) for v in p], 1.0).value)
    print("loss", loss([dual(v) for v in p]).value)


main()

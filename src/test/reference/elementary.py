#!/usr/bin/env python3
"""Figures behind nn's Elementary, from 60 digits of mpmath (pip install mpmath, or Debian's python3-mpmath).

    elementary.py tables     the tables of Exponential, Logarithm and Angle, as Java
    elementary.py fits       the polynomials and rationals of NormalDistribution, as Java, with the error of each
    elementary.py values     writes ../resources/elementary/FUNCTION.csv, which ElementaryTest reads
    elementary.py errors     finds the largest errors in what the class ElementaryResults prints, from standard input

Nothing here reads the Java code: the values are an independent truth.
"""

import os
import random
import struct
import sys

from mpmath import mp, mpf

mp.dps = 60


def java(x):
    """A double as a Java hexadecimal literal."""
    text = float(x).hex()
    mantissa, exponent = text.split("p")
    mantissa = mantissa.rstrip("0")
    if mantissa.endswith("."):
        mantissa += "0"
    return mantissa + "p" + str(int(exponent))


def rounded(x, bits):
    """x to a multiple of 2^-bits."""
    return mp.nint(x * mpf(2) ** bits) / mpf(2) ** bits


# --- tables -----------------------------------------------------------------------------------------------------------


def tables():
    print("Exponential: 2^(i/128) to the nearest double, and what is missing, relative to it")
    for i in range(128):
        exact = mpf(2) ** (mpf(i) / 128)
        high = mpf(float(exact))
        print(f"    {java(high)}, {java((exact - high) / high)},")
    step = mp.log(2) / 128
    high = rounded(step, 42)
    print("    STEP_HIGH", java(high), "STEP_LOW", java(step - high), "STEPS_PER_UNIT", java(1 / step))
    print("Logarithm: 1/c to 8 bits, -ln of that to 42 bits, and the rest")
    for i in range(128):
        reciprocal = mp.nint(256 / (1 + (i + mpf("0.5")) / 128)) / 256 if i > 0 else mpf(1)
        exact = -mp.log(reciprocal)
        high = rounded(exact, 42)
        print(f"    {java(reciprocal)}, {java(high)}, {java(exact - high)},")
    high = rounded(mp.log(2), 42)
    print("    LN2_HIGH", java(high), "LN2_LOW", java(mp.log(2) - high))
    print("Angle: sin(i pi/128) to the nearest double, and what is missing")
    for i in range(65):
        exact = mp.sin(i * mp.pi / 128)
        print(f"    {java(exact)}, {java(exact - mpf(float(exact)))},")
    with mp.workdps(400):
        rest = mp.pi / 128
        print("    pi/128 to the nearest double and the rest", java(rest), java(rest - mpf(float(rest))))
        for bits in (36, 67, 98):
            part = mp.floor(rest * mpf(2) ** bits) / mpf(2) ** bits
            print("    part of pi/128", java(part))
            rest -= part
        print("    rest of pi/128", java(rest), " steps per radian", java(128 / mp.pi))
        print("    floor(2^1184 128/pi)", hex(int(mp.floor(mpf(2) ** 1184 * 128 / mp.pi)))[2:])


# --- fits -------------------------------------------------------------------------------------------------------------


def chebyshev_nodes(a, b, n):
    return [(a + b) / 2 + (b - a) / 2 * mp.cos(mp.pi * (2 * i + 1) / (2 * n)) for i in range(n)]


def polynomial(f, a, b, degree):
    """Interpolation in the Chebyshev nodes: within a small factor of the best polynomial."""
    nodes = chebyshev_nodes(a, b, degree + 1)
    matrix = mp.matrix([[x**j for j in range(degree + 1)] for x in nodes])
    return list(mp.lu_solve(matrix, mp.matrix([f(x) for x in nodes])))


def rational(f, a, b, top, bottom):
    """p/q through f at the Chebyshev nodes, q(0) = 1: p(x) - f(x) (q(x) - 1) = f(x)."""
    nodes = chebyshev_nodes(a, b, top + bottom + 1)
    rows = [[x**j for j in range(top + 1)] + [-f(x) * x**j for j in range(1, bottom + 1)] for x in nodes]
    solution = list(mp.lu_solve(mp.matrix(rows), mp.matrix([f(x) for x in nodes])))
    return solution[: top + 1], [mpf(1)] + solution[top + 1 :]


def value(coefficients, x):
    return mp.polyval([mpf(float(c)) for c in reversed(coefficients)], x)


def report(name, f, a, b, weight, p, q=(1,)):
    """The largest error of the fit with its coefficients rounded, times weight(x): its share of the result."""
    grid = [a + (b - a) * mpf(i) / 1500 for i in range(1501)]
    worst = max(abs((value(p, x) / value(q, x) - f(x)) * weight(x)) for x in grid if x != 0)
    print(f"{name}: error 2^{mp.nstr(mp.log(worst, 2), 5)} of the result")
    for part in (p, q):
        if len(part) > 1:
            print("    " + ", ".join(java(c) for c in part))


def fits():
    # cdf(x) = 1/2 + 51/128 x + x B(x²), |x| < 1
    def slope(s):
        start = (mp.ncdf(mp.sqrt(s)) - mpf(1) / 2) / mp.sqrt(s) if s > 0 else 1 / mp.sqrt(2 * mp.pi)
        return start - mpf(51) / 128

    a, b = mpf(0), mpf(1)
    report("B", slope, a, b, lambda s: mp.sqrt(s) / mp.ncdf(-mp.sqrt(s)), polynomial(slope, a, b, 10))

    # erfc(x) = e^(-x² - 7/8 - (x - 1)/2 + C(x - 1)), 0.7 <= x < 11/4
    def near(t):
        return mp.log(mp.erfc(1 + t)) + (1 + t) ** 2 + mpf(7) / 8 + t / 2

    a, b = mpf("-0.3"), mpf(7) / 4
    report("C", near, a, b, lambda t: 1, *rational(near, a, b, 7, 7))

    # erfc(x) = e^(-x² - 9/16 + D(1/x²)) / x, 11/4 <= x < 28
    def far(s):
        x = 1 / mp.sqrt(s)
        return mp.log(x * mp.erfc(x)) + x * x + mpf(9) / 16

    a, b = mpf(1) / 784, mpf(16) / 121
    report("D", far, a, b, lambda s: 1, *rational(far, a, b, 7, 6))
    print("1/sqrt(2)", java(1 / mp.sqrt(2)), " ln sqrt(2 pi) - 235/256", java(mp.log(2 * mp.pi) / 2 - mpf(235) / 256))


# --- values -----------------------------------------------------------------------------------------------------------


def sigmoid(x):
    return 1 / (1 + mp.exp(-x))


def softplus(x):
    return mp.log1p(mp.exp(x))


FUNCTIONS = {
    "exp": (mp.exp, (-745, 709.7), (-1, 1), (-20, 20)),
    "expm1": (mp.expm1, (-40, 709.7), (-0.1, 0.1), (-3, 3)),
    "ln": (mp.log, None, (0.5, 2), (0.98, 1.02), (1e-3, 1e3)),
    "log1p": (mp.log1p, None, (-0.99, 1), (-0.01, 0.01), (0, 1e3)),
    "tanh": (mp.tanh, (-22, 22), (-1, 1), (-3, 3)),
    "sigmoid": (sigmoid, (-700, 40), (-3, 3), (-12, 12)),
    "softplus": (softplus, (-740, 100), (-3, 3), (-12, 12)),
    "normalDensity": (mp.npdf, (-38, 38), (-3, 3)),
    "normalCdf": (mp.ncdf, (-37, 9), (-3, 3), (-1.5, 0)),
    "sin": (mp.sin, None, (-10, 10), (-1e5, 1e5)),
    "cos": (mp.cos, None, (-10, 10), (-1e5, 1e5)),
    "tan": (mp.tan, None, (-10, 10), (-1e5, 1e5)),
}
SPECIAL = [2.0**-1074, 2.0**-1022, 1e-300, 2.0**-60, 1e-9, 2.0**-27, 0.1, 0.5, 1.0, 2.0, 2.718281828459045, 5.0, 10.0]


# The doubles next to multiples of pi/2; the last one is the nearest of all, by its size (Kahan, 1983).
MULTIPLES = [float(k * mp.pi / 2) for k in [1, 2, 3, 4, 7, 1000, 65536, 10**9, 3 * 2**50]] + [6381956970095103.0 * 2.0**797]

# The worst arguments that a search over millions found in the Java code, so that its bounds are tested where they bite.
# Those of sin, cos and tan in hexadecimal: the hardest to round (Lefevre and Muller).
HARD = {
    "exp": [-0.10561721564364746, -1.5513957092718638, 309.09786805434112, 126.77240315873416],
    "expm1": [0.1110326777095717, -0.10563235267097183, 0.05647284683141636, 0.10546632224731667],
    "ln": [1.0076777198888784, 1.0072704033816773],
    "log1p": [1.8040820782378538e-16, 0.0077912984327456192],
    "tanh": [0.55010488847910965, 0.55744481583798011],
    "sigmoid": [-36.760570398657542, -0.0041722491937621342, 16.81159837422355, -169.13384558466862],
    "softplus": [-2.7583578531491866, -4.1585548076643946],
    "normalDensity": [5.6531892888757191, 4.1936707370946502],
    "normalCdf": [-0.9907666515762279, 1.0479091276455479, -3.8551395074922623, -11.485399411505561],
    "sin": [*MULTIPLES, 0.356223658535715, float.fromhex("0x1.e0000000001c2p-20")],
    "cos": [*MULTIPLES, -9.16779572932034, float.fromhex("0x1.8000000000009p-23")],
    "tan": [*MULTIPLES, -89475.4894921992, float.fromhex("0x1.dfffffffff1fp-22")],
}


def bits(x):
    return struct.pack(">d", x).hex()


def unit(exact):
    """An ulp of the doubles next to a number."""
    return mpf(2) ** max(mp.frexp(exact)[1] - 53, -1074)


def nearest(exact):
    return float(mp.nint(exact / unit(exact)) * unit(exact))


def powers(draw):
    """Bases and exponents: up to overflow and down to subnormal powers, and some that are exact, or in the middle."""
    for _ in range(120):
        for base in (2.0 ** draw.uniform(-1074, 1023), 1 + draw.choice((-1, 1)) * 2.0 ** draw.uniform(-52, -1)):
            yield base, float(draw.uniform(-1074, 1023.9) / mp.log(base, 2))
        yield draw.uniform(0, 10), draw.uniform(-10, 10)
        yield float(draw.randrange(2, 1 << draw.randrange(2, 20))), draw.randrange(-40, 80) / 2
    yield 2.0558396862704322, -0.9644309104238609  # the worst of a million, so that the bound is tested where it bites
    for base, exponents in {10: range(-323, 309, 9), 3: (33, 34), 208065: (3,), 208065**2: (1.5,), 0.999: (10, 1000)}.items():
        yield from ((float(base), float(exponent)) for exponent in exponents)


def values():
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "resources", "elementary")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "pow.csv"), "w", encoding="ascii") as file:
        file.write("# bits of x, bits of y, bits of the double nearest to x to the power of y, (the power - that double) in its ulps\n")
        for x, y in sorted(powers(random.Random("pow"))):
            exact = mpf(x) ** mpf(y)
            if exact < 2.0**1023:
                near = nearest(exact)
                file.write(f"{bits(x)},{bits(y)},{bits(near)},{float((exact - near) / unit(exact)):.4f}\n")
    for name, (f, *ranges) in FUNCTIONS.items():
        draw = random.Random(name)
        points = set(SPECIAL + HARD[name])
        if name not in ("ln",):
            points |= {-x for x in SPECIAL if name != "log1p" or x < 1}
        for spread in ranges:
            if spread is None:  # all magnitudes
                points |= {2.0 ** draw.uniform(-1070, 1023) for _ in range(60)}
            else:
                points |= {draw.uniform(*spread) for _ in range(110)}
        if name != "ln":  # small arguments, where the leading term decides
            points |= {draw.choice((-1, 1)) * 10 ** draw.uniform(-18, -1) for _ in range(40)}
        with open(os.path.join(folder, name + ".csv"), "w", encoding="ascii") as file:
            file.write("# bits of x, bits of the double nearest to f(x), (f(x) - that double) in its ulps\n")
            for x in sorted(points):
                exact = f(mpf(x))
                near = float(exact)
                if near in (float("inf"), float("-inf")) or abs(near) < 2.0**-1022 and abs(x) > 1:
                    continue
                file.write(f"{bits(x)},{bits(near)},{float((exact - near) / unit(mpf(near))):.4f}\n")


# --- errors -----------------------------------------------------------------------------------------------------------


def double(text):
    return struct.unpack(">d", bytes.fromhex(text.zfill(16)))[0]


def errors():
    functions = {"pow": mp.power, "sin": mp.sin, "cos": mp.cos, "tan": mp.tan}
    worst = {}
    for line in sys.stdin:
        name, *numbers = line.split()
        *arguments, result = map(double, numbers)
        exact = functions[name](*map(mpf, arguments))
        if abs(exact) < mpf(2) ** 1024 - mpf(2) ** 970:
            error = float(abs(result - exact) / unit(exact))
        else:
            error = 0 if result == mp.inf else mp.inf
        worst[name] = max(worst.get(name, (0,)), (error, arguments))
    print(worst)


if __name__ == "__main__":
    {"tables": tables, "fits": fits, "values": values, "errors": errors}[sys.argv[1]]()

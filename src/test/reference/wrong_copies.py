"""Slips in copying, digits and rounding."""

import math
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from wrong_slips import slip, weights
from wrong_work import Work


def copyable(n):
    """Given numbers whose two digits differ, so that they can be swapped; only weights, biases and inputs."""
    found = [s for s in weights(n) if len(digits(n.w[s[1]][s[2]][s[3]])) == 2]
    return found + [("x", i) for i in range(n.sizes[0]) if len(digits(n.x[0][i])) == 2]


def digits(value):
    return set(f"{abs(value):.2f}"[2:]) - {"0"}


class Copied(Work):
    """One given number is copied wrong: `wrong` says how."""

    sites = staticmethod(copyable)

    def given(self, n):
        if self.site[0] == "x":
            n.x[0][self.site[1]] = self.wrong(n.x[0][self.site[1]])
        elif self.site[0] == "w":
            _, k, j, i = self.site
            n.w[k][j][i] = self.wrong(n.w[k][j][i])
        return n


@slip("copying", "The point of a given number is moved: 0.05 for 0.5.")
class PointMovedLeft(Copied):
    def wrong(self, v):
        return float(Decimal(repr(v)) / 10)


@slip("copying", "The point of a given number is moved: 5 for 0.5.")
class PointMovedRight(Copied):
    def wrong(self, v):
        return float(Decimal(repr(v)) * 10)


@slip("copying", "Two digits of a given number are swapped: 0.54 for 0.45.")
class DigitsSwapped(Copied):
    def wrong(self, v):
        text = f"{abs(v):.2f}"
        return math.copysign(float(text[:2] + text[3] + text[2]), v)


@slip("copying", "The last digit of a given number is one too large.",
      "https://makeyourownneuralnetwork.blogspot.com/2016/08/, Errata #3: 4.0 for 3.0")
class DigitOneTooLarge(Copied):
    def wrong(self, v):
        return float(Decimal(repr(v)) + Decimal("0.01").copy_sign(Decimal(repr(v))))


@slip("copying", "The minus of a given number is lost, or one is added.")
class SignLost(Copied):
    def wrong(self, v):
        return -v


@slip("copying", "The point of the learning rate is moved.", "", lambda n: n.optimizer != "adamw")
class RatePointMoved(Work):
    sites = staticmethod(lambda n: [("rate",)])

    def given(self, n):
        n.rate = float(Decimal(repr(n.rate)) / 10)
        return n


def gentle(n):
    """Whether the optimizer's memory survives few decimals."""
    return n.optimizer in ("sgd", "momentum", "nesterov") and not n.decay


def rounded(value, places, how):
    """Rounds the decimal that a person has, without the last bits of a binary sum: 0.12345, not 0.12344999999999999."""
    return float(Decimal(f"{value:.13g}").quantize(Decimal(1).scaleb(-places), how))


class Rounds(Work):
    """Each line is rounded, half up, and the next goes on from what is written."""

    places, how = 4, ROUND_HALF_UP

    def line(self, value):
        return rounded(value, self.places, self.how)


@slip("rounding", "Each line is rounded to 2 decimals.", "", gentle)
class EachLineRoundedTo2(Rounds):
    places = 2


@slip("rounding", "Each line is rounded to 3 decimals.", "", gentle)
class EachLineRoundedTo3(Rounds):
    places = 3


@slip("rounding", "Each line is rounded to 4 decimals.", "", gentle)
class EachLineRoundedTo4(Rounds):
    pass


@slip("rounding", "Each line is rounded to 6 decimals.", "", gentle)
class EachLineRoundedTo6(Rounds):
    places = 6


@slip("rounding", "Each line is cut off after 3 decimals.", "", gentle)
class EachLineCutOffAfter3(Rounds):
    places, how = 3, ROUND_DOWN


@slip("rounding", "Each line is cut off after 4 decimals.", "", gentle)
class EachLineCutOffAfter4(Rounds):
    how = ROUND_DOWN

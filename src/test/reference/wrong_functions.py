"""Slips that take one function for another."""

import math

from wrong_slips import HUB, plain_output, slip, uses
from wrong_work import Work, sigmoid, softmax


@slip("function", "tanh for sigmoid, forward and back.", "", uses("sigmoid"))
class TanhForSigmoid(Work):
    def given(self, n):
        n.activations = ["tanh" if f == "sigmoid" else f for f in n.activations]
        return n

    def last_delta(self, p, j):
        if self.network.loss == "binary_cross_entropy":
            return (p.a[-1][j] - p.t[j]) / len(p.t)
        return super().last_delta(p, j)


@slip("function", "tanh for sigmoid forward; the derivative stays out · (1 − out).", "",
      lambda n: "sigmoid" in n.activations and n.loss != "binary_cross_entropy")
class TanhForSigmoidForward(Work):
    def out(self, p, k, j):
        return math.tanh(p.z[k][j]) if self.network.activations[k] == "sigmoid" else super().out(p, k, j)


@slip("function", "sigmoid for tanh, forward and back.", "", uses("tanh"))
class SigmoidForTanh(Work):
    def given(self, n):
        n.activations = ["sigmoid" if f == "tanh" else f for f in n.activations]
        return n


@slip("function", "out · (1 − out) as the derivative of whatever activation.", HUB + "ttezel/nn/issues/8",
      uses("tanh", "relu", "leaky_relu", "gelu", "sine", "linear"))
class SigmoidSlopeEverywhere(Work):
    def fprime(self, p, k, j):
        o = p.a[k + 1][j]
        return o * (1 - o)


@slip("function", "1 − out² as the derivative of sigmoid.", "", uses("sigmoid"))
class TanhSlopeForSigmoid(Work):
    def fprime(self, p, k, j):
        return 1 - p.a[k + 1][j] ** 2 if self.network.activations[k] == "sigmoid" else super().fprime(p, k, j)


@slip("function", "The output neurons are taken as linear: no activation, and a derivative of 1.", "", plain_output)
class OutputTakenAsLinear(Work):
    def given(self, n):
        n.activations[-1] = "linear"
        return n


@slip("function", "e^net for e^−net in sigmoid.", "", uses("sigmoid"))
class PlusInTheExponent(Work):
    def out(self, p, k, j):
        return sigmoid(-p.z[k][j]) if self.network.activations[k] == "sigmoid" else super().out(p, k, j)


@slip("function", "relu's derivative is 1 also below 0.", "", uses("relu"))
class ReluAlwaysOn(Work):
    def fprime(self, p, k, j):
        return 1.0 if self.network.activations[k] == "relu" else super().fprime(p, k, j)


@slip("function", "relu's derivative is the net itself if that is positive.",
      "https://stackoverflow.com/a/51812911", uses("relu"))
class ReluForItsDerivative(Work):
    def fprime(self, p, k, j):
        return max(0.0, p.z[k][j]) if self.network.activations[k] == "relu" else super().fprime(p, k, j)


@slip("function", "leaky_relu with 0.01 for relu.", 
      "https://newbetuts.com/32546020-neural-network-backpropagation-with-relu", uses("relu"))
class LeakyForRelu(Work):
    def given(self, n):
        n.activations, n.slope = ["leaky_relu" if f == "relu" else f for f in n.activations], 0.01
        return n


@slip("function", "relu for leaky_relu.", "", uses("leaky_relu"))
class ReluForLeaky(Work):
    def given(self, n):
        n.activations = ["relu" if f == "leaky_relu" else f for f in n.activations]
        return n


@slip("function", "The usual slope, 0.01, for the one that is given.", "", uses("leaky_relu"))
class UsualSlope(Work):
    def given(self, n):
        n.slope = 0.01
        return n


@slip("function", "gelu by its approximation with tanh.", 
      "https://pytorch.org/docs/stable/generated/torch.nn.GELU.html", uses("gelu"))
class GeluByTanh(Work):
    C = math.sqrt(2 / math.pi)

    def out(self, p, k, j):
        if self.network.activations[k] != "gelu":
            return super().out(p, k, j)
        z = p.z[k][j]
        return z / 2 * (1 + math.tanh(self.C * (z + 0.044715 * z**3)))

    def fprime(self, p, k, j):
        if self.network.activations[k] != "gelu":
            return super().fprime(p, k, j)
        z = p.z[k][j]
        t = math.tanh(self.C * (z + 0.044715 * z**3))
        return (1 + t) / 2 + z / 2 * (1 - t * t) * self.C * (1 + 3 * 0.044715 * z * z)


@slip("function", "Degrees for radians.", "", uses("sine"))
class Degrees(Work):
    def out(self, p, k, j):
        return math.sin(math.radians(p.z[k][j])) if self.network.activations[k] == "sine" else super().out(p, k, j)

    def fprime(self, p, k, j):
        return math.cos(math.radians(p.z[k][j])) if self.network.activations[k] == "sine" else super().fprime(p, k, j)


@slip("function", "softmax without e^: each net over the sum of the nets.", "", uses("softmax"))
class SoftmaxWithoutExp(Work):
    def out(self, p, k, j):
        return p.z[k][j] / sum(p.z[k]) if self.network.activations[k] == "softmax" else super().out(p, k, j)


@slip("function", "softmax twice: what goes into the loss is softmaxed once more.",
      "https://pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html, which takes nets", uses("softmax"))
class SoftmaxTwice(Work):
    def out(self, p, k, j):
        return softmax(softmax(p.z[k]))[j] if self.network.activations[k] == "softmax" else super().out(p, k, j)


@slip("function", "sigmoid for softmax.", "", uses("softmax"))
class SigmoidForSoftmax(Work):
    def out(self, p, k, j):
        return sigmoid(p.z[k][j]) if self.network.activations[k] == "softmax" else super().out(p, k, j)


@slip("formula", "Only the diagonal of softmax's derivative: −t / o · o · (1 − o).",
      "https://datascience.stackexchange.com/questions/64746",
      uses("softmax"))
class SoftmaxDiagonal(Work):
    def last_delta(self, p, j):
        o = p.a[-1][j]
        return -p.t[j] / o * o * (1 - o)

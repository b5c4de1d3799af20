"""Slips in the lines of a pass: terms, factors, signs, neighbours, the error."""

import math

from wrong_slips import (
    HUB, SE, branching, entropy, has_loss, hidden, hidden_neurons, nets, plain_output, slip, squares, two_outputs, uses,
    weights,
)
from wrong_work import Work, activate, derivative


# ---- forward: terms and factors ----


@slip("formula", "The bias is left out of every net.")
class BiasLeftOut(Work):
    def bias(self, p, k, j):
        return 0.0


@slip("formula", "The bias is left out of the nets of the output layer only.",
      "https://primelearnpoint.com/deep-learning/backpropagation-solved-numerical-2x2/")
class BiasLeftOutAtTheOutput(Work):
    def bias(self, p, k, j):
        return 0.0 if k == self.depth - 1 else super().bias(p, k, j)


@slip("formula", "The bias is subtracted, as a threshold is.",
      "http://marvin.cs.uidaho.edu/Teaching/CS475/nnMathematicaCode2.txt")
class BiasSubtracted(Work):
    def bias(self, p, k, j):
        return -super().bias(p, k, j)


@slip("formula", "The last product of one net is left out.")
class ProductLeftOutOnce(Work):
    sites = staticmethod(lambda n: [s for s in nets(n) if len(n.w[s[1]][s[2]]) > 1])

    def products(self, p, k, j):
        found = super().products(p, k, j)
        return found[:-1] if self.hit(p, "net", k, j) else found


@slip("formula", "One product of a net gets the wrong sign.")
class ProductSignTurnedOnce(Work):
    sites = staticmethod(nets)

    def products(self, p, k, j):
        found = super().products(p, k, j)
        return [-found[0], *found[1:]] if self.hit(p, "net", k, j) else found


@slip("formula", "The bias of one neuron is forgotten.")
class BiasForgottenOnce(Work):
    sites = staticmethod(nets)

    def bias(self, p, k, j):
        return 0.0 if self.hit(p, "net", k, j) else super().bias(p, k, j)


# ---- the derivative of the activation ----


@slip("formula", "The derivative of the activation is left out at the output: delta = out − target.",
      HUB + "Bot-Academy/NeuralNetworkFromScratch/pull/3", plain_output)
class DerivativeLeftOutAtTheOutput(Work):
    def fprime(self, p, k, j):
        return 1.0 if k == self.depth - 1 else super().fprime(p, k, j)


@slip("formula", "The derivative of the activation is left out in the hidden layers.",
      HUB + "iamtrask/Grokking-Deep-Learning/issues/50", lambda n: len(n.w) > 1)
class DerivativeLeftOutInHiddenLayers(Work):
    def fprime(self, p, k, j):
        return 1.0 if k < self.depth - 1 else super().fprime(p, k, j)


@slip("formula", "The derivative of the activation is left out everywhere.", "", plain_output)
class DerivativeLeftOut(Work):
    def fprime(self, p, k, j):
        return 1.0


@slip("formula", "The derivative of the activation is forgotten for one hidden neuron.")
class DerivativeForgottenOnce(Work):
    sites = staticmethod(hidden_neurons)

    def fprime(self, p, k, j):
        return 1.0 if self.hit(p, "delta", k, j) else super().fprime(p, k, j)


@slip("formula", "The `1 −` of the derivative is left out: out · out, or out² for tanh.", "", uses("sigmoid", "tanh"))
class OneMinusLeftOut(Work):
    def fprime(self, p, k, j):
        o = p.a[k + 1][j]
        return o * o if self.network.activations[k] in ("sigmoid", "tanh") else super().fprime(p, k, j)


@slip("formula", "Half of sigmoid's derivative: only out of out · (1 − out).", "", uses("sigmoid"))
class OnlyOutOfTheDerivative(Work):
    def fprime(self, p, k, j):
        return p.a[k + 1][j] if self.network.activations[k] == "sigmoid" else super().fprime(p, k, j)


@slip("formula", "Half of sigmoid's derivative: only 1 − out of out · (1 − out).",
      HUB + "torch/torch7/issues/232", uses("sigmoid"))
class OnlyOneMinusOutOfTheDerivative(Work):
    def fprime(self, p, k, j):
        return 1 - p.a[k + 1][j] if self.network.activations[k] == "sigmoid" else super().fprime(p, k, j)


@slip("formula", "Plus for minus in the derivative: out · (1 + out), or 1 + out² for tanh.",
      "", uses("sigmoid", "tanh"))
class OnePlus(Work):
    def fprime(self, p, k, j):
        o, f = p.a[k + 1][j], self.network.activations[k]
        return o * (1 + o) if f == "sigmoid" else 1 + o * o if f == "tanh" else super().fprime(p, k, j)


@slip("formula", "tanh's derivative without the square: 1 − out.", "", uses("tanh"))
class TanhSquareLeftOut(Work):
    def fprime(self, p, k, j):
        return 1 - p.a[k + 1][j] if self.network.activations[k] == "tanh" else super().fprime(p, k, j)


@slip("formula", "out − target of an entropy is multiplied by out · (1 − out) once more.",
      "https://askswarm.dev/q/q-1773776766464", entropy)
class EntropyTimesDerivative(Work):
    def last_delta(self, p, j):
        o = p.a[-1][j]
        return super().last_delta(p, j) * o * (1 - o)


@slip("neighbour", "The derivative is taken at the output instead of the net: f′(out).",
      HUB + "benoitfragit/libBrain/issues/78",
      uses("sigmoid", "tanh", "gelu", "sine"))
class DerivativeAtTheOutput(Work):
    def fprime(self, p, k, j):
        f, slope = self.network.activations[k], self.network.slope
        o = p.a[k + 1]
        return derivative(f, slope, o[j], activate(f, slope, o, j))


@slip("neighbour", "The net is used for the output in the derivative: net · (1 − net), 1 − net².",
      "", uses("sigmoid", "tanh"))
class DerivativeOfTheNet(Work):
    def fprime(self, p, k, j):
        return derivative(self.network.activations[k], self.network.slope, p.z[k][j], p.z[k][j])


@slip("neighbour", "The target stands for the output in the derivative: t · (1 − t), 1 − t².", "", plain_output)
class TargetInTheDerivative(Work):
    def fprime(self, p, k, j):
        if k < self.depth - 1:
            return super().fprime(p, k, j)
        return derivative(self.network.activations[k], self.network.slope, p.z[k][j], p.t[j])


# ---- back: paths and gradients ----


@slip("formula", "The input is left out of a weight's gradient: grad = delta.",
      "https://stackoverflow.com/questions/12558517/questions-about-the-backpropogation-algorithm")
class InputLeftOut(Work):
    def gradient_w(self, p, k, j, i):
        return p.delta[k][j]


@slip("formula", "The weight is left out going back: the sum of the deltas alone.",
      "https://math.stackexchange.com/questions/3048198/is-my-back-propagation-math-correct", lambda n: len(n.w) > 1)
class WeightLeftOutGoingBack(Work):
    def weight_back(self, p, k, j, i):
        return 1.0


@slip("formula", "Only the path through the first neuron of the next layer counts for a hidden delta.", "",
      lambda n: any(s > 1 for s in n.sizes[2:]))
class OnlyTheFirstPath(Work):
    def upstream(self, p, k, i):
        return self.paths(p, k, i)[0]


@slip("formula", "The last path back to one hidden neuron is forgotten.")
class PathForgottenOnce(Work):
    sites = staticmethod(branching)

    def upstream(self, p, k, i):
        found = self.paths(p, k, i)
        return sum(found[:-1] if self.hit(p, "delta", k, i) else found)


@slip("formula", "One path back to a hidden neuron gets the wrong sign.")
class PathSignTurnedOnce(Work):
    sites = staticmethod(branching)

    def upstream(self, p, k, i):
        found = self.paths(p, k, i)
        return found[0] - sum(found[1:]) if self.hit(p, "delta", k, i) else sum(found)


@slip("neighbour", "The updated weights of the next layer are used going back.", SE + "26136", lambda n: len(n.w) > 1)
class NewWeightsGoingBack(Work):
    def weight_back(self, p, k, j, i):
        return self.fresh["w", k, j, i]


@slip("neighbour", "Rows for columns going back: the weights are transposed.", SE + "42884",
      lambda n: any(a == b > 1 for a, b in zip(n.sizes[1:], n.sizes[2:])))
class TransposedGoingBack(Work):
    def weight_back(self, p, k, j, i):
        return self.w[k][i][j] if len(self.w[k]) == len(self.w[k][0]) else super().weight_back(p, k, j, i)


@slip("neighbour", "Rows for columns forward: the weights of a layer are transposed.",
      HUB + "makeyourownneuralnetwork/makeyourownneuralnetwork/issues/77", squares)
class TransposedForward(Work):
    def weight(self, p, k, j, i):
        return self.w[k][i][j] if len(self.w[k]) == len(self.w[k][0]) else super().weight(p, k, j, i)


@slip("neighbour", "Rows for columns in the nets of the output layer only.",
      "https://primelearnpoint.com/deep-learning/backpropagation-solved-numerical-2x2/",
      lambda n: n.sizes[-1] == n.sizes[-2] > 1)
class TransposedAtTheOutput(Work):
    def weight(self, p, k, j, i):
        return self.w[k][i][j] if k == self.depth - 1 else super().weight(p, k, j, i)


@slip("neighbour", "The raw errors out − target go back instead of the deltas.",
      HUB + "makeyourownneuralnetwork/makeyourownneuralnetwork",
      lambda n: plain_output(n) and len(n.w) > 1)
class RawErrorsGoBack(Work):
    def raw(self, p, k, j):
        if k == self.depth - 1:
            return self.slope(p, j)
        return sum(self.raw(p, k + 1, i) * self.w[k + 1][i][j] for i in range(len(self.w[k + 1])))

    def upstream(self, p, k, i):
        return self.raw(p, k, i)


@slip("neighbour", "The next layer's outputs go back instead of its deltas.",
      "Basic Neural Network Problem in Training (XOR), a question on Stack Overflow", lambda n: len(n.w) > 1)
class OutputsGoBack(Work):
    def paths(self, p, k, i):
        return [p.a[k + 2][j] * self.w[k + 1][j][i] for j in range(len(self.w[k + 1]))]


@slip("neighbour", "A weight's gradient has its own neuron's output instead of its source's.",
      "https://devhide.com/bug-or-missing-thing-in-my-mnist-number-recognizer-77951589")
class OwnOutputForTheInput(Work):
    def gradient_w(self, p, k, j, i):
        return p.delta[k][j] * p.a[k + 1][j]


@slip("neighbour", "A weight's gradient has its source's net instead of its output.", "", lambda n: len(n.w) > 1)
class NetForOutInGradients(Work):
    def gradient_w(self, p, k, j, i):
        return p.delta[k][j] * (p.z[k - 1][i] if k else p.x[i])


@slip("neighbour", "One gradient has the next source's output.")
class NeighbouringInputOnce(Work):
    sites = staticmethod(lambda n: [s for s in weights(n) if len(n.w[s[1]][0]) > 1])

    def gradient_w(self, p, k, j, i):
        size = len(self.w[k][j])
        return p.delta[k][j] * p.a[k][(i + 1) % size if self.hit(p, "w", k, j, i) else i]


@slip("neighbour", "One gradient has the delta of the next neuron in its layer.")
class NeighbouringDeltaOnce(Work):
    sites = staticmethod(lambda n: [s for s in weights(n) if len(n.w[s[1]]) > 1])

    def gradient_w(self, p, k, j, i):
        size = len(self.w[k])
        return p.delta[k][(j + 1) % size if self.hit(p, "w", k, j, i) else j] * p.a[k][i]


@slip("neighbour", "One weight is updated with the gradient of its neighbour.")
class NeighbouringGradientOnce(Work):
    sites = staticmethod(lambda n: [s for s in weights(n) if len(n.w[s[1]][0]) > 1])

    def picked(self, passes, key):
        if self.hit(passes[0], *key):
            size = len(self.w[key[1]][0])
            return super().picked(passes, key[:3] + ((key[3] + 1) % size,))
        return super().picked(passes, key)


@slip("formula", "One gradient gets the wrong sign.")
class GradientSignTurnedOnce(Work):
    sites = staticmethod(weights)

    def gradient_w(self, p, k, j, i):
        g = super().gradient_w(p, k, j, i)
        return -g if self.hit(p, "w", k, j, i) else g


@slip("formula", "The input is forgotten in one gradient.")
class InputForgottenOnce(Work):
    sites = staticmethod(weights)

    def gradient_w(self, p, k, j, i):
        return p.delta[k][j] if self.hit(p, "w", k, j, i) else super().gradient_w(p, k, j, i)


@slip("neighbour", "The nets of the hidden layers go on to the next layer: the activation is forgotten.", "",
      hidden("sigmoid", "tanh", "sine"))
class HiddenActivationForgotten(Work):
    def out(self, p, k, j):
        return p.z[k][j] if k < self.depth - 1 else super().out(p, k, j)


@slip("neighbour", "The two inputs are swapped.", "", lambda n: n.sizes[0] > 1)
class InputsSwapped(Work):
    sites = staticmethod(lambda n: [("x", 0), ("x", 1)][:1])

    def given(self, n):
        for x in n.x:
            x[0], x[1] = x[1], x[0]
        return n


@slip("neighbour", "The targets of the first two outputs are swapped.", "", two_outputs)
class TargetsSwapped(Work):
    sites = staticmethod(lambda n: [("t", 0)])

    def given(self, n):
        for t in n.t:
            t[0], t[1] = t[1], t[0]
        return n


# ---- the error ----


@slip("formula", "The ½ is left out of the error, but not of its derivative.",
      "", has_loss("squared"))
class HalfLeftOutOfTheError(Work):
    def share(self, p, j):
        return 2 * super().share(p, j)


@slip("formula", "The ½ is left out: the error is (t − o)² and its derivative 2 (o − t).",
      "https://stats.stackexchange.com/questions/490374/backpropogation-derivatives", has_loss("squared"))
class HalfLeftOut(Work):
    def share(self, p, j):
        return 2 * super().share(p, j)

    def slope(self, p, j):
        return 2 * super().slope(p, j)


@slip("formula", "The ½ stays in the derivative: ½ (o − t).", "", has_loss("squared"))
class HalfKeptInTheDerivative(Work):
    def slope(self, p, j):
        return super().slope(p, j) / 2


@slip("formula", "The 2 is left out of the derivative of mse.", "", has_loss("mse"))
class TwoLeftOut(Work):
    def slope(self, p, j):
        return super().slope(p, j) / 2


@slip("batch", "The sum over the outputs for their mean, in the error and going back.", "",
      lambda n: n.loss in ("mse", "binary_cross_entropy") and two_outputs(n))
class SumOverOutputs(Work):
    def share(self, p, j):
        return super().share(p, j) * len(p.t)

    def last_delta(self, p, j):
        return super().last_delta(p, j) * len(p.t)


@slip("batch", "The mean over the outputs in the error, but their sum going back.", "",
      lambda n: n.loss in ("mse", "binary_cross_entropy") and two_outputs(n))
class MeanOnlyInTheError(Work):
    def last_delta(self, p, j):
        return super().last_delta(p, j) * len(p.t)


@slip("batch", "The mean over the outputs for their sum, in the error and going back.", "",
      lambda n: n.loss in ("squared", "cross_entropy") and two_outputs(n))
class MeanOverOutputs(Work):
    def share(self, p, j):
        return super().share(p, j) / len(p.t)

    def last_delta(self, p, j):
        return super().last_delta(p, j) / len(p.t)


@slip("formula", "The error is not squared.", "", has_loss("squared", "mse"))
class NotSquared(Work):
    def share(self, p, j):
        d = p.t[j] - p.a[-1][j]
        return d / 2 if self.network.loss == "squared" else d / len(p.t)


@slip("formula", "The error is that of the first output alone.", "", two_outputs)
class OnlyTheFirstOutputsError(Work):
    def error(self, p):
        return self.share(p, 0)


@slip("formula", "The minus before the logarithm is left out of the error.",
      "https://askswarm.dev/q/q-1773776766464", entropy)
class MinusLeftOut(Work):
    def share(self, p, j):
        return -super().share(p, j)


@slip("function", "log10 for ln in the error.", "", entropy)
class Log10ForLn(Work):
    def log(self, o):
        return math.log10(o)


@slip("formula", "Binary cross-entropy without its second half: −t · ln o alone in the error.", "",
      has_loss("binary_cross_entropy"))
class SecondHalfLeftOut(Work):
    def share(self, p, j):
        return -p.t[j] * math.log(p.a[-1][j]) / len(p.t)


@slip("formula", "The derivative of ln(1 − o) without its minus: −(t / o + (1 − t) / (1 − o)).",
      "https://math.stackexchange.com/questions/2503428/derivative-of-binary-cross-entropy-why-are-my-signs-not-right",
      has_loss("binary_cross_entropy"))
class InnerMinusForgotten(Work):
    def last_delta(self, p, j):
        t, o = p.t[j], p.a[-1][j]
        return -(t / o + (1 - t) / (1 - o)) / len(p.t) * o * (1 - o)


@slip("formula", "target − out for out − target, and still w − η · grad: the error rises.",
      "https://math.techqa.club/calculating-derivatives-for-backpropagation-in-2-layer-neural-network-4158072")
class TargetMinusOut(Work):
    def last_delta(self, p, j):
        return -super().last_delta(p, j)


@slip("formula", "target − out for out − target, and w + η · …: deltas and gradients with the other sign.",
      "AIFH Volume 3, Chapter 7: XOR RPROP Training", lambda n: n.optimizer != "adamw" and not n.decay)
class OtherSignThroughout(Work):
    def last_delta(self, p, j):
        return -super().last_delta(p, j)

    def step(self, key, p, g):
        return super().step(key, p, -g)

"""More slips, for a second trial of `why`. When they were written it had rewritings for six of them (inputs-activated,
error-goes-back, bias-on-the-way-back, sum-times-sum, first-derivative-for-all, sign-in-the-decay), and found half of the numbers
with nine digits; the others were written without looking whether a rewriting makes them."""

import math

from wrong_slips import (
    HUB, batches, decays, entropy, has_loss, hidden, hidden_neurons, plain_output, runs, slip, two_outputs, uses,
)
from wrong_work import Work, sigmoid


def more(group, sentence, source="", when=lambda n: True):
    return slip(group, sentence, source, when, of="more")


# forward


@more("function", "The inputs go through the first layer's activation, too.", "", hidden("sigmoid", "tanh"))
class InputsActivated(Work):
    def source(self, p, k, i):
        f = {"sigmoid": sigmoid, "tanh": math.tanh}.get(self.network.activations[0])
        return f(p.a[0][i]) if k == 0 and f else super().source(p, k, i)


@more("function", "e is taken as 2.72 in the sigmoid.", "", uses("sigmoid"))
class RoughE(Work):
    def out(self, p, k, j):
        return 1 / (1 + 2.72 ** -p.z[k][j]) if self.network.activations[k] == "sigmoid" else super().out(p, k, j)


@more("function", "tanh as (1 − e^−z) / (1 + e^−z), the bipolar sigmoid.",
      "L. Fausett, Fundamentals of Neural Networks, 1994", uses("tanh"))
class BipolarSigmoid(Work):
    def out(self, p, k, j):
        if self.network.activations[k] != "tanh":
            return super().out(p, k, j)
        power = math.exp(-p.z[k][j])
        return (1 - power) / (1 + power)


@more("function", "softmax of net / 2, as with a temperature of 2.", "", uses("softmax"))
class Temperature(Work):
    def out(self, p, k, j):
        if self.network.activations[k] != "softmax":
            return super().out(p, k, j)
        powers = [math.exp(z / 2) for z in p.z[k]]
        return powers[j] / sum(powers)


@more("formula", "The bias multiplies the sum instead of being added.", "", lambda n: not n.fixed)
class BiasAsFactor(Work):
    def net(self, p, k, j):
        return sum(self.products(p, k, j)) * self.bias(p, k, j)


# the error


@more("formula", "The targets 0 and 1 are exchanged: 1 − t for t.", "", lambda n: n.activations[-1] == "sigmoid")
class TargetsFlipped(Work):
    def given(self, n):
        n.t = [[1 - t for t in row] for row in n.t]
        return n


@more("formula", "The distance is raised to the fourth power in the error.", "", has_loss("squared", "mse"))
class FourthPower(Work):
    def share(self, p, j):
        return super().share(p, j) * (p.t[j] - p.a[-1][j]) ** 2


@more("formula", "The error has its target as a factor twice.", "", entropy)
class TargetTwice(Work):
    def share(self, p, j):
        return super().share(p, j) * p.t[j]


# back


@more("neighbour", "The error itself goes back, not its derivative.", "", plain_output)
class ErrorGoesBack(Work):
    def slope(self, p, j):
        return self.share(p, j)


@more("formula", "The bias is added on the way back, as on the way forward.")
class BiasOnTheWayBack(Work):
    def upstream(self, p, k, i):
        return super().upstream(p, k, i) + self.bias(p, k, i)


@more("formula", "The sum of the deltas times the sum of the weights goes back.", "", two_outputs)
class SumTimesSum(Work):
    def upstream(self, p, k, i):
        return sum(p.delta[k + 1]) * sum(self.weight_back(p, k + 1, j, i) for j in range(len(self.w[k + 1])))


@more("neighbour", "All neurons of a layer take the derivative of its first.", "", plain_output)
class FirstDerivativeForAll(Work):
    def fprime(self, p, k, j):
        return super().fprime(p, k, 0)


@more("neighbour", "The path back to one hidden neuron has the weight of another.")
class AnotherWeightBackOnce(Work):
    sites = staticmethod(lambda n: [s for s in hidden_neurons(n) if len(n.w[s[1]]) > 1])

    def weight_back(self, p, k, j, i):
        row = self.w[k][j]
        return row[(i + 1) % len(row)] if self.hit(p, "delta", k - 1, i) else row[i]


@more("formula", "The size of each weight goes back, without its sign.")
class AbsoluteWeightsBack(Work):
    def weight_back(self, p, k, j, i):
        return abs(self.w[k][j][i])


@more("formula", "The gradient of a hidden weight has the source's own derivative as one more factor.")
class SourcesDerivative(Work):
    def gradient_w(self, p, k, j, i):
        return super().gradient_w(p, k, j, i) * (self.fprime(p, k - 1, i) if k else 1)


# the update


@more("optimizer", "The step has the sign of the gradient, without its size.", "", runs("sgd"))
class SignOfTheGradient(Work):
    def sgd(self, key, p, g, memory):
        return p - self.rate * ((g > 0) - (g < 0))


@more("optimizer", "The learning rate is divided by the number of the update.",
      HUB + "louisjc/mnist-neural-network/issues/1", runs("sgd", "momentum"))
class RateOverNumber(Work):
    def step(self, key, p, g):
        kept, self.rate = self.rate, self.rate / self.n
        new = super().step(key, p, g)
        self.rate = kept
        return new


@more("optimizer", "The weight decay takes the sign of the weight: L1 for L2.", "", decays)
class SignInTheDecay(Work):
    def decayed(self, key, p, g):
        return g + self.network.decay * ((p > 0) - (p < 0)) if self.network.optimizer != "adamw" else g


@more("optimizer", "The decay takes the square of the weight.", "", decays)
class SquareInTheDecay(Work):
    def decayed(self, key, p, g):
        return g + self.network.decay * p * p if self.network.optimizer != "adamw" else g


@more("optimizer", "Momentum starts from the first gradient instead of 0.",
      HUB + "zc911/MatrixSlow/pull/17, where the start is another one", runs("momentum", "nesterov"))
class MemoryStartsFull(Work):
    def step(self, key, p, g):
        self.memory.setdefault(key, {"m": g, "v": 0.0})
        return super().step(key, p, g)


@more("batch", "The largest gradient of the batch is taken instead of the mean.", "", batches)
class LargestOfTheBatch(Work):
    def mean(self, key, gradients):
        return max(gradients)


@more("rounding", "Only the nets are rounded, to 2 decimals.", "", uses("sigmoid"))
class NetsRoundedTo2(Work):
    def net(self, p, k, j):
        value = super().net(p, k, j)
        return math.copysign(math.floor(abs(value) * 100 + 0.5) / 100, value)

"""Rarer slips, in a file of their own: for testing what was not made with these in mind."""

import math
from decimal import ROUND_HALF_UP

from wrong_copies import gentle, rounded
from wrong_slips import (
    HUB, SE, batches, branching, decays, entropy, has_loss, hidden_neurons, nets, plain_output, runs, slip,
    two_outputs, uses, weights,
)
from wrong_work import Work, derivative, sigmoid

TARIQ = HUB + "makeyourownneuralnetwork/makeyourownneuralnetwork"


def rare(group, sentence, source="", when=lambda n: True):
    return slip(group, sentence, source, when, of="rare")


# forward


@rare("formula", "The bias is added once for each input.")
class BiasForEachInput(Work):
    def bias(self, p, k, j):
        return super().bias(p, k, j) * len(self.w[k][j])


@rare("formula", "The bias counts twice in one net.")
class BiasTwiceOnce(Work):
    sites = staticmethod(nets)

    def bias(self, p, k, j):
        return super().bias(p, k, j) * (2 if self.hit(p, "net", k, j) else 1)


@rare("neighbour", "In one net the inputs meet the weights one place further.")
class WeightsShiftedOnce(Work):
    sites = staticmethod(lambda n: [s for s in nets(n) if len(n.w[s[1]][0]) > 1])

    def weight(self, p, k, j, i):
        row = self.w[k][j]
        return row[(i + 1) % len(row)] if self.hit(p, "net", k, j) else row[i]


@rare("neighbour", "One neuron takes its neighbour's bias.")
class NeighboursBiasOnce(Work):
    sites = staticmethod(lambda n: [s for s in nets(n) if len(n.b[s[1]]) > 1])

    def bias(self, p, k, j):
        return super().bias(p, k, (j + 1) % len(self.w[k]) if self.hit(p, "net", k, j) else j)


@rare("formula", "The net is divided by the number of inputs: a weighted mean.")
class MeanForNet(Work):
    def net(self, p, k, j):
        return sum(self.products(p, k, j)) / len(self.w[k][j]) + self.bias(p, k, j)


@rare("function", "sigmoid with 2 net in the exponent.", "", uses("sigmoid"))
class SteeperSigmoid(Work):
    def out(self, p, k, j):
        return sigmoid(2 * p.z[k][j]) if self.network.activations[k] == "sigmoid" else super().out(p, k, j)


@rare("function", "sinh for tanh: (e^z − e^−z) / 2, without the division by cosh.", "", uses("tanh"))
class SinhForTanh(Work):
    def out(self, p, k, j):
        return math.sinh(p.z[k][j]) if self.network.activations[k] == "tanh" else super().out(p, k, j)


@rare("function", "softmax of e^z − max z.", "https://deepnotes.io/softmax-crossentropy, as one copy of it has it",
      uses("softmax"))
class SoftmaxMaxOutside(Work):
    def out(self, p, k, j):
        if self.network.activations[k] != "softmax":
            return super().out(p, k, j)
        powers = [math.exp(z) - max(p.z[k]) for z in p.z[k]]
        return powers[j] / sum(powers)


@rare("function", "softmax with powers of 2.", "", uses("softmax"))
class SoftmaxWithTwo(Work):
    def out(self, p, k, j):
        if self.network.activations[k] != "softmax":
            return super().out(p, k, j)
        return 2 ** p.z[k][j] / sum(2**z for z in p.z[k])


@rare("function", "The absolute value for relu.", "", uses("relu"))
class AbsForRelu(Work):
    def out(self, p, k, j):
        return abs(p.z[k][j]) if self.network.activations[k] == "relu" else super().out(p, k, j)


@rare("function", "gelu's quick form: z · sigmoid(1.702 z).",
      "Hendrycks and Gimpel, Gaussian Error Linear Units", uses("gelu"))
class QuickGelu(Work):
    def out(self, p, k, j):
        z = p.z[k][j]
        return z * sigmoid(1.702 * z) if self.network.activations[k] == "gelu" else super().out(p, k, j)

    def fprime(self, p, k, j):
        if self.network.activations[k] != "gelu":
            return super().fprime(p, k, j)
        z = p.z[k][j]
        s = sigmoid(1.702 * z)
        return s + 1.702 * z * s * (1 - s)


# back


@rare("formula", "The derivative of the activation counts twice at the output.", "", plain_output)
class DerivativeTwiceAtTheOutput(Work):
    def fprime(self, p, k, j):
        f = super().fprime(p, k, j)
        return f * f if k == self.depth - 1 else f


@rare("neighbour", "The hidden layers take the derivative of the next layer's first neuron.", "",
      lambda n: len(n.w) > 1 and n.activations[-1] in ("sigmoid", "tanh"))
class NextLayersDerivative(Work):
    def fprime(self, p, k, j):
        if k == self.depth - 1:
            return super().fprime(p, k, j)
        f = self.network.activations[k + 1]
        return derivative(f, self.network.slope, p.z[k + 1][0], p.a[k + 2][0])


@rare("formula", "Each hidden neuron has only the path to the neuron of its own number.", "",
      lambda n: any(s > 1 for s in n.sizes[2:]))
class OnlyTheOwnPath(Work):
    def upstream(self, p, k, i):
        found = self.paths(p, k, i)
        return found[min(i, len(found) - 1)]


@rare("formula", "The paths back are averaged instead of added.", "", lambda n: any(s > 1 for s in n.sizes[2:]))
class PathsAveraged(Work):
    def upstream(self, p, k, i):
        return super().upstream(p, k, i) / len(self.w[k + 1])


@rare("formula", "Errors go back in proportion: each weight over the sum of the weights into its neuron.",
      TARIQ + ", the first picture of splitting errors", lambda n: len(n.w) > 1)
class ErrorsSplitInProportion(Work):
    def weight_back(self, p, k, j, i):
        return self.w[k][j][i] / sum(self.w[k][j])


@rare("formula", "The weight of one path back is forgotten.")
class PathsWeightForgottenOnce(Work):
    sites = staticmethod(hidden_neurons)

    def weight_back(self, p, k, j, i):
        hit = j == 0 and self.hit(p, "delta", k - 1, i)
        return 1.0 if hit else super().weight_back(p, k, j, i)


@rare("neighbour", "One path back takes the delta of the other neuron.")
class NeighbouringPathOnce(Work):
    sites = staticmethod(branching)

    def upstream(self, p, k, i):
        if not self.hit(p, "delta", k, i):
            return super().upstream(p, k, i)
        deltas = p.delta[k + 1]
        turned = [deltas[1], deltas[0], *deltas[2:]]
        return sum(d * self.weight_back(p, k + 1, j, i) for j, d in enumerate(turned))


@rare("neighbour", "The gradients of the output weights have the inputs instead of the hidden outputs.", "",
      lambda n: len(n.w) == 2 and n.sizes[0] >= n.sizes[1])
class InputsForHiddenOutputs(Work):
    def gradient_w(self, p, k, j, i):
        return p.delta[k][j] * p.x[i]


@rare("formula", "A gradient has its weight as one more factor.")
class WeightInTheGradient(Work):
    def gradient_w(self, p, k, j, i):
        return super().gradient_w(p, k, j, i) * self.w[k][j][i]


@rare("formula", "A bias's gradient is multiplied by the bias.", "", lambda n: not n.fixed)
class BiasInItsGradient(Work):
    def gradient_b(self, p, k, j):
        return super().gradient_b(p, k, j) * self.b[k][j if len(self.b[k]) > 1 else 0]


@rare("formula", "A bias's gradient is multiplied by the first source's output.")
class InputInTheBiasGradient(Work):
    def gradient_b(self, p, k, j):
        return super().gradient_b(p, k, j) * p.a[k][0]


# the error


@rare("formula", "The target is left out of the derivative: out for out − target.", "", has_loss("squared", "mse"))
class TargetLeftOut(Work):
    def slope(self, p, j):
        return super().slope(p, j) / (p.a[-1][j] - p.t[j]) * p.a[-1][j]


@rare("formula", "The derivative of (t − o)² has o as a factor: 2 (o − t) o.",
      TARIQ + "/issues/77", has_loss("squared"))
class OutInTheSlope(Work):
    def slope(self, p, j):
        return 2 * super().slope(p, j) * p.a[-1][j]


@rare("formula", "The shares of the error are multiplied, not added.", "", two_outputs)
class SharesMultiplied(Work):
    def error(self, p):
        return math.prod(self.share(p, j) for j in range(len(p.t)))


@rare("formula", "The root of the error: the distance, not its square.", "", has_loss("squared", "mse"))
class RootOfTheError(Work):
    def error(self, p):
        return math.sqrt(super().error(p))


@rare("formula", "The errors of the outputs are added before they are squared.", "",
      lambda n: n.loss in ("squared", "mse") and two_outputs(n))
class SquareOfTheSum(Work):
    def error(self, p):
        total = sum(p.t) - sum(p.a[-1])
        return total * total / (2 if self.network.loss == "squared" else len(p.t))


@rare("function", "log2 for ln in the error.", "", entropy)
class Log2ForLn(Work):
    def log(self, o):
        return math.log2(o)


@rare("formula", "Only the right class has a delta: 0 where the target is 0.", "", uses("softmax"))
class OnlyTheRightClass(Work):
    def last_delta(self, p, j):
        return p.t[j] * super().last_delta(p, j)


@rare("formula", "−t / o goes back as if softmax's derivative were 1.", SE + "35741", entropy)
class EntropySlopeAlone(Work):
    def last_delta(self, p, j):
        return self.slope(p, j)


@rare("formula", "The half squared error is given instead of the cross-entropy.",
      "", lambda n: n.loss == "cross_entropy")
class SquaredErrorOfClasses(Work):
    def share(self, p, j):
        return (p.t[j] - p.a[-1][j]) ** 2 / 2


# the update


@rare("optimizer", "The learning rate counts twice.", "", lambda n: n.optimizer != "adamw")
class RateTwice(Work):
    def __init__(self, *rest):
        super().__init__(*rest)
        self.rate *= self.rate


@rare("optimizer", "The old weight is dropped: w = −η · grad.", "", runs("sgd"))
class OldWeightDropped(Work):
    def sgd(self, key, p, g, memory):
        return -self.rate * g


@rare("optimizer", "The step is in proportion to the weight: w · (1 − η · grad).", "", runs("sgd"))
class StepTimesWeight(Work):
    def sgd(self, key, p, g, memory):
        return p * (1 - self.rate * g)


@rare("optimizer", "The update is made with the gradients of the update before.")
class StaleGradients(Work):
    def step(self, key, p, g):
        memory = self.memory.setdefault(("stale", key), {"g": g})
        old, memory["g"] = memory["g"], g
        return super().step(key, p, old)


@rare("optimizer", "Momentum's step is made with the velocity before: p − η v_old, then v.", "", runs("momentum"))
class OldVelocity(Work):
    def momentum(self, key, p, g, memory):
        old, memory["m"] = memory["m"], self.network.mu * memory["m"] + g
        return p - self.rate * old


@rare("optimizer", "μ multiplies the gradient as well: v = μ (v + g).", "", runs("momentum", "nesterov"))
class MuTimesAll(Work):
    def step(self, key, p, g):
        n, memory = self.network, self.memory.setdefault(key, {"m": 0.0})
        memory["m"] = n.mu * (memory["m"] + g)
        return p - self.rate * (memory["m"] if n.optimizer == "momentum" else g + n.mu * memory["m"])


@rare("optimizer", "Nesterov's second term with plus: p − η g + η μ v.",
      HUB + "PaddlePaddle/Paddle/pull/12231", runs("nesterov"))
class NesterovsPlus(Work):
    def nesterov(self, key, p, g, memory):
        memory["m"] = self.network.mu * memory["m"] + g
        return p - self.rate * g + self.network.mu * self.rate * memory["m"]


@rare("optimizer", "Nesterov's velocity is used before it is updated: g + μ v_old.", "", runs("nesterov"))
class NesterovsOldVelocity(Work):
    def nesterov(self, key, p, g, memory):
        old, memory["m"] = memory["m"], self.network.mu * memory["m"] + g
        return p - self.rate * (g + self.network.mu * old)


@rare("optimizer", "Adam counts its updates from 2.", "", runs("adam", "adamw"))
class AdamCountsFromTwo(Work):
    def adam(self, key, p, g, memory):
        self.n += 1
        new = super().adam(key, p, g, memory)
        self.n -= 1
        return new


@rare("optimizer", "Adam corrects only its first moment.", "", runs("adam", "adamw"))
class OnlyFirstMomentCorrected(Work):
    def adam(self, key, p, g, memory):
        b1, b2 = self.network.betas
        memory["m"] = b1 * memory["m"] + (1 - b1) * g
        memory["v"] = b2 * memory["v"] + (1 - b2) * g * g
        return p - self.rate * memory["m"] / (1 - b1**self.n) / (math.sqrt(memory["v"]) + self.network.eps)


@rare("optimizer", "Adam's root is left out: m̂ / (v̂ + ε).", "", runs("adam", "adamw"))
class AdamsRootLeftOut(Work):
    def adam(self, key, p, g, memory):
        b1, b2 = self.network.betas
        memory["m"] = b1 * memory["m"] + (1 - b1) * g
        memory["v"] = b2 * memory["v"] + (1 - b2) * g * g
        return p - self.rate * memory["m"] / (1 - b1**self.n) / (memory["v"] / (1 - b2**self.n) + self.network.eps)


@rare("optimizer", "RMSprop's α and 1 − α are swapped.", "", runs("rmsprop"))
class AlphaSwapped(Work):
    def given(self, n):
        n.alpha = 1 - n.alpha
        return n


@rare("optimizer", "Adagrad sums |g|, and takes no root.", "", runs("adagrad"))
class SumOfSizes(Work):
    def adagrad(self, key, p, g, memory):
        memory["v"] += abs(g)
        return p - self.rate * g / (memory["v"] + self.network.eps)


@rare("optimizer", "The step is made before the new square is added to the memory.", "", runs("adagrad", "rmsprop"))
class SquareAddedTooLate(Work):
    def step(self, key, p, g):
        n, memory = self.network, self.memory.setdefault(key, {"v": 0.0})
        new = p - self.rate * g / (math.sqrt(memory["v"]) + n.eps) if memory["v"] else p - self.rate * g
        memory["v"] = memory["v"] + g * g if n.optimizer == "adagrad" else n.alpha * memory["v"] + (1 - n.alpha) * g * g
        return new


@rare("optimizer", "The weight decay is divided by the size of the batch, or halved where there is one sample.",
      HUB + "anhquan0412/basic_model_scratch/issues/2", decays)
class DecayHalved(Work):
    def given(self, n):
        n.decay /= 2 if n.batch == 1 else n.batch
        return n


@rare("optimizer", "The decay is taken from the updated parameter: (1 − η λ) (p − η g).",
      "", lambda n: decays(n) and n.optimizer == "sgd")
class DecayAfterTheStep(Work):
    def decayed(self, key, p, g):
        return g

    def sgd(self, key, p, g, memory):
        return (1 - self.rate * self.network.decay) * (p - self.rate * g)


# batches


@rare("batch", "The mean over the batch divides by one sample less.", "", lambda n: n.batch > 2)
class OneSampleLess(Work):
    def mean(self, key, gradients):
        return sum(gradients) / max(1, len(gradients) - 1)


@rare("batch", "The mean over the batch is taken twice.", "", batches)
class MeanTwice(Work):
    def mean(self, key, gradients):
        return super().mean(key, gradients) / len(gradients)


@rare("batch", "The inputs and targets of the batch are averaged, and one pass is made with the means.", "", batches)
class InputsAveraged(Work):
    def update(self, rows):
        n, rows = self.network, list(rows)
        kept = n.x, n.t
        n.x = [[sum(n.x[r][i] for r in rows) / len(rows) for i in range(len(n.x[0]))]]
        n.t = [[sum(n.t[r][i] for r in rows) / len(rows) for i in range(len(n.t[0]))]]
        super().update([0])
        n.x, n.t = kept


@rare("batch", "All samples of the batch are given the first one's target.", "", batches)
class FirstTargetForAll(Work):
    def given(self, n):
        n.t = [list(n.t[0]) for _ in n.t]
        return n


# copying and rounding


@rare("copying", "Two weights of a neuron are swapped.", "", lambda n: any(s > 1 for s in n.sizes[:-1]))
class TwoWeightsSwapped(Work):
    sites = staticmethod(lambda n: [s for s in weights(n) if s[3] == 0 and len(n.w[s[1]][s[2]]) > 1])

    def given(self, n):
        row = n.w[self.site[1]][self.site[2]]
        row[0], row[1] = row[1], row[0]
        return n


@rare("copying", "A target's digits are swapped.", "", lambda n: n.targets in ("unit", "real"))
class TargetDigitsSwapped(Work):
    sites = staticmethod(lambda n: [("t", j) for j in range(n.sizes[-1]) if n.name != "classic"])

    def given(self, n):
        text = f"{n.t[0][self.site[1]]:.2f}"
        n.t[0][self.site[1]] = float(text[:2] + text[3] + text[2])
        return n


@rare("rounding", "Only the outputs are rounded, to 3 decimals.", "", gentle)
class OutputsRoundedTo3(Work):
    def out(self, p, k, j):
        return rounded(super().out(p, k, j), 3, ROUND_HALF_UP)


@rare("rounding", "The new weights are rounded to 3 decimals after each update.", "", gentle)
class WeightsRoundedTo3(Work):
    def step(self, key, p, g):
        return rounded(super().step(key, p, g), 3, ROUND_HALF_UP)


@rare("rounding", "Each derivative of an activation is rounded to 2 decimals.", "", gentle)
class DerivativesRoundedTo2(Work):
    def fprime(self, p, k, j):
        return rounded(super().fprime(p, k, j), 2, ROUND_HALF_UP)


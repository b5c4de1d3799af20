"""Slips in the update: the optimizer's rule, weight decay, batches."""

import math

from wrong_slips import HUB, MAZUR, batches, decays, runs, slip, weights
from wrong_work import Work


@slip("optimizer", "The learning rate is left out.", "", lambda n: n.optimizer != "adamw")
class RateLeftOut(Work):
    def __init__(self, *rest):
        super().__init__(*rest)
        self.rate = 1.0


@slip("optimizer", "The step is added instead of subtracted.",
      "https://makeyourownneuralnetwork.blogspot.com/2016/08/, Errata #3", lambda n: n.optimizer != "adamw")
class StepAdded(Work):
    def step(self, key, p, g):
        return 2 * p - super().step(key, p, g)


@slip("optimizer", "The learning rate is forgotten for one weight.", "", lambda n: n.optimizer != "adamw")
class RateForgottenOnce(Work):
    sites = staticmethod(weights)

    def step(self, key, p, g):
        kept = self.rate
        if key == self.site and self.n - 1 == self.at:
            self.rate = 1.0
        new = super().step(key, p, g)
        self.rate = kept
        return new


@slip("optimizer", "One weight's step is added instead of subtracted.", "", lambda n: n.optimizer != "adamw")
class StepAddedOnce(Work):
    sites = staticmethod(weights)

    def step(self, key, p, g):
        new = super().step(key, p, g)
        return 2 * p - new if key == self.site and self.n - 1 == self.at else new


@slip("optimizer", "The biases are never updated.", MAZUR, lambda n: not n.fixed)
class BiasesNotTrained(Work):
    def trained(self, key):
        return key[0] == "w"


@slip("optimizer", "The biases that are given as fixed are updated.",
      "https://www.baeldung.com/cs/deep-learning-bias-backpropagation", lambda n: n.fixed)
class FixedBiasesTrained(Work):
    def trained(self, key):
        return True


@slip("optimizer", "A shared bias gets the delta of the first neuron alone.", "", lambda n: "shared" in n.bias)
class SharedBiasFirstDelta(Work):
    def shared_gradient(self, p, k, deltas):
        return deltas[0]


@slip("optimizer", "A shared bias gets the mean of the deltas.", "", lambda n: "shared" in n.bias)
class SharedBiasMeanDelta(Work):
    def shared_gradient(self, p, k, deltas):
        return sum(deltas) / len(deltas)


@slip("optimizer", "One update too few.")
class UpdateTooFew(Work):
    more = -1


@slip("optimizer", "One update too many.")
class UpdateTooMany(Work):
    more = 1


@slip("optimizer", "Momentum's average: v = μ v + (1 − μ) g.", "https://vivek-s.com/Programming/Deep+Learning/Momentum",
      runs("momentum", "nesterov"))
class MomentumAverage(Work):
    def step(self, key, p, g):
        n, memory = self.network, self.memory.setdefault(key, {"m": 0.0})
        memory["m"] = n.mu * memory["m"] + (1 - n.mu) * g
        return p - self.rate * (memory["m"] if n.optimizer == "momentum" else g * (1 - n.mu) + n.mu * memory["m"])


@slip("optimizer", "Nesterov for plain momentum.", "", runs("momentum"))
class NesterovForMomentum(Work):
    def momentum(self, key, p, g, memory):
        return super().nesterov(key, p, g, memory)


@slip("optimizer", "Plain momentum for Nesterov.", "", runs("nesterov"))
class MomentumForNesterov(Work):
    def nesterov(self, key, p, g, memory):
        return super().momentum(key, p, g, memory)


@slip("optimizer", "The optimizer's memory is forgotten after each update.", "",
      runs("momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"))
class MemoryForgotten(Work):
    def step(self, key, p, g):
        self.memory.pop(key, None)
        return super().step(key, p, g)


@slip("optimizer", "Plain gradient descent for the optimizer.", "",
      runs("momentum", "nesterov", "adagrad", "rmsprop", "adam"))
class PlainDescent(Work):
    def step(self, key, p, g):
        return p - self.rate * g


@slip("optimizer", "Adam without bias correction.", HUB + "oxiglade/mlx-rs/issues/301", runs("adam", "adamw"))
class NoBiasCorrection(Work):
    def adam(self, key, p, g, memory):
        b1, b2 = self.network.betas
        memory["m"] = b1 * memory["m"] + (1 - b1) * g
        memory["v"] = b2 * memory["v"] + (1 - b2) * g * g
        return p - self.rate * memory["m"] / (math.sqrt(memory["v"]) + self.network.eps)


@slip("optimizer", "Adam's bias correction with β instead of βⁿ.", HUB + "eriklindernoren/ML-From-Scratch/issues/35",
      runs("adam", "adamw"))
class CorrectionToTheFirstPower(Work):
    def adam(self, key, p, g, memory):
        kept, self.n = self.n, 1
        new = super().adam(key, p, g, memory)
        self.n = kept
        return new


@slip("optimizer", "Adam's corrected moments are kept as its memory.",
      "Understand Adam optimizer intuitively, Stack Overflow, 2022", runs("adam", "adamw"))
class CorrectedMomentsKept(Work):
    def adam(self, key, p, g, memory):
        b1, b2 = self.network.betas
        memory["m"] = (b1 * memory["m"] + (1 - b1) * g) / (1 - b1**self.n)
        memory["v"] = (b2 * memory["v"] + (1 - b2) * g * g) / (1 - b2**self.n)
        return p - self.rate * memory["m"] / (math.sqrt(memory["v"]) + self.network.eps)


@slip("optimizer", "Adam's two betas are swapped.", "", runs("adam", "adamw"))
class BetasSwapped(Work):
    def given(self, n):
        n.betas = n.betas[::-1]
        return n


@slip("optimizer", "Adam without its first moment: the gradient itself over √v̂.", "", runs("adam", "adamw"))
class NoFirstMoment(Work):
    def adam(self, key, p, g, memory):
        b2 = self.network.betas[1]
        memory["v"] = b2 * memory["v"] + (1 - b2) * g * g
        return p - self.rate * g / (math.sqrt(memory["v"] / (1 - b2**self.n)) + self.network.eps)


@slip("optimizer", "ε inside the root: √(v + ε).",
      "https://community.deeplearning.ai/t/313152",
      runs("rmsprop", "adagrad"))
class EpsilonInsideTheRoot(Work):
    def step(self, key, p, g):
        n, memory = self.network, self.memory.setdefault(key, {"v": 0.0})
        if n.optimizer == "adagrad":
            memory["v"] += g * g
        else:
            memory["v"] = n.alpha * memory["v"] + (1 - n.alpha) * g * g
        return p - self.rate * g / math.sqrt(memory["v"] + n.eps)


@slip("optimizer", "The root is left out: g / (v + ε).", "", runs("rmsprop", "adagrad"))
class RootLeftOut(Work):
    def step(self, key, p, g):
        n, memory = self.network, self.memory.setdefault(key, {"v": 0.0})
        if n.optimizer == "adagrad":
            memory["v"] += g * g
        else:
            memory["v"] = n.alpha * memory["v"] + (1 - n.alpha) * g * g
        return p - self.rate * g / (memory["v"] + n.eps)


@slip("optimizer", "RMSprop with its usual 0.99 instead of the α that is given.", "", runs("rmsprop"))
class UsualAlpha(Work):
    def given(self, n):
        n.alpha = 0.99
        return n


@slip("optimizer", "RMSprop without 1 − α: s = α s + g².", "", runs("rmsprop"))
class OneMinusAlphaLeftOut(Work):
    def rmsprop(self, key, p, g, memory):
        memory["v"] = self.network.alpha * memory["v"] + g * g
        return p - self.rate * g / (math.sqrt(memory["v"]) + self.network.eps)


@slip("optimizer", "Adagrad for RMSprop: all squares are summed.", "", runs("rmsprop"))
class AdagradForRmsprop(Work):
    def rmsprop(self, key, p, g, memory):
        return super().adagrad(key, p, g, memory)


@slip("optimizer", "The usual momentum, 0.9, for the one that is given.", "", lambda n: n.optimizer == "momentum")
class UsualMu(Work):
    def given(self, n):
        n.mu = 0.9
        return n


# ---- weight decay ----


@slip("optimizer", "The weight decay is left out.", "", decays)
class DecayLeftOut(Work):
    def given(self, n):
        n.decay = 0.0
        return n


@slip("optimizer", "The weight decay is not multiplied by the learning rate.",
      "", lambda n: decays(n) and n.optimizer in ("sgd", "adamw"))
class DecayNotTimesRate(Work):
    def decayed(self, key, p, g):
        return g

    def step(self, key, p, g):
        n = self.network
        if n.optimizer == "adamw":
            return self.adam(key, p - n.decay * p, g, self.memory.setdefault(key, {"m": 0.0, "v": 0.0}))
        return p - self.rate * g - n.decay * p


@slip("optimizer", "The weight decay is doubled: 2 λ p, the derivative of λ p².", "", decays)
class DecayDoubled(Work):
    def given(self, n):
        n.decay *= 2
        return n


@slip("optimizer", "The biases are not decayed.", "https://cs231n.github.io/neural-networks-2/", decays)
class BiasesNotDecayed(Work):
    def decayed(self, key, p, g):
        return g if key[0] == "b" else super().decayed(key, p, g)

    def adamw(self, key, p, g, memory):
        return self.adam(key, p, g, memory) if key[0] == "b" else super().adamw(key, p, g, memory)


@slip("optimizer", "The weight decay has the wrong sign.", "", decays)
class DecaySignTurned(Work):
    def given(self, n):
        n.decay = -n.decay
        return n


@slip("optimizer", "AdamW for Adam: the decay beside the rule instead of in the gradient.",
      HUB + "anhquan0412/basic_model_scratch/issues/2", lambda n: decays(n) and n.optimizer == "adam")
class AdamwForAdam(Work):
    def given(self, n):
        n.optimizer = "adamw"
        return n


@slip("optimizer", "Adam for AdamW: the decay in the gradient.", "https://leopore.dev/lexicon/adamw", runs("adamw"))
class AdamForAdamw(Work):
    def given(self, n):
        n.optimizer = "adam"
        return n


@slip("optimizer", "The penalty ½ λ Σ p² is in the error.", "https://aiadda.online/lexicon/weight-decay", decays)
class PenaltyInTheError(Work):
    def error(self, p):
        keys = [key for k in range(self.depth) for key in self.keys(k)]
        return super().error(p) + self.network.decay / 2 * sum(self.get(key) ** 2 for key in keys)


# ---- batches ----


@slip("batch", "The sum over the batch for its mean in the gradient.",
      "https://stackoverflow.com/questions/24465389", batches)
class SumOfTheBatch(Work):
    def mean(self, key, gradients):
        return sum(gradients)


@slip("batch", "Only the first sample of the batch is used.", "", batches)
class FirstSampleOnly(Work):
    def mean(self, key, gradients):
        return gradients[0]


@slip("batch", "Only the last sample of the batch is used.", "", batches)
class LastSampleOnly(Work):
    def mean(self, key, gradients):
        return gradients[-1]


@slip("batch", "An update after each sample instead of one for the batch.", "",
      lambda n: batches(n) and n.optimizer == "sgd")
class SampleBySample(Work):
    def update(self, rows):
        before = self.n
        for row in rows:
            super().update([row])
            self.n = before
        self.n = before + 1


@slip("batch", "The loss is the sum over the samples.", "", lambda n: n.rows > 1)
class LossSummed(Work):
    def loss(self, passes):
        return super().loss(passes) * len(passes)


@slip("batch", "The sum over the batch for its mean, in the gradient and in the loss.", "", batches)
class SumInBoth(Work):
    def mean(self, key, gradients):
        return sum(gradients)

    def loss(self, passes):
        return super().loss(passes) * len(passes)


@slip("batch", "The loss is the error of the first sample.", "", lambda n: n.rows > 1)
class LossOfOneSample(Work):
    def loss(self, passes):
        return self.error(passes[0])


@slip("neighbour", "The second sample is taken for the first.", "", lambda n: n.rows > 1)
class SecondSampleForTheFirst(Work):
    current = 1


@slip("batch", "The biases' gradients are divided by the size of the batch twice.",
      HUB + "deeplearning4j/deeplearning4j/pull/366", batches)
class BiasMeanTwice(Work):
    def mean(self, key, gradients):
        return super().mean(key, gradients) / (len(gradients) if key[0] == "b" else 1)


@slip("batch", "The gradients are not set to 0 between updates: each adds to those before.",
      "https://ttsugriy.github.io/llm-first-principles/stages/stage-02/common-mistakes")
class GradientsPileUp(Work):
    def step(self, key, p, g):
        memory = self.memory.setdefault(("sum", key), {"g": 0.0})
        memory["g"] += g
        return super().step(key, p, memory["g"])


@slip("batch", "Always the first sample: the later ones are never shown.", "", lambda n: n.rows > 1 and n.batch == 1)
class AlwaysTheFirstSample(Work):
    def update(self, rows):
        super().update([0])

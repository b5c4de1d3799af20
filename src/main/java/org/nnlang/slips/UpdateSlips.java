package org.nnlang.slips;

import org.nnlang.network.Layer;
import org.nnlang.network.LearningRate;
import org.nnlang.network.Precision;
import org.nnlang.training.Plan;
import org.nnlang.training.Replay;

/** The slips in how updates are made, and in how many. */
final class UpdateSlips {
    private final SlipList list;
    private final Plan plan;

    UpdateSlips(SlipList list) {
        this.list = list;
        plan = list.calculation().now();
    }

    void order() {
        boolean can = plan.optimizer().isDescent()
                && list.network().depth() > 1
                && (plan.samples() == null || plan.batchSize() == 1)
                && plan.arithmetic().sequence() == null;
        String words = "the deltas use the next layer's updated weights, as with `order = sequential`";
        list.add(
                can,
                "updated-weights",
                words,
                s -> s.with(p -> p.with(p.arithmetic().inSequence())));
    }

    void samples() {
        boolean several = plan.samples() != null && plan.samples().size() > 1;
        list.add(
                several,
                "sum-of-samples",
                "the sum over the samples is used instead of the mean",
                s -> s.with(p -> p.with(p.arithmetic().summed())));
    }

    void decimals() {
        list.add(
                plan.arithmetic().rounds(),
                "not-rounded",
                "no number on the way is rounded, as with `round = off`",
                s -> s.with(p -> p.with(p.arithmetic().unrounded())));
        for (int n = 2; n <= 6; n++) {
            int decimals = n;
            boolean can =
                    plan.precision() == Precision.DOUBLE && plan.arithmetic().decimals() != n;
            if (can) {
                list.add(
                        "rounded",
                        Integer.toString(n),
                        "every number on the way is rounded to " + n + " decimals",
                        s -> s.with(p -> p.with(p.arithmetic().to(decimals))));
            }
        }
    }

    void sign() {
        list.add(
                true,
                "plus-in-update",
                "the update adds the gradient instead of subtracting it: w + η · gradient",
                s -> s.with(p -> p.at(new LearningRate.Varied(p.learningRate(), rate -> -rate))));
    }

    void rate() {
        LearningRate one = new LearningRate.Constant(1);
        boolean isOne = plan.learningRate().equals(one);
        list.add(!isOne, "rate-forgotten", "the learning rate is forgotten (η = 1)", s -> s.with(p -> p.at(one)));
        list.add(
                !isOne,
                "rate-twice",
                "the learning rate is used twice (η²)",
                s -> s.with(p -> p.at(new LearningRate.Varied(p.learningRate(), rate -> rate * rate))));
    }

    void weights() {
        list.addByLayer(
                "not-updated",
                "",
                "the weights are not updated, in",
                l -> !layer(l).weightsFixed() && list.network().depth() > 1,
                UpdateSlips::fixed);
    }

    private static Calculation fixed(Calculation calculation, int l) {
        return calculation.withLayer(
                l, old -> new Layer(old.neurons(), old.activation(), old.biasMode(), true, old.biasFixed()));
    }

    private Layer layer(int l) {
        return list.network().layer(l);
    }

    void steps() {
        Replay replay = list.calculation().replay();
        long updates = replay.updates();
        long step = replay.first() + updates;
        list.add(
                updates > 0,
                "step-before",
                "it is the number of one update earlier, at step " + (step - 1),
                s -> s.after(s.replay().first(updates - 1)));
        list.add(
                plan.samples() != null && list.network().flatLayer(1) < 0,
                "step-after",
                "it is the number of one update later, at step " + (step + 1),
                s -> s.after(s.replay().then(s.now())));
    }
}

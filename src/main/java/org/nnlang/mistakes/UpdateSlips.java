package org.nnlang.mistakes;

import org.nnlang.network.Course;
import org.nnlang.network.Layer;
import org.nnlang.network.Plan;

/** The slips in how updates are made, and in how many. */
final class UpdateSlips {
    private final SlipList list;
    private final Plan plan;

    UpdateSlips(SlipList list) {
        this.list = list;
        plan = list.setup().now();
    }

    void sign() {
        list.add(
                true,
                "plus-in-update",
                "the gradient is added in the update, not taken off: w + η · gradient",
                s -> s.with(p -> p.at(-p.learningRate())));
    }

    void rate() {
        double rate = plan.learningRate();
        list.add(rate != 1, "rate-forgotten", "the learning rate is forgotten (η = 1)", s -> s.with(p -> p.at(1)));
        list.add(
                rate != 1,
                "rate-twice",
                "the learning rate is used twice (η²)",
                s -> s.with(p -> p.at(p.learningRate() * p.learningRate())));
    }

    void weights() {
        list.addByLayer(
                true,
                "not-updated",
                "",
                "the weights are not updated, in",
                l -> !layer(l).weightsFixed() && list.network().depth() > 1,
                UpdateSlips::fixed);
    }

    private static Setup fixed(Setup setup, int l) {
        return setup.withLayer(
                l, old -> new Layer(old.neurons(), old.activation(), old.biasMode(), true, old.biasFixed()));
    }

    private Layer layer(int l) {
        return list.network().layer(l);
    }

    void steps() {
        Course course = list.setup().course();
        long updates = course.updates();
        list.add(
                updates > 0,
                "step-before",
                "it is the number of one update earlier, at step " + (updates - 1),
                s -> s.after(s.course().first(updates - 1)));
        list.add(
                plan.samples() != null,
                "step-after",
                "it is the number of one update later, at step " + (updates + 1),
                s -> s.after(s.course().then(s.now())));
    }
}

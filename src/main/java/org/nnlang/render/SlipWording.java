package org.nnlang.render;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nnlang.explain.Names;
import org.nnlang.network.Network;
import org.nnlang.slips.Answer;
import org.nnlang.slips.Description;
import org.nnlang.slips.Rewriting;
import org.nnlang.text.Digits;

/** Puts slips into words: a clause that says what happened, without its full stop. */
public final class SlipWording {
    private static final int DIGITS = 9;

    /** What wasn't there, or wasn't done: in any layer, not in all. */
    private static final Set<String> NOT_DONE = Set.of("no bias", "bias not trained", "weights not trained");

    private final Network network;
    private final int samples;
    private final long start;

    /** For the slips of an answer. */
    public SlipWording(Answer answer) {
        this(
                answer.calculation().network(),
                answer.samples(),
                answer.calculation().first());
    }

    /**
     * For slips in one network.
     *
     * @param samples how many samples an update is made of
     * @param start the step at which its training began
     */
    public SlipWording(Network network, int samples, long start) {
        this.network = network;
        this.samples = samples;
        this.start = start;
    }

    /** What happened, of two slips both. */
    public String text(Answer.Slip slip) {
        return slip.parts().stream().map(this::text).collect(Collectors.joining(", and "));
    }

    /** What happened. */
    public String text(Answer.Part part) {
        return text(part.description(), part.rewritings());
    }

    /** What happened; {@code rewritings} say in which lines, if it is about lines. */
    public String text(Description description, List<Rewriting> rewritings) {
        return switch (description) {
            case Description.InLine in -> inLine(in, rewritings);
            case Description.InScript in -> inScript(in) + where(in);
            case Description.OfGiven of -> given(of);
            case Description.OnTheWay of -> onTheWay(of);
            case Description.OfQuantity of -> "it is the number of " + new Names(network).syntax(of.quantity());
        };
    }

    private String inLine(Description.InLine in, List<Rewriting> rewritings) {
        Rewriting rewriting = rewritings.getFirst();
        LineWording words = new LineWording(in, rewriting, network, samples);
        if (rewritings.size() == 1) {
            return words.text() + when(rewriting.at());
        }
        return in.operation().startsWith("neighbour ")
                ? words.text()
                        + rewritings.stream()
                                .map(r -> r.pattern().family())
                                .distinct()
                                .skip(1)
                                .map(family -> ", and in " + LineNames.family(family))
                                .collect(Collectors.joining())
                : words.text() + ", and the same in its derivative";
    }

    private String when(long at) {
        return at == Rewriting.ALWAYS
                ? ""
                : at == Rewriting.READING ? ", only after the last update" : ", only in update " + (start + at + 1);
    }

    private static String inScript(Description.InScript in) {
        String other = in.other();
        return switch (in.operation()) {
            case "other activation" -> other + " was used as the activation, and its derivative going back,";
            case "other loss" -> other + " was used as the loss";
            case "other optimizer" ->
                other.equals("sgd") ? "the updates were plain gradient descent" : "the updates were " + other + "'s";
            case "gradients pile up" -> "the gradients were not set to 0 before each update, so that they added up";
            case "no shaping" ->
                switch (other) {
                    case "clip" -> "the gradient was not clipped";
                    case "decay" -> "the absolute decay was left out";
                    default -> "the gradient was not clipped, and the absolute decay was left out";
                };
            case "decay of biases" -> "the biases decayed, too";
            case "no decay of biases" -> "the biases did not decay";
            case "bias trained" -> "the fixed bias was trained";
            case "bias not trained" -> "the bias was not trained";
            case "bias of each neuron" -> "each neuron trained its own bias instead of the shared one";
            case "shared bias" -> "all neurons shared one bias";
            case "no bias" -> "there was no bias";
            case "by columns" -> "the weights were filled in by columns";
            case "neurons reversed" -> "the rows of the weights were taken in reverse order";
            case "weights not trained" -> "the weights were not trained";
            case "first sample only" -> "only the first sample was used";
            case "samples averaged" ->
                "the inputs and the targets of the batch were averaged, and one pass made with the means";
            case "last sample only" -> "only the last sample was used";
            case "one by one" -> "an update was made after each sample instead of after the batch";
            case "other sample" -> "sample " + other + " was used instead of the current one";
            case "other sample first" -> "sample " + other + " was used instead of the current one, in training too";
            case "an update too few" -> "one update too few was made";
            case "an update too many" -> "one update too many was made";
            default -> throw new IllegalArgumentException("no words for " + in.operation());
        };
    }

    private String where(Description.InScript in) {
        List<Integer> layers = in.layers();
        if (layers.isEmpty()) {
            return "";
        }
        boolean hidden = layers.size() == network.depth() - 1 && layers.getLast() < network.depth();
        if (layers.size() == 1) {
            return " in layer " + network.neurons(layers.getFirst()).layer();
        }
        String what = hidden ? "hidden layer" : "layer";
        return NOT_DONE.contains(in.operation()) ? " in any " + what : " in all " + what + "s";
    }

    private static String given(Description.OfGiven of) {
        String name = of.names().getFirst();
        if (of.names().size() > 1) {
            return name + " and " + of.names().getLast() + " were swapped";
        }
        return Double.isNaN(of.right())
                ? name + " of all samples was multiplied by " + number(of.wrong())
                : name + " was taken as " + number(of.wrong()) + " instead of " + number(of.right());
    }

    private static String onTheWay(Description.OnTheWay of) {
        return switch (of.operation()) {
            case "rounded" -> "every number on the way was rounded to " + decimals(of);
            case "cut off" -> "every number on the way was cut off after " + decimals(of);
            case "not rounded" -> "no number on the way was rounded, as with `round = off`";
            default ->
                LineNames.each(of.operation().substring(8)) + " was rounded to " + decimals(of) + ", and nothing else";
        };
    }

    private static String decimals(Description.OnTheWay of) {
        return of.decimals() + (of.decimals() == 1 ? " decimal" : " decimals");
    }

    private static String number(double value) {
        return Digits.format(value, DIGITS).replace('-', '−');
    }
}

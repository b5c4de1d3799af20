package org.nnlang.render;

import java.util.List;
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
            case Description.InScript in -> inScript(in) + where(in.layers());
            case Description.OfGiven of -> given(of);
            case Description.OnTheWay of -> onTheWay(of);
            case Description.OfQuantity of ->
                "it is the number of another quantity, " + new Names(network).syntax(of.quantity());
        };
    }

    private String inLine(Description.InLine in, List<Rewriting> rewritings) {
        Rewriting rewriting = rewritings.getFirst();
        String text = new LineWording(in, rewriting, network, samples).text();
        boolean linked = rewritings.size() == 2
                && rewritings.getFirst().pattern().operation().equals(in.operation());
        if (!linked) {
            return text + when(rewriting.at());
        }
        return text + (in.operation().startsWith("neighbour ") ? ", and in the gradients" : ", and in its derivative");
    }

    private String when(long at) {
        return at == Rewriting.ALWAYS
                ? ""
                : at == Rewriting.READING ? ", only after the last update" : ", only in update " + (start + at + 1);
    }

    private static String inScript(Description.InScript in) {
        String other = in.other();
        return switch (in.operation()) {
            case "other activation" -> "the activation was " + other + ", also in its derivative,";
            case "other loss" -> "the loss was " + other;
            case "other optimizer" -> "the updates were " + other + "'s";
            case "gradients pile up" -> "the gradients were not set to 0 before each update, so that they added up";
            case "no shaping" -> "the gradient was not clipped, nor any decay set apart";
            case "decay of biases" -> "the biases decayed, too";
            case "no decay of biases" -> "the biases did not decay";
            case "bias trained" -> "the bias was trained, though it is fixed,";
            case "bias not trained" -> "the bias was not trained";
            case "bias of each neuron" -> "each neuron's bias was trained on its own";
            case "shared bias" -> "the neurons shared one bias";
            case "no bias" -> "there was no bias";
            case "by columns" -> "the weights were filled in by columns";
            case "neurons reversed" -> "the neurons' weights were taken in reverse order";
            case "weights not trained" -> "the weights were not trained";
            case "first sample only" -> "only the first sample was used";
            case "last sample only" -> "only the last sample was used";
            case "one by one" -> "an update was made after each sample instead of after the batch";
            case "other sample" -> "sample " + other + " was taken for the current one";
            case "other sample first" -> "sample " + other + " was taken for the current one, in training too";
            case "an update too few" -> "one update too few was made";
            case "an update too many" -> "one update too many was made";
            default -> throw new IllegalArgumentException("no words for " + in.operation());
        };
    }

    private String where(List<Integer> layers) {
        if (layers.isEmpty()) {
            return "";
        }
        boolean hidden = layers.size() == network.depth() - 1 && layers.getLast() < network.depth();
        return layers.size() > 1
                ? hidden ? " in all hidden layers" : " in all layers"
                : " in layer " + network.neurons(layers.getFirst()).layer();
    }

    private static String given(Description.OfGiven of) {
        String name = of.names().getFirst();
        if (of.names().size() > 1) {
            return name + " and " + of.names().getLast() + " were swapped";
        }
        return Double.isNaN(of.right())
                ? name + " of all samples was taken times " + number(of.wrong())
                : name + " was taken as " + number(of.wrong()) + " instead of " + number(of.right());
    }

    private static String onTheWay(Description.OnTheWay of) {
        return switch (of.operation()) {
            case "rounded" -> "every number on the way was rounded to " + of.decimals() + " decimals";
            case "cut off" -> "every number on the way was cut off after " + of.decimals() + " decimals";
            default -> "no number on the way was rounded, as with `round = off`";
        };
    }

    private static String number(double value) {
        return Digits.format(value, DIGITS).replace('-', '−');
    }
}

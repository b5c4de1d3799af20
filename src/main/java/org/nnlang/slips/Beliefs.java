package org.nnlang.slips;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The wrong rules that are known from teaching, and what a slip must look like to be one of them. */
public final class Beliefs {
    /** Stands for any line, or any piece. */
    private static final String ANY = "*";

    private static final List<Belief> TABLE = new ArrayList<>();

    /**
     * What is done where.
     *
     * @param operation what {@link Description#operation} begins with
     * @param family the line's family or kind
     * @param piece the role of what is there; with an asterisk at the end, how it begins; empty for the whole line
     */
    private record Mark(String operation, String family, String piece) {
        boolean fits(Description description) {
            if (!(description instanceof Description.InLine in)) {
                return family.equals(ANY) && description.operation().equals(operation);
            }
            return (like(family, in.line().family()) || like(family, in.line().kind()))
                    && (piece.equals(ANY)
                            || piece.isEmpty() == isWhole(in)
                                    && (piece.isEmpty() || like(piece, Entries.role(in.piece()))));
        }

        private static boolean isWhole(Description.InLine in) {
            return in.piece() == null || in.piece().equals(in.line().formula());
        }

        private static boolean like(String pattern, String text) {
            return pattern.endsWith(ANY)
                    ? text.startsWith(pattern.substring(0, pattern.length() - 1))
                    : pattern.equals(text);
        }
    }

    /** One of a belief's marks; {@code order} is its place among all. */
    private record Marked(Mark mark, Belief belief, int order) {}

    /** The marks by their operations. */
    private static final Map<String, List<Marked>> EXACT = new HashMap<>();

    /** The marks that only say how an operation begins. */
    private static final List<Marked> BEGINNINGS = new ArrayList<>();

    private Beliefs() {}

    /** All, in the order of working. */
    public static List<Belief> all() {
        return List.copyOf(TABLE);
    }

    /** The belief behind a slip, or null. */
    static Belief of(Description description) {
        Marked exact = first(EXACT.getOrDefault(description.operation(), List.of()), description);
        Marked other = first(BEGINNINGS, description);
        boolean before = exact != null && (other == null || exact.order < other.order);
        return before ? exact.belief : other == null ? null : other.belief;
    }

    private static Marked first(List<Marked> all, Description description) {
        for (Marked marked : all) {
            if (Mark.like(marked.mark.operation, description.operation()) && marked.mark.fits(description)) {
                return marked;
            }
        }
        return null;
    }

    private static void entry(String id, String name, String why, Mark... marks) {
        Belief belief = new Belief(id, name, why);
        TABLE.add(belief);
        for (Mark mark : marks) {
            boolean beginning = mark.operation.endsWith(ANY);
            (beginning ? BEGINNINGS : EXACT.computeIfAbsent(mark.operation, _ -> new ArrayList<>()))
                    .add(new Marked(mark, belief, TABLE.size()));
        }
    }

    private static Mark at(String operation, String family, String piece) {
        return new Mark(operation, family, piece);
    }

    /** A slip that isn't about a line. */
    private static Mark apart(String operation) {
        return new Mark(operation, ANY, ANY);
    }

    static {
        forward();
        error();
        backward();
        batch();
        update();
        optimizers();
        copying();
    }

    private static void forward() {
        entry(
                "bias-left-out",
                "the bias is left out",
                "The bias is not drawn in many pictures of networks. It is a weight from a source that is always 1:"
                        + " net = Σ w · source + b.",
                at("drop", "net", "b"),
                apart("no bias"));
        entry(
                "by-columns",
                "row taken for column",
                "A matrix is read by rows, or by columns, and books differ. In nn each row of weights belongs to one"
                        + " neuron, with one weight for each source.",
                at("neighbour transposed", "net", ANY),
                at("neighbour transposed", "error back", ANY),
                at("neighbour transposed", "∂*", ANY),
                apart("by columns"),
                apart("neurons reversed"));
        entry(
                "net-for-out",
                "net used instead of out",
                "Both belong to the same neuron. What a neuron passes on, and what its weights' gradients are multiplied"
                        + " by, is out, after the activation.",
                at("neighbour net for out", "net", ANY),
                at("neighbour net for out", "gradient*", ANY),
                at("neighbour net for out", "error*", ANY),
                at("neighbour net for out", "∂*", ANY),
                at("activation linear", "out", ""));
        entry(
                "softmax-without-exp",
                "softmax without its powers of e",
                "Dividing the nets by their sum makes shares, too, but softmax divides powers of e: e^net / Σ e^net.",
                at("function", "out", "exp(net)"));
        entry(
                "softmax-without-sum",
                "softmax without its division",
                "A softmax output is a share of the whole: each e^net is divided by the sum of all of them.",
                at("without division", "out", ANY),
                at("softmax twice", "out", ANY));
        entry(
                "other-activation",
                "another activation",
                "Sigmoid, tanh and relu look alike in code. The layer's own activation belongs in the forward pass, and"
                        + " the derivative of the same function in the backward pass.",
                at("activation *", "out", ANY),
                at("e^net", "out", ANY),
                apart("other activation"));
        entry(
                "degrees",
                "degrees for radians",
                "A calculator may be set to degrees. The derivatives of sin, cos and tan hold for radians only.",
                at("degrees", ANY, ANY));
    }

    private static void error() {
        entry(
                "factor-2",
                "the ½ is left out",
                "Some books define the squared error without ½. With it, the 2 of the derivative cancels: error ="
                        + " ½ · (target − out)², its derivative out − target.",
                at("drop", "error", "0.5"),
                at("times 2", "error", ""),
                at("times 2", "error slope", ""),
                at("times 2", "delta of output", ""),
                at("twice", "error slope", ANY));
        entry(
                "factor-half",
                "a ½ too many",
                "Some books define the error with ½, others without. The loss that the script names says which; the"
                        + " factor must agree with the derivative.",
                at("times ½", "error", ""),
                at("times ½", "error slope", ""),
                at("times ½", "delta of output", ""));
        entry(
                "not-squared",
                "the error is not squared",
                "The difference alone can cancel another one. The squared error squares each first: (target − out)².",
                at("power", "error", ANY),
                at("absolute", "error", ANY));
        entry(
                "log10",
                "log10 or log2 for ln",
                "The key `log` of a calculator means base 10, log of many programs base e. Entropies use the natural"
                        + " logarithm, ln.",
                at("log10", ANY, ANY),
                at("log2", ANY, ANY),
                at("times 1/ln*", ANY, ANY));
        entry(
                "minus-left-out",
                "the minus of the entropy is left out",
                "Logarithms of outputs are negative. The minus sign makes the error positive: error = −Σ target · ln(out).",
                at("sign", "error", ""));
        entry(
                "mean-of-outputs",
                "the mean over the outputs instead of the sum",
                "Some books divide by the number of outputs. `squared` adds the outputs' shares up; `mse` divides.",
                at("times 1/n", "error", ANY),
                at("times 1/n", "error slope", ANY),
                at("times 1/n", "total", ANY),
                at("times 1/n", "delta of output", ANY));
        entry(
                "sum-of-outputs",
                "the sum over the outputs instead of the mean",
                "`mse` is a mean: the sum is divided by the number of outputs, and so is its derivative.",
                at("times n", "error", ANY),
                at("times n", "error slope", ANY),
                at("times n", "delta of output", ANY),
                at("drop", "error", "n"),
                at("drop", "error slope", "n"));
        entry(
                "other-loss",
                "another loss",
                "Books use different losses for the same network. The one that the script names counts, and its derivative.",
                apart("other loss"));
        entry(
                "target-for-output",
                "target and output taken for each other",
                "The target comes from the sample, the output from the network; the error compares the two.",
                at("neighbour target for output", ANY, ANY),
                at("neighbour output for target", ANY, ANY));
    }

    private static void backward() {
        entry(
                "target-minus-output",
                "target − output instead of output − target",
                "The derivative of (target − out)² by out has a minus from inside the bracket: going back starts with"
                        + " out − target.",
                at("sign", "error slope", ""),
                at("sign", "delta of output", ""),
                at("sign", "delta of output", "∂E/∂out"));
        entry(
                "error-for-derivative",
                "the error goes back instead of its derivative",
                "What goes back is how fast the error changes, not how large it is: ∂error/∂out, for the squared error"
                        + " out − target.",
                at("neighbour error for ∂error/∂out", ANY, ANY),
                at("error for delta", "delta of output", ""));
        entry(
                "derivative-missing",
                "the activation's derivative is left out",
                "The error goes back through the activation, too: delta = ∂error/∂out · f′(net). Only after an entropy"
                        + " does f′ cancel, and only in the output layer.",
                at("drop", "delta*", "slope"),
                at("drop", "∂*", "slope"));
        entry(
                "derivative-extra",
                "f′ once more",
                "After a cross-entropy, f′ has cancelled already: delta = out − target. Elsewhere it comes once in each delta.",
                at("times slope", "delta*", ANY),
                at("twice", "delta*", "slope"),
                at("twice", "∂*", "slope"));
        entry(
                "derivative-half",
                "half of the derivative",
                "The derivative of the sigmoid is a product, out · (1 − out), that of tanh 1 − out²: both parts are needed.",
                at("drop", "slope", ANY),
                at("1 minus", "slope", ANY),
                at("1 plus", "slope", ANY),
                at("power", "slope", ANY));
        entry(
                "derivative-at-net",
                "the derivative at net",
                "A formula in out needs out: σ′ = out · (1 − out), where out = σ(net). With net in its place it is"
                        + " another function.",
                at("neighbour net for out", "slope", ANY),
                at("net for slope", "slope", ANY));
        entry(
                "derivative-at-out",
                "the derivative at out",
                "f′ is taken at net. A formula in out, like out · (1 − out), has the activation in it already, which"
                        + " must not be applied again.",
                at("slope at out", "slope", ANY),
                at("neighbour out for net", "slope", ANY),
                at("out for slope", "slope", ANY));
        entry(
                "derivative-of",
                "another activation's derivative",
                "out · (1 − out) is so familiar that it is used everywhere, but it belongs to the sigmoid: each"
                        + " activation has its own derivative.",
                at("slope of *", "slope", ""),
                at("neighbour slope of *", "delta*", ANY));
        entry(
                "updated-weights",
                "weights that are already updated",
                "If you update a layer's weights at once, you go back through the new ones. All deltas of an update use the"
                        + " weights of the forward pass; `order = sequential` does it the other way.",
                at("neighbour new for old *", "error back", ANY),
                at("neighbour new for old *", "∂*", ANY));
        entry(
                "one-path",
                "not all paths back",
                "A hidden neuron acts on every neuron of the next layer: ∂error/∂out = Σ delta · w, with one term for"
                        + " each of them.",
                at("drop", "error back", "(·delta·w)"),
                at("only", "error back", ANY),
                at("drop", "∂*", "(·∂*"),
                at("only", "∂*", ANY));
        entry(
                "weight-left-out-back",
                "going back without the weight",
                "The error comes back along a weight, as it went forward: each delta of the next layer is multiplied by"
                        + " the weight between.",
                at("drop", "error back", "w"),
                at("drop", "∂*", "w"));
        entry(
                "input-left-out",
                "the source is left out of the gradient",
                "delta is the gradient of the net, and of the bias. A weight is multiplied by its source, and so is its"
                        + " gradient: ∂error/∂w = delta · source.",
                at("drop", "gradient*", "out"),
                at("drop", "∂error/∂w", "out"),
                at("drop", "∂out/∂w", "out"),
                at("neighbour delta for gradient", ANY, ANY),
                at("neighbour delta for gradient*", "g", ANY));
        entry(
                "by-for-derivative",
                "what is derived by instead of the derivative",
                "A net is a sum of products w · source. Its derivative by w is the source, its derivative by the source w.",
                at("by for derivative", "∂*", ""));
        entry(
                "whole-error",
                "the whole error instead of one output's",
                "error(y1) is the share of one output. A weight into another output doesn't change it, and the derivatives"
                        + " of all shares add up to that of the error.",
                at("whole error", "∂error/∂*", ""));
        entry(
                "error-for-delta",
                "∂error/∂out instead of delta",
                "delta is ∂error/∂net: ∂error/∂out, once more multiplied by f′(net).",
                at("neighbour ∂error/∂out for delta", ANY, ANY));
    }

    private static void batch() {
        entry(
                "sum-of-samples",
                "the sum over the samples instead of the mean",
                "Adding up is what many programs do. nn's gradient of a batch, and its loss, is the mean: the sum"
                        + " divided by the number of samples.",
                at("drop", "mean*", "n"),
                at("drop", "loss", "n"));
        entry(
                "mean-twice",
                "divided by the number of samples twice",
                "The mean divides by the number of samples once, not in each sample's delta and again in the sum.",
                at("times 1/samples", ANY, ANY));
        entry(
                "one-sample",
                "one sample instead of the batch",
                "The update of a batch uses the mean gradient of all its samples, not that of the first or the last.",
                at("only", "mean*", ANY),
                at("only", "loss", ANY),
                apart("first sample only"),
                apart("last sample only"));
        entry(
                "one-by-one",
                "an update after each sample",
                "Without `batch` nn updates after each sample. With it, all samples of a batch use the same weights, and"
                        + " one update follows.",
                apart("one by one"));
    }

    private static void update() {
        entry(
                "plus-in-update",
                "the gradient is added",
                "The gradient points uphill. To make the error smaller the update subtracts it: w − η · gradient.",
                at("sign", "step*", "(·η*"),
                at("sign", "step*", "η"),
                at("sign", "step*", "grad"),
                at("sign", "step*", "mean"),
                at("sign", "step*", "line*"),
                at("sign", "step*", "memory"),
                at("sign", "gradient*", ""));
        entry(
                "rate-forgotten",
                "η is forgotten",
                "The whole gradient is too long a step. The update takes a part of it: w − η · gradient.",
                at("drop", "step*", "η"));
        entry(
                "gradient-or-value",
                "the gradient and the new value taken for each other",
                "The gradient says how fast the error grows with the parameter. The update makes the new value of it:"
                        + " w − η · gradient.",
                at("new value for gradient", "gradient*", ""),
                at("parameter minus gradient", "gradient*", ""),
                at("gradient for new value", "step*", ""));
        entry(
                "rate-twice",
                "η twice",
                "The learning rate comes once: not in the gradient and again in the update.",
                at("twice", "step*", "η"),
                at("times η", "step*", ANY),
                at("times η", "gradient*", ANY),
                at("times η", "mean*", ANY));
        entry(
                "bias-fixed",
                "the biases are not trained",
                "Biases are parameters, too. They are updated like weights, with delta as their gradient, unless the"
                        + " script says `fixed`.",
                apart("bias not trained"));
        entry(
                "bias-trained",
                "a fixed bias is trained",
                "Many pages leave the biases alone, and here the script does: `fixed` means that training doesn't change them.",
                apart("bias trained"));
        entry(
                "bias-separate",
                "a shared bias is trained for each neuron",
                "A shared bias is one number. Its gradient is the sum of the deltas of all neurons that share it.",
                apart("bias of each neuron"),
                at("drop", "gradient of shared", ANY),
                at("only", "gradient of shared", ANY));
        entry(
                "bias-shared",
                "one bias for the whole layer",
                "In most networks each neuron has its own bias, which has the neuron's delta as its gradient.",
                apart("shared bias"));
        entry(
                "not-updated",
                "a layer's weights are not updated",
                "All layers learn in one update: the hidden weights, too.",
                apart("weights not trained"),
                at("drop", "step*", "(·η*"));
        entry(
                "step-before",
                "one update too few",
                "Step 0 is before the first update. After n updates the step is n.",
                apart("an update too few"));
        entry(
                "step-after",
                "one update too many",
                "A forward pass uses the parameters as they are; the update comes after it.",
                apart("an update too many"));
    }

    private static void optimizers() {
        entry(
                "damped",
                "(1 − μ) times the gradient",
                "A running mean multiplies what is new by 1 − β. Momentum doesn't: v = μ · v + gradient.",
                at("times 1 − μ", ANY, ANY),
                at("drop", "memory", "(+1−β*"),
                at("drop", "memory", "(+1−α*"));
        entry(
                "rate-in-velocity",
                "η inside the velocity",
                "Some books write v = μ · v − η · gradient. nn multiplies by η in the update; the two part when η changes.",
                at("times η", "memory", ANY));
        entry(
                "memory-forgotten",
                "the memory is forgotten",
                "An optimizer with memory goes on from its last value; only before the first update is it 0.",
                at("drop", "memory", "old*"),
                at("drop", "memory", "(·*old*"));
        entry(
                "no-correction",
                "no bias correction",
                "Adam's means start from 0 and are too small at first: m̂ = m / (1 − β₁ⁿ), v̂ = v / (1 − β₂ⁿ).",
                at("drop", "correction", "(+1*"),
                at("neighbour not corrected", ANY, ANY));
        entry(
                "correction-not-powered",
                "bias correction without its power",
                "The correction fades: the n-th update divides by 1 − βⁿ, not by 1 − β.",
                at("power", "correction", ANY));
        entry(
                "corrected-kept",
                "the corrected mean is remembered",
                "m̂ and v̂ are used in the update only. What goes on to the next update is m and v, uncorrected.",
                at("neighbour corrected memory kept", ANY, ANY));
        entry(
                "epsilon-inside",
                "ε inside the root",
                "ε guards against a division by 0. Adam adds it after the root: √v̂ + ε.",
                at("inside the root", ANY, ANY));
        entry(
                "root-left-out",
                "the root is left out",
                "The memory holds squares; the root brings it back to the size of a gradient.",
                at("root", "step*", ANY),
                at("square for root", "step*", ANY));
        entry(
                "gradient-not-squared",
                "the gradient is not squared",
                "The second memory is a mean of squares, so that it is never negative: v = β₂ · v + (1 − β₂) · g².",
                at("power", "memory", ANY),
                at("absolute", "memory", ANY));
        entry(
                "decay-left-out",
                "the weight decay is left out",
                "With a decay of λ, λ · w joins the gradient, or pulls the weight towards 0 in the update, as the"
                        + " optimizer says.",
                at("drop", ANY, "(·λ*"),
                at("drop", ANY, "(·η·λ*"),
                apart("no shaping"));
        entry(
                "decay-of-biases",
                "which parameters decay",
                "Some programs let biases decay, others only weights. The script's `decay` says which.",
                apart("decay of biases"),
                apart("no decay of biases"));
        entry(
                "other-optimizer",
                "another optimizer's update",
                "Optimizers of one family differ in one line: AdamW's decay stays out of the gradient, Nesterov's"
                        + " momentum looks ahead, plain descent remembers nothing.",
                apart("other optimizer"));
    }

    private static void copying() {
        entry(
                "rounded",
                "rounding on the way",
                "If you round each line, you go on with the rounded number. Keep two digits more than the answer needs,"
                        + " or let nn round like you: `round = 4`.",
                apart("rounded"),
                apart("cut off"));
        entry(
                "miscopied",
                "a given number copied wrongly",
                "A point moved, two digits swapped, one digit wrong: compare the given numbers first.",
                apart("point"),
                apart("sign of given"),
                apart("zero"),
                apart("digits swapped"),
                apart("wrong digit"),
                apart("usual constant"),
                apart("1 minus given"),
                apart("halved"),
                apart("doubled"),
                apart("over samples"),
                apart("inputs swapped"),
                apart("targets swapped"),
                apart("settings swapped"),
                apart("weights swapped"),
                apart("biases swapped"));
    }
}

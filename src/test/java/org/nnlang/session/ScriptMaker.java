package org.nnlang.session;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes scripts of statements that look right; most are, some ask for what is not there. */
public final class ScriptMaker {
    private static final List<String> ACTIVATIONS = List.of(
            "linear",
            "sigmoid",
            "tanh",
            "relu",
            "leaky_relu(0.1)",
            "elu",
            "gelu",
            "silu",
            "softplus",
            "softmax",
            "step",
            "mish",
            "kinked",
            "rooted",
            "stepped",
            "scaled");
    private static final List<String> LOSSES = List.of(
            "squared", "mse", "absolute", "huber(0.5)", "cross_entropy", "binary_cross_entropy", "quartic", "logs");
    private static final List<String> OPTIMIZERS = List.of(
            "sgd",
            "momentum",
            "nesterov(0.5)",
            "adagrad",
            "rmsprop",
            "adam",
            "adam(beta1: 0.5)",
            "adamw(0.1)",
            "momentum(dampening: 0.5)",
            "momentum(classic: on)",
            "adam(eps: 0.1, eps_inside: on)");
    private static final List<String> INITIALIZERS =
            List.of("xavier", "he", "xavier_normal", "he_normal", "zeros", "ones", "uniform(-1, 1)", "normal(0, 0.5)");

    /** Some are out of their domain for some nets, and one is flat. */
    private static final String DEFINITIONS = """
            let slope = 0.1
            activation mish(z) = z * tanh(ln(1 + exp(z)))
            activation kinked(x) = if(x > 0 and x < 1, max(x, 0.5), slope * abs(x))
            activation rooted(z) = sqrt(z) / ln(z)
            activation stepped(z) = if(z > 0, 1, 0)
            activation scaled(z) = mish(2 * z) - kinked(z) ^ 2
            loss quartic(t, o) = (t - o) ^ 4
            loss logs(t, o) = ln(t - o) ^ 2
            """;

    private final SplittableRandom random;
    private final List<String> layers = new ArrayList<>(List.of("x"));
    private final List<Integer> sizes = new ArrayList<>();
    private List<String> activations = ACTIVATIONS;
    private List<String> losses = LOSSES;
    private int lets;
    private int depth;

    public ScriptMaker(long seed) {
        random = new SplittableRandom(seed);
    }

    public String script() {
        sizes.add(1 + random.nextInt(3));
        boolean own = chance(3); // to find derivatives takes most of the time
        if (!own) {
            activations = ACTIVATIONS.subList(0, ACTIVATIONS.indexOf("mish"));
            losses = LOSSES.subList(0, LOSSES.indexOf("quartic"));
        }
        StringBuilder script =
                new StringBuilder((own ? DEFINITIONS : "let slope = 0.1\n") + "input x[" + sizes.getFirst() + "]\n");
        int layerCount = 1 + random.nextInt(3);
        for (int l = 1; l <= layerCount; l++) {
            layers.add(List.of("", "h", "g", "y").get(l));
            sizes.add(1 + random.nextInt(3));
            script.append("layer " + layers.get(l) + "[" + sizes.get(l) + "] " + one(activations) + "\n");
        }
        script.append(sample());
        for (int i = 0; i < 12; i++) {
            script.append(statement());
        }
        return script.toString();
    }

    /** The layers of the script that was made, from the first. */
    public List<String> layers() {
        return layers.subList(1, layers.size());
    }

    /** The statements one by one. */
    public List<String> statements() {
        return List.of(script().split("\n(?![ }])"));
    }

    private String statement() {
        return switch (random.nextInt(depth > 1 ? 28 : 36)) {
            case 0 -> "weights " + layer() + " = " + one(INITIALIZERS) + (chance(5) ? " fixed" : "") + "\n";
            case 1 -> weights();
            case 2 ->
                "bias " + layer() + " = " + one(List.of("none", "0.1", "0.2 shared", "ones", "0.3 shared fixed"))
                        + "\n";
            case 3 ->
                chance(6)
                        ? "tie " + parameter() + ", " + parameter() + "\n"
                        : parameter() + " = " + number() + (chance(3) ? " fixed" : "") + "\n";
            case 4 -> "activation " + layer() + " = " + one(activations) + "\n";
            case 5 -> "loss " + one(losses) + "\n";
            case 6 -> "optimizer " + one(OPTIMIZERS) + "\n";
            case 7 -> sample();
            case 8 ->
                one(List.of(
                                "learning rate = 0.3",
                                "learning rate = 0.3 / (1 + step + epoch)",
                                "batch = 2",
                                "batch = all",
                                "decay = 0.01",
                                "decay = 0.02 weights",
                                "decay = 0.01 absolute",
                                "clip = 0.5",
                                "clip = 0.1 each",
                                "clip = off",
                                "seed = 3",
                                "order = sequential",
                                "order = simultaneous"))
                        + "\n";
            case 9 ->
                one(List.of(
                                "shuffle = on",
                                "shuffle = off",
                                "precision = single",
                                "digits = 4",
                                "engine = exact",
                                "round = 3",
                                "round = 0",
                                "round = off"))
                        + "\n";
            case 10 -> one(List.of("forward", "backward", "update", "next", "check gradients")) + "\n";
            case 11, 12 -> "train " + (1 + random.nextInt(4)) + "\n";
            case 13 -> "train 5 until " + (chance(3) ? "loss rises for 2" : condition()) + "\n";
            case 14 -> "sample " + (1 + random.nextInt(3)) + "\n";
            case 15 -> "predict " + vector(sizes.getFirst()) + "\n";
            case 16 -> "show " + one(List.of("weights", "biases", "network", "data", "settings", "step, epoch")) + "\n";
            case 17, 18 -> "show " + expression() + "\n";
            case 19 -> "explain " + scalar() + as() + "\n";
            case 20 -> chance(2) ? "expect " + condition() + "\n" : definition();
            case 21 -> "print \"now {" + expression() + "}\"\n";
            case 22 -> one(List.of("undo", "reset", "undo 2")) + "\n";
            case 23 -> "let v" + ++lets + " = " + scalar() + "\nv" + lets + " * 2\n";
            case 24 -> why();
            case 25 -> one(List.of("precision = single", "precision = double", "round = 2", "round = off")) + "\n";
            case 26 -> extreme();
            case 27 ->
                one(List.of(
                                "save \"s.nn\"",
                                "save \"s.nn\" with training",
                                "undo",
                                "include \"i.nn\"",
                                "resume(step: 5, epoch: 2, sample: 1)"))
                        + "\n";
            case 28 -> "repeat 2 {\n" + block() + "}\n";
            case 29 -> "if " + condition() + " {\n" + block() + "} else {\n" + block() + "}\n";
            case 30 -> "for k in " + vector(2) + " {\n    show k\n" + block() + "}\n";
            case 31 -> "train 4 every 2 {\n" + block() + "}\n";
            case 32 -> "explain " + scalar() + " @ " + random.nextInt(3) + as() + "\n";
            case 33 -> failing();
            case 34 -> "expect " + expression() + " ~ " + expression() + "\n";
            default -> "show (" + expression() + ") @ " + random.nextInt(3) + "\n";
        };
    }

    private String why() {
        String moment = chance(3) ? " @ " + random.nextInt(4) : "";
        return "why " + scalar() + moment + " = "
                + one(List.of("0.1", "-0.25", "0.123456", "1e300", "0", "0.5", "12", "0.05"))
                + "\n";
    }

    private String as() {
        return one(List.of("", "", " as latex", " as markdown", " as mathml", " as text"));
    }

    /** Numbers that only a double can hold, or that not even one can hold when something is made of them. */
    private String extreme() {
        String number = one(List.of("1e200", "-1e200", "1e38", "1e39", "1e-300", "-0", "1e308"));
        return one(List.of(
                        parameter() + " = " + number,
                        "bias " + layer() + " = " + number,
                        "bias " + layer() + " = " + number + " shared",
                        "weights " + layer() + " = normal(0, 1e37)",
                        "weights " + layer() + " = uniform(-1e308, 1e308)",
                        "input = [" + String.join(", ", java.util.Collections.nCopies(sizes.getFirst(), number)) + "]",
                        "target = [" + String.join(", ", java.util.Collections.nCopies(sizes.getLast(), number)) + "]",
                        "learning rate = " + number,
                        "decay = " + number,
                        "seed = 7"))
                + "\n";
    }

    /** What fails when half of it is done. */
    private String failing() {
        return one(List.of(
                "repeat 3 {\n" + statement() + "    train 1\n    show 1 / (step - step)\n}\n",
                "train 5 until 1 / (epoch - " + random.nextInt(4) + ") > 5\n",
                "train 4 every 2 {\n" + statement() + "    show sqrt(1 - step)\n}\n",
                "for k in [1, 0] {\n" + statement() + "    let m = 1 / k\n}\n",
                "include \"broken.nn\"\n",
                "learning rate = 1e200\n" + one(List.of("next", "update", "train 3", "repeat 2 {\n    next\n}")) + "\n",
                "if step >= 0 {\n" + statement() + statement() + "    undo 40\n}\n"));
    }

    private String definition() {
        String name = "f" + ++lets;
        return chance(2)
                ? "show " + one(List.of("mish", "scaled", "quartic", "relu", "huber", "softmax")) + "\n"
                : "activation " + name + "(z) = " + formula(3) + " + z\nshow " + name + ", " + name + "(0.5)\n";
    }

    private String formula(int deep) {
        return switch (random.nextInt(deep == 0 ? 3 : 9)) {
            case 0 -> "z";
            case 1 -> number();
            case 2 -> "slope";
            case 3 ->
                one(List.of("exp", "tanh", "sigmoid", "relu", "abs", "mish", "ln", "sqrt", "sin", "kinked")) + "("
                        + formula(deep - 1) + ")";
            case 4 ->
                "if(" + formula(deep - 1) + " < " + number() + ", " + formula(deep - 1) + ", " + formula(deep - 1)
                        + ")";
            case 5 -> one(List.of("max", "min")) + "(" + formula(deep - 1) + ", " + formula(deep - 1) + ")";
            case 6 -> "(" + formula(deep - 1) + ") ^ " + one(List.of("2", "3", "0.5", "-1", "z"));
            case 7 -> "(" + formula(deep - 1) + " - " + formula(deep - 1) + ") / (" + formula(deep - 1) + ")";
            default -> "(" + formula(deep - 1) + ") * (" + formula(deep - 1) + ")";
        };
    }

    private String block() {
        depth++;
        String block = statement() + statement();
        depth--;
        return block;
    }

    private String sample() {
        int in = sizes.getFirst();
        int out = sizes.getLast();
        if (chance(3)) {
            return chance(2) ? "input = " + vector(in) + "\n" : "target = " + vector(out) + "\n";
        }
        if (chance(2)) {
            return "input = " + vector(in) + "\ntarget = " + vector(out) + "\n";
        }
        return "data = [" + numbers(in) + " -> " + numbers(out) + "; " + numbers(in) + " -> " + numbers(out) + "]\n";
    }

    private String weights() {
        int l = 1 + random.nextInt(layers.size() - 1);
        List<String> rows = new ArrayList<>();
        for (int j = 0; j < sizes.get(l); j++) {
            rows.add(numbers(sizes.get(l - 1)));
        }
        return "weights " + layers.get(l) + " = [" + String.join("; ", rows) + "]\n";
    }

    private String expression() {
        String layer = layer();
        return switch (random.nextInt(9)) {
            case 0 -> scalar() + " + " + scalar();
            case 1 -> one(List.of("exp", "abs", "tanh", "sigmoid", "relu", "ln", "sqrt")) + "(" + scalar() + ")";
            case 2 -> layer;
            case 3 -> one(List.of("net", "out", "delta", "grad", "weights", "biases")) + "(" + layer + ")";
            case 4 -> "weights(" + layer + ") * " + layers.get(layers.indexOf(layer) - 1);
            case 5 -> "max(" + layer + ") / " + scalar();
            case 6 -> scalar() + " ^ 2";
            case 7 ->
                "if(" + condition() + ", " + scalar() + ", " + one(List.of("mish", "scaled", "rooted")) + "(" + scalar()
                        + "))";
            default -> scalar();
        };
    }

    private String condition() {
        String comparison = scalar() + one(List.of(" < ", " > ", " <= ", " != ")) + number();
        return chance(4) ? "not (" + comparison + ")" : comparison;
    }

    private String scalar() {
        return switch (random.nextInt(13)) {
            case 0 -> number();
            case 1 -> "error";
            case 2 -> one(List.of("loss", "accuracy", "step", "epoch", "loss(test)"));
            case 3 -> neuron();
            case 4 -> "net(" + neuron() + ")";
            case 5 -> "delta(" + neuron() + ")";
            case 6 -> parameter();
            case 7 -> "grad(" + parameter() + ")";
            case 8 -> "target(" + layers.getLast() + "[1])";
            case 9 ->
                "d(" + one(List.of("error", neuron(), "net(" + neuron() + ")", "loss")) + ", " + parameter() + ")";
            case 10 -> "d(error, " + neuron() + ")";
            case 11 -> "memory(" + one(List.of("v", "v", "m", "s")) + ", " + parameter() + ")";
            default -> "error(" + layers.getLast() + "[1])";
        };
    }

    private String parameter() {
        return one(List.of("w1", "w2", "b1", "b2", "w" + (1 + random.nextInt(12)), "bias(" + neuron() + ")"));
    }

    private String neuron() {
        int l = random.nextInt(layers.size());
        int j = 1 + random.nextInt(sizes.get(l));
        return chance(2) ? layers.get(l) + j : layers.get(l) + "[" + j + "]";
    }

    private String layer() {
        return layers.get(1 + random.nextInt(layers.size() - 1));
    }

    private String vector(int size) {
        return "[" + numbers(size) + "]";
    }

    private String numbers(int size) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            numbers.add(number());
        }
        return String.join(", ", numbers);
    }

    private String number() {
        return one(List.of("0", "1", "0.5", "-0.25", "2", "1e-3", "20%", "-1.5"));
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}

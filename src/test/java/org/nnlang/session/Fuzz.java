package org.nnlang.session;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.nnlang.grammar.GrammarWalk;
import org.nnlang.syntax.NnParser;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;

/** Runs random scripts; what is wrong with nn itself comes back as text. */
final class Fuzz {
    /** How a script is made and run. */
    enum Way {
        /** As a whole. */
        WHOLE,
        /** Every statement alone, in one session that goes on whatever fails, so that much more is run. */
        EACH,
        /** Damaged. */
        MUTATED,
        /** Statements from the grammar, after those that make a network. */
        GRAMMAR
    }

    /** What a script came to. */
    record Outcome(Result result, String fault) {}

    private static final List<String> NUMBERS = List.of(
            "0", "1", "2", "3", "0.5", "0.25", "1e-3", "20%", "1", "2", "4", "10", "1e38", "1e39", "1e200", "1e308",
            "1e-300", "1e999");
    private static final List<String> NAMES = List.of(
            "x",
            "h",
            "g",
            "y",
            "x1",
            "h1",
            "h2",
            "g1",
            "y1",
            "y2",
            "slope",
            "k",
            "v1",
            "v2",
            "error",
            "accuracy",
            "pi",
            "step",
            "epoch",
            "net",
            "out",
            "delta",
            "grad",
            "d",
            "exp",
            "ln",
            "sqrt",
            "abs",
            "tanh",
            "relu",
            "max",
            "min",
            "mish",
            "biases",
            "test",
            "m");
    private static final List<String> METHODS = List.of(
            "sigmoid",
            "linear",
            "softmax",
            "relu",
            "elu",
            "step",
            "mish",
            "kinked",
            "squared",
            "mse",
            "huber",
            "cross_entropy",
            "binary_cross_entropy",
            "quartic",
            "sgd",
            "momentum",
            "adam",
            "adamw",
            "adagrad",
            "rmsprop",
            "nesterov",
            "he",
            "xavier",
            "uniform",
            "normal",
            "zeros");
    private static final List<String> TEXTS = List.of(
            "\"i.nn\"",
            "\"broken.nn\"",
            "\"s.nn\"",
            "\"d.csv\"",
            "\"a {error} b\"",
            "\"{w1}, {step}\"",
            "\"\\\\{\"",
            "\"{\"",
            "\"c\"");

    private Fuzz() {}

    /** Runs the script of a seed. */
    static Outcome run(long seed, Way way) {
        SplittableRandom random = new SplittableRandom(seed);
        ScriptMaker maker = new ScriptMaker(seed);
        Transcript transcript = new Transcript();
        return switch (way) {
            case WHOLE -> run(transcript, maker.script());
            case EACH -> each(transcript, maker.statements());
            case MUTATED -> {
                StringBuilder script = new StringBuilder(maker.script());
                for (int i = 0; i < 3; i++) {
                    mutate(script, random);
                }
                yield run(transcript, script.toString());
            }
            case GRAMMAR -> each(transcript, grammatical(maker, random));
        };
    }

    private static List<String> grammatical(ScriptMaker maker, SplittableRandom random) {
        List<String> statements = new ArrayList<>(maker.statements());
        int from = Math.max(0, statements.size() - random.nextInt(12));
        GrammarWalk walk = new GrammarWalk(random, (token, rules, before) -> word(random, token, rules, before));
        for (int i = from; i < statements.size(); i++) {
            statements.set(i, walk.statement());
        }
        for (int i = 0; i < 8; i++) {
            statements.add(walk.statement());
        }
        return statements;
    }

    private static String word(SplittableRandom random, int token, List<String> rules, String before) {
        return switch (token) {
            case NnParser.NUMBER ->
                rules.contains("neurons") || isCount(before)
                        ? one(random, NUMBERS.subList(1, 4))
                        : one(random, NUMBERS);
            case NnParser.STRING -> one(random, TEXTS);
            case NnParser.PARAMETER -> one(random, List.of("w1", "w2", "w3", "b1", "b2", "w9"));
            case NnParser.RESERVED -> one(random, List.of("batch", "train", "learning"));
            default -> rules.size() > 1 && rules.get(1).equals("method") ? one(random, METHODS) : one(random, NAMES);
        };
    }

    /** Whether a number says how often something is done. */
    private static boolean isCount(String before) {
        return before.endsWith("train") || before.endsWith("repeat") || before.endsWith("every");
    }

    private static <T> T one(SplittableRandom random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static Outcome each(Transcript transcript, List<String> statements) {
        StringBuilder before = new StringBuilder();
        for (String statement : statements) {
            Outcome outcome = run(transcript, statement);
            before.append(statement).append('\n');
            if (outcome.fault != null) {
                return new Outcome(outcome.result, outcome.fault + "\n--- after\n" + before);
            }
        }
        return new Outcome(Result.FINE, null);
    }

    private static Outcome run(Transcript transcript, String script) {
        Result result = transcript.run(script);
        for (Diagnostic diagnostic : transcript.errors) {
            Problem problem = diagnostic.problem();
            boolean checked = (problem.area() == Problem.Area.NAMES || problem.area() == Problem.Area.SHAPES)
                    && !biasIsGone(problem, script)
                    && !dependsOnTheRun(diagnostic);
            boolean impossible = transcript.told().contains("at step -1");
            if (impossible || problem.area() == Problem.Area.MACHINE || checked && result != Result.INVALID) {
                return new Outcome(result, transcript.told() + script);
            }
        }
        boolean reported = !transcript.errors.isEmpty();
        boolean told =
                reported == (result == Result.FAILED || result == Result.INVALID) || result == Result.INTERRUPTED;
        return new Outcome(
                result, told ? null : "ended as " + result + ", but reported: " + transcript.told() + script);
    }

    private static void mutate(StringBuilder script, SplittableRandom random) {
        int at = random.nextInt(script.length());
        switch (random.nextInt(4)) {
            case 0 -> script.deleteCharAt(at);
            case 1 -> script.insert(at, " ()[]{};,=~@\"#0.5ewh-\n".charAt(random.nextInt(22)));
            case 2 -> script.setCharAt(at, script.charAt(random.nextInt(script.length())));
            default -> script.insert(at, script.substring(at, Math.min(script.length(), at + random.nextInt(30))));
        }
    }

    /** What becomes of the biases in a block or an included script can't be known before it runs. */
    private static boolean biasIsGone(Problem problem, String script) {
        return script.contains("{") && (problem == Problem.NO_BIAS || problem == Problem.NO_SUCH_PARAMETER);
    }

    /** Which neuron {@code x[1 + b2]} means, or which value {@code adam(w1)} has, isn't known before it runs. */
    private static boolean dependsOnTheRun(Diagnostic diagnostic) {
        return switch (diagnostic.problem()) {
            case NO_SUCH_NEURON, NO_SUCH_ELEMENT, BAD_ARGUMENT ->
                diagnostic.span().text().chars().anyMatch(Character::isLetter);
            default -> false;
        };
    }
}

package org.nnlang.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.nnlang.network.ArithmeticMode;
import org.nnlang.network.LearningRate;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Optimizers;
import org.nnlang.network.Precision;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;
import org.nnlang.training.Plan;

/**
 * A setting, such as {@code learning rate}. The constants are the table of all settings: the name, the possible values and
 * the default of each. The parser, the check, {@code show settings}, {@code save}, completion and suggestions read this
 * table; the effect of a setting is in the code that gets its value from {@link Settings}.
 *
 * @param <T> the type of its values
 */
public final class Setting<T> {
    /**
     * A word that stands for a value.
     *
     * @param meaning its explanation in completion
     */
    public record Word<T>(String text, T value, String meaning) {}

    /** A number and the word after it, such as {@code weights}; empty for none. */
    public record Amount(double number, String clause) {}

    private static final List<Setting<?>> TABLE = new ArrayList<>();

    /** All settings, in the order in which nn shows and saves them. */
    public static final List<Setting<?>> ALL = Collections.unmodifiableList(TABLE);

    /** The optimizer, which has its own statement. */
    public static final Setting<Optimizer> OPTIMIZER = new Setting<>("optimizer", Optimizers.SGD);

    /** The learning rate: a number, or a schedule. */
    public static final Setting<LearningRate> LEARNING_RATE = new Setting<LearningRate>(
                    "learning rate", new LearningRate.Constant(0.1))
            .range("at least 0", 0, Double.MAX_VALUE);

    /** The number of samples in each update. */
    public static final Setting<Integer> BATCH = new Setting<>("batch", 1)
            .range("a whole number of at least 1", 1, Integer.MAX_VALUE - 1)
            .word("all", Plan.ALL, "all samples");

    public static final Setting<Boolean> SHUFFLE =
            new Setting<>("shuffle", false).word("on", true).word("off", false);

    /** The weight decay; NaN until the script sets it, for the optimizer's default. */
    public static final Setting<Amount> DECAY = new Setting<>("decay", new Amount(Double.NaN, ""))
            .range("at least 0", 0, Double.MAX_VALUE)
            .clause("weights", "not the biases")
            .clause("absolute", "by sign, beside the other decay");

    /** The absolute weight decay, set as {@code decay = 0.01 absolute}. */
    public static final Setting<Double> ABSOLUTE_DECAY =
            new Setting<>("absolute decay", 0.0).range("at least 0", 0, Double.MAX_VALUE);

    /** The largest norm of the gradient or, with {@code each}, the largest size of each of its numbers. */
    public static final Setting<Amount> CLIP = new Setting<>("clip", new Amount(Double.POSITIVE_INFINITY, ""))
            .range("above 0", Double.MIN_VALUE, Double.MAX_VALUE)
            .word("off", new Amount(Double.POSITIVE_INFINITY, ""), "no clipping")
            .clause("each", "each number, not their norm");

    /** Whether a layer's gradients use the updated weights of the layers after it. */
    public static final Setting<Boolean> SEQUENTIAL =
            new Setting<>("order", false).word("simultaneous", false).word("sequential", true);

    /** The number of decimals that every number is rounded to. */
    public static final Setting<Integer> DECIMALS = new Setting<>("round", ArithmeticMode.UNROUNDED)
            .range("a whole number from 0 to " + ArithmeticMode.MOST_DECIMALS, 0, ArithmeticMode.MOST_DECIMALS)
            .word("off", ArithmeticMode.UNROUNDED, "no rounding");

    /** The seed of all random numbers; before the first update, a new seed gives new starting parameters. */
    public static final Setting<Long> SEED =
            new Setting<>("seed", 1L).range("a whole number", -Double.MAX_VALUE, Double.MAX_VALUE);

    /** Whether training avoids kernels that add in a different order. */
    public static final Setting<Boolean> EXACT =
            new Setting<>("engine", false).word("auto", false).word("exact", true);

    public static final Setting<Precision> PRECISION = new Setting<>("precision", Precision.DOUBLE)
            .word("double", Precision.DOUBLE)
            .word("single", Precision.SINGLE);

    /** The number of significant digits to show. */
    public static final Setting<Integer> DIGITS =
            new Setting<>("digits", 9).range("a whole number from 1 to 17", 1, 17);

    /** The largest number up to which every whole number is a double. */
    private static final double LARGEST_WHOLE = 9007199254740992.0;

    private final String name;
    private final T standard;
    private final int index = TABLE.size();
    private final List<Word<T>> words = new ArrayList<>();
    private final List<Word<String>> clauses = new ArrayList<>();
    private String range = "";
    private double least;
    private double most;

    private Setting(String name, T standard) {
        this.name = name;
        this.standard = standard;
        TABLE.add(this);
    }

    private Setting<T> range(String text, double least, double most) {
        range = text;
        this.least = least;
        this.most = most;
        return this;
    }

    private Setting<T> word(String text, T value) {
        return word(text, value, "");
    }

    private Setting<T> word(String text, T value, String meaning) {
        words.add(new Word<>(text, value, meaning));
        return this;
    }

    private Setting<T> clause(String text, String meaning) {
        clauses.add(new Word<>(text, text, meaning));
        return this;
    }

    /** The words that can follow its number. */
    public List<Word<String>> clauses() {
        return Collections.unmodifiableList(clauses);
    }

    /** Finds a setting by its name; null if there is none. */
    public static Setting<?> find(String name) {
        for (Setting<?> setting : ALL) {
            if (setting.name.equals(name)) {
                return setting;
            }
        }
        return null;
    }

    /** Its name in a script. */
    public String name() {
        return name;
    }

    /** Whether numbers are possible values. */
    public boolean isNumber() {
        return !range.isEmpty();
    }

    /** The words that are possible values. */
    public List<Word<T>> words() {
        return Collections.unmodifiableList(words);
    }

    /** Its default. */
    T standard() {
        return standard;
    }

    /** Its index in the table. */
    int index() {
        return index;
    }

    /** The value of a word; null if the expression isn't one of the setting's words. */
    public T word(Expr expression) {
        for (Word<T> word : words) {
            if (expression instanceof Expr.Name given && given.name().equals(word.text)) {
                return word.value;
            }
        }
        return null;
    }

    /** The value of a number and the word after it; fails if the number is out of range. */
    @SuppressWarnings("unchecked") // the standard's type is T
    public T number(double value, String clause, Span span) {
        boolean fraction = !(standard instanceof Integer || standard instanceof Long);
        boolean whole = value == Math.rint(value) && Math.abs(value) <= LARGEST_WHOLE;
        if (!(value >= least && value <= most && (fraction || whole))) {
            String or = words.isEmpty() ? "" : ", or `" + words.getFirst().text + "`";
            throw new Failure(span, Problem.BAD_VALUE, "`" + name + "`", Texts.number(value), range + or);
        }
        Object number = switch (standard) {
            case LearningRate _ -> new LearningRate.Constant(value);
            case Amount _ -> new Amount(value, clause);
            case Integer _ -> (int) value;
            case Long _ -> (long) value;
            default -> value;
        };
        return (T) number;
    }

    /** Formats a value as a script writes it. */
    String text(T value) {
        for (Word<T> word : words) {
            if (word.value.equals(value)) {
                return word.text;
            }
        }
        return switch (value) {
            case Double number -> Texts.exact(number);
            case Amount amount -> (Texts.exact(amount.number) + " " + amount.clause).strip();
            case LearningRate.Constant rate -> Texts.exact(rate.value());
            case LearningRate.Schedule schedule -> schedule.text();
            case Optimizer optimizer -> Texts.spec(optimizer);
            default -> value.toString();
        };
    }
}

package org.nnlang.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.nnlang.network.Method;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Plan;
import org.nnlang.network.Precision;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * One setting: {@code learning rate = 0.5}. The constants are the table of all settings: what each is called, what it can be,
 * and what it is at the start. The parser, the check, {@code show settings}, {@code save}, completion and suggestions read
 * this table; what a setting does is up to the code that gets it from {@link Settings}.
 *
 * @param <T> the type of its values
 */
public final class Setting<T> {
    /**
     * A word that stands for a value.
     *
     * @param meaning what completion says about it
     */
    public record Word<T>(String text, T value, String meaning) {}

    private static final List<Setting<?>> TABLE = new ArrayList<>();

    /** All settings in the order in which they are shown and saved. */
    public static final List<Setting<?>> ALL = Collections.unmodifiableList(TABLE);

    /** The optimizer, which has a statement of its own. */
    public static final Setting<Optimizer> OPTIMIZER = new Setting<>("optimizer", new Optimizer.Sgd());

    public static final Setting<Double> LEARNING_RATE =
            new Setting<>("learning rate", 0.1).range("at least 0", 0, Double.MAX_VALUE);

    /** Samples for each update. */
    public static final Setting<Integer> BATCH = new Setting<>("batch", 1)
            .range("a whole number of at least 1", 1, Integer.MAX_VALUE - 1)
            .word("all", Plan.ALL, "all samples");

    public static final Setting<Boolean> SHUFFLE =
            new Setting<>("shuffle", false).word("on", true).word("off", false);

    /** The weight decay; NaN until the script sets it: the optimizer's own applies. */
    public static final Setting<Double> DECAY =
            new Setting<>("decay", Double.NaN).range("at least 0", 0, Double.MAX_VALUE);

    /** Whether a layer's gradients are taken at the updated weights of the layers after it. */
    public static final Setting<Boolean> SEQUENTIAL =
            new Setting<>("order", false).word("simultaneous", false).word("sequential", true);

    /** The decimals that every figure is rounded to. */
    public static final Setting<Integer> DECIMALS = new Setting<>("round", Method.UNROUNDED)
            .range("a whole number from 0 to " + Method.MOST_DECIMALS, 0, Method.MOST_DECIMALS)
            .word("off", Method.UNROUNDED, "no rounding");

    /** The seed of everything random; before the first update, a new one draws the parameters again. */
    public static final Setting<Long> SEED =
            new Setting<>("seed", 1L).range("a whole number", -Double.MAX_VALUE, Double.MAX_VALUE);

    /** Whether training never uses kernels that add in another order. */
    public static final Setting<Boolean> EXACT =
            new Setting<>("engine", false).word("auto", false).word("exact", true);

    public static final Setting<Precision> PRECISION = new Setting<>("precision", Precision.DOUBLE)
            .word("double", Precision.DOUBLE)
            .word("single", Precision.SINGLE);

    /** How many significant digits are shown. */
    public static final Setting<Integer> DIGITS =
            new Setting<>("digits", 9).range("a whole number from 1 to 17", 1, 17);

    /** The largest number up to which every whole number is a double. */
    private static final double LARGEST_WHOLE = 9007199254740992.0;

    private final String name;
    private final T standard;
    private final int index = TABLE.size();
    private final List<Word<T>> words = new ArrayList<>();
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

    /** The setting of a name, or null. */
    public static Setting<?> find(String name) {
        for (Setting<?> setting : ALL) {
            if (setting.name.equals(name)) {
                return setting;
            }
        }
        return null;
    }

    /** How it is written. */
    public String name() {
        return name;
    }

    /** Whether it can be a number. */
    public boolean isNumber() {
        return !range.isEmpty();
    }

    /** The words that it can be. */
    public List<Word<T>> words() {
        return Collections.unmodifiableList(words);
    }

    /** What it is at the start. */
    T standard() {
        return standard;
    }

    /** Its place in the table. */
    int index() {
        return index;
    }

    /** The value that a word stands for; null if the expression isn't one of the words. */
    public T word(Expr expression) {
        for (Word<T> word : words) {
            if (expression instanceof Expr.Name given && given.name().equals(word.text)) {
                return word.value;
            }
        }
        return null;
    }

    /** The value that a number is; fails if it is out of range. */
    @SuppressWarnings("unchecked") // the standard's type is T
    public T number(double value, Span span) {
        boolean fraction = standard instanceof Double;
        boolean whole = value == Math.rint(value) && Math.abs(value) <= LARGEST_WHOLE;
        if (!(value >= least && value <= most && (fraction || whole))) {
            String or = words.isEmpty() ? "" : ", or `" + words.getFirst().text + "`";
            throw new Failure(span, new Problem.BadValue("`" + name + "`", range + or, Texts.number(value)));
        }
        Object number = fraction ? (Object) value : standard instanceof Integer ? (Object) (int) value : (long) value;
        return (T) number;
    }

    /** A value as a script writes it. */
    String text(T value) {
        for (Word<T> word : words) {
            if (word.value.equals(value)) {
                return word.text;
            }
        }
        return switch (value) {
            case Double number -> Texts.exact(number);
            case Optimizer optimizer -> Texts.spec(optimizer.name(), optimizer.arguments());
            default -> value.toString();
        };
    }
}

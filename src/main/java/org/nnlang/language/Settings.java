package org.nnlang.language;

import java.util.Objects;
import org.nnlang.network.ArithmeticMode;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Precision;
import org.nnlang.training.Shaping;

/** How a script trains and prints: a value for each {@link Setting}, null for one that isn't known before the script runs. */
public final class Settings {
    /** The defaults. */
    static final Settings STANDARD = new Settings(new Object[Setting.ALL.size()]);

    static {
        Setting.ALL.forEach(setting -> STANDARD.values[setting.index()] = setting.standard());
    }

    private static final int ALL_DIGITS = 15;

    private final Object[] values;

    private Settings(Object[] values) {
        this.values = values;
    }

    /** The value of a setting. */
    @SuppressWarnings("unchecked") // `with` puts only a T there
    public <T> T get(Setting<T> setting) {
        return (T) values[setting.index()];
    }

    /** The same settings with another value for one of them. */
    public <T> Settings with(Setting<T> setting, T value) {
        Object[] changed = values.clone();
        changed[setting.index()] = value;
        return new Settings(changed);
    }

    /** What is known after a branch: only what these settings and {@code others} agree on. */
    Settings or(Settings others) {
        Object[] common = values.clone();
        for (int i = 0; i < common.length; i++) {
            boolean same = common[i] instanceof Optimizer a && others.values[i] instanceof Optimizer b
                    ? a.name().equals(b.name())
                    : Objects.equals(common[i], others.values[i]);
            common[i] = same ? common[i] : null;
        }
        return new Settings(common);
    }

    /** Formats a setting's value as a script writes it. */
    public <T> String text(Setting<T> setting) {
        return setting.text(get(setting));
    }

    /** How numbers are computed: in doubles, whatever the precision, if they are rounded to decimals. */
    public ArithmeticMode arithmetic() {
        boolean rounds = get(Setting.DECIMALS) != ArithmeticMode.UNROUNDED;
        ArithmeticMode.Sequence sequence =
                get(Setting.SEQUENTIAL) ? new ArithmeticMode.Sequence(get(Setting.LEARNING_RATE), weightDecay()) : null;
        return new ArithmeticMode(rounds ? Precision.DOUBLE : get(Setting.PRECISION), get(Setting.DECIMALS), sequence);
    }

    /** The weight decay: the setting, or the optimizer's default. */
    public double weightDecay() {
        return get(Setting.OPTIMIZER).decay(get(Setting.DECAY).number());
    }

    /** What is done to gradients before the optimizer's rule. */
    Shaping shaping() {
        Setting.Amount clip = get(Setting.CLIP);
        boolean weights = !get(Setting.DECAY).clause().isEmpty();
        return new Shaping(clip.number(), !clip.clause().isEmpty(), weights, get(Setting.ABSOLUTE_DECAY));
    }

    /** The number of significant digits to show. */
    public int digits() {
        return get(Setting.DIGITS);
    }

    /** The number of significant digits in derivations; all digits if numbers are rounded, so that readers can verify them. */
    public int derivationDigits() {
        return get(Setting.DECIMALS) == ArithmeticMode.UNROUNDED ? digits() : Math.max(digits(), ALL_DIGITS);
    }
}

package org.nnlang.network;

import java.util.Map;
import org.nnlang.math.Formula;

/**
 * Where parameters start: a distribution whose two numbers are formulas of the layer's {@link #FAN_IN} and {@link #FAN_OUT}.
 * {@link Initializers} states them.
 *
 * @param name the name in a script, without arguments
 * @param first the least value, or the mean, or the constant
 * @param second what values are below, or the standard deviation
 */
public record Initializer(String name, Distribution distribution, Formula first, Formula second) {
    /** How many sources a neuron has. */
    public static final String FAN_IN = "fan_in";

    /** How many neurons a layer has. */
    public static final String FAN_OUT = "fan_out";

    /** How values are distributed. */
    public enum Distribution {
        CONSTANT,
        UNIFORM,
        NORMAL
    }

    Initializer(Distribution distribution, Formula first, Formula second) {
        this("", distribution, first, second);
    }

    Initializer named(String other) {
        return new Initializer(other, distribution, first, second);
    }

    /** Starting values. */
    public double[] draw(int count, Random64 random, int fanIn, int fanOut) {
        double a = at(first, fanIn, fanOut);
        double b = at(second, fanIn, fanOut);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (distribution) {
                case CONSTANT -> a;
                case UNIFORM -> random.uniform(a, b);
                case NORMAL -> a + b * random.normal();
            };
        }
        return values;
    }

    private static double at(Formula formula, int fanIn, int fanOut) {
        return formula.bind(Map.of(FAN_IN, Formula.number(fanIn), FAN_OUT, Formula.number(fanOut)))
                .value();
    }

    /** What no starting value is larger than, whatever its sign; fans only make it smaller. */
    public double largest() {
        double a = Math.abs(at(first, 1, 1));
        double b = Math.abs(at(second, 1, 1));
        return switch (distribution) {
            case CONSTANT -> a;
            case UNIFORM -> Math.max(Math.abs(at(second, 1, 1) - at(first, 1, 1)), Math.max(a, b));
            case NORMAL -> a + 13 * b; // see Random64.normal: √(−2 ln 2⁻¹⁰⁴) is 12.01
        };
    }
}

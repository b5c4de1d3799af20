package org.nnlang.math;

import java.util.List;

/**
 * A formula made fast: works out, again and again, what {@link Formula#value} of the bound formula gives, to the same bits.
 *
 * <p>A tree of small objects, one for each operation; what has no variable in it is worked out once, and a function's call
 * that stands in several places once in each run. Nothing is allocated when it runs; it is for one thread at a time.
 */
public final class Program {
    /** One operation, of up to three variables. */
    interface Step {
        double at(double a, double b, double c);
    }

    /** Whether a condition holds: 1, or 0, or −1 where it compares what is NaN. */
    interface Test {
        int at(double a, double b, double c);
    }

    /** The number of the run. */
    static final class Run {
        private long number;
    }

    /** What stands in several places: worked out where a run first comes to it. */
    static final class Shared implements Step {
        private final Step step;
        private final Run run;
        private long known = -1;
        private double value;

        Shared(Step step, Run run) {
            this.step = step;
            this.run = run;
        }

        @Override
        public double at(double a, double b, double c) {
            if (known != run.number) {
                value = step.at(a, b, c);
                known = run.number;
            }
            return value;
        }
    }

    private final Step step;
    private final Run run;

    private Program(Step step, Run run) {
        this.step = step;
        this.run = run;
    }

    /** The program of a formula in at most three variables, which are given their values in this order. */
    public static Program of(Formula formula, String... variables) {
        Run run = new Run();
        Compiler compiler = new Compiler(List.of(variables), run);
        compiler.count(formula);
        return new Program(compiler.step(formula), run);
    }

    /** The value for one variable. */
    public double at(double a) {
        return at(a, 0, 0);
    }

    /** The value for two variables. */
    public double at(double a, double b) {
        return at(a, b, 0);
    }

    /** The value for three variables. */
    public double at(double a, double b, double c) {
        run.number++;
        return step.at(a, b, c);
    }
}

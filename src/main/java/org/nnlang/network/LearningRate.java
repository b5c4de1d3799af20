package org.nnlang.network;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.nnlang.math.Formula;
import org.nnlang.math.Program;

/** The learning rate η: one number, or a schedule, which gives one for each update. */
public sealed interface LearningRate {
    /** One number. */
    record Constant(double value) implements LearningRate {}

    /** A formula of {@code step} and {@code epoch}. */
    final class Schedule implements LearningRate {
        /** The variable for the number of updates so far. */
        public static final String STEP = "step";

        /** The variable for the number of whole epochs so far. */
        public static final String EPOCH = "epoch";

        private final String text;
        private final Formula formula;
        private final Map<String, Double> captured;
        private final Program.Run run;

        /**
         * @param text the formula as the script has it
         * @param captured the {@code let} numbers in it, by name
         */
        public Schedule(String text, Formula formula, Map<String, Double> captured) {
            this.text = text;
            this.formula = formula;
            this.captured = Map.copyOf(captured);
            run = Program.of(formula, STEP, EPOCH).run(1);
        }

        public String text() {
            return text;
        }

        public Map<String, Double> captured() {
            return captured;
        }

        /** The formula with the numbers of a step put in. */
        public Formula formula(long step, long epoch) {
            return formula.bind(Map.of(STEP, Formula.named(STEP, step), EPOCH, Formula.named(EPOCH, epoch)));
        }

        /** η of the update after {@code step} updates, {@code epoch} epochs of which are whole. */
        double at(long step, long epoch) {
            double[] result = new double[1];
            run.compute(result, 1, new double[] {step}, new double[] {epoch});
            double rate = result[0];
            if (!(rate >= 0 && rate <= Double.MAX_VALUE)) {
                throw new OutOfRange(step, rate);
            }
            return rate;
        }
    }

    /** A rate that is used wrongly: a slip. */
    record Varied(LearningRate rate, DoubleUnaryOperator change) implements LearningRate {}

    /** A schedule gives a negative number, or none. */
    final class OutOfRange extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final long step;
        private final double rate;

        private OutOfRange(long step, double rate) {
            super("learning rate " + rate + " after " + step + " updates", null, false, false);
            this.step = step;
            this.rate = rate;
        }

        /** How many updates had been made. */
        public long step() {
            return step;
        }

        public double rate() {
            return rate;
        }
    }
}

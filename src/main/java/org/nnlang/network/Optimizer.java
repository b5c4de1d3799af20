package org.nnlang.network;

/**
 * How a gradient changes a parameter: PyTorch's optimizer of that name, with its defaults.
 *
 * <p>η is the learning rate, g the gradient (weight decay included, except for {@link AdamW}), p the parameter.
 */
public sealed interface Optimizer {
    /** The name in a script, without arguments. */
    String name();

    /** The arguments that follow the name, in order. */
    default double[] arguments() {
        return new double[0];
    }

    /** How many numbers it remembers for each parameter. */
    int memory();

    /** p ← p − η g. */
    record Sgd() implements Optimizer {
        @Override
        public String name() {
            return "sgd";
        }

        @Override
        public int memory() {
            return 0;
        }
    }

    /** v ← μ v + g; p ← p − η v. */
    record Momentum(double mu) implements Optimizer {
        @Override
        public String name() {
            return "momentum";
        }

        @Override
        public double[] arguments() {
            return new double[] {mu};
        }

        @Override
        public int memory() {
            return 1;
        }
    }

    /** v ← μ v + g; p ← p − η (g + μ v). */
    record Nesterov(double mu) implements Optimizer {
        @Override
        public String name() {
            return "nesterov";
        }

        @Override
        public double[] arguments() {
            return new double[] {mu};
        }

        @Override
        public int memory() {
            return 1;
        }
    }

    /** s ← s + g²; p ← p − η / (1 + (n − 1) lr_decay) · g / (√s + ε), n the number of the update. */
    record Adagrad(double learningRateDecay, double epsilon) implements Optimizer {
        @Override
        public String name() {
            return "adagrad";
        }

        @Override
        public double[] arguments() {
            return new double[] {learningRateDecay, epsilon};
        }

        @Override
        public int memory() {
            return 1;
        }
    }

    /** s ← α s + (1 − α) g²; p ← p − η g / (√s + ε). */
    record RmsProp(double alpha, double epsilon) implements Optimizer {
        @Override
        public String name() {
            return "rmsprop";
        }

        @Override
        public double[] arguments() {
            return new double[] {alpha, epsilon};
        }

        @Override
        public int memory() {
            return 1;
        }
    }

    /** m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²; p ← p − η · m/(1 − β₁ⁿ) / (√(v/(1 − β₂ⁿ)) + ε). */
    record Adam(double beta1, double beta2, double epsilon) implements Optimizer {
        @Override
        public String name() {
            return "adam";
        }

        @Override
        public double[] arguments() {
            return new double[] {beta1, beta2, epsilon};
        }

        @Override
        public int memory() {
            return 2;
        }
    }

    /** p ← p − η · decay · p, then as {@link Adam}. */
    record AdamW(double decay, double beta1, double beta2, double epsilon) implements Optimizer {
        @Override
        public String name() {
            return "adamw";
        }

        @Override
        public double[] arguments() {
            return new double[] {decay, beta1, beta2, epsilon};
        }

        @Override
        public int memory() {
            return 2;
        }
    }
}

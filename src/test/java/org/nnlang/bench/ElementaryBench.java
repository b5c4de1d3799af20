package org.nnlang.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.nnlang.math.Elementary;
import org.nnlang.math.ElementaryRows;

/** Times Elementary against Math: nanoseconds per call, the median of many rounds over arguments as nets have them. */
public final class ElementaryBench {
    private static final int ARGUMENTS = 4096;
    private static final int SWEEPS = 50;
    private static final int WARMUP = 40;
    private static final int ROUNDS = 41;

    private static double sink;

    private ElementaryBench() {}

    /** Calls a function on every argument; each has its own loop, so that no two share what the JIT learns. */
    private interface Sweep {
        double over(double[] arguments);
    }

    /** Runs everything, in a few seconds. */
    public static void main(String[] args) {
        double[] net = new SplittableRandom(1).doubles(ARGUMENTS, -4, 4).toArray();
        double[] positive = new SplittableRandom(2).doubles(ARGUMENTS, 0.001, 4).toArray();
        compare(
                "exp",
                net,
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += Elementary.exp(v);
                    }
                    return sum;
                },
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += Math.exp(v);
                    }
                    return sum;
                });
        compare(
                "expm1",
                net,
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += Elementary.expm1(v);
                    }
                    return sum;
                },
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += Math.expm1(v);
                    }
                    return sum;
                });
        compare(
                "ln",
                positive,
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += Elementary.ln(v);
                    }
                    return sum;
                },
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += Math.log(v);
                    }
                    return sum;
                });
        compare(
                "log1p",
                positive,
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += Elementary.log1p(v);
                    }
                    return sum;
                },
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += Math.log1p(v);
                    }
                    return sum;
                });
        compare(
                "tanh",
                net,
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += Elementary.tanh(v);
                    }
                    return sum;
                },
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += Math.tanh(v);
                    }
                    return sum;
                });
        compare(
                "sigmoid",
                net,
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += Elementary.sigmoid(v);
                    }
                    return sum;
                },
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += 1 / (1 + Math.exp(-v));
                    }
                    return sum;
                });
        compare(
                "softplus",
                net,
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += Elementary.softplus(v);
                    }
                    return sum;
                },
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v)));
                    }
                    return sum;
                });
        compare(
                "sin",
                net,
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += Elementary.sin(v);
                    }
                    return sum;
                },
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += Math.sin(v);
                    }
                    return sum;
                });
        compare(
                "cos",
                net,
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += Elementary.cos(v);
                    }
                    return sum;
                },
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += Math.cos(v);
                    }
                    return sum;
                });
        compare(
                "tan",
                net,
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += Elementary.tan(v);
                    }
                    return sum;
                },
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += Math.tan(v);
                    }
                    return sum;
                });
        compare(
                "pow 3",
                net,
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += Elementary.pow(v, 3);
                    }
                    return sum;
                },
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += Math.pow(v, 3);
                    }
                    return sum;
                });
        compare(
                "pow 1.7",
                positive,
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += Elementary.pow(v, 1.7);
                    }
                    return sum;
                },
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += Math.pow(v, 1.7);
                    }
                    return sum;
                });
        System.out.println("normalCdf "
                + nanoseconds(
                        x -> {
                            double sum = 0;
                            for (double v : x) {
                                sum += Elementary.normalCdf(v);
                            }
                            return sum;
                        },
                        net)
                + " ns");
        ElementaryRows rows = new ElementaryRows();
        double[] values = new double[ARGUMENTS];
        many("exp", net, x -> rows.exp(x, values) ? values[0] : Double.NaN);
        many("sigmoid", net, x -> rows.sigmoid(x, values) ? values[0] : Double.NaN);
        many("tanh", net, x -> rows.tanh(x, values) ? values[0] : Double.NaN);
        System.out.println(sink == 1 ? "." : "");
    }

    private static void compare(String name, double[] arguments, Sweep ours, Sweep theirs) {
        double a = nanoseconds(ours, arguments);
        double b = nanoseconds(theirs, arguments);
        System.out.println(name + " " + a + " ns, Math " + b + " ns, ratio " + Math.round(100 * a / b) / 100.0);
    }

    private static void many(String name, double[] arguments, Sweep sweep) {
        System.out.println(name + ", many at a time, " + nanoseconds(sweep, arguments) + " ns");
    }

    private static double nanoseconds(Sweep sweep, double[] arguments) {
        double[] times = new double[ROUNDS];
        for (int round = -WARMUP; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < SWEEPS; i++) {
                sink += sweep.over(arguments);
            }
            double time = (System.nanoTime() - start) / (double) (SWEEPS * ARGUMENTS);
            if (round >= 0) {
                times[round] = time;
            }
        }
        Arrays.sort(times);
        return Math.round(100 * times[ROUNDS / 2]) / 100.0;
    }
}

package org.nnlang.slips;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.math.ElementaryRows;
import org.nnlang.math.Formula;
import org.nnlang.math.Function;
import org.nnlang.math.Reason;

/**
 * Formulas as a list of operations on numbered places, which many variants of a worksheet run side by side, a lane each.
 *
 * <p>A place has a row of one number for each lane.
 */
final class Tape {
    private static final int WIDTH = 5;

    private static final Function[] FUNCTIONS = Function.values();

    private static final Reason.Relation[] RELATIONS = Reason.Relation.values();

    private static final int COPY = 0;
    private static final int ADD = 1;
    private static final int SUBTRACT = 2;
    private static final int MULTIPLY = 3;
    private static final int DIVIDE = 4;
    private static final int NEGATE = 5;
    private static final int ABSOLUTE = 6;
    private static final int ROOT = 7;
    private static final int POWER = 8;
    private static final int CALL = 9;
    private static final int COMPARE = 10;
    private static final int SELECT = 11;
    private static final int LARGER = 12;
    private static final int SMALLER = 13;

    private final Map<Formula, Integer> places = new HashMap<>();
    private final Map<Double, Integer> constants = new HashMap<>();
    private final List<Integer> temporary = new ArrayList<>();
    private int size;
    private int[] code = new int[256];
    private int length;
    private int[] read = new int[64];
    private int reads;

    /** The place of a cell or a setting. */
    int place(Formula leaf) {
        return places.computeIfAbsent(leaf, _ -> size++);
    }

    /** The place of a cell or a setting, or −1 if it has none. */
    int known(Formula leaf) {
        return places.getOrDefault(leaf, -1);
    }

    /** The cells and settings that have places. */
    Map<Formula, Integer> places() {
        return places;
    }

    /** Room for all places of some lanes, the constants and settings filled in. */
    double[][] memory(int lanes) {
        double[][] memory = new double[size][lanes];
        constants.forEach((value, at) -> Arrays.fill(memory[at], value));
        places.forEach((leaf, at) -> {
            if (leaf instanceof Formula.Named named) {
                Arrays.fill(memory[at], named.value());
            }
        });
        return memory;
    }

    /** The operations that compute a formula into a place. */
    int[] compile(Formula formula, int to) {
        length = 0;
        reads = 0;
        int result = emit(formula, to, 0);
        if (result != to) {
            add(COPY, to, result, 0, 0);
        }
        return Arrays.copyOf(code, length);
    }

    /** The places below a limit that the leaves compiled last have. */
    int[] placesRead(int limit) {
        return Arrays.stream(read, 0, reads).filter(place -> place < limit).toArray();
    }

    private int read(int place) {
        if (reads == read.length) {
            read = Arrays.copyOf(read, 2 * reads);
        }
        read[reads++] = place;
        return place;
    }

    private int emit(Formula formula, int to, int depth) {
        return switch (formula) {
            case Formula.Leaf leaf -> read(place(leaf));
            case Formula.Named named -> place(named);
            case Formula.Number n -> constant(n.value());
            case Formula.Sum f -> sum(f.terms(), to, depth);
            case Formula.Product f -> chain(MULTIPLY, f.factors(), to, depth);
            case Formula.Quotient f -> binary(DIVIDE, f.numerator(), f.denominator(), to, depth);
            case Formula.Negation f -> unary(NEGATE, f.of(), to, depth);
            case Formula.Absolute f -> unary(ABSOLUTE, f.of(), to, depth);
            case Formula.Root f -> unary(ROOT, f.of(), to, depth);
            case Formula.Because f -> emit(f.of(), to, depth);
            case Formula.Power(Formula base, Formula exponent) -> {
                if (exponent instanceof Formula.Number n && n.value() == 2) {
                    int of = emit(base, temporary(depth), depth + 1);
                    yield add(MULTIPLY, to, of, of, 0);
                }
                yield binary(POWER, base, exponent, to, depth);
            }
            case Formula.Call f -> call(f, to, depth);
            case Formula.If f -> {
                int condition = emit(f.condition(), temporary(depth), depth + 1);
                int then = emit(f.then(), temporary(depth + 1), depth + 2);
                int otherwise = emit(f.otherwise(), temporary(depth + 2), depth + 3);
                yield add(SELECT, to, condition, then, otherwise);
            }
            case Formula.Variable _, Formula.Elided _ -> throw new IllegalArgumentException("no value: " + formula);
        };
    }

    private int sum(List<Formula> terms, int to, int depth) {
        int sum = emit(terms.getFirst(), temporary(depth), depth + 1);
        for (int i = 1; i < terms.size(); i++) {
            boolean minus = terms.get(i) instanceof Formula.Negation;
            Formula of = terms.get(i) instanceof Formula.Negation n ? n.of() : terms.get(i);
            int next = emit(of, temporary(depth + 1), depth + 2);
            sum = add(minus ? SUBTRACT : ADD, i == terms.size() - 1 ? to : temporary(depth), sum, next, 0);
        }
        return sum;
    }

    private int chain(int operation, List<Formula> operands, int to, int depth) {
        int result = emit(operands.getFirst(), temporary(depth), depth + 1);
        for (int i = 1; i < operands.size(); i++) {
            int next = emit(operands.get(i), temporary(depth + 1), depth + 2);
            result = add(operation, i == operands.size() - 1 ? to : temporary(depth), result, next, 0);
        }
        return result;
    }

    private int binary(int operation, Formula a, Formula b, int to, int depth) {
        int left = emit(a, temporary(depth), depth + 1);
        int right = emit(b, temporary(depth + 1), depth + 2);
        return add(operation, to, left, right, 0);
    }

    private int unary(int operation, Formula of, int to, int depth) {
        return add(operation, to, emit(of, temporary(depth), depth + 1), 0, 0);
    }

    private int call(Formula.Call call, int to, int depth) {
        return switch (call.function()) {
            case MAX -> chain(LARGER, call.arguments(), to, depth);
            case MIN -> chain(SMALLER, call.arguments(), to, depth);
            default -> {
                int of = emit(call.arguments().getFirst(), temporary(depth), depth + 1);
                yield add(CALL, to, of, call.function().ordinal(), 0);
            }
        };
    }

    private int emit(Reason.Condition condition, int to, int depth) {
        return switch (condition) {
            case Reason.Comparison c -> {
                int left = emit(c.left(), temporary(depth), depth + 1);
                int right = emit(c.right(), temporary(depth + 1), depth + 2);
                yield add(COMPARE, to, left, right, c.relation().ordinal());
            }
            case Reason.All all -> conditions(MULTIPLY, all.conditions(), to, depth);
            case Reason.Any any -> conditions(LARGER, any.conditions(), to, depth);
            case Reason.Not not ->
                add(SUBTRACT, to, constant(1), emit(not.condition(), temporary(depth), depth + 1), 0);
        };
    }

    private int conditions(int operation, List<Reason.Condition> all, int to, int depth) {
        int result = emit(all.getFirst(), temporary(depth), depth + 1);
        for (Reason.Condition one : all.subList(1, all.size())) {
            result = add(operation, temporary(depth), result, emit(one, temporary(depth + 1), depth + 2), 0);
        }
        return result;
    }

    private int constant(double value) {
        return constants.computeIfAbsent(value, _ -> size++);
    }

    private int temporary(int depth) {
        while (temporary.size() <= depth) {
            temporary.add(size++);
        }
        return temporary.get(depth);
    }

    private int add(int operation, int to, int a, int b, int c) {
        if (length + WIDTH > code.length) {
            code = Arrays.copyOf(code, 2 * code.length);
        }
        code[length] = operation;
        code[length + 1] = to;
        code[length + 2] = a;
        code[length + 3] = b;
        code[length + 4] = c;
        length += WIDTH;
        return to;
    }

    /** Runs operations on all lanes; {@code rows} is for programs of as many lanes. */
    static void run(int[] operations, double[][] m, ElementaryRows rows) {
        for (int at = 0; at < operations.length; at += WIDTH) {
            double[] to = m[operations[at + 1]];
            double[] a = m[operations[at + 2]];
            int b = operations[at + 3];
            int c = operations[at + 4];
            switch (operations[at]) {
                case COPY -> System.arraycopy(a, 0, to, 0, to.length);
                case ADD -> add(a, m[b], to);
                case SUBTRACT -> subtract(a, m[b], to);
                case MULTIPLY -> multiply(a, m[b], to);
                case DIVIDE -> divide(a, m[b], to);
                case NEGATE -> negate(a, to);
                case CALL -> call(FUNCTIONS[b], a, to, rows);
                case SELECT -> select(a, m[b], m[c], to);
                default -> {
                    for (int lane = 0; lane < to.length; lane++) {
                        to[lane] = one(operations, at, m, lane);
                    }
                }
            }
        }
    }

    private static void add(double[] a, double[] b, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = a[i] + b[i];
        }
    }

    private static void subtract(double[] a, double[] b, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = a[i] - b[i];
        }
    }

    private static void multiply(double[] a, double[] b, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = a[i] * b[i];
        }
    }

    private static void divide(double[] a, double[] b, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = a[i] / b[i];
        }
    }

    private static void negate(double[] a, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = -a[i];
        }
    }

    private static void select(double[] condition, double[] then, double[] otherwise, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = condition[i] != 0 ? then[i] : otherwise[i];
        }
    }

    private static void call(Function function, double[] a, double[] to, ElementaryRows rows) {
        boolean done = a != to && rows.call(function, a, to);
        for (int i = 0; !done && i < to.length; i++) {
            to[i] = function.value(a[i]);
        }
    }

    /** Runs operations on one lane. */
    static void run(int[] operations, double[][] m, int lane) {
        for (int at = 0; at < operations.length; at += WIDTH) {
            m[operations[at + 1]][lane] = one(operations, at, m, lane);
        }
    }

    private static double one(int[] operations, int at, double[][] m, int lane) {
        double a = m[operations[at + 2]][lane];
        int b = operations[at + 3];
        return switch (operations[at]) {
            case COPY -> a;
            case ADD -> a + m[b][lane];
            case SUBTRACT -> a - m[b][lane];
            case MULTIPLY -> a * m[b][lane];
            case DIVIDE -> a / m[b][lane];
            case NEGATE -> -a;
            case ABSOLUTE -> Math.abs(a);
            case ROOT -> Math.sqrt(a);
            case POWER -> Formula.Power.power(a, m[b][lane]);
            case CALL -> FUNCTIONS[b].value(a);
            case COMPARE -> RELATIONS[operations[at + 4]].holds(a, m[b][lane]) ? 1 : 0;
            case SELECT -> a != 0 ? m[b][lane] : m[operations[at + 4]][lane];
            case LARGER -> Math.max(a, m[b][lane]);
            default -> Math.min(a, m[b][lane]);
        };
    }
}

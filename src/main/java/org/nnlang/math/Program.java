package org.nnlang.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A recipe made fast: its last line, or the variables that it changes, for many elements at a time, a loop over a row of numbers
 * for each operation.
 *
 * <p>The operations and their order are the formulas', so the bits are those of {@link Formula#value()}. What has no variable
 * is computed once, what occurs several times once in each run. {@link Each} is over all elements of a row. A program is
 * compiled when it is first run; each user has a {@link Run} of its own.
 */
public final class Program {
    /** No decimals. */
    public static final int UNROUNDED = -1;

    private final Recipe recipe;
    private final List<String> variables;
    private final Set<String> changed;
    private final int decimals;
    private Code code;

    /** The program of a recipe whose lines are of these variables and of earlier lines; of one name, the last counts. */
    public Program(Recipe recipe, String... variables) {
        this(recipe, Set.of(), UNROUNDED, List.of(variables));
    }

    private Program(Recipe recipe, Set<String> changed, int decimals, List<String> variables) {
        this.recipe = recipe;
        this.changed = changed;
        this.decimals = decimals;
        this.variables = List.copyOf(variables);
    }

    /**
     * The program of a recipe that changes some of its variables.
     *
     * @param changed variables whose rows get the last values of their names
     * @param decimals what each written line is rounded to; {@link #UNROUNDED} for none
     */
    public static Program changing(Recipe recipe, Set<String> changed, int decimals, List<String> variables) {
        return new Program(recipe, Set.copyOf(changed), decimals, variables);
    }

    /** The program of a formula. */
    public static Program of(Formula formula, String... variables) {
        return new Program(new Recipe(Recipe.line("", formula)), variables);
    }

    /** The place of a variable among those that a run is given, from 0. */
    public int place(String variable) {
        return variables.lastIndexOf(variable);
    }

    /** The names of the variables that a run is given, in order. */
    public List<String> variables() {
        return variables;
    }

    /** The lines that are computed. */
    public List<Recipe.Line> lines() {
        return recipe.lines();
    }

    /**
     * A run for up to {@code room} elements.
     *
     * @param single whether the result of each operation is rounded to float32
     */
    public Run run(int room, boolean single) {
        return new Run(code(), room, single);
    }

    private Code code() {
        if (code == null) {
            code = new Builder(variables, changed, decimals).code(recipe);
        }
        return code;
    }

    /** Whether a run computes functions of so many elements in loops that become vector instructions. */
    public boolean hasFunctionsOfRows(int count) {
        return count >= ElementaryRows.FEW
                && Arrays.stream(code().steps).anyMatch(step -> step.test < 0 && ElementaryRows.has(step.function));
    }

    /** A run for so many elements, in double. */
    public Run run(int room) {
        return run(room, false);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Program p
                && recipe.equals(p.recipe)
                && variables.equals(p.variables)
                && changed.equals(p.changed)
                && decimals == p.decimals;
    }

    @Override
    public int hashCode() {
        return variables.hashCode();
    }

    private enum Operation {
        COPY,
        SUM,
        DIFFERENCE,
        PRODUCT,
        QUOTIENT,
        POWER,
        /** 1 − base^exponent. */
        LESS_POWER,
        NEGATION,
        ABSOLUTE,
        ROOT,
        LARGER,
        SMALLER,
        CALL,
        /** By a test: 1 if it holds, 0 if not, NaN if it compares NaN. */
        CHOICE,
        ABOVE_ZERO,
        ABOVE,
        AT_LEAST,
        EQUAL,
        BOTH,
        EITHER,
        NOT,
        /** To decimals. */
        ROUND,
        /** Over all elements. */
        TOTAL,
        LARGEST,
        NEG_LOG_SOFTMAX
    }

    /**
     * One operation on registers, each a row.
     *
     * @param to the result
     * @param test the result is needed only where this register has the value {@code taken}; -1 for everywhere
     * @param taken also the decimals to round to
     */
    private record Step(Operation operation, int to, int a, int b, Function function, int test, double taken) {}

    /**
     * Registers are the variables, then the constants, then what the steps give. The last step gives the result, unless the
     * steps change variables.
     */
    private record Code(Step[] steps, int variables, double[] constants, int registers) {}

    /** Computes a program for one user at a time; nothing is allocated after the first time. */
    public static final class Run {
        private final Step[] steps;
        private final double[][] registers;
        private final boolean single;
        private final ElementaryRows functions = new ElementaryRows();
        private final int[] places;
        private final double[] gathered;
        private final double[] values;

        private Run(Code code, int room, boolean single) {
            steps = code.steps;
            this.single = single;
            int branches = Arrays.stream(steps).anyMatch(step -> step.operation == Operation.CALL && step.test >= 0)
                    ? room
                    : 0;
            places = new int[branches];
            gathered = new double[branches];
            values = new double[branches];
            registers = new double[code.registers][];
            for (int i = code.variables; i < code.registers; i++) {
                registers[i] = new double[room];
            }
            for (int i = 0; i < code.constants.length; i++) {
                double constant = code.constants[i];
                Arrays.fill(registers[code.variables + i], single ? (float) constant : constant);
            }
        }

        /** Computes the result for each element of the rows of one variable. */
        public void compute(double[] to, int count, double[] a) {
            turn(0, a);
            compute(to, count);
        }

        /** Computes the result for each element of the rows of three variables. */
        public void compute(double[] to, int count, double[] a, double[] b, double[] c) {
            turn(0, a);
            turn(1, b);
            turn(2, c);
            compute(to, count);
        }

        /** Computes the result for each element of the rows of the variables. */
        public void compute(double[] to, int count, double[]... rows) {
            System.arraycopy(rows, 0, registers, 0, rows.length);
            compute(to, count);
        }

        /** Makes a register a row; most are the same each time, and comparing is cheaper than storing. */
        private void turn(int register, double[] row) {
            if (registers[register] != row) {
                registers[register] = row;
            }
        }

        /** Changes the first elements of some of the variables' rows. */
        public void change(int count, double[][] rows) {
            System.arraycopy(rows, 0, registers, 0, rows.length);
            run(count);
        }

        private void compute(double[] to, int count) {
            turn(registers.length - 1, to);
            run(count);
        }

        /** The frequent operations have a loop each, in a method that a compiler can write out here. */
        private void run(int count) {
            double[][] rows = registers;
            for (Step step : steps) {
                double[] result = rows[step.to];
                double[] a = rows[step.a];
                double[] b = rows[step.b];
                switch (step.operation) {
                    case SUM -> add(result, a, b, count);
                    case DIFFERENCE -> subtract(result, a, b, count);
                    case PRODUCT -> multiply(result, a, b, count);
                    case QUOTIENT -> divide(result, a, b, count);
                    case CALL -> {
                        if (step.test < 0) {
                            call(step.function, result, a, count);
                        } else {
                            callWhereNeeded(step, result, a, count);
                        }
                    }
                    case CHOICE -> choose(result, rows[step.test], a, b, count);
                    case TOTAL -> Arrays.fill(result, 0, count, total(a, count));
                    case LARGEST -> Arrays.fill(result, 0, count, largest(a, count));
                    case NEG_LOG_SOFTMAX -> Function.negLogSoftmax(a, count, b, count, result);
                    default -> others(step, result, a, b, count);
                }
                if (single) {
                    round(result, count);
                }
            }
        }

        private static void round(double[] row, int count) {
            for (int i = 0; i < count; i++) {
                row[i] = (float) row[i];
            }
        }

        private static void add(double[] to, double[] a, double[] b, int count) {
            for (int i = 0; i < count; i++) {
                to[i] = a[i] + b[i];
            }
        }

        private static void subtract(double[] to, double[] a, double[] b, int count) {
            for (int i = 0; i < count; i++) {
                to[i] = a[i] - b[i];
            }
        }

        private static void multiply(double[] to, double[] a, double[] b, int count) {
            for (int i = 0; i < count; i++) {
                to[i] = a[i] * b[i];
            }
        }

        private static void divide(double[] to, double[] a, double[] b, int count) {
            for (int i = 0; i < count; i++) {
                to[i] = a[i] / b[i];
            }
        }

        private static void others(Step step, double[] to, double[] a, double[] b, int count) {
            switch (step.operation) {
                case NEGATION -> {
                    for (int i = 0; i < count; i++) {
                        to[i] = -a[i];
                    }
                }
                case LARGER -> {
                    for (int i = 0; i < count; i++) {
                        to[i] = Math.max(a[i], b[i]);
                    }
                }
                case SMALLER -> {
                    for (int i = 0; i < count; i++) {
                        to[i] = Math.min(a[i], b[i]);
                    }
                }
                case ABOVE -> {
                    for (int i = 0; i < count; i++) {
                        to[i] = a[i] > b[i] ? 1 : a[i] <= b[i] ? 0 : Double.NaN;
                    }
                }
                case AT_LEAST -> {
                    for (int i = 0; i < count; i++) {
                        to[i] = a[i] >= b[i] ? 1 : a[i] < b[i] ? 0 : Double.NaN;
                    }
                }
                case EQUAL -> {
                    for (int i = 0; i < count; i++) {
                        to[i] = a[i] == b[i] ? 1 : a[i] < b[i] || a[i] > b[i] ? 0 : Double.NaN;
                    }
                }
                case ABOVE_ZERO -> {
                    for (int i = 0; i < count; i++) {
                        to[i] = Math.max(0.0, Math.signum(a[i]));
                    }
                }
                default -> {
                    for (int i = 0; i < count; i++) {
                        to[i] = value(step, a[i], b[i]);
                    }
                }
            }
        }

        private static double value(Step step, double a, double b) {
            return switch (step.operation) {
                case COPY -> a;
                case POWER -> Formula.Power.power(a, b);
                case LESS_POWER -> Formula.Power.lessPower(a, b);
                case ABSOLUTE -> Math.abs(a);
                case ROOT -> Math.sqrt(a);
                case BOTH -> a == 1 ? b : a;
                case EITHER -> a == 0 ? b : a;
                case NOT -> 1 - a;
                case ROUND -> Decimals.round(a, (int) step.taken);
                default -> throw new IllegalStateException(step.operation.name());
            };
        }

        /** Functions are expensive: they are computed only where they are needed. */
        private void callWhereNeeded(Step step, double[] to, double[] a, int count) {
            double[] test = registers[step.test];
            int some = 0;
            for (int i = 0; i < count; i++) {
                if (test[i] == step.taken) {
                    places[some++] = i;
                }
            }
            if (some == count) {
                call(step.function, to, a, count);
                return;
            }
            for (int k = 0; k < some; k++) {
                gathered[k] = a[places[k]];
            }
            call(step.function, values, gathered, some);
            for (int k = 0; k < some; k++) {
                to[places[k]] = values[k];
            }
        }

        /** A loop for each function, so that the compiler can write the function out. */
        private void call(Function function, double[] to, double[] a, int count) {
            if (count >= ElementaryRows.FEW
                    && a.length == count
                    && to.length == count
                    && functions.call(function, a, to)) {
                return;
            }
            switch (function) {
                case EXP -> {
                    for (int i = 0; i < count; i++) {
                        to[i] = Elementary.exp(a[i]);
                    }
                }
                case TANH -> {
                    for (int i = 0; i < count; i++) {
                        to[i] = Elementary.tanh(a[i]);
                    }
                }
                case SIGMOID -> {
                    for (int i = 0; i < count; i++) {
                        to[i] = Elementary.sigmoid(a[i]);
                    }
                }
                case NORMAL_CDF -> {
                    for (int i = 0; i < count; i++) {
                        to[i] = Elementary.normalCdf(a[i]);
                    }
                }
                case NORMAL_DENSITY -> {
                    for (int i = 0; i < count; i++) {
                        to[i] = Elementary.normalDensity(a[i]);
                    }
                }
                case EXPM1 -> {
                    for (int i = 0; i < count; i++) {
                        to[i] = Elementary.expm1(a[i]);
                    }
                }
                default -> {
                    for (int i = 0; i < count; i++) {
                        to[i] = function.value(a[i]);
                    }
                }
            }
        }

        /** Without branches, which would go either way; NaN if the test compares NaN. */
        private static void choose(double[] to, double[] test, double[] then, double[] otherwise, int count) {
            for (int i = 0; i < count; i++) {
                long mask = -(Double.doubleToRawLongBits(test[i]) >>> 61 & 1); // of 1.0, and of NaN; not of 0.0
                long bits =
                        Double.doubleToRawLongBits(then[i]) & mask | Double.doubleToRawLongBits(otherwise[i]) & ~mask;
                to[i] = Double.longBitsToDouble(bits) * (test[i] - test[i] + 1);
            }
        }

        private static double total(double[] row, int count) {
            double total = 0;
            for (int i = 0; i < count; i++) {
                total += row[i];
            }
            return total;
        }

        private static double largest(double[] row, int count) {
            double largest = row[0];
            for (int i = 0; i < count; i++) {
                largest = Math.max(largest, row[i]);
            }
            return largest;
        }
    }

    /** Makes the steps of a recipe. */
    private static final class Builder {
        private static final int EVERYWHERE = -1;
        private static final Formula ZERO = Formula.number(0);
        private static final Formula ONE = Formula.number(1);

        private final List<String> variables;
        private final Set<String> changed;
        private final int decimals;
        private final List<Step> steps = new ArrayList<>();
        private final List<Double> constants = new ArrayList<>();
        private final Map<String, Integer> names = new HashMap<>();
        /** The registers of what has been computed, in the branch that is being written or around it. */
        private Map<Formula, Integer> known = new HashMap<>();

        private final Map<Formula, Integer> everywhere = known;
        private int registers;
        private int test = EVERYWHERE;
        private double taken;

        Builder(List<String> variables, Set<String> changed, int decimals) {
            this.variables = variables;
            this.changed = changed;
            this.decimals = decimals;
            for (String variable : variables) {
                names.put(variable, registers++);
            }
        }

        Code code(Recipe recipe) {
            recipe.lines().forEach(line -> constants(line.formula()));
            int result = -1;
            for (Recipe.Line line : recipe.lines()) {
                result = value(line);
                if (names.put(line.name(), result) != null) {
                    known.keySet().removeIf(formula -> Parts.contains(formula, line.name()));
                }
            }
            if (changed.isEmpty() && (steps.isEmpty() || result != registers - 1)) {
                step(Operation.COPY, result, result);
            }
            changed.forEach(this::change);
            double[] all = constants.stream().mapToDouble(c -> c).toArray();
            return new Code(steps.toArray(Step[]::new), variables.size(), all, registers);
        }

        private int value(Recipe.Line line) {
            int result = register(line.formula());
            if (decimals != UNROUNDED && line.isWritten()) {
                steps.add(new Step(Operation.ROUND, registers, result, result, null, EVERYWHERE, decimals));
                return registers++;
            }
            return result < variables.size() && changed.contains(line.name())
                    ? step(Operation.COPY, result, result)
                    : result;
        }

        /** Gives a variable the last value of its name: the step that computes the value writes it there, if it can. */
        private void change(String name) {
            int variable = variables.lastIndexOf(name);
            int value = names.get(name);
            int last = steps.size() - 1;
            while (last >= 0 && steps.get(last).to != value && !reads(steps.get(last), variable)) {
                last--;
            }
            boolean free = value >= variables.size() // else it is another variable's, too
                    && last >= 0
                    && steps.get(last).to == value
                    && steps.get(last).operation != Operation.CALL; // which can't go where its argument is
            if (!free) {
                steps.add(new Step(Operation.COPY, variable, value, value, null, EVERYWHERE, 0));
                return;
            }
            steps.replaceAll(step -> new Step(
                    step.operation,
                    step.to == value ? variable : step.to,
                    step.a == value ? variable : step.a,
                    step.b == value ? variable : step.b,
                    step.function,
                    step.test == value ? variable : step.test,
                    step.taken));
            names.replaceAll((_, register) -> register == value ? variable : register);
        }

        private static boolean reads(Step step, int register) {
            return step.a == register || step.b == register || step.test == register;
        }

        /** Gives what has no variables its registers. */
        private void constants(Formula formula) {
            if (Parts.hasVariables(formula)) {
                Parts.of(formula).forEach(this::constants);
            } else if (!known.containsKey(formula)) {
                constants.add(formula.value());
                known.put(formula, registers++);
            }
            if (formula instanceof Formula.Call call && call.function() == Function.RELU) {
                constants(ZERO); // relu is max(0, z)
            }
        }

        private int register(Formula formula) {
            if (formula instanceof Formula.Variable v) {
                Integer register = names.get(v.name());
                if (register == null) {
                    throw new IllegalArgumentException("no variable " + v.name());
                }
                return register;
            }
            Integer register = known.get(formula);
            if (register == null) {
                register = fresh(formula);
                known.put(formula, register);
            }
            return register;
        }

        private int fresh(Formula formula) {
            return switch (formula) {
                case Formula.Number _, Formula.Named _, Formula.Leaf _, Formula.Variable _, Formula.Elided _ ->
                    throw new IllegalStateException("no operation");
                case Formula.Sum f when f.terms().getFirst() instanceof Each each -> over(Operation.TOTAL, each);
                case Formula.Sum f
                when f.lessPower() != null ->
                    step(
                            Operation.LESS_POWER,
                            f.lessPower().base(),
                            f.lessPower().exponent());
                case Formula.Sum f -> sum(f.terms());
                case Formula.Product f -> chain(Operation.PRODUCT, f.factors());
                case Formula.Quotient f when sigmoid(f) != null -> function(Function.SIGMOID, register(sigmoid(f)));
                case Formula.Quotient f -> step(Operation.QUOTIENT, f.numerator(), f.denominator());
                case Formula.Power f
                when f.exponent() instanceof Formula.Number n && n.value() == 2 ->
                    step(Operation.PRODUCT, f.base(), f.base());
                case Formula.Power f -> step(Operation.POWER, f.base(), f.exponent());
                case Formula.Negation f -> step(Operation.NEGATION, f.of());
                case Formula.Absolute f -> step(Operation.ABSOLUTE, f.of());
                case Formula.Root f -> step(Operation.ROOT, f.of());
                case Formula.Because f -> register(f.of());
                case Formula.Call f -> call(f);
                case Formula.If f -> choice(f);
            };
        }

        private int step(Operation operation, Formula... of) {
            return step(operation, register(of[0]), register(of[of.length - 1]));
        }

        private int step(Operation operation, int a, int b) {
            return step(operation, a, b, null);
        }

        private int step(Operation operation, int a, int b, Function function) {
            steps.add(new Step(operation, registers, a, b, function, test, taken));
            return registers++;
        }

        private int sum(List<Formula> terms) {
            int sum = register(terms.getFirst());
            for (Formula term : terms.subList(1, terms.size())) {
                sum = term instanceof Formula.Negation n && Parts.hasVariables(n)
                        ? step(Operation.DIFFERENCE, sum, register(n.of()))
                        : step(Operation.SUM, sum, register(term));
            }
            return sum;
        }

        private int chain(Operation operation, List<Formula> operands) {
            int result = register(operands.getFirst());
            for (Formula operand : operands.subList(1, operands.size())) {
                result = step(operation, result, register(operand));
            }
            return result;
        }

        private int call(Formula.Call f) {
            Formula first = f.arguments().getFirst();
            return switch (f.function()) {
                case MAX ->
                    first instanceof Each each ? over(Operation.LARGEST, each) : chain(Operation.LARGER, f.arguments());
                case MIN -> chain(Operation.SMALLER, f.arguments());
                case RELU -> step(Operation.LARGER, constant(0), register(first));
                case SIGMOID, LOGISTIC -> function(Function.SIGMOID, register(first));
                case NEG_LOG_SOFTMAX ->
                    step(
                            Operation.NEG_LOG_SOFTMAX,
                            register(first),
                            each(((Each) f.arguments().getLast()).of()));
                case EXP, LN, TANH, SIN, COS, TAN, SIGN, NORMAL_CDF, NORMAL_DENSITY, EXPM1, SOFTPLUS ->
                    function(f.function(), register(first));
            };
        }

        private int function(Function function, int of) {
            return step(Operation.CALL, of, of, function);
        }

        /** The u of 1 / (1 + e^−u), which is computed so; else null. */
        private static Formula sigmoid(Formula.Quotient f) {
            return f.numerator().equals(ONE)
                            && f.denominator() instanceof Formula.Sum(List<Formula> terms)
                            && terms.size() == 2
                            && terms.getFirst().equals(ONE)
                            && terms.getLast() instanceof Formula.Call(Function function, List<Formula> of)
                            && function == Function.EXP
                            && of.getFirst() instanceof Formula.Negation(Formula u)
                    ? u
                    : null;
        }

        private int constant(double value) {
            return known.get(Formula.number(value));
        }

        /** What is over all elements is computed for all of them, in whatever branch. */
        private int each(Formula of) {
            Map<Formula, Integer> inside = known;
            int condition = test;
            known = condition == EVERYWHERE ? known : new HashMap<>(everywhere);
            test = EVERYWHERE;
            int register = register(of);
            known = inside;
            test = condition;
            return register;
        }

        private int over(Operation operation, Each each) {
            int of = each(each.of());
            return step(operation, of, of);
        }

        private int choice(Formula.If f) {
            int condition = test(f.condition());
            if (f.then().equals(ONE) && f.otherwise().equals(ZERO)) {
                return condition;
            }
            int then = branch(f.then(), condition, 1);
            int otherwise = branch(f.otherwise(), condition, 0);
            steps.add(new Step(Operation.CHOICE, registers, then, otherwise, null, condition, 0));
            return registers++;
        }

        /** Functions in a branch are computed where it is taken only. */
        private int branch(Formula formula, int condition, double value) {
            Map<Formula, Integer> around = known;
            int outer = test;
            double outerTaken = taken;
            known = new HashMap<>(known);
            test = condition;
            taken = value;
            int register = register(formula);
            known = around;
            test = outer;
            taken = outerTaken;
            return register;
        }

        private int test(Reason.Condition condition) {
            return switch (condition) {
                case Reason.Comparison c
                when c.relation() == Reason.Relation.ABOVE && c.right().equals(ZERO) ->
                    step(Operation.ABOVE_ZERO, c.left());
                case Reason.Comparison c -> comparison(c.relation(), register(c.left()), register(c.right()));
                case Reason.All all -> tests(Operation.BOTH, all.conditions());
                case Reason.Any any -> tests(Operation.EITHER, any.conditions());
                case Reason.Not not -> not(test(not.condition()));
            };
        }

        private int comparison(Reason.Relation relation, int left, int right) {
            return switch (relation) {
                case ABOVE -> step(Operation.ABOVE, left, right);
                case AT_LEAST -> step(Operation.AT_LEAST, left, right);
                case BELOW -> step(Operation.ABOVE, right, left);
                case AT_MOST -> step(Operation.AT_LEAST, right, left);
                case EQUAL -> step(Operation.EQUAL, left, right);
                case UNEQUAL -> not(step(Operation.EQUAL, left, right));
            };
        }

        private int not(int test) {
            return step(Operation.NOT, test, test);
        }

        private int tests(Operation operation, List<Reason.Condition> conditions) {
            int result = test(conditions.getFirst());
            for (Reason.Condition condition : conditions.subList(1, conditions.size())) {
                result = step(operation, result, test(condition));
            }
            return result;
        }
    }
}

package org.nnlang.engine;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.math.Each;
import org.nnlang.math.Formula;
import org.nnlang.math.Function;
import org.nnlang.math.Parts;
import org.nnlang.math.Program;
import org.nnlang.math.Recipe;

/**
 * A program as generated loops over rows: one for each line, and one for each sum or largest number of a row. The compiler turns
 * a loop that calls no function into vector instructions.
 */
final class RowLoops {
    /** What the generated class implements. */
    interface Code {
        /** Computes the result for some elements of the rows of up to three variables: all arrays of doubles, or of floats. */
        void compute(Object to, Object a, Object b, Object c, int from, int end);
    }

    private static final int MOST = 64;
    private static final int TO = 1;
    private static final int FROM = 5;
    private static final int END = 6;
    private static final MethodTypeDesc COMPUTE =
            MethodTypeDesc.of(CD_void, CD_Object, CD_Object, CD_Object, CD_Object, CD_int, CD_int);

    private record Shape(Program program, boolean single) {}

    /** The code of the programs that were used last. */
    private static final Map<Shape, Code> KNOWN = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Shape, Code> eldest) {
            return size() > MOST;
        }
    };

    private final CodeBuilder code;
    private final Locals v;
    private final int index;
    /** The local variables of arrays, by the names of their rows. */
    private final Map<String, Integer> rows = new HashMap<>();
    /** The local variables of numbers that are the same for the whole row, by their names. */
    private final Map<String, Integer> numbers = new HashMap<>();
    /** Variables for sums that are known. */
    private final Map<Formula, Formula> sums = new HashMap<>();

    private RowLoops(Shape shape, CodeBuilder code) {
        this.code = code;
        v = new Locals(code, shape.single ? TypeKind.FLOAT : TypeKind.DOUBLE);
        index = code.allocateLocal(TypeKind.INT);
    }

    /** The loops of a program, in double or in float32. At most one line before the last may give a row. */
    static Code of(Program program, boolean single) {
        synchronized (KNOWN) {
            return KNOWN.computeIfAbsent(new Shape(program, single), RowLoops::generate);
        }
    }

    private static Code generate(Shape shape) {
        byte[] bytes = GeneratedClass.bytes(
                Code.class,
                c -> c.withMethodBody(
                        "compute", COMPUTE, ClassFile.ACC_PUBLIC, b -> new RowLoops(shape, b).write(shape.program)));
        return GeneratedClass.load(Code.class, bytes, List.of());
    }

    private void write(Program program) {
        for (String variable : program.variables()) {
            rows.put(variable, array(TO + 1 + program.place(variable)));
        }
        int to = array(TO);
        for (Recipe.Line line : program.lines()) {
            Formula formula = reduce(line.formula());
            boolean last = line == program.lines().getLast();
            if (!last && isNumber(formula)) {
                push(formula);
                numbers.put(line.name(), fresh());
            } else {
                row(formula, to, last ? null : Each.sum(Formula.variable(line.name())));
                if (!last && rows.containsValue(to)) {
                    throw new IllegalArgumentException("two rows between the lines of " + program.lines());
                }
                rows.put(line.name(), to);
            }
        }
        code.return_();
    }

    /** Writes the loop of a line, which also adds its values up unless {@code sum} is null. */
    private void row(Formula formula, int to, Formula sum) {
        if (sum == null) {
            loop(() -> {
                code.aload(to).iload(index);
                push(formula);
                code.arrayStore(v.kind);
            });
            return;
        }
        v.number(0);
        int total = fresh();
        int value = v.fresh();
        loop(() -> {
            push(formula);
            v.set(value);
            code.aload(to).iload(index);
            v.get(value).code.arrayStore(v.kind);
            v.get(total).get(value).plus().set(total);
        });
        sums.put(sum, name(total));
    }

    private int array(int parameter) {
        int array = code.allocateLocal(TypeKind.REFERENCE);
        code.aload(parameter)
                .checkcast((v.kind == TypeKind.FLOAT ? CD_float : CD_double).arrayType())
                .astore(array);
        return array;
    }

    /** A local variable with the number that is pushed. */
    private int fresh() {
        int local = v.fresh();
        v.set(local);
        return local;
    }

    private boolean isNumber(Formula formula) {
        return formula instanceof Formula.Variable f
                ? numbers.containsKey(f.name())
                : Parts.of(formula).stream().allMatch(this::isNumber);
    }

    /** Writes a loop over the row. */
    private void loop(Runnable body) {
        Label top = code.newLabel();
        Label end = code.newLabel();
        code.iload(FROM).istore(index).labelBinding(top).iload(index).iload(END).if_icmpge(end);
        body.run();
        code.iinc(index, 1).goto_(top).labelBinding(end);
    }

    /** Writes the sums and the largest numbers of a formula; the formula with variables for them. */
    private Formula reduce(Formula formula) {
        if (sums.containsKey(formula)) {
            return sums.get(formula);
        }
        return switch (formula) {
            case Formula.Sum f
            when f.terms().getFirst() instanceof Each(Formula of) -> {
                v.number(0);
                yield accumulate(of, v::plus);
            }
            case Formula.Call f
            when f.function() == Function.MAX && f.arguments().getFirst() instanceof Each(Formula of) -> {
                code.iload(FROM).istore(index);
                push(of);
                yield accumulate(of, () -> v.call("max", Math.class, 2));
            }
            default -> Parts.map(formula, this::reduce);
        };
    }

    /** Joins the pushed number with the values of a formula, one after the other; the variable that gets the result. */
    private Formula accumulate(Formula of, Runnable join) {
        int local = fresh();
        loop(() -> {
            v.get(local);
            push(of);
            join.run();
            v.set(local);
        });
        return name(local);
    }

    private Formula name(int local) {
        String name = "over" + numbers.size();
        numbers.put(name, local);
        return Formula.variable(name);
    }

    private void push(Formula formula) {
        FormulaCode.inLoop(v, name -> {
                    if (numbers.containsKey(name)) {
                        v.get(numbers.get(name));
                    } else {
                        code.aload(rows.get(name)).iload(index).arrayLoad(v.kind);
                    }
                })
                .push(formula);
    }
}

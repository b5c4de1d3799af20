package org.nnlang.engine;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_void;
import static org.assertj.core.api.Assertions.assertThat;
import static org.nnlang.math.Formula.call;
import static org.nnlang.math.Formula.cases;
import static org.nnlang.math.Formula.number;
import static org.nnlang.math.Formula.sum;
import static org.nnlang.math.Formula.variable;

import java.lang.classfile.ClassFile;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nnlang.math.Evaluation;
import org.nnlang.math.Formula;
import org.nnlang.math.FormulaSyntax;
import org.nnlang.math.Function;
import org.nnlang.math.RandomFormulas;
import org.nnlang.math.Reason;

/** Generated code, rows and trees of formulas give the same bits. */
class FormulaCodeTest {
    private static final double[] EDGES = {
        0, -0.0, 1, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
    };

    private final SplittableRandom random = new SplittableRandom(7);
    private final RandomFormulas formulas = new RandomFormulas(random, "z", "t");

    /** What the generated class implements. */
    interface Code {
        /** Writes each formula's value. */
        void run(double z, double t, double[] to);
    }

    private static Code code(List<Formula> formulas, TypeKind kind, boolean inLoop) {
        MethodTypeDesc type = MethodTypeDesc.of(CD_void, CD_double, CD_double, CD_double.arrayType());
        byte[] bytes = GeneratedClass.bytes(
                Code.class,
                c -> c.withMethodBody("run", type, ClassFile.ACC_PUBLIC, b -> {
                    Locals v = new Locals(b, kind);
                    Consumer<String> variable =
                            name -> v.code.dload(name.equals("z") ? 1 : 3).conversion(TypeKind.DOUBLE, kind);
                    FormulaCode code = inLoop ? FormulaCode.inLoop(v, variable) : new FormulaCode(v, variable);
                    for (int i = 0; i < formulas.size(); i++) {
                        b.aload(5).loadConstant(i);
                        code.push(formulas.get(i));
                        b.conversion(kind, TypeKind.DOUBLE).dastore();
                    }
                    b.return_();
                }));
        return GeneratedClass.load(Code.class, bytes, List.of());
    }

    private double argument() {
        return random.nextInt(3) == 0 ? EDGES[random.nextInt(EDGES.length)] : random.nextDouble(-3, 3);
    }

    private void compare(List<Formula> all, TypeKind kind) {
        compare(all, kind, false);
        compare(all, kind, true);
    }

    private void compare(List<Formula> all, TypeKind kind, boolean inLoop) {
        boolean single = kind == TypeKind.FLOAT;
        Code code = code(all, kind, inLoop);
        Evaluation evaluation = new Evaluation(1, single);
        List<Evaluation.Values> rows = all.stream().map(evaluation::of).toList();
        double[] actual = new double[all.size()];
        for (int point = 0; point < 20; point++) {
            double z = single ? (float) argument() : argument();
            double t = single ? (float) argument() : argument();
            evaluation.row("z")[0] = z;
            evaluation.row("t")[0] = t;
            code.run(z, t, actual);
            for (int i = 0; i < all.size(); i++) {
                Formula formula = all.get(i);
                assertThat(Double.doubleToLongBits(actual[i]))
                        .as(() -> "%s at %s, %s".formatted(FormulaSyntax.text(formula), z, t))
                        .isEqualTo(Double.doubleToLongBits(rows.get(i).at(1)[0]));
                if (!single) {
                    Formula bound = formula.bind(Map.of("z", number(z), "t", number(t)));
                    assertThat(Double.doubleToLongBits(actual[i])).isEqualTo(Double.doubleToLongBits(bound.value()));
                }
            }
        }
    }

    @Test
    void randomFormulas() {
        for (int i = 0; i < 100; i++) {
            List<Formula> all = Stream.generate(() -> formulas.next(1 + random.nextInt(4)))
                    .limit(30)
                    .toList();
            compare(all, i % 2 == 0 ? TypeKind.DOUBLE : TypeKind.FLOAT);
        }
    }

    @Test
    void conditions() {
        Formula z = variable("z");
        Formula t = variable("t");
        List<Formula> all = new ArrayList<>();
        for (Reason.Relation one : Reason.Relation.values()) {
            for (Reason.Relation other : Reason.Relation.values()) {
                Reason.Condition a = new Reason.Comparison(call(Function.SIN, z), one, t);
                Reason.Condition b = new Reason.Comparison(t, other, number(0));
                Reason.Condition c = new Reason.Comparison(sum(z, t), one, call(Function.COS, z));
                for (Reason.Condition condition : List.of(
                        new Reason.All(List.of(a, b, c)),
                        new Reason.Any(List.of(a, b, c)),
                        new Reason.Not(new Reason.All(List.of(b, new Reason.Any(List.of(a, c))))))) {
                    all.add(sum(
                            new Formula.If(condition, call(Function.SIN, z), call(Function.COS, z)),
                            call(Function.COS, z)));
                }
            }
        }
        for (double otherwise : new double[] {0, -0.0, 0.01, -2, Double.POSITIVE_INFINITY, Double.NaN}) {
            for (double then : new double[] {1, -0.0, 3, Double.NEGATIVE_INFINITY}) {
                all.add(cases(z, Reason.Relation.ABOVE, number(0), number(then), number(otherwise)));
            }
        }
        compare(all, TypeKind.DOUBLE);
        compare(all, TypeKind.FLOAT);
    }
}

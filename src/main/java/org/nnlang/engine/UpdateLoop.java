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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.math.Evaluation;
import org.nnlang.math.Parts;
import org.nnlang.math.Recipe;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Precision;
import org.nnlang.training.Plan;

/**
 * An optimizer's recipe for many parameters, in double or in float32: a generated loop, which the compiler turns into vector
 * instructions.
 *
 * <p>What is the same for all parameters is computed in double and given to the loop, so that one loop serves all values of an
 * optimizer's arguments and is compiled once.
 */
final class UpdateLoop {
    /** What the generated class implements. */
    interface Code {
        /** Updates some parameters; arrays are of doubles or of floats. */
        void apply(double[] same, Object p, Object[] memory, Object gradient, int from, int to);
    }

    /** All that decides what the code is. */
    private record Shape(List<Recipe.Line> each, List<String> same, List<String> memory, boolean single) {}

    private static final int MOST = 64;
    private static final MethodTypeDesc APPLY = MethodTypeDesc.of(
            CD_void, CD_double.arrayType(), CD_Object, CD_Object.arrayType(), CD_Object, CD_int, CD_int);

    /** The code of the shapes that were used last. */
    private static final Map<Shape, Code> KNOWN = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Shape, Code> eldest) {
            return size() > MOST;
        }
    };

    /** A line that is the same for all parameters but not at all updates, and the place of its value. */
    private record Once(Evaluation.Values values, double[] row, int place) {}

    private final Evaluation evaluation = new Evaluation(1, false);
    private final double[] rowOfN = evaluation.row("n");
    private final double[] rowOfRate = evaluation.row("η");
    private final List<Once> once = new ArrayList<>();
    private final double[] same;
    private final Code code;

    UpdateLoop(Plan plan) {
        Recipe.Split recipe = Optimizer.split(plan.recipe());
        List<String> names = new ArrayList<>(List.of("n", "η", Optimizer.NORM));
        recipe.once().forEach(line -> names.add(line.name()));
        same = new double[names.size()];
        for (Recipe.Line line : recipe.once()) {
            Once ready =
                    new Once(evaluation.of(line.formula()), evaluation.row(line.name()), names.indexOf(line.name()));
            evaluate(ready);
            if (Parts.hasVariables(line.formula())) {
                once.add(ready);
            }
        }
        Shape shape = new Shape(recipe.each(), names, plan.optimizer().memory(), plan.precision() == Precision.SINGLE);
        synchronized (KNOWN) {
            code = KNOWN.computeIfAbsent(shape, UpdateLoop::generate);
        }
    }

    /** Prepares the n-th update since the memory was empty, at a learning rate. */
    void begin(double rate, long n) {
        same[0] = rowOfN[0] = n;
        same[1] = rowOfRate[0] = rate;
        for (int k = 0; k < once.size(); k++) {
            evaluate(once.get(k));
        }
    }

    private void evaluate(Once ready) {
        double value = ready.values.at(1)[0];
        ready.row[0] = value;
        same[ready.place] = value;
    }

    /** Updates some parameters and what is remembered of them: arrays of doubles, or of floats. */
    void apply(Object p, Object[] memory, Object gradient, int from, int to) {
        code.apply(same, p, memory, gradient, from, to);
    }

    private static Code generate(Shape shape) {
        byte[] bytes = GeneratedClass.bytes(
                Code.class, c -> c.withMethodBody("apply", APPLY, ClassFile.ACC_PUBLIC, b -> write(shape, b)));
        return GeneratedClass.load(Code.class, bytes, List.of());
    }

    private static void write(Shape shape, CodeBuilder code) {
        TypeKind kind = shape.single ? TypeKind.FLOAT : TypeKind.DOUBLE;
        Map<String, Integer> variables = new HashMap<>();
        for (int k = 0; k < shape.same.size(); k++) {
            String name = shape.same.get(k);
            if (Recipe.reads(shape.each, name) > 0) {
                variables.put(name, code.allocateLocal(kind));
                code.aload(1)
                        .loadConstant(k)
                        .daload()
                        .conversion(TypeKind.DOUBLE, kind)
                        .storeLocal(kind, variables.get(name));
            }
        }
        Map<String, Integer> arrays = new HashMap<>();
        arrays.put("p", array(code.aload(2), kind));
        arrays.put("g", array(code.aload(4), kind));
        for (int slot = 0; slot < shape.memory.size(); slot++) {
            arrays.put(
                    shape.memory.get(slot),
                    array(code.aload(3).loadConstant(slot).aaload(), kind));
        }
        int i = code.allocateLocal(TypeKind.INT);
        Label top = code.newLabel();
        Label end = code.newLabel();
        code.iload(5).istore(i).labelBinding(top).iload(i).iload(6).if_icmpge(end);
        step(shape, new Locals(code, kind), variables, arrays, i);
        code.iinc(i, 1).goto_(top).labelBinding(end).return_();
    }

    private static int array(CodeBuilder code, TypeKind kind) {
        int array = code.allocateLocal(TypeKind.REFERENCE);
        code.checkcast((kind == TypeKind.FLOAT ? CD_float : CD_double).arrayType())
                .astore(array);
        return array;
    }

    /** The lines for parameter i; its gradient is not needed again and stays as it is. */
    private static void step(
            Shape shape, Locals v, Map<String, Integer> variables, Map<String, Integer> arrays, int i) {
        for (Recipe.Line line : shape.each) {
            FormulaCode.inLoop(v, name -> {
                        if (variables.containsKey(name)) {
                            v.get(variables.get(name));
                        } else {
                            v.code.aload(arrays.get(name)).iload(i).arrayLoad(v.kind);
                        }
                    })
                    .push(line.formula());
            int variable = variables.computeIfAbsent(line.name(), _ -> v.fresh());
            v.set(variable);
            if (arrays.containsKey(line.name()) && !line.name().equals("g")) {
                v.code.aload(arrays.get(line.name())).iload(i);
                v.get(variable).code.arrayStore(v.kind);
            }
        }
    }
}

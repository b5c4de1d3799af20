package org.nnlang.engine;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.function.IntConsumer;
import org.nnlang.network.Network;
import org.nnlang.training.Plan;

/**
 * The generated method: the updates of a plan with every parameter in a variable, and no loop but over updates and over
 * the samples of a batch.
 *
 * <p>Each number is worked out by the same operations in the same order as by {@link org.nnlang.network.NetworkPass} and {@link
 * org.nnlang.training.Trainer}, so that the bits are the same.
 */
final class StraightBody {
    private static final int PARAMETERS = 1;
    private static final int MEMORY = 2;
    private static final int INPUTS = 3;
    private static final int TARGETS = 4;
    private static final int ORDER = 5;
    private static final int POSITION = 6;
    private static final int UPDATES = 7;
    private static final int STEPS = 9;
    private static final int RATES = 11;
    private static final int STRIDE = 12;

    /** Batches of all samples are written out one sample after the other, up to this many multiplications. */
    private static final int UNROLLED = 150;

    private final Plan plan;
    private final Network network;
    private final CodeBuilder code;
    private final Locals v;
    private final StraightPass pass;
    private final int rate;
    /** Where the rate of the next update is. */
    private final int rateIndex;

    private final int[] parameters;
    private final int[][] memory;
    private final StraightUpdate rule;

    StraightBody(Plan plan, CodeBuilder code) {
        this.plan = plan;
        this.code = code;
        network = plan.network();
        v = new Locals(code);
        rate = v.fresh();
        rateIndex = code.allocateLocal(TypeKind.INT);
        parameters = v.fresh(network.parameterCount());
        memory = v.fresh(plan.optimizer().memory().size(), parameters.length);
        pass = new StraightPass(network, v, parameters, plan.samples().isWeighted());
        rule = new StraightUpdate(plan, v, rate, parameters, memory);
    }

    void write() {
        load();
        if (plan.samples().size() == 1) {
            code.iconst_0().istore(POSITION);
            sample(() -> code.iconst_0());
        }
        Label top = code.newLabel();
        Label end = code.newLabel();
        code.labelBinding(top).lload(UPDATES).lconst_0().lcmp().ifle(end);
        update();
        code.lload(UPDATES).lconst_1().lsub().lstore(UPDATES).goto_(top).labelBinding(end);
        store();
        code.return_();
    }

    private void load() {
        code.iconst_0().istore(rateIndex);
        for (int i = 0; i < parameters.length; i++) {
            code.aload(PARAMETERS).loadConstant(i).daload().dstore(parameters[i]);
            for (int m = 0; m < memory.length; m++) {
                if (network.isTrained(i)) {
                    code.aload(MEMORY)
                            .loadConstant(m)
                            .aaload()
                            .loadConstant(i)
                            .daload()
                            .dstore(memory[m][i]);
                }
            }
        }
    }

    private void store() {
        for (int i = 0; i < parameters.length; i++) {
            if (network.isTrained(i)) {
                code.aload(PARAMETERS).loadConstant(i).dload(parameters[i]).dastore();
                for (int m = 0; m < memory.length; m++) {
                    code.aload(MEMORY)
                            .loadConstant(m)
                            .aaload()
                            .loadConstant(i)
                            .dload(memory[m][i])
                            .dastore();
                }
            }
        }
    }

    private void update() {
        code.lload(STEPS).lconst_1().ladd().lstore(STEPS);
        code.aload(RATES).iload(rateIndex).daload().dstore(rate);
        code.iload(rateIndex).iload(STRIDE).iadd().istore(rateIndex);
        if (plan.batchSize() > 1) {
            batch();
        } else {
            if (plan.samples().size() > 1) {
                sample(this::row);
                next();
            }
            pass.forward();
            pass.backward();
            steps(pass::gradient);
        }
    }

    private void steps(IntConsumer gradient) {
        rule.steps(gradient, () -> v.code.lload(STEPS).l2d());
    }

    private void batch() {
        int[] sums = v.fresh(parameters.length);
        int size = plan.samples().size();
        boolean all = plan.batchSize() == size && !plan.shuffle();
        if (all && (long) size * network.weightCount() <= UNROLLED) {
            for (int row = 0; row < size; row++) {
                int constant = row;
                sample(() -> code.loadConstant(constant));
                add(sums, row == 0);
            }
            steps(i -> rule.mean(sums[i], () -> v.number(size)));
            return;
        }
        for (int i = 0; i < sums.length; i++) {
            if (network.isTrained(i)) {
                v.number(-0.0).set(sums[i]); // what leaves every number as it is
            }
        }
        int count = samples(sums, size);
        steps(i -> rule.mean(sums[i], () -> v.get(count)));
    }

    /** A loop over the samples of a batch; the variable that holds how many they are. */
    private int samples(int[] sums, int size) {
        int from = code.allocateLocal(TypeKind.INT);
        int to = code.allocateLocal(TypeKind.INT);
        int count = code.allocateLocal(TypeKind.DOUBLE);
        Label top = code.newLabel();
        Label end = code.newLabel();
        Label more = code.newLabel();
        code.iload(POSITION).istore(from);
        code.iload(POSITION).loadConstant(plan.batchSize()).iadd().istore(to);
        code.iload(to).loadConstant(size).if_icmple(top).loadConstant(size).istore(to);
        code.labelBinding(top).iload(POSITION).iload(to).if_icmpge(end);
        sample(this::row);
        add(sums, false);
        code.iinc(POSITION, 1).goto_(top).labelBinding(end);
        code.iload(to).iload(from).isub().i2d().dstore(count);
        code.iload(POSITION)
                .loadConstant(size)
                .if_icmplt(more)
                .iconst_0()
                .istore(POSITION)
                .labelBinding(more);
        return count;
    }

    /** Adds the gradients of the current sample to the sums. */
    private void add(int[] sums, boolean first) {
        pass.forward();
        pass.backward();
        for (int i = 0; i < sums.length; i++) {
            if (network.isTrained(i)) {
                if (first) {
                    pass.gradient(i);
                } else {
                    v.get(sums[i]);
                    pass.gradient(i);
                    v.plus();
                }
                v.set(sums[i]);
            }
        }
    }

    /** The next position, or 0 after the last. */
    private void next() {
        Label more = code.newLabel();
        code.iinc(POSITION, 1);
        code.iload(POSITION).loadConstant(plan.samples().size()).if_icmplt(more);
        code.iconst_0().istore(POSITION).labelBinding(more);
    }

    /** Pushes the row at the position. */
    private void row() {
        if (plan.shuffle()) {
            code.aload(ORDER).iload(POSITION).iaload();
        } else {
            code.iload(POSITION);
        }
    }

    /** Reads the sample of the row that is pushed. */
    private void sample(Runnable row) {
        int array = code.allocateLocal(TypeKind.REFERENCE);
        read(INPUTS, row, array, pass.input());
        read(TARGETS, row, array, pass.target());
    }

    private void read(int rows, Runnable row, int array, int[] variables) {
        code.aload(rows);
        row.run();
        code.aaload().astore(array);
        for (int i = 0; i < variables.length; i++) {
            code.aload(array).loadConstant(i).daload().dstore(variables[i]);
        }
    }
}

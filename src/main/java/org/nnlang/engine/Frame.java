package org.nnlang.engine;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Code of several methods, with every variable an element of one array, which is a constant of their class. */
final class Frame extends Arithmetic {
    /** About how many operations a method has: the compiler's time grows faster than a method. */
    private static final int MOST_OPERATIONS = 200;

    /** From these numbers on, variables are elements of the input and of the targets, which each method is given. */
    private static final int INPUT = 1 << 20;

    private static final int TARGET = 1 << 21;

    private int size;
    private int array;
    private int value;
    private List<List<Runnable>> methods = new ArrayList<>();
    private int operations = MOST_OPERATIONS;

    /** Variables in the array that is the constant of the class. */
    Frame() {
        super(TypeKind.DOUBLE);
    }

    /** How many variables there are. */
    int size() {
        return size;
    }

    @Override
    int fresh() {
        return size++;
    }

    @Override
    int[] input(int count) {
        return IntStream.range(INPUT, INPUT + count).toArray();
    }

    @Override
    int[] target(int count) {
        return IntStream.range(TARGET, TARGET + count).toArray();
    }

    @Override
    Arithmetic get(int variable) {
        if (variable >= TARGET) {
            code.aload(1).loadConstant(variable - TARGET).daload();
        } else if (variable >= INPUT) {
            code.aload(0).loadConstant(variable - INPUT).daload();
        } else {
            code.aload(array).loadConstant(variable).daload();
        }
        return this;
    }

    @Override
    void set(int variable) {
        code.dstore(value).aload(array).loadConstant(variable).dload(value).dastore();
    }

    @Override
    void piece(int length, Runnable piece) {
        if (operations + length > MOST_OPERATIONS) {
            methods.add(new ArrayList<>());
            operations = 0;
        }
        methods.getLast().add(piece);
        operations += length;
    }

    /** The pieces since the last call, in as many methods as they need. */
    List<List<Runnable>> take() {
        List<List<Runnable>> taken = methods;
        methods = new ArrayList<>();
        operations = MOST_OPERATIONS;
        return taken;
    }

    /** Writes a method. */
    void write(CodeBuilder builder, List<Runnable> pieces) {
        code = builder;
        array = code.allocateLocal(TypeKind.REFERENCE);
        value = code.allocateLocal(TypeKind.DOUBLE);
        constant(0, double[].class);
        code.astore(array);
        pieces.forEach(Runnable::run);
        code.return_();
    }
}

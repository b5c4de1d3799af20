package org.nnlang.engine;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_MethodHandles;
import static java.lang.constant.ConstantDescs.CD_MethodHandles_Lookup;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Collections;

/**
 * Writes arithmetic on doubles, or on float32: variables and constants are pushed, operations take from the top.
 *
 * <p>Where the variables are is left open: in {@link Locals} or in a {@link Frame}.
 */
abstract class Arithmetic {
    private static final DirectMethodHandleDesc CLASS_DATA = MethodHandleDesc.ofMethod(
            DirectMethodHandleDesc.Kind.STATIC,
            CD_MethodHandles,
            "classDataAt",
            MethodTypeDesc.of(CD_Object, CD_MethodHandles_Lookup, CD_String, CD_Class, CD_int));

    /** The method that is being written. */
    CodeBuilder code;

    /** What numbers are: double or float. */
    final TypeKind kind;

    Arithmetic(TypeKind kind) {
        this.kind = kind;
    }

    private Arithmetic operation(Opcode ofDoubles, Opcode ofFloats) {
        code.with(OperatorInstruction.of(kind == TypeKind.FLOAT ? ofFloats : ofDoubles));
        return this;
    }

    /** A new variable. */
    abstract int fresh();

    /** The variables of the input. */
    abstract int[] input(int count);

    /** The variables of the targets. */
    abstract int[] target(int count);

    /** Pushes a variable. */
    abstract Arithmetic get(int variable);

    /** Pops into a variable. */
    abstract void set(int variable);

    /** Writes a piece, after which nothing is left pushed; a number of operations says about how long it is. */
    abstract void piece(int operations, Runnable piece);

    /** As many new variables. */
    int[] fresh(int count) {
        int[] variables = new int[count];
        for (int i = 0; i < count; i++) {
            variables[i] = fresh();
        }
        return variables;
    }

    /** As many rows of so many new variables. */
    int[][] fresh(int rows, int count) {
        int[][] variables = new int[rows][];
        for (int i = 0; i < rows; i++) {
            variables[i] = fresh(count);
        }
        return variables;
    }

    /** Pushes a number. */
    Arithmetic number(double value) {
        if (kind == TypeKind.FLOAT) {
            code.loadConstant((float) value);
        } else {
            code.loadConstant(value);
        }
        return this;
    }

    Arithmetic plus() {
        return operation(Opcode.DADD, Opcode.FADD);
    }

    Arithmetic minus() {
        return operation(Opcode.DSUB, Opcode.FSUB);
    }

    Arithmetic times() {
        return operation(Opcode.DMUL, Opcode.FMUL);
    }

    Arithmetic over() {
        return operation(Opcode.DDIV, Opcode.FDIV);
    }

    Arithmetic negative() {
        return operation(Opcode.DNEG, Opcode.FNEG);
    }

    /** Pushes 1, 0 or −1 for the first number above, equal to or below the second; for NaN 1 or −1. */
    Arithmetic compare(boolean nanAbove) {
        return nanAbove ? operation(Opcode.DCMPG, Opcode.FCMPG) : operation(Opcode.DCMPL, Opcode.FCMPL);
    }

    /** Pushes an object that the class was given; a constant for the compiler. */
    Arithmetic constant(int index, Class<?> type) {
        code.loadConstant(DynamicConstantDesc.ofNamed(CLASS_DATA, ConstantDescs.DEFAULT_NAME, desc(type), index));
        return this;
    }

    /** Pushes what is on the top once more. */
    Arithmetic twice() {
        if (kind == TypeKind.FLOAT) {
            code.dup();
        } else {
            code.dup2();
        }
        return this;
    }

    /** Calls a static function of one or more doubles; of floats, one for floats if Java has it, else its result is rounded. */
    Arithmetic call(String name, Class<?> owner, int arguments) {
        if (kind == TypeKind.FLOAT && owner == Math.class && !name.equals("sqrt")) {
            code.invokestatic(desc(owner), name, MethodTypeDesc.of(CD_float, Collections.nCopies(arguments, CD_float)));
            return this;
        }
        if (kind == TypeKind.FLOAT) {
            widen(arguments);
        }
        code.invokestatic(desc(owner), name, numbers(arguments));
        if (kind == TypeKind.FLOAT) {
            code.d2f();
        }
        return this;
    }

    /** Converts the pushed floats to doubles. */
    private void widen(int count) {
        int last = code.allocateLocal(TypeKind.FLOAT);
        if (count > 1) {
            code.fstore(last);
            widen(count - 1);
            code.fload(last);
        }
        code.f2d();
    }

    private static MethodTypeDesc numbers(int arguments) {
        return MethodTypeDesc.of(CD_double, Collections.nCopies(arguments, CD_double));
    }

    private static ClassDesc desc(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }
}

package org.nnlang.engine;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_MethodHandles;
import static java.lang.constant.ConstantDescs.CD_MethodHandles_Lookup;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Collections;

/** Writes arithmetic on doubles: variables and constants are pushed, operations take from the top. */
final class Locals {
    private static final DirectMethodHandleDesc CLASS_DATA = MethodHandleDesc.ofMethod(
            DirectMethodHandleDesc.Kind.STATIC,
            CD_MethodHandles,
            "classDataAt",
            MethodTypeDesc.of(CD_Object, CD_MethodHandles_Lookup, CD_String, CD_Class, CD_int));

    private final CodeBuilder code;

    Locals(CodeBuilder code) {
        this.code = code;
    }

    /** A new variable. */
    int fresh() {
        return code.allocateLocal(TypeKind.DOUBLE);
    }

    /** As many new variables. */
    int[] fresh(int count) {
        int[] variables = new int[count];
        for (int i = 0; i < count; i++) {
            variables[i] = fresh();
        }
        return variables;
    }

    /** Pushes a variable. */
    Locals get(int variable) {
        code.dload(variable);
        return this;
    }

    /** Pops into a variable. */
    void set(int variable) {
        code.dstore(variable);
    }

    /** Pushes a number. */
    Locals number(double value) {
        code.loadConstant(value);
        return this;
    }

    /** Pushes a whole number. */
    Locals whole(int value) {
        code.loadConstant(value);
        return this;
    }

    Locals plus() {
        code.dadd();
        return this;
    }

    Locals minus() {
        code.dsub();
        return this;
    }

    Locals times() {
        code.dmul();
        return this;
    }

    Locals over() {
        code.ddiv();
        return this;
    }

    /** Pushes an object that the class was given; a constant for the compiler. */
    Locals constant(int index, Class<?> type) {
        code.loadConstant(DynamicConstantDesc.ofNamed(CLASS_DATA, ConstantDescs.DEFAULT_NAME, desc(type), index));
        return this;
    }

    /** Calls a static function of so many numbers. */
    Locals call(String name, Class<?> owner, int arguments) {
        code.invokestatic(desc(owner), name, numbers(arguments));
        return this;
    }

    /** Calls a method of so many numbers on an object that was pushed before them. */
    Locals call(Class<?> owner, String name, int arguments) {
        code.invokevirtual(desc(owner), name, numbers(arguments));
        return this;
    }

    /** Calls a method of two numbers and a whole one. */
    Locals callOfOutputs(Class<?> owner, String name) {
        code.invokevirtual(desc(owner), name, MethodTypeDesc.of(CD_double, CD_double, CD_double, CD_int));
        return this;
    }

    private static MethodTypeDesc numbers(int arguments) {
        return MethodTypeDesc.of(CD_double, Collections.nCopies(arguments, CD_double));
    }

    private static ClassDesc desc(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }
}

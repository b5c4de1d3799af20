package org.nnlang.engine;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;

/** Code of one method, with every variable in a local one. */
final class Locals extends Arithmetic {
    /** Doubles. */
    Locals(CodeBuilder code) {
        this(code, TypeKind.DOUBLE);
    }

    /** Doubles or floats. */
    Locals(CodeBuilder code, TypeKind kind) {
        super(kind);
        this.code = code;
    }

    @Override
    int fresh() {
        return code.allocateLocal(kind);
    }

    @Override
    int[] input(int count) {
        return fresh(count);
    }

    @Override
    int[] target(int count) {
        return fresh(count);
    }

    @Override
    Arithmetic get(int variable) {
        code.loadLocal(kind, variable);
        return this;
    }

    @Override
    void set(int variable) {
        code.storeLocal(kind, variable);
    }

    @Override
    void piece(int operations, Runnable piece) {
        piece.run();
    }
}

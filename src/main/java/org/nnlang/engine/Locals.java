package org.nnlang.engine;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;

/** Code of one method, with every variable in a local one. */
final class Locals extends Arithmetic {
    Locals(CodeBuilder code) {
        this.code = code;
    }

    @Override
    int fresh() {
        return code.allocateLocal(TypeKind.DOUBLE);
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
        code.dload(variable);
        return this;
    }

    @Override
    void set(int variable) {
        code.dstore(variable);
    }

    @Override
    void piece(int operations, Runnable piece) {
        piece.run();
    }
}

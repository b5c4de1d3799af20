package org.nnlang.engine;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.math.Program;

/** A program of one formula as a generated loop, which the compiler turns into vector instructions if it calls no function. */
final class ElementLoop {
    /** What the generated class implements. */
    interface Code {
        /** Computes the result for each element of the rows of up to three variables. */
        void compute(double[] to, double[] a, double[] b, double[] c, int count);
    }

    private static final int MOST = 64;
    private static final ClassDesc ROW = CD_double.arrayType();
    private static final MethodTypeDesc COMPUTE = MethodTypeDesc.of(CD_void, ROW, ROW, ROW, ROW, CD_int);

    /** The code of the programs that were used last. */
    private static final Map<Program, Code> KNOWN = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Program, Code> eldest) {
            return size() > MOST;
        }
    };

    private ElementLoop() {}

    /** The loop of a program. */
    static Code of(Program program) {
        synchronized (KNOWN) {
            return KNOWN.computeIfAbsent(program, ElementLoop::generate);
        }
    }

    private static Code generate(Program program) {
        byte[] bytes = GeneratedClass.bytes(
                Code.class, c -> c.withMethodBody("compute", COMPUTE, ClassFile.ACC_PUBLIC, b -> write(program, b)));
        return GeneratedClass.load(Code.class, bytes, List.of());
    }

    private static void write(Program program, CodeBuilder code) {
        Locals v = new Locals(code);
        int i = code.allocateLocal(TypeKind.INT);
        Label top = code.newLabel();
        Label end = code.newLabel();
        code.iconst_0().istore(i).labelBinding(top).iload(i).iload(5).if_icmpge(end);
        code.aload(1).iload(i);
        new FormulaCode(v, name -> code.aload(2 + program.place(name)).iload(i).daload())
                .push(program.lines().getLast().formula());
        code.dastore().iinc(i, 1).goto_(top).labelBinding(end).return_();
    }
}

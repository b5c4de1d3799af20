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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.math.Program;

/** A program of one formula as a generated loop, which the compiler turns into vector instructions if it calls no function. */
final class ElementLoop {
    /** What the generated class implements. */
    interface Code {
        /** Computes the result for some elements of the rows of up to three variables: all arrays of doubles, or of floats. */
        void compute(Object to, Object a, Object b, Object c, int from, int end);
    }

    private static final int MOST = 64;
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

    private ElementLoop() {}

    /** The loop of a program, in double or in float32. */
    static Code of(Program program, boolean single) {
        synchronized (KNOWN) {
            return KNOWN.computeIfAbsent(new Shape(program, single), ElementLoop::generate);
        }
    }

    private static Code generate(Shape shape) {
        byte[] bytes = GeneratedClass.bytes(
                Code.class, c -> c.withMethodBody("compute", COMPUTE, ClassFile.ACC_PUBLIC, b -> write(shape, b)));
        return GeneratedClass.load(Code.class, bytes, List.of());
    }

    private static void write(Shape shape, CodeBuilder code) {
        TypeKind kind = shape.single ? TypeKind.FLOAT : TypeKind.DOUBLE;
        int[] rows = new int[4];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = code.allocateLocal(TypeKind.REFERENCE);
            code.aload(1 + k)
                    .checkcast((shape.single ? CD_float : CD_double).arrayType())
                    .astore(rows[k]);
        }
        int i = code.allocateLocal(TypeKind.INT);
        Label top = code.newLabel();
        Label end = code.newLabel();
        code.iload(5).istore(i).labelBinding(top).iload(i).iload(6).if_icmpge(end);
        code.aload(rows[0]).iload(i);
        new FormulaCode(
                        new Locals(code, kind),
                        name -> code.aload(rows[1 + shape.program.place(name)])
                                .iload(i)
                                .arrayLoad(kind))
                .push(shape.program.lines().getLast().formula());
        code.arrayStore(kind).iinc(i, 1).goto_(top).labelBinding(end).return_();
    }
}

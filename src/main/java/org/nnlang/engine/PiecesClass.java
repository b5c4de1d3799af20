package org.nnlang.engine;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.nnlang.training.Plan;

/** Makes the class of a plan's straight-line code in several methods. */
final class PiecesClass {
    private static final MethodTypeDesc PIECE =
            MethodTypeDesc.of(CD_void, CD_double.arrayType(), CD_double.arrayType());

    private PiecesClass() {}

    /** The kernel of a plan. */
    static Pieces of(Plan plan) {
        PiecesBody body = new PiecesBody(plan);
        double[] frame = new double[body.size()];
        return new Pieces(plan, body, frame, GeneratedClass.load(Pieces.Code.class, bytes(body), List.of(frame)));
    }

    static byte[] bytes(PiecesBody body) {
        return GeneratedClass.bytes(Pieces.Code.class, c -> {
            methods(c, "pass", body, body.passMethods());
            methods(c, "step", body, body.stepMethods());
        });
    }

    /** A method for each piece, and one of that name that calls them all. */
    private static void methods(ClassBuilder c, String name, PiecesBody body, List<List<Runnable>> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            List<Runnable> piece = pieces.get(i);
            c.withMethodBody(name + i, PIECE, ClassFile.ACC_STATIC, b -> body.write(b, piece));
        }
        c.withMethodBody(name, PIECE, ClassFile.ACC_PUBLIC, b -> {
            for (int i = 0; i < pieces.size(); i++) {
                b.aload(1).aload(2).invokestatic(GeneratedClass.SELF, name + i, PIECE);
            }
            b.return_();
        });
    }
}

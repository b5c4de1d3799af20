package org.nnlang.engine;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.nnlang.network.BatchForward;
import org.nnlang.network.Network;

/**
 * Forward passes by generated straight-line code, which has the operations of {@link org.nnlang.network.NetworkPass} in the same
 * order, so that the bits are the same.
 */
final class StraightForward {
    /** What the generated class implements. */
    interface Code {
        /** Works out the output layer's nets and outs of one sample. */
        void forward(double[] p, double[] input, double[] net, double[] out);
    }

    private static final ClassDesc DOUBLES = CD_double.arrayType();
    private static final MethodTypeDesc FORWARD = MethodTypeDesc.of(CD_void, DOUBLES, DOUBLES, DOUBLES, DOUBLES);
    private static final int PARAMETERS = 1;
    private static final int INPUT = 2;
    private static final int NET = 3;
    private static final int OUT = 4;

    private final Code code;
    private final double[] net;
    private final double[] out;

    private StraightForward(Code code, int outputs) {
        this.code = code;
        net = new double[outputs];
        out = new double[outputs];
    }

    /** That of a network, or null where it would be too long to be compiled. */
    static StraightForward of(Network network) {
        if (network.parameterCount() > StraightClass.MOST_BYTES / 10) {
            return null;
        }
        byte[] bytes = GeneratedClass.bytes(
                Code.class, c -> c.withMethodBody("forward", FORWARD, ClassFile.ACC_PUBLIC, b -> write(network, b)));
        if (GeneratedClass.longest(bytes) > StraightClass.MOST_BYTES) {
            return null;
        }
        Code code = GeneratedClass.load(Code.class, bytes, List.of());
        return new StraightForward(code, network.output().size());
    }

    private static void write(Network network, CodeBuilder code) {
        Locals v = new Locals(code);
        int[] parameters = v.fresh(network.parameterCount());
        StraightPass pass = new StraightPass(network, v, parameters, false);
        read(code, PARAMETERS, parameters);
        read(code, INPUT, pass.input());
        pass.forward();
        write(code, NET, pass.outputNet());
        write(code, OUT, pass.output());
        code.return_();
    }

    /** From the last to the first: one check of the bounds then does for all. */
    private static void read(CodeBuilder code, int array, int[] variables) {
        for (int i = variables.length - 1; i >= 0; i--) {
            code.aload(array).loadConstant(i).daload().dstore(variables[i]);
        }
    }

    private static void write(CodeBuilder code, int array, int[] variables) {
        for (int i = variables.length - 1; i >= 0; i--) {
            code.aload(array).loadConstant(i).dload(variables[i]).dastore();
        }
    }

    /** As {@link BatchForward#each}. */
    void each(double[] parameters, double[][] inputs, BatchForward.Visitor visitor) {
        for (int row = 0; row < inputs.length; row++) {
            code.forward(parameters, inputs[row], net, out);
            visitor.sample(row, net, out);
        }
    }
}

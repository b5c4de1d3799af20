package org.nnlang.engine;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.nnlang.training.Plan;

/** Makes the class of a plan's straight-line code in one method. */
final class StraightClass {
    /**
     * A longer method takes the compiler long, and by 8000 bytes it calls what a method calls instead of writing it out
     * (HotSpot's DesiredMethodLimit), and then compiles none at all (HugeMethodLimit).
     */
    static final int MOST_BYTES = 6000;

    /** Networks with more parameters are not tried. */
    private static final int MOST_PARAMETERS = MOST_BYTES / 40;

    private static final ClassDesc DOUBLES = CD_double.arrayType();
    private static final ClassDesc ROWS = DOUBLES.arrayType();
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(
            CD_void, DOUBLES, ROWS, ROWS, ROWS, CD_int.arrayType(), CD_int, CD_long, CD_long, DOUBLES, CD_int);

    private StraightClass() {}

    /** The code of a plan, or null where it would be too long. */
    static Straight.Code of(Plan plan) {
        if (plan.network().parameterCount() > MOST_PARAMETERS) {
            return null;
        }
        byte[] bytes = GeneratedClass.bytes(
                Straight.Code.class,
                c -> c.withMethodBody("run", RUN, ClassFile.ACC_PUBLIC, b -> new StraightBody(plan, b).write()));
        return GeneratedClass.longest(bytes) > MOST_BYTES
                ? null
                : GeneratedClass.load(Straight.Code.class, bytes, List.of());
    }
}

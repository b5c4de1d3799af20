package org.nnlang.engine;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.nnlang.network.Layer;
import org.nnlang.network.Network;
import org.nnlang.network.Plan;

/** Makes the class of a plan's straight-line code: hidden, so that it goes when its training goes. */
final class StraightClass {
    /** Methods of more bytes than this are never compiled (HotSpot's HugeMethodLimit). */
    static final int MOST_BYTES = 8000;

    private static final ClassDesc SELF = ClassDesc.of("org.nnlang.engine.Generated");
    private static final ClassDesc DOUBLES = CD_double.arrayType();
    private static final ClassDesc ROWS = DOUBLES.arrayType();
    private static final MethodTypeDesc RUN =
            MethodTypeDesc.of(CD_void, DOUBLES, ROWS, ROWS, ROWS, CD_int.arrayType(), CD_int, CD_long, CD_long);

    private StraightClass() {}

    /** The code of a plan, or null where it would be too long to be compiled. */
    static Straight.Code of(Plan plan) {
        return of(Straight.Code.class, "run", RUN, b -> new StraightBody(plan, b).write(), constants(plan.network()));
    }

    /** What generated code of a network calls, by number: the activations, then the loss. */
    static List<Object> constants(Network network) {
        List<Object> constants =
                new ArrayList<>(network.layers().stream().map(Layer::activation).toList());
        constants.add(network.loss());
        return constants;
    }

    /** An object of a new class whose only method is the one of an interface, or null where that is too long. */
    static <C> C of(
            Class<C> type, String name, MethodTypeDesc method, Consumer<CodeBuilder> body, List<Object> constants) {
        byte[] bytes;
        try {
            bytes = bytes(type, name, method, body);
        } catch (IllegalArgumentException longerThanAnyMethod) {
            return null;
        }
        return length(bytes, name) > MOST_BYTES ? null : type.cast(load(bytes, constants));
    }

    private static byte[] bytes(Class<?> type, String name, MethodTypeDesc method, Consumer<CodeBuilder> body) {
        return ClassFile.of()
                .build(
                        SELF,
                        c -> c.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
                                .withInterfaceSymbols(type.describeConstable().orElseThrow())
                                .withMethodBody(
                                        ConstantDescs.INIT_NAME,
                                        ConstantDescs.MTD_void,
                                        ClassFile.ACC_PUBLIC,
                                        b -> b.aload(0)
                                                .invokespecial(
                                                        ConstantDescs.CD_Object,
                                                        ConstantDescs.INIT_NAME,
                                                        ConstantDescs.MTD_void)
                                                .return_())
                                .withMethodBody(name, method, ClassFile.ACC_PUBLIC, body));
    }

    /** The length of the generated method, in bytes. */
    private static int length(byte[] bytes, String name) {
        return ClassFile.of().parse(bytes).methods().stream()
                .filter(m -> m.methodName().equalsString(name))
                .mapToInt(m -> ((CodeAttribute) m.code().orElseThrow()).codeLength())
                .sum();
    }

    private static Object load(byte[] bytes, List<Object> constants) {
        try {
            MethodHandles.Lookup lookup =
                    MethodHandles.lookup().defineHiddenClassWithClassData(bytes, List.copyOf(constants), true);
            return lookup.findConstructor(lookup.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}

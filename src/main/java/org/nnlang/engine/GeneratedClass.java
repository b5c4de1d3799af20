package org.nnlang.engine;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.function.Consumer;

/** Classes of generated code: hidden, so that they go when their training goes. */
final class GeneratedClass {
    static final ClassDesc SELF = ClassDesc.of("org.nnlang.engine.Generated");

    private GeneratedClass() {}

    /** The bytes of a class that implements an interface by some methods. */
    static byte[] bytes(Class<?> implemented, Consumer<ClassBuilder> methods) {
        return ClassFile.of()
                .build(
                        SELF,
                        c -> methods.accept(c.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
                                .withInterfaceSymbols(
                                        implemented.describeConstable().orElseThrow())
                                .withMethodBody(
                                        ConstantDescs.INIT_NAME,
                                        ConstantDescs.MTD_void,
                                        ClassFile.ACC_PUBLIC,
                                        b -> b.aload(0)
                                                .invokespecial(
                                                        ConstantDescs.CD_Object,
                                                        ConstantDescs.INIT_NAME,
                                                        ConstantDescs.MTD_void)
                                                .return_())));
    }

    /** The length of the longest method, in bytes. */
    static int longest(byte[] bytes) {
        return ClassFile.of().parse(bytes).methods().stream()
                .mapToInt(m -> ((CodeAttribute) m.code().orElseThrow()).codeLength())
                .max()
                .orElseThrow();
    }

    /** An instance of a class. */
    static <T> T load(Class<T> implemented, byte[] bytes, List<Object> constants) {
        try {
            MethodHandles.Lookup lookup =
                    MethodHandles.lookup().defineHiddenClassWithClassData(bytes, List.copyOf(constants), true);
            return implemented.cast(lookup.findConstructor(lookup.lookupClass(), MethodType.methodType(void.class))
                    .invoke());
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}

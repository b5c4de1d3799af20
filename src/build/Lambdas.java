import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandleInfo;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Links lambdas: those of a package become objects of one class, which has a number for each lambda, fields for what it
 * captures, and for each method of an interface a switch that calls the lambda's code.
 *
 * <p>Java makes a class and method handles for each lambda, which even a start-up cache has to load one by one.
 */
final class Lambdas {
    /** The beginning of the names of the methods that lambdas call. */
    private static final String CALL = "$call$";

    private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final Set<String> STANDARD = Set.of("Runnable", "Comparator");

    /** Packages whose lambdas may be called for each number: a class for those of each class, which Java can inline. */
    private static final Set<String> NUMERIC = Set.of("engine", "math", "network", "training");

    /** A lambda: the name of the method that makes it and of the one that it calls, its number, and the code that makes it. */
    private record Lambda(ClassDesc self, boolean isInterface, String name, int number, InvokeDynamicInstruction call) {
        ClassDesc type() {
            return call.typeSymbol().returnType();
        }

        List<ClassDesc> captured() {
            return call.typeSymbol().parameterList();
        }

        private LoadableConstantEntry argument(int index) {
            return call.invokedynamic().bootstrap().arguments().get(index);
        }

        /** The interface's method, with its type variables erased. */
        MethodTypeDesc erased() {
            return ((MethodTypeEntry) argument(0)).asSymbol();
        }

        MethodHandleEntry code() {
            return (MethodHandleEntry) argument(1);
        }

        /** The interface's method as the lambda implements it. */
        MethodTypeDesc actual() {
            return ((MethodTypeEntry) argument(2)).asSymbol();
        }

        /** The type of the method that calls its code: what is captured, then what it is called with. */
        MethodTypeDesc linked() {
            List<ClassDesc> parameters = new ArrayList<>(captured());
            parameters.addAll(erased().parameterList());
            return MethodTypeDesc.of(erased().returnType(), parameters);
        }
    }

    private final ClassDesc objects;
    private final List<Lambda> lambdas = new ArrayList<>();

    /** Whether this is the name of a class that holds lambdas. */
    static boolean isName(String type) {
        int end = type.length();
        while (type.charAt(end - 1) == '$') {
            end--;
        }
        return type.substring(0, end).endsWith("Lambdas");
    }

    private Lambdas(ClassDesc objects) {
        this.objects = objects;
    }

    /** All classes of lambdas, by their names. */
    static final class All {
        private final Path root;
        private final Map<String, Lambdas> all = new TreeMap<>();
        /** Packages in which an earlier build has linked lambdas of a class that is still the same. */
        private final Set<String> linked = new HashSet<>();

        All(Path root, Collection<ClassModel> classes) {
            this.root = root;
            for (ClassModel model : classes) {
                if (model.methods().stream()
                        .anyMatch(method -> method.methodName().stringValue().startsWith(CALL))) {
                    linked.add(model.thisClass().asSymbol().packageName());
                }
            }
        }

        /** Makes a lambda where a call in the class {@code self} made it; returns whether it can. */
        boolean link(CodeBuilder code, ClassDesc self, boolean isInterface, InvokeDynamicInstruction call) {
            String suffix = suffix(call, root);
            if (suffix == null) {
                return false;
            }
            String name = self.packageName();
            boolean numeric = NUMERIC.contains(name.substring(name.lastIndexOf('.') + 1));
            String objects = (numeric ? self.displayName() + "$" : "") + "Lambdas" + suffix;
            while (linked.contains(name) && Files.exists(file(name + "." + objects))) {
                objects += "$";
            }
            all.computeIfAbsent(name + "." + objects, full -> new Lambdas(ClassDesc.of(full)))
                    .link(code, self, isInterface, call);
            return true;
        }

        /** Adds methods to a class, as only it may call all that its lambdas do. */
        void addCalls(ClassBuilder builder, ClassDesc self) {
            for (Lambdas some : all.values()) {
                for (Lambda lambda : some.lambdas) {
                    if (lambda.self().equals(self)) {
                        addCall(builder, lambda);
                    }
                }
            }
        }

        void write(ClassFile format) throws IOException {
            for (Map.Entry<String, Lambdas> some : all.entrySet()) {
                Files.write(file(some.getKey()), some.getValue().objects(format));
            }
        }

        private Path file(String name) {
            return root.resolve(name.replace('.', '/') + ".class");
        }
    }

    /**
     * The suffix of the class that a call's lambda becomes an object of, or null if the call makes none or Java must link
     * it. Default methods may clash: an interface of ours that has some gets a class for itself, and BiFunction has the
     * {@code andThen} of Function.
     */
    private static String suffix(InvokeDynamicInstruction call, Path root) {
        var bootstrap = call.invokedynamic().bootstrap().bootstrapMethod().reference();
        if (!bootstrap.owner().asInternalName().equals(FACTORY)
                || !bootstrap.name().equalsString("metafactory")) {
            return null;
        }
        ClassDesc type = call.typeSymbol().returnType();
        if (type.displayName().equals("BiFunction")) {
            return "$BiFunction";
        }
        if (type.packageName().equals("java.util.function") || STANDARD.contains(type.displayName())) {
            return "";
        }
        Path file = root.resolve(type.packageName().replace('.', '/'), type.displayName() + ".class");
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return ClassFile.of().parse(file).methods().stream()
                            .anyMatch(method -> !method.flags().has(AccessFlag.ABSTRACT)
                                    && !method.flags().has(AccessFlag.STATIC))
                    ? "$" + type.displayName()
                    : "";
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private void link(CodeBuilder code, ClassDesc self, boolean isInterface, InvokeDynamicInstruction call) {
        String name = CALL + objects.displayName() + "$" + lambdas.size();
        Lambda lambda = new Lambda(self, isInterface, name, lambdas.size(), call);
        lambdas.add(lambda);
        code.invokestatic(objects, lambda.name(), call.typeSymbol());
    }

    private static void addCall(ClassBuilder builder, Lambda lambda) {
        int access = lambda.isInterface() ? ClassFile.ACC_PUBLIC : 0;
        builder.withMethodBody(
                lambda.name(),
                lambda.linked(),
                access | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                code -> call(code, lambda));
    }

    private static void call(CodeBuilder code, Lambda lambda) {
        MethodHandleEntry handle = lambda.code();
        var method = handle.reference();
        ClassDesc owner = method.owner().asSymbol();
        String name = method.name().stringValue();
        MethodTypeDesc type = MethodTypeDesc.ofDescriptor(method.type().stringValue());
        boolean isNew = handle.kind() == MethodHandleInfo.REF_newInvokeSpecial;
        List<ClassDesc> parameters = new ArrayList<>(type.parameterList());
        if (isNew) {
            code.new_(owner).dup();
        } else if (handle.kind() != MethodHandleInfo.REF_invokeStatic) {
            parameters.addFirst(owner);
        }
        int captured = lambda.captured().size();
        for (int i = 0; i < parameters.size(); i++) {
            ClassDesc given = lambda.linked().parameterType(i);
            code.loadLocal(TypeKind.from(given), code.parameterSlot(i));
            if (i >= captured) {
                ClassDesc actual = lambda.actual().parameterType(i - captured);
                convert(code, given, actual);
                convert(code, actual, parameters.get(i));
            }
        }
        boolean ofInterface = method instanceof java.lang.classfile.constantpool.InterfaceMethodRefEntry;
        switch (handle.kind()) {
            case MethodHandleInfo.REF_invokeStatic -> code.invokestatic(owner, name, type, ofInterface);
            case MethodHandleInfo.REF_invokeInterface -> code.invokeinterface(owner, name, type);
            case MethodHandleInfo.REF_invokeVirtual -> code.invokevirtual(owner, name, type);
            default -> code.invokespecial(owner, name, type, ofInterface);
        }
        ClassDesc result = isNew ? owner : type.returnType();
        ClassDesc wanted = lambda.erased().returnType();
        if (wanted.equals(ConstantDescs.CD_void)) {
            switch (TypeKind.from(result).slotSize()) {
                case 1 -> code.pop();
                case 2 -> code.pop2();
                default -> {}
            }
        } else {
            convert(code, result, lambda.actual().returnType());
            convert(code, lambda.actual().returnType(), wanted);
        }
        code.return_(TypeKind.from(wanted));
    }

    private static void convert(CodeBuilder code, ClassDesc from, ClassDesc to) {
        if (from.equals(to) || to.equals(ConstantDescs.CD_Object) && !from.isPrimitive()) {
            return;
        }
        if (from.isPrimitive() && to.isPrimitive()) {
            code.conversion(TypeKind.from(from), TypeKind.from(to));
        } else if (from.isPrimitive()) {
            ClassDesc box = Relink.box(from);
            code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, from));
        } else if (to.isPrimitive()) {
            ClassDesc box = Relink.box(to);
            code.checkcast(box).invokevirtual(box, to.displayName() + "Value", MethodTypeDesc.of(to));
        } else {
            code.checkcast(to);
        }
    }

    /** The class of the lambdas. */
    private byte[] objects(ClassFile format) {
        return format.build(objects, builder -> {
            builder.withVersion(ClassFile.latestMajorVersion(), 0)
                    .withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC | ClassFile.ACC_SUPER);
            Set<ClassDesc> interfaces = new LinkedHashSet<>();
            Map<String, ClassDesc> fields = new LinkedHashMap<>(Map.of("number", ConstantDescs.CD_int));
            Map<String, List<Lambda>> methods = new LinkedHashMap<>();
            for (Lambda lambda : lambdas) {
                interfaces.add(lambda.type());
                for (int i = 0; i < lambda.captured().size(); i++) {
                    fields.put(field(lambda, i), stored(lambda.captured().get(i)));
                }
                methods.computeIfAbsent(
                                lambda.call().name() + lambda.erased().descriptorString(), _ -> new ArrayList<>())
                        .add(lambda);
            }
            builder.withInterfaceSymbols(List.copyOf(interfaces));
            fields.forEach((name, type) -> builder.withField(name, type, ClassFile.ACC_PRIVATE));
            builder.withMethodBody(
                    ConstantDescs.INIT_NAME,
                    MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int),
                    ClassFile.ACC_PRIVATE,
                    code -> code.aload(0)
                            .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                            .aload(0)
                            .iload(1)
                            .putfield(objects, "number", ConstantDescs.CD_int)
                            .return_());
            for (Lambda lambda : lambdas) {
                builder.withMethodBody(
                        lambda.name(), lambda.call().typeSymbol(), ClassFile.ACC_STATIC, code -> make(code, lambda));
            }
            for (List<Lambda> alike : methods.values()) {
                Lambda first = alike.getFirst();
                builder.withMethodBody(
                        first.call().name().stringValue(),
                        first.erased(),
                        ClassFile.ACC_PUBLIC,
                        code -> choose(code, alike));
            }
        });
    }

    private void make(CodeBuilder code, Lambda lambda) {
        code.new_(objects)
                .dup()
                .loadConstant(lambda.number())
                .invokespecial(
                        objects,
                        ConstantDescs.INIT_NAME,
                        MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int));
        for (int i = 0; i < lambda.captured().size(); i++) {
            ClassDesc type = lambda.captured().get(i);
            code.dup()
                    .loadLocal(TypeKind.from(type), code.parameterSlot(i))
                    .putfield(objects, field(lambda, i), stored(type));
        }
        code.areturn();
    }

    /** The field for what is captured: the n-th object, or the n-th number of its type. */
    private static String field(Lambda lambda, int index) {
        return stored(lambda.captured().get(index)).descriptorString().charAt(0) + "" + index;
    }

    private static ClassDesc stored(ClassDesc type) {
        return type.isPrimitive() ? type : ConstantDescs.CD_Object;
    }

    /** Calls the lambda whose number this object has. */
    private void choose(CodeBuilder code, List<Lambda> alike) {
        List<SwitchCase> cases = new ArrayList<>();
        for (Lambda lambda : alike.subList(0, alike.size() - 1)) {
            cases.add(SwitchCase.of(lambda.number(), code.newLabel()));
        }
        Label last = code.newLabel();
        if (!cases.isEmpty()) {
            code.aload(0).getfield(objects, "number", ConstantDescs.CD_int).lookupswitch(last, cases);
        }
        for (int i = 0; i < alike.size(); i++) {
            Lambda lambda = alike.get(i);
            code.labelBinding(i < cases.size() ? cases.get(i).target() : last);
            for (int k = 0; k < lambda.captured().size(); k++) {
                ClassDesc type = lambda.captured().get(k);
                code.aload(0).getfield(objects, field(lambda, k), stored(type));
                convert(code, stored(type), type);
            }
            for (int k = 0; k < lambda.erased().parameterCount(); k++) {
                code.loadLocal(TypeKind.from(lambda.erased().parameterType(k)), code.parameterSlot(k));
            }
            code.invokestatic(lambda.self(), lambda.name(), lambda.linked(), lambda.isInterface())
                    .return_(TypeKind.from(lambda.erased().returnType()));
        }
    }
}

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Does at build time what Java otherwise does at every start: links the pattern switches of compiled classes, the equals
 * and hashCode of their records, their lambdas ({@link Lambdas}) and their switches over enums ({@link EnumSwitches}).
 *
 * <p>Java makes a hidden class for each pattern switch, and a tree of method handles for each record, the first time it
 * runs one. No start-up cache of JDK 25 keeps these, and a short script spends more time on them than on all the rest.
 * Here each becomes a private method that does the same; the classes mean what they meant.
 */
final class Relink {
    private static final String SWITCHES = "java/lang/runtime/SwitchBootstraps";
    private static final String RECORDS = "java/lang/runtime/ObjectMethods";
    private static final int HIDDEN = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

    /** A call to link, and the name of the method that takes its place. */
    private record Link(String name, InvokeDynamicInstruction call) {
        List<LoadableConstantEntry> arguments() {
            return call.invokedynamic().bootstrap().arguments();
        }

        MethodTypeDesc type() {
            return call.typeSymbol();
        }
    }

    private Relink() {}

    /** Rewrites the classes in a folder. */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        ClassFile format = ClassFile.of(ClassHierarchyResolverOption.of(hierarchy(root)));
        List<Path> classes;
        try (var files = Files.walk(root)) {
            classes = files.filter(file -> file.toString().endsWith(".class")).toList();
        }
        Map<Path, ClassModel> models = new TreeMap<>();
        for (Path file : classes) {
            models.put(file, format.parse(Files.readAllBytes(file)));
        }
        deleteUnused(models);
        Lambdas.All lambdas = new Lambdas.All(root, models.values());
        for (Map.Entry<Path, ClassModel> each : models.entrySet()) {
            boolean[] changed = {false};
            byte[] relinked = format.transformClass(each.getValue(), relink(root, each.getValue(), lambdas, changed));
            if (changed[0]) {
                Files.write(each.getKey(), relinked);
            }
        }
        lambdas.write(format);
    }

    /** Deletes the lambdas of classes that have been compiled again since. */
    private static void deleteUnused(Map<Path, ClassModel> models) throws IOException {
        Set<String> used = new HashSet<>();
        for (ClassModel model : models.values()) {
            for (PoolEntry entry : model.constantPool()) {
                if (entry instanceof ClassEntry type && type != model.thisClass()) {
                    used.add(type.asInternalName());
                }
            }
        }
        for (Path file : List.copyOf(models.keySet())) {
            String name = models.get(file).thisClass().asInternalName();
            if (Lambdas.isName(name) && !used.contains(name)) {
                models.remove(file);
                Files.delete(file);
            }
        }
    }

    private static ClassHierarchyResolver hierarchy(Path root) {
        return ClassHierarchyResolver.ofResourceParsing((ClassDesc type) -> open(root, type))
                .orElse(ClassHierarchyResolver.defaultResolver());
    }

    private static InputStream open(Path root, ClassDesc type) {
        String name = type.descriptorString();
        Path file = root.resolve(name.substring(1, name.length() - 1) + ".class");
        try {
            return Files.exists(file) ? Files.newInputStream(file) : null;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** Links a class; sets {@code changed} if there is anything to link. */
    private static ClassTransform relink(Path root, ClassModel model, Lambdas.All lambdas, boolean[] changed) {
        ClassDesc self = model.thisClass().asSymbol();
        boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
        List<Link> links = new ArrayList<>();
        EnumSwitches switches = new EnumSwitches(root, model);
        return ClassTransform.transformingMethodBodies((code, element) -> {
                    if (element instanceof InvokeDynamicInstruction call && isLinked(call)) {
                        Link link = new Link("$" + call.name().stringValue() + "$" + links.size(), call);
                        links.add(link);
                        code.invokestatic(self, link.name(), link.type(), isInterface);
                        changed[0] = true;
                    } else if (element instanceof InvokeDynamicInstruction call
                                    && lambdas.link(code, self, isInterface, call)
                            || switches.replaces(code, element)) {
                        changed[0] = true;
                    } else {
                        code.with(element);
                    }
                })
                .andThen(ClassTransform.endHandler(builder -> {
                    links.forEach(link -> add(builder, link));
                    lambdas.addCalls(builder, self);
                }));
    }

    private static boolean isLinked(InvokeDynamicInstruction call) {
        var bootstrap = call.invokedynamic().bootstrap();
        String owner = bootstrap.bootstrapMethod().reference().owner().asInternalName();
        return switch (call.name().stringValue()) {
            case "typeSwitch" ->
                owner.equals(SWITCHES) && bootstrap.arguments().stream().allMatch(ClassEntry.class::isInstance);
            case "equals", "hashCode" -> owner.equals(RECORDS);
            default -> false;
        };
    }

    private static void add(ClassBuilder builder, Link link) {
        builder.withMethodBody(link.name(), link.type(), HIDDEN, code -> {
            switch (link.call().name().stringValue()) {
                case "typeSwitch" -> typeSwitch(code, link.arguments());
                case "equals" -> equals(code, link);
                default -> hashCode(code, link);
            }
        });
    }

    /** The index, from a first one on, of the first class that an object is of; −1 for null, and their number for none. */
    private static void typeSwitch(CodeBuilder code, List<LoadableConstantEntry> classes) {
        Label isNull = code.newLabel();
        code.aload(0).ifnull(isNull);
        for (int i = 0; i < classes.size(); i++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpgt(next);
            code.aload(0).instanceOf((ClassEntry) classes.get(i)).ifeq(next);
            code.loadConstant(i).ireturn();
            code.labelBinding(next);
        }
        code.loadConstant(classes.size()).ireturn();
        code.labelBinding(isNull).iconst_m1().ireturn();
    }

    private static void equals(CodeBuilder code, Link link) {
        ClassDesc self = link.type().parameterType(0);
        Label differ = code.newLabel();
        code.aload(1).instanceOf(self).ifeq(differ);
        code.aload(1).checkcast(self).astore(2);
        for (LoadableConstantEntry component : components(link)) {
            ClassDesc type = get(code, component, 0);
            get(code, component, 2);
            switch (TypeKind.from(type)) {
                case REFERENCE ->
                    code.invokestatic(
                                    ClassDesc.of("java.util.Objects"),
                                    "equals",
                                    MethodTypeDesc.of(
                                            ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object))
                            .ifeq(differ);
                case INT, SHORT, BYTE, CHAR, BOOLEAN -> code.if_icmpne(differ);
                default ->
                    code.invokestatic(box(type), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type))
                            .ifne(differ);
            }
        }
        code.iconst_1().ireturn();
        code.labelBinding(differ).iconst_0().ireturn();
    }

    private static void hashCode(CodeBuilder code, Link link) {
        code.iconst_0();
        for (LoadableConstantEntry component : components(link)) {
            code.loadConstant(31).imul();
            ClassDesc type = get(code, component, 0);
            boolean isObject = !type.isPrimitive();
            ClassDesc owner = isObject ? ClassDesc.of("java.util.Objects") : box(type);
            ClassDesc argument = isObject ? ConstantDescs.CD_Object : type;
            code.invokestatic(owner, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, argument));
            code.iadd();
        }
        code.ireturn();
    }

    /** The fields of a record, which follow its class and their names. */
    private static List<LoadableConstantEntry> components(Link link) {
        return link.arguments().subList(2, link.arguments().size());
    }

    private static ClassDesc get(CodeBuilder code, LoadableConstantEntry component, int local) {
        var field = ((MethodHandleEntry) component).reference();
        ClassDesc type = ClassDesc.ofDescriptor(field.type().stringValue());
        code.aload(local).getfield(field.owner().asSymbol(), field.name().stringValue(), type);
        return type;
    }

    static ClassDesc box(ClassDesc primitive) {
        return switch (TypeKind.from(primitive)) {
            case BOOLEAN -> ConstantDescs.CD_Boolean;
            case BYTE -> ConstantDescs.CD_Byte;
            case SHORT -> ConstantDescs.CD_Short;
            case CHAR -> ConstantDescs.CD_Character;
            case INT -> ConstantDescs.CD_Integer;
            case LONG -> ConstantDescs.CD_Long;
            case FLOAT -> ConstantDescs.CD_Float;
            case DOUBLE -> ConstantDescs.CD_Double;
            case REFERENCE, VOID -> throw new IllegalArgumentException(primitive.displayName());
        };
    }
}

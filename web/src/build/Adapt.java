import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Copies the classes of nn that run in a web page, and replaces what TeaVM's library does not do to the last bit by calls of
 * {@code org.nnlang.web.Exact}, which has a static method of the same name for each. TeaVM also computes −x as 0 − x, which
 * loses the sign of 0, which −1 · x does not, and x % y inexactly.
 *
 * <p>Fails if a call in its table is nowhere in the classes: then either the table is out of date, or it has a slip.
 */
final class Adapt {
    private static final ClassDesc OBJECT_METHODS = ClassDesc.of("java.lang.runtime.ObjectMethods");
    private static final ClassDesc EXACT = ClassDesc.of("org.nnlang.web.Exact");

    /** The packages that run in a page, under org/nnlang. */
    private static final List<String> PACKAGES = List.of(
            "assist",
            "data",
            "draw",
            "explain",
            "language",
            "math",
            "network",
            "picture",
            "render",
            "session",
            "slips",
            "syntax",
            "text",
            "training");

    private static final Set<String> CALLS = Set.of(
            "java/lang/Character.toString(I)Ljava/lang/String;",
            "java/lang/Double.parseDouble(Ljava/lang/String;)D",
            "java/lang/Double.toString(D)Ljava/lang/String;",
            "java/lang/StringBuilder.append(D)Ljava/lang/StringBuilder;",
            "java/lang/Math.copySign(DD)D",
            "java/lang/Math.rint(D)D",
            "java/lang/Math.round(D)J",
            "java/lang/Math.ulp(D)D",
            "java/math/BigDecimal.doubleValue()D",
            "java/math/BigDecimal.round(Ljava/math/MathContext;)Ljava/math/BigDecimal;",
            "java/math/BigDecimal.valueOf(D)Ljava/math/BigDecimal;",
            "java/math/BigInteger.doubleValue()D");

    /** The exact value of a double, which TeaVM gets wrong for the smallest ones; it goes through its digits. */
    private static final String EXACTLY = "java/math/BigDecimal.<init>(D)V";

    private final ClassFile format;
    private final Set<String> missing = new TreeSet<>(CALLS);
    private int replaced;

    private Adapt(Path root) {
        missing.add(EXACTLY);
        format = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing((ClassDesc type) -> open(root, type))
                        .orElse(ClassHierarchyResolver.defaultResolver())));
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

    /** Adapts classes from the first folder into the second: of nn's packages, or of those that are given. */
    public static void main(String[] args) throws IOException {
        Path from = Path.of(args[0]);
        Adapt adapt = new Adapt(from);
        List<String> packages = args.length == 2 ? PACKAGES : List.of(args).subList(2, args.length);
        if (args.length == 2) {
            clear(Path.of(args[1])); // no class of an earlier build stays
        }
        for (String name : packages) {
            Path folder = Path.of("org/nnlang", name);
            try (var files = Files.walk(from.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    adapt.copy(file, Path.of(args[1]).resolve(from.relativize(file)));
                }
            }
        }
        if (!adapt.missing.isEmpty()) {
            System.err.println("Adapt: no class has these calls any more: " + String.join(", ", adapt.missing));
            System.exit(1);
        }
        System.out.println("Adapt: " + adapt.replaced + " places replaced");
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        byte[] bytes = Files.readAllBytes(from);
        if (from.toString().endsWith(".class")) {
            ClassModel model = format.parse(bytes);
            bytes = format.transformClass(
                    model,
                    ClassTransform.dropping(Adapt::isTextOfRecord)
                            .andThen(ClassTransform.transformingMethodBodies(this::adapt)));
        }
        Files.write(to, bytes);
    }

    /** Whether this is the toString that the compiler gave a record: for debuggers only, and a fiftieth of the engine. */
    private static boolean isTextOfRecord(ClassElement element) {
        return element instanceof MethodModel method
                && method.methodName().equalsString("toString")
                && method.code().stream()
                        .flatMap(code -> code.elementStream())
                        .anyMatch(instruction -> instruction instanceof InvokeDynamicInstruction call
                                && call.bootstrapMethod().owner().equals(OBJECT_METHODS));
    }

    private void adapt(CodeBuilder code, CodeElement element) {
        if (element instanceof OperatorInstruction op && op.opcode() == Opcode.DNEG) {
            code.loadConstant(-1.0).dmul();
            replaced++;
        } else if (element instanceof OperatorInstruction op && op.opcode() == Opcode.FNEG) {
            code.loadConstant(-1.0f).fmul();
            replaced++;
        } else if (element instanceof OperatorInstruction op && op.opcode() == Opcode.DREM) {
            code.invokestatic(EXACT, "remainder", MethodTypeDesc.ofDescriptor("(DD)D"));
            replaced++;
        } else if (element instanceof InvokeInstruction call && name(call).equals(EXACTLY)) {
            code.invokestatic(EXACT, "digits", MethodTypeDesc.ofDescriptor("(D)Ljava/lang/String;"));
            code.invokespecial(call.owner().asSymbol(), "<init>", MethodTypeDesc.ofDescriptor("(Ljava/lang/String;)V"));
            missing.remove(EXACTLY);
            replaced++;
        } else if (element instanceof InvokeInstruction call && CALLS.contains(name(call))) {
            code.invokestatic(EXACT, call.name().stringValue(), type(call));
            missing.remove(name(call));
            replaced++;
        } else {
            code.with(element);
        }
    }

    private static String name(InvokeInstruction call) {
        return call.owner().asInternalName() + "." + call.name().stringValue()
                + call.type().stringValue();
    }

    /** The type of the static method: what a method is called on is its first argument. */
    private static MethodTypeDesc type(InvokeInstruction call) {
        MethodTypeDesc type = call.typeSymbol();
        return call.opcode() == Opcode.INVOKESTATIC
                ? type
                : type.insertParameterTypes(0, call.owner().asSymbol());
    }
}

package org.nnlang;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.Scanner;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nnlang.text.TextWidth;

/** The packages, who may use whom, and what only the fronts may do. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target/classes"));

    /** Plain computation: what runs in a page, in a sandbox and in a test. */
    private static final String[] CORE = {
        "org.nnlang.text..",
        "org.nnlang.syntax..",
        "org.nnlang.numeric..",
        "org.nnlang.formula..",
        "org.nnlang.network..",
        "org.nnlang.engine..",
        "org.nnlang.explain..",
        "org.nnlang.mistakes..",
        "org.nnlang.data..",
        "org.nnlang.language..",
        "org.nnlang.session.."
    };

    /** Methods of String that read a format or a regular expression, or that a browser's Java lacks. */
    private static final Set<String> NOT_OF_STRING = Set.of(
            "format",
            "formatted",
            "matches",
            "split",
            "splitWithDelimiters",
            "replaceAll",
            "replaceFirst",
            "lines",
            "indent");

    /** A package, and what it may use besides Java. */
    private record Layer(String name, List<String> uses) {
        static Layer of(String name, String... uses) {
            return new Layer(name, List.of(uses));
        }
    }

    private static final List<Layer> LAYERS = List.of(
            Layer.of("text"),
            Layer.of("syntax", "text", "language"),
            Layer.of("numeric"),
            Layer.of("formula", "numeric"),
            Layer.of("network", "numeric", "formula"),
            Layer.of("engine", "numeric", "formula", "network"),
            Layer.of("files"),
            Layer.of("blas", "engine", "files"),
            Layer.of("explain", "text", "numeric", "formula", "network"),
            Layer.of("mistakes", "text", "numeric", "formula", "network", "explain"),
            Layer.of("data", "text"),
            Layer.of("csv", "data", "de.siegmar.fastcsv", "ch.randelshofer"),
            Layer.of("language", "text", "numeric", "formula", "network", "explain", "mistakes", "data"),
            Layer.of("session", "text", "syntax", "formula", "network", "explain", "mistakes", "language"),
            Layer.of("embed", "network", "engine", "language", "session"),
            Layer.of("prompt", "text", "syntax", "network", "explain", "language", "session", "files", "org.jline"),
            Layer.of(
                    "documents",
                    "text",
                    "syntax",
                    "network",
                    "explain",
                    "data",
                    "language",
                    "session",
                    "files",
                    "org.commonmark"),
            Layer.of(
                    "cli",
                    "text",
                    "syntax",
                    "network",
                    "engine",
                    "blas",
                    "explain",
                    "csv",
                    "data",
                    "language",
                    "session",
                    "prompt",
                    "documents",
                    "files",
                    "picocli"));

    @TestFactory
    Stream<DynamicTest> packagesUseOnly() {
        return LAYERS.stream().map(layer -> DynamicTest.dynamicTest(layer.name(), () -> usesOnly(layer)));
    }

    private static void usesOnly(Layer layer) {
        List<String> allowed = new ArrayList<>(List.of("java..", inProject(layer.name())));
        layer.uses()
                .forEach(used ->
                        allowed.add(used.contains("picocli") || used.contains(".") ? used + ".." : inProject(used)));
        // TextWidth is a measure that wants nothing of anyone: it is for all.
        noClasses()
                .that()
                .resideInAPackage(inProject(layer.name()))
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(allowed.toArray(new String[0])))
                        .and(not(primitiveOrArray()))
                        .and(not(type(TextWidth.class))))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static String inProject(String name) {
        return "org.nnlang." + name + "..";
    }

    private static DescribedPredicate<JavaClass> primitiveOrArray() {
        return DescribedPredicate.describe(
                "primitives and arrays of them",
                type -> type.getBaseComponentType().isPrimitive());
    }

    @Test
    void everyPackageIsInTheTable() {
        noClasses()
                .should()
                .resideOutsideOfPackages(
                        LAYERS.stream().map(layer -> inProject(layer.name())).toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.nnlang.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theCoreIsPlainComputation() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.io..",
                                "java.nio.file..",
                                "java.nio.channels..",
                                "java.net..",
                                "java.util.concurrent..",
                                "java.util.regex..",
                                "java.lang.reflect..",
                                "java.lang.foreign..",
                                "java.time..")
                        .and(not(type(Serializable.class))))
                .orShould()
                .dependOnClassesThat(type(Thread.class)
                        .or(type(ThreadLocal.class))
                        .or(type(Runtime.class))
                        .or(type(Process.class))
                        .or(type(ProcessBuilder.class))
                        .or(type(Scanner.class))
                        .or(type(Formatter.class))
                        .or(resideInAPackage("java.text..")))
                .check(CLASSES);
    }

    @Test
    void theCoreTakesFilesTimeAndChanceAsArguments() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "what reads a format or a regular expression, String.lines and indent, System, Math.random, Class.forName or Object.wait",
                        call -> {
                            String owner = call.getTargetOwner().getName();
                            String name = call.getName();
                            return switch (owner) {
                                case "java.lang.String" -> NOT_OF_STRING.contains(name);
                                case "java.lang.System" ->
                                    !name.equals("arraycopy") && !name.equals("identityHashCode");
                                case "java.lang.Math", "java.lang.StrictMath" -> name.equals("random");
                                case "java.lang.Class" -> name.equals("forName") || name.startsWith("getDeclared");
                                case "java.lang.Object" -> name.equals("wait") || name.startsWith("notify");
                                case "java.lang.Throwable" -> name.equals("printStackTrace");
                                default -> owner.startsWith("java.util.Random");
                            };
                        }))
                .orShould()
                .accessFieldWhere(DescribedPredicate.describe(
                        "System.in, out or err",
                        access -> access.getTargetOwner().isEquivalentTo(System.class)))
                .check(CLASSES);
    }

    @Test
    void nothingIsStaticAndChanges() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }
}

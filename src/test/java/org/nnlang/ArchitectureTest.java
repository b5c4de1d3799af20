package org.nnlang;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Formatter;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The packages, who may use whom, and what only the fronts may do. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target/classes"));

    /** A row of the README's map of the packages: its name, its purpose, and what it uses. */
    private static final Pattern ROW = Pattern.compile("\\| \\[`(\\w+)`]\\(\\S+\\) \\|[^|]*\\|([^|]*)\\|");

    /** What each package uses: packages of nn by their names, those of libraries by their first two parts. */
    private static final Map<String, Set<String>> MAP = map();

    /** What a session, the rendering of its events and pictures can reach: it runs in a page, in a sandbox and in a test. */
    private static final Set<String> CORE =
            reachable("draw", reachable("render", reachable("session", new TreeSet<>())));

    /** Plain computation. */
    private static final Set<String> PLAIN = reachable("engine", new TreeSet<>(CORE));

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

    /** The functions of Math that give the same bits everywhere; for all others there is Elementary. */
    private static final Set<String> EXACT = Set.of(
            "abs", "clamp", "copySign", "floor", "getExponent", "max", "min", "rint", "round", "signum", "sqrt", "ulp");

    private static Map<String, Set<String>> map() {
        Map<String, Set<String>> map = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(Path.of("README.md"))) {
                Matcher row = ROW.matcher(line);
                if (row.matches()) {
                    Set<String> uses = new TreeSet<>();
                    Pattern.compile("`([^`]+)`")
                            .matcher(row.group(2))
                            .results()
                            .forEach(used -> uses.add(used.group(1)));
                    map.put(row.group(1), uses);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return map;
    }

    private static Set<String> reachable(String name, Set<String> found) {
        if (found.add(name)) {
            MAP.getOrDefault(name, Set.of()).forEach(used -> reachable(used, found));
        }
        return found;
    }

    /** The README's map is what the classes use: no more, and no less. */
    @Test
    void theMapIsTrue() {
        Map<String, Set<String>> used = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            Set<String> uses = used.computeIfAbsent(name(type), _ -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> !target.isPrimitive() && !target.getName().startsWith("java."))
                    .map(ArchitectureTest::name)
                    .filter(name -> !name.equals(name(type)))
                    .forEach(uses::add);
        }
        assertThat(used.keySet()).isEqualTo(MAP.keySet());
        used.forEach((name, uses) ->
                assertThat(uses).as("what %s uses, in the README", name).isEqualTo(MAP.get(name)));
    }

    /** What the map calls the package of a class: of nn the third part of its name, of libraries the first two. */
    private static String name(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return type.getName().startsWith("org.nnlang.")
                ? parts[2]
                : String.join(".", List.of(parts).subList(0, Math.min(parts.length, 2)));
    }

    private static DescribedPredicate<JavaClass> in(Set<String> packages) {
        return DescribedPredicate.describe("are in " + packages, type -> packages.contains(name(type)));
    }

    /** A session runs where no code can be generated: a front end gives the engine in. */
    @Test
    void aSessionNeedsNoEngine() {
        assertThat(CORE).doesNotContain("engine", "blas");
        noClasses()
                .that(in(CORE))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.lang.classfile..", "java.lang.invoke.."))
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.nnlang.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theCoreIsPlainComputation() {
        noClasses()
                .that(in(PLAIN))
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
                .that(in(PLAIN))
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "what reads a format or a regular expression, String.lines and indent, System, functions of Math that may round differently elsewhere, Class.forName or Object.wait",
                        call -> {
                            String owner = call.getTargetOwner().getName();
                            String name = call.getName();
                            return switch (owner) {
                                case "java.lang.String" -> NOT_OF_STRING.contains(name);
                                case "java.lang.System" ->
                                    !name.equals("arraycopy") && !name.equals("identityHashCode");
                                case "java.lang.Math" -> !EXACT.contains(name);
                                case "java.lang.StrictMath" -> true;
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

package org.nnlang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Recognizer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, in a copy of the project where a script plays Maven. */
class LauncherTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final String SAMPLE = "samples/backprop.nn";
    private static final String HOME = "a  földer/nn";
    private static final String CACHE = "target/start/scripts.aot";
    private static final String LAST_LINE = "∂error/∂w1 = 0.1 · 1 · 2 = 0.2";

    /** The project once it has run: a jar and its start-up caches, that most tests begin with. */
    @TempDir
    private static Path ready;

    @TempDir
    private static Path jars;

    private static Path jar;

    @TempDir
    private Path folder;

    private Path home;
    private final Map<String, String> environment = new TreeMap<>();

    /** A process, and the file of its errors. */
    private record Started(Process process, Path errors) {
        Ended end() throws IOException, InterruptedException {
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), out, Files.readString(errors));
        }
    }

    /** What nn needs to parse, as the jar names it. */
    private static final String LIBRARY = "lib/antlr4-runtime.jar";

    /** How a process ended. */
    private record Ended(int status, String out, String err) {
        void isFine() {
            assertThat(err).isEmpty();
            assertThat(out.strip()).endsWith(LAST_LINE);
            assertThat(status).isZero();
        }
    }

    @BeforeAll
    static void prepareOnce() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
        jar = writeJar("first");
        LauncherTest first = new LauncherTest();
        first.folder = ready;
        first.copyProject();
        first.hasJar();
        Path caches = PROJECT.resolve("src/build/StartCaches.java");
        String target = first.home.resolve("target").toString();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        new ProcessBuilder(java, caches.toString(), target, "-").start().waitFor();
        assertThat(first.home.resolve(CACHE)).isNotEmptyFile();
        first.runSample().isFine();
        assertThat(first.builds()).as("the jar is newer than all sources").isZero();
    }

    private static Path writeJar(String title) throws IOException {
        Path jar = jars.resolve(title + ".jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "org.nnlang.cli.Main");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_TITLE, title);
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, LIBRARY);
        Path classes = PROJECT.resolve("target/classes");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> all = Files.walk(classes)) {
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(one).toString()));
                Files.copy(one, out);
            }
        }
        return jar;
    }

    @BeforeEach
    void copyProject() throws IOException {
        home = Files.createDirectories(folder.resolve(HOME));
        Files.createDirectories(home.resolve("src/launcher"));
        for (String file : List.of("nn", "pom.xml", "src/launcher/start.sh", "src/launcher/options")) {
            Files.copy(PROJECT.resolve(file), home.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Path library = home.resolve("target").resolve(LIBRARY);
        Files.createDirectories(library.getParent());
        Files.copy(antlr(), library, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        Files.createDirectories(home.resolve(SAMPLE).getParent());
        Files.writeString(home.resolve(SAMPLE), """
                input x[1]; layer y[1] linear; weights y = [0.5]; input = [2]; target = [0.9]
                explain grad(w1)
                """);
        Path maven = Files.createDirectories(folder.resolve("bin")).resolve("mvn");
        Files.writeString(maven, """
                #!/bin/sh
                echo built >>"%1$s/builds"
                while [ -e "%1$s/hold" ]; do sleep 0.05; done
                cp -p "%2$s" "%3$s/target/nn.jar"
                printf 'colours off, and no line end'
                """.formatted(folder, jar, home));
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("PATH", maven.getParent() + ":/usr/bin:/bin");
    }

    private static Path antlr() {
        return Path.of(URI.create(Recognizer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }

    private Started start(String... command) throws IOException {
        Path errors = Files.createTempFile(folder, "errors", "");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.redirectError(errors.toFile()).start();
        process.getOutputStream().close();
        return new Started(process, errors);
    }

    private Ended run(String... command) throws IOException, InterruptedException {
        return start(command).end();
    }

    private Ended runSample() throws IOException, InterruptedException {
        return run(home.resolve("nn").toString(), home.resolve(SAMPLE).toString());
    }

    private void hasJar() throws IOException {
        hasJar(jar);
    }

    private void hasJar(Path jar) throws IOException {
        Files.createDirectories(home.resolve("target"));
        Files.copy(
                jar,
                home.resolve("target/nn.jar"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** A jar with its caches, as after the first start. */
    private void isReady() throws IOException {
        copy("target");
    }

    private void hasCaches() throws IOException {
        Files.createDirectories(home.resolve("target"));
        copy("target/start");
    }

    private void copy(String part) throws IOException {
        Path from = ready.resolve(HOME);
        try (Stream<Path> all = Files.walk(from.resolve(part))) {
            for (Path one : all.toList()) {
                Path to = home.resolve(from.relativize(one).toString());
                if (!Files.exists(to)) {
                    Files.copy(one, to, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    /** Keeps the builds that begin from now on from ending. */
    private Path hold() throws IOException {
        return Files.createFile(folder.resolve("hold"));
    }

    private static void await(Callable<Boolean> seen) throws Exception {
        while (!seen.call()) {
            Thread.sleep(10);
        }
    }

    private long builds() throws IOException {
        Path log = folder.resolve("builds");
        return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    }

    private Path script(String text) throws IOException {
        return Files.writeString(folder.resolve("script.nn"), text);
    }

    @Test
    void runsFromAnotherFolderAndThroughLinks() throws IOException, InterruptedException {
        isReady();
        Files.createSymbolicLink(folder.resolve("one"), Path.of("a  földer/nn/nn"));
        Files.createSymbolicLink(folder.resolve("two"), folder.resolve("one"));
        run("./two", "a  földer/nn/" + SAMPLE).isFine();
        run("./two", "a  földer/nn/" + SAMPLE).isFine();
        runSample().isFine();
        assertThat(builds()).isZero();
    }

    @Test
    void takesAllClassesFromItsCache() throws IOException, InterruptedException {
        isReady();
        Path log = folder.resolve("classes");
        environment.put("JAVA_OPTS", "-Xlog:class+load:file=" + log);
        runSample().isFine();
        assertThat(Files.readAllLines(log))
                .filteredOn(line ->
                        line.contains("org.nnlang.") || line.contains("Lambda")) // lambdas are linked at the build
                .isNotEmpty()
                .allMatch(line -> line.contains("shared objects file"));
    }

    @Test
    void buildsOnceForTwo() throws Exception {
        hasCaches();
        Path hold = hold();
        Started one = start(home.resolve("nn").toString(), home.resolve(SAMPLE).toString());
        await(() -> builds() > 0);
        Started two = start(home.resolve("nn").toString(), home.resolve(SAMPLE).toString());
        await(() -> builds() > 1 || sleeps(two.process()));
        Files.delete(hold);
        one.end().isFine();
        two.end().isFine();
        assertThat(builds()).isEqualTo(1);
        Files.setLastModifiedTime(home.resolve("pom.xml"), FileTime.from(Instant.now()));
        runSample().isFine();
        runSample().isFine();
        assertThat(builds()).as("after a change").isEqualTo(2);
    }

    /** Whether a process waits by means of the command sleep. */
    private static boolean sleeps(Process process) {
        return process.children()
                .anyMatch(child -> child.info().command().orElse("").contains("sleep"));
    }

    @Test
    void saysWhyABuildFailed() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("bin/mvn"), "#!/bin/sh\necho a missing brace\nexit 1\n");
        Ended ended = runSample();
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).isEqualTo("a missing brace\nnn: the build failed; see " + home + "/target/start/log\n");
        assertThat(home.resolve("target/lock")).doesNotExist();
    }

    @Test
    void aKilledBuildLocksNobodyOut() throws IOException, InterruptedException {
        hasCaches();
        Process dead = new ProcessBuilder("/bin/sh", "-c", ":").start();
        dead.waitFor();
        Files.createSymbolicLink(home.resolve("target/lock"), Path.of(Long.toString(dead.pid())));
        runSample().isFine();
    }

    @Test
    void aBuildThatIsEndedLocksNobodyOut() throws Exception {
        Path hold = hold();
        Started started =
                start(home.resolve("nn").toString(), home.resolve(SAMPLE).toString());
        await(() -> builds() > 0);
        new ProcessBuilder("/bin/kill", "-TERM", Long.toString(started.process().pid()))
                .start()
                .waitFor();
        Files.delete(hold);
        Ended ended = started.end();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.status()).isEqualTo(143);
        assertThat(Files.exists(home.resolve("target/lock"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
        runSample().isFine();
    }

    @Test
    void aSourceDatedInTheFutureIsBuiltOnce() throws IOException, InterruptedException {
        hasCaches();
        Files.setLastModifiedTime(home.resolve("pom.xml"), FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
        runSample().isFine();
        runSample().isFine();
        assertThat(builds()).isEqualTo(1);
        Files.writeString(home.resolve("pom.xml"), "another");
        runSample().isFine();
        assertThat(builds()).as("after a change").isEqualTo(2);
    }

    @Test
    void closedStreamsAreEmptyOnes() throws IOException, InterruptedException {
        isReady();
        String nn = home.resolve("nn").toString();
        for (String closed : List.of("<&-", ">&-", "2>&-", "<&- >&- 2>&-")) {
            Ended ended = run("/bin/sh", "-c", "\"$0\" - " + closed, nn);
            assertThat(ended).as(closed).isEqualTo(new Ended(0, "", ""));
        }
        assertThat(run("/bin/sh", "-c", "\"$0\" nothing.nn 2>&-", nn).status()).isEqualTo(2);
    }

    @Test
    void aCacheOfAnotherJarIsIgnored() throws IOException, InterruptedException {
        isReady();
        hasJar(writeJar("second"));
        runSample().isFine();
    }

    @Test
    void aCacheOfAnotherJavaIsIgnored() throws IOException, InterruptedException {
        isReady();
        Files.writeString(home.resolve(CACHE), "nothing that any Java knows");
        runSample().isFine();
    }

    @Test
    void saysWhereItLookedForJava() throws IOException, InterruptedException {
        environment.putAll(Map.of("PATH", "", "JAVA_HOME", "", "NN_JVM_DIRS", "/nowhere:/none here"));
        Ended ended = runSample();
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .startsWith("nn needs Java: a JDK, version 25 or later. There is none in\n")
                .contains("JAVA_HOME    (not set)\n", "PATH         (no java)\n", " /nowhere\n", " /none here\n")
                .contains("Install one");
    }

    @Test
    void findsJavaBySearching() throws IOException, InterruptedException {
        isReady();
        Path old = folder.resolve("jdk 17");
        Files.createDirectories(old.resolve("bin"));
        Files.createFile(old.resolve("bin/java")).toFile().setExecutable(true);
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        environment.putAll(
                Map.of("JAVA_HOME", old.toString(), "NN_JVM_DIRS", old + ":" + System.getProperty("java.home")));
        runSample().isFine();
    }

    @Test
    void derivationsFitTheWindow() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is a command that makes a terminal");
        isReady();
        String nn = "'" + home.resolve("nn") + "' '"
                + script("input x[4]; layer y[1] linear; weights y = ones; input = [1, 2, 3, 4]; explain net(y1)\n")
                + "'";
        String inOneLine =
                "net(y1) = w1 · x1 + w2 · x2 + w3 · x3 + w4 · x4 + b1 = 1 · 1 + 1 · 2 + 1 · 3 + 1 · 4 + 0 = 10";
        String broken = inOneLine.replace(" = 1", "\n        = 1");
        assertThat(run("/usr/bin/script", "-qec", "stty cols 60; " + nn, "/dev/null")
                        .out
                        .replace("\r", ""))
                .endsWith(broken + "\n");
        assertThat(run("/usr/bin/script", "-qec", "stty cols 60; COLUMNS=100 " + nn, "/dev/null")
                        .out
                        .replace("\r", ""))
                .endsWith(inOneLine + "\n");
        assertThat(run("sh", "-c", nn).out).isEqualTo(inOneLine + "\n");
        assertThat(run("sh", "-c", "COLUMNS=60 " + nn).out).isEqualTo(broken + "\n");
    }

    @Test
    void honoursJavaOpts() throws IOException, InterruptedException {
        isReady();
        environment.put("JAVA_OPTS", "-XX:+UseParallelGC -Dnn.tty=");
        runSample().isFine();
    }

    @Test
    void endsQuietlyWhenNobodyReads() throws IOException, InterruptedException {
        isReady();
        Path script = script("for k in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] { repeat 10000 { print \"line {k}\" } }");
        Ended ended = run(
                "/bin/sh", "-c", "\"$0\" \"$1\" | head -1", home.resolve("nn").toString(), script.toString());
        assertThat(ended.out()).isEqualTo("line 1\n");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void aTrainingStopsAtControlC() throws IOException, InterruptedException {
        assumeTrue(heedsInterrupts(), "the tests themselves run with interrupts turned off");
        isReady();
        Path script = script("""
                input x[2]; layer y[1] sigmoid; weights y = [0.4, 0.45]; input = [1, 2]; target = [0]
                show out(y1)
                train 1e12 every 1e6 { show step }
                """);
        environment.put("JAVA_OPTS", "-Dnn.tty=1"); // each line at once
        Started started = start(home.resolve("nn").toString(), script.toString());
        try (BufferedReader out = started.process().inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).startsWith("out(y1) = ");
            assertThat(out.readLine()).isEqualTo("step = 1000000");
            new ProcessBuilder(
                            "/bin/kill", "-INT", Long.toString(started.process().pid()))
                    .start()
                    .waitFor();
            assertThat(started.process().waitFor()).isEqualTo(130);
        }
        assertThat(Files.readString(started.errors())).contains("stopped").contains(":3:");
    }

    /** A shell in the background starts its programs deaf to interrupts, and they can't change it. */
    private static boolean heedsInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return true;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .noneMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) >> 1 & 1) == 1);
        }
    }
}

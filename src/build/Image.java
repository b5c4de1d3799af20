import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Makes the folder that runs nn without an installed Java: a Java with just the modules that nn needs, nn, its launcher, its
 * start-up caches, samples, completion, the man page, and the licences of all of these.
 *
 * <pre>
 * bin/nn         the launcher
 * lib/app        nn.jar, its libraries, native libraries and start-up caches
 * lib/runtime    Java
 * share          completion, man page, samples, licences
 * </pre>
 *
 * <p>Arguments: the folder to make, and the date of the files, which the caches remember. It runs in the project's folder, after
 * the jar was built.
 */
final class Image {
    private static final String MODULES = "java.base,java.desktop,java.logging,jdk.unsupported";

    /** Windows, sound and a splash screen: nn paints without a screen, and these would need libraries of X11. */
    private static final String UNUSED =
            "**/libawt_xawt.so,**/libjawt.so,**/libsplashscreen.so,**/libjsound.so,**/libjawt.dylib,"
                    + "**/libsplashscreen.dylib,**/libjsound.dylib";

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private Image() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path image = Path.of(arguments[0]).toAbsolutePath();
        delete(image);
        Path app = Files.createDirectories(image.resolve("lib/app"));
        Path runtime = image.resolve("lib/runtime");
        link(runtime);
        listFonts(runtime);
        copy(Path.of("target/nn.jar"), app.resolve("nn.jar"));
        copy(Path.of("target/lib"), app.resolve("lib"));
        copy(Path.of("target/native"), app.resolve("native"));
        Path launcher = image.resolve("bin").resolve(WINDOWS ? "nn.cmd" : "nn");
        copy(Path.of("src/launcher").resolve(launcher.getFileName()), launcher);
        copy(Path.of("src/launcher/options"), app.resolve("options"));
        if (!WINDOWS) {
            copy(Path.of("src/launcher/start.sh"), app.resolve("start.sh"));
        }
        // The place for other fronts: next to nn.jar, where nn looks for what comes with it.
        for (String front : List.of(
                "web/target/nn-playground.html",
                "lsp/target/nn-lsp.jar",
                "lsp/target/lsp-lib",
                "jupyter/target/nn-jupyter.jar",
                "jupyter/target/jupyter-lib")) {
            Path built = Path.of(front);
            if (Files.exists(built)) {
                copy(built, app.resolve(built.getFileName()));
            }
        }
        date(app, FileTime.from(Instant.parse(arguments[1])));
        caches(app, runtime);

        // The place for other fronts: a web page goes to share/nn/web, and a program of its own to lib/app, before its
        // date is set.
        Path share = image.resolve("share");
        copy(Path.of("samples"), share.resolve("nn/samples"));
        copy(Path.of("LICENSE"), share.resolve("doc/nn/LICENSE"));
        copy(Path.of("dist/licences"), share.resolve("doc/nn/licences"));
        for (var file : Map.of(
                        "bash", "bash-completion/completions/nn",
                        "zsh", "zsh/site-functions/_nn",
                        "fish", "fish/vendor_completions.d/nn.fish",
                        "man", "man/man1/nn.1")
                .entrySet()) {
            write(share.resolve(file.getValue()), launcher.toString(), "completion", file.getKey());
        }
    }

    /** Makes Java. Licences of its parts are in its folder legal. */
    private static void link(Path runtime) {
        int status = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new IllegalStateException("this JDK has no jlink"))
                .run(
                        System.out,
                        System.err,
                        "--add-modules",
                        MODULES,
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        "--exclude-files",
                        UNUSED,
                        "--output",
                        runtime.toString());
        if (status != 0) {
            throw new IllegalStateException("jlink failed");
        }
    }

    /** Lets Java paint on a Linux without fonts: nn brings its own, but Java would not begin without a list of some. */
    private static void listFonts(Path runtime) throws IOException {
        if (System.getProperty("os.name").equals("Linux")) {
            Files.writeString(runtime.resolve("lib/fontconfig.properties"), "version=1\nsequence.allfonts=default\n");
        }
    }

    private static void caches(Path app, Path runtime) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        run(new ProcessBuilder(java, "src/build/StartCaches.java", app.toString(), runtime.toString()).inheritIO());
        Files.delete(app.resolve("start/java")); // this image has one only
        for (String cache : List.of("scripts", "prompt")) {
            if (!Files.exists(app.resolve("start").resolve(cache + ".aot"))) {
                throw new IllegalStateException("no start-up cache");
            }
        }
    }

    /** Writes a file with a command's output. */
    private static void write(Path file, String... command) throws IOException, InterruptedException {
        Files.createDirectories(file.getParent());
        run(new ProcessBuilder(command).redirectOutput(file.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT));
    }

    private static void run(ProcessBuilder builder) throws IOException, InterruptedException {
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException("failed: " + builder.command());
        }
    }

    private static void date(Path folder, FileTime date) throws IOException {
        for (Path file : all(folder)) {
            Files.setLastModifiedTime(file, date);
        }
    }

    /** Copies a file, or a folder with its contents. */
    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        for (Path path : all(from)) {
            Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Deletes a folder with its contents, if it exists. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path path :
                    all(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
                path.toFile().setWritable(true);
                Files.delete(path);
            }
        }
    }

    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }
}

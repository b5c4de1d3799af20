import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
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
                    + "**/libsplashscreen.dylib,**/libjsound.dylib,/java.base/bin/keytool*";

    /**
     * Packages of Java, with those below them, that nothing in nn gets to: widgets, sound, printers, X11, and of XML all but its
     * reader. They are half of the two modules. Only Linux does without them: the other systems' Java paints in other ways, which
     * nobody has tried without.
     */
    private static final List<String> UNUSED_PACKAGES = List.of(
            "java.desktop/javax/swing/plaf",
            "java.desktop/javax/swing/table",
            "java.desktop/javax/swing/text",
            "java.desktop/javax/swing/tree",
            "java.desktop/com/sun/java",
            "java.desktop/com/sun/swing",
            "java.desktop/sun/swing",
            "java.desktop/javax/sound",
            "java.desktop/com/sun/media",
            "java.desktop/javax/print",
            "java.desktop/sun/print",
            "java.desktop/sun/awt/X11",
            "java.desktop/sun/java2d/xr",
            "java.desktop/sun/java2d/opengl",
            "java.desktop/com/sun/accessibility",
            "java.xml/com/sun/org/apache/bcel",
            "java.xml/com/sun/org/apache/xalan",
            "java.xml/com/sun/org/apache/xpath",
            "java.xml/com/sun/org/apache/xml/internal/dtm",
            "java.xml/com/sun/org/apache/xml/internal/serializer",
            "java.xml/jdk/xml/internal/jdkcatalog/w3c");

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private static final boolean LINUX = System.getProperty("os.name").equals("Linux");

    /** The fronts that have builds of their own, and what goes next to nn.jar, where nn looks for it. */
    private static final Map<String, List<String>> FRONTS = Map.of(
            "web", List.of("nn-playground.html", "nn-live.zip"),
            "lsp", List.of("nn-lsp.jar"),
            "jupyter", List.of("nn-jupyter.jar"));

    private Image() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path image = Path.of(arguments[0]).toAbsolutePath();
        delete(image);
        Path app = Files.createDirectories(image.resolve("lib/app"));
        Path runtime = image.resolve("lib/runtime");
        link(runtime);
        listFonts(runtime);
        copyWithLibraries(Path.of("target/nn.jar"), app);
        copy(Path.of("target/native"), app.resolve("native"));
        Path launcher = image.resolve("bin").resolve(WINDOWS ? "nn.cmd" : "nn");
        copy(Path.of("src/launcher").resolve(launcher.getFileName()), launcher);
        copy(Path.of("src/launcher/options"), app.resolve("options"));
        if (!WINDOWS) {
            copy(Path.of("src/launcher/start.sh"), app.resolve("start.sh"));
        }
        for (var front : FRONTS.entrySet()) {
            build(front.getKey());
            for (String part : front.getValue()) {
                copyWithLibraries(Path.of(front.getKey(), "target", part), app);
            }
        }
        Licences.check(app);
        date(app, FileTime.from(Instant.parse(arguments[1])));
        caches(app, runtime);

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
        paint(launcher);
    }

    /** Makes Java. Licences of its parts are in its folder legal. */
    private static void link(Path runtime) throws IOException, InterruptedException {
        Path unused = Files.createTempFile("unused", ".txt");
        Files.write(unused, unused());
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
                        "--exclude-resources",
                        "@" + unused,
                        "--output",
                        runtime.toString());
        Files.delete(unused);
        if (status != 0) {
            throw new IllegalStateException("jlink failed");
        }
        if (LINUX) { // the names of functions, for crash dumps
            List<String> command = new ArrayList<>(List.of("strip", "--strip-unneeded"));
            all(runtime).stream()
                    .map(Path::toString)
                    .filter(file -> file.endsWith(".so"))
                    .forEach(command::add);
            run(new ProcessBuilder(command).inheritIO());
        }
    }

    /**
     * The files in the unused packages, as jlink names them. jlink wants a package that a module exports to have something in it, so
     * the smallest file of each stays.
     */
    private static List<String> unused() throws IOException {
        List<String> unused = new ArrayList<>();
        if (LINUX) {
            Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
            for (String root : UNUSED_PACKAGES) {
                Path folder = null;
                for (Path file : all(modules.resolve(root)).stream()
                        .filter(Files::isRegularFile)
                        .sorted(Comparator.comparing(Path::getParent).thenComparing(Image::size))
                        .toList()) {
                    if (file.getParent().equals(folder)) {
                        unused.add("/" + modules.relativize(file));
                    }
                    folder = file.getParent();
                }
            }
        }
        return unused;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Builds a front; its tests are the main build's affair. */
    private static void build(String front) throws IOException, InterruptedException {
        run(new ProcessBuilder(
                        WINDOWS ? "mvn.cmd" : "mvn", "-B", "-q", "-f", front, "package", "-Dmaven.test.skip=true")
                .inheritIO());
    }

    /** Lets Java paint on a Linux without fonts: nn brings its own, but Java would not begin without a list of some. */
    private static void listFonts(Path runtime) throws IOException {
        if (LINUX) {
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

    /** Tries whether this Java paints: it is the part of nn that needs most of it. */
    private static void paint(Path launcher) throws IOException, InterruptedException {
        Path picture = Files.createTempFile("picture", ".png");
        Path script = Files.writeString(
                Files.createTempFile("picture", ".nn"),
                "input x[2]; layer y[1] sigmoid; input = [1, 2]; target = 1; draw to \"%s\""
                        .formatted(picture.toString().replace('\\', '/')));
        run(new ProcessBuilder(launcher.toString(), script.toString()).inheritIO());
        Files.delete(picture);
        Files.delete(script);
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

    /** Copies a file, and if it is a jar, the libraries that it names: the folder next to it may have some of earlier builds. */
    private static void copyWithLibraries(Path file, Path folder) throws IOException {
        copy(file, folder.resolve(file.getFileName()));
        if (file.toString().endsWith(".jar")) {
            try (JarFile jar = new JarFile(file.toFile())) {
                String libraries = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
                for (String library : libraries.split(" ")) {
                    copy(file.resolveSibling(library), folder.resolve(library));
                }
            }
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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compares the table in {@code dist/licences/README.md} with the parts of others that an image really has. */
final class Licences {
    /** Each folder of libraries, and what is left out of the names of its files: versions, and a system's own additions. */
    private static final Map<String, Pattern> FOLDERS = Map.of(
            "lib", Pattern.compile("(.+?)-\\d.*\\.jar"),
            "lsp-lib", Pattern.compile("(.+?)-\\d.*\\.jar"),
            "jupyter-lib", Pattern.compile("(.+?)-\\d.*\\.jar"),
            "native", Pattern.compile("(?:lib)?(.+?)(?:_seh)?(?:-\\d+)?\\..*"));

    private Licences() {}

    /** Fails if the table misses a part of the image, names one that is not in it, or links to a licence that is not there. */
    static void check(Path app) throws IOException {
        Path folder = Path.of("dist/licences");
        List<String> rows = Files.readAllLines(folder.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| "))
                .skip(2)
                .toList();
        Set<String> named = new TreeSet<>();
        Set<String> elsewhere = new TreeSet<>(); // what only some systems have
        List<String> wrong = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.split("\\|");
            for (Matcher name = Pattern.compile("`([^`]+)`").matcher(cells[2]); name.find(); ) {
                (cells[3].contains("lib/app/native") ? elsewhere : named).add(name.group(1));
            }
            for (Matcher link = Pattern.compile("\\]\\((\\w[^):/]*)\\)").matcher(row); link.find(); ) {
                if (!Files.exists(folder.resolve(link.group(1)))) {
                    wrong.add("there is no " + link.group(1));
                }
            }
        }
        Set<String> found = found(app);
        found.stream()
                .filter(part -> !named.contains(part) && !elsewhere.contains(part))
                .forEach(part -> wrong.add(part + " is in nn, but not in the table"));
        named.stream()
                .filter(part -> !found.contains(part))
                .forEach(part -> wrong.add(part + " is in the table, but not in nn"));
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("dist/licences/README.md:\n  " + String.join("\n  ", wrong));
        }
    }

    private static Set<String> found(Path app) throws IOException {
        // TeaVM compiles its own library of Java's classes into the engine, and says so nowhere.
        Set<String> found = new TreeSet<>(Set.of("teavm"));
        found.addAll(Files.readAllLines(Path.of("web/target/nn-playground.packages")));
        for (var libraries : FOLDERS.entrySet()) {
            try (Stream<Path> files = Files.list(app.resolve(libraries.getKey()))) {
                for (Path file : files.toList()) {
                    String name = file.getFileName().toString();
                    Matcher matcher = libraries.getValue().matcher(name);
                    found.add(matcher.matches() ? matcher.group(1) : name);
                }
            }
        }
        try (JarFile jar = new JarFile(app.resolve("nn.jar").toFile())) {
            jar.stream()
                    .map(entry -> Path.of(entry.getName()).getFileName().toString())
                    .filter(name -> name.endsWith(".ttf"))
                    .forEach(found::add);
        }
        return found;
    }
}

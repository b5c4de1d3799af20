import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the source of SingleRows, arithmetic in float32, of the source of DoubleRows: {@code double} becomes {@code float},
 * and a {@code final double} stays double. It refuses what might mean something else in float32.
 */
final class Floats {
    private static final Path PACKAGE = Path.of("org", "nnlang", "engine");

    private static final Pattern PART = Pattern.compile("""
            /\\*.*?\\*/\\s*                  # a comment
            |//[^\\n]*
            |@SuppressWarnings\\("cast"\\)
            |final\\ double\\b
            |\\bMath\\.\\w+
            |[A-Za-z_]\\w*                   # a word
            |[0-9][\\w.]*                    # a number
            |[^\\w"']                        # anything but a text""", Pattern.COMMENTS | Pattern.DOTALL);

    /** Functions that have the same result, rounded, for floats. */
    private static final Set<String> FUNCTIONS = Set.of("Math.max", "Math.min", "Math.abs", "Math.signum");

    private Floats() {}

    /** Reads the source in the first folder, and writes to the second. */
    public static void main(String[] args) throws IOException {
        String source = Files.readString(Path.of(args[0]).resolve(PACKAGE).resolve("DoubleRows.java"));
        String made = "// Made of DoubleRows.java by src/build/Floats.java.\n" + inFloats(source);
        Path target = Path.of(args[1]).resolve(PACKAGE).resolve("SingleRows.java");
        if (!Files.exists(target) || !Files.readString(target).equals(made)) {
            Files.createDirectories(target.getParent());
            Files.writeString(target, made);
        }
    }

    private static String inFloats(String source) {
        StringBuilder made = new StringBuilder();
        Matcher parts = PART.matcher(source);
        int at = 0;
        while (at < source.length()) {
            if (!parts.find() || parts.start() != at) {
                throw refused(source, at);
            }
            String part = parts.group();
            String inFloats = switch (part) {
                case "final double" -> part;
                case "double" -> "float";
                case "DoubleRows" -> "SingleRows";
                default -> same(part);
            };
            if (inFloats == null) {
                throw refused(source, at);
            }
            made.append(inFloats);
            at = parts.end();
        }
        return made.toString();
    }

    /** What is the same in floats, without comments; null for what may not be. */
    private static String same(String part) {
        boolean comment = part.startsWith("/*") || part.startsWith("//") || part.startsWith("@Suppress");
        boolean other = part.startsWith("Math.") && !FUNCTIONS.contains(part)
                || Character.isDigit(part.charAt(0)) && !part.matches("[0-9]+")
                || part.matches("(?i).*(double|float).*");
        return comment ? "" : other ? null : part;
    }

    private static IllegalArgumentException refused(String source, int at) {
        long line = source.substring(0, at).lines().count();
        return new IllegalArgumentException(
                "DoubleRows.java, line " + line + ": Floats.java doesn't know what this is in float32: "
                        + source.substring(at).lines().findFirst().orElse(""));
    }
}

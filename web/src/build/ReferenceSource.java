import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the class that has what help reads of docs/language.md, and the examples, as strings: a page has no class path. Left
 * out are lines that {@code org.nnlang.language.Reference} passes over: of scripts, those whose first word began one before.
 */
final class ReferenceSource {
    /** How long a string constant may be, with room for characters of several bytes. */
    private static final int LONGEST = 15_000;

    private ReferenceSource() {}

    /** The arguments: language.md, examples.txt, and the file to write. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[2]);
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                package org.nnlang.web;

                /** What help reads; made from docs/language.md. */
                final class ReferenceText {
                    private ReferenceText() {}

                    static String page() {
                        return %s;
                    }

                    static String examples() {
                        return %s;
                    }
                }
                """.formatted(
                        built(page(Files.readAllLines(Path.of(args[0])))), built(Files.readString(Path.of(args[1])))));
    }

    private static String page(List<String> lines) {
        StringBuilder page = new StringBuilder();
        boolean inFence = false;
        boolean inScript = false;
        boolean inRules = false;
        Set<String> words = new HashSet<>();
        for (String line : lines) {
            boolean fence = line.startsWith("```");
            inRules = !line.isBlank() && (inRules || line.startsWith("Three rules "));
            inScript = fence ? !inFence && line.startsWith("```nn") : inScript;
            boolean first = inScript && words.add(line.replaceAll("(?s)\\W.*", ""));
            boolean read = first || inRules || fence || line.startsWith("#") || line.startsWith("|");
            page.append(read ? line : "").append(read || !page.toString().endsWith("\n\n") ? "\n" : "");
            inFence ^= fence;
        }
        return page.toString();
    }

    /** An expression that builds a text of constants. */
    private static String built(String text) {
        StringBuilder source = new StringBuilder("new StringBuilder()");
        for (int from = 0; from < text.length(); from += LONGEST) {
            source.append("\n                .append(\"")
                    .append(escaped(text.substring(from, Math.min(text.length(), from + LONGEST))))
                    .append("\")");
        }
        return source.append("\n                .toString()").toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}

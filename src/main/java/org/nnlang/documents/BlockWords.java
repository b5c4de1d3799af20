package org.nnlang.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Nearest;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * The words after {@code nn} in a block's opening fence, or in the brackets of an environment.
 *
 * @param fresh whether the block starts a new session
 * @param fails whether it must end with an error
 * @param skip whether nn leaves it out
 * @param hidden whether it runs but is not rendered
 * @param file the file whose text it repeats, or null
 * @param first the first line of the file, from 1
 * @param last the last line of the file
 * @param name its name for other blocks, or null
 * @param after the name of the block that it continues, or null
 */
record BlockWords(
        boolean fresh,
        boolean fails,
        boolean skip,
        boolean hidden,
        String file,
        int first,
        int last,
        String name,
        String after) {
    private static final List<String> KNOWN =
            List.of("new", "fails", "skip", "hidden", "file=", "lines=", "name=", "after=");

    /** Reads the words of a block; adds what is wrong with them to the problems. */
    static BlockWords of(Fence fence, List<Diagnostic> problems) {
        return new Reader(fence, problems).read();
    }

    /** The text of the file, or of the lines that the block repeats; null if the file is too short. */
    String part(String text) {
        List<String> lines = text.lines().toList();
        if (last > lines.size() && last < Integer.MAX_VALUE) {
            return null;
        }
        List<String> part = lines.subList(first - 1, Math.min(last, lines.size()));
        return part.isEmpty() ? "" : String.join("\n", part) + "\n";
    }

    /** Reads the words one by one. */
    private static final class Reader {
        private final Fence fence;
        private final List<Diagnostic> problems;
        private final Map<String, String> given = new LinkedHashMap<>();
        private int first = 1;
        private int last = Integer.MAX_VALUE;

        Reader(Fence fence, List<Diagnostic> problems) {
            this.fence = fence;
            this.problems = problems;
        }

        BlockWords read() {
            fence.words().forEach(this::take);
            if (given.containsKey("lines=") && !given.containsKey("file=")) {
                wrong(fence.info(), "lines=", "it needs `file=`");
            }
            if (given.containsKey("new") && given.containsKey("after=")) {
                wrong(fence.info(), "new", "it can't go with `after=`");
            }
            return new BlockWords(
                    given.containsKey("new"),
                    given.containsKey("fails"),
                    given.containsKey("skip"),
                    given.containsKey("hidden"),
                    given.get("file="),
                    first,
                    last,
                    given.get("name="),
                    given.get("after="));
        }

        private void take(Span word) {
            String text = word.text();
            int equals = text.indexOf('=');
            String key = equals < 0 ? text : text.substring(0, equals + 1);
            String value = equals < 0 ? "" : text.substring(equals + 1).replace("\"", "");
            if (!KNOWN.contains(key)) {
                String near = Nearest.to(key, KNOWN);
                problems.add(Diagnostic.error(
                        word,
                        near == null
                                ? Problem.UNKNOWN_BLOCK_WORD.with(text)
                                : Problem.MISSPELT_BLOCK_WORD.with(text, near)));
            } else if (given.put(key, value) != null) {
                wrong(word, key, "it is here twice");
            } else if (equals >= 0 && value.isEmpty()) {
                wrong(word, key, "a value is missing");
            } else if (key.equals("lines=")) {
                lines(word, value);
            }
        }

        private void lines(Span word, String value) {
            int dash = value.indexOf('-');
            try {
                first = Integer.parseInt(dash < 0 ? value : value.substring(0, dash));
                last = dash < 0 ? first : Integer.parseInt(value.substring(dash + 1));
            } catch (NumberFormatException none) {
                first = 0;
            }
            if (first < 1 || last < first) {
                first = 1;
                last = Integer.MAX_VALUE;
                wrong(word, "lines=" + value, "write lines as `lines=3-9`, counted from 1");
            }
        }

        private void wrong(Span place, String word, String why) {
            problems.add(Diagnostic.error(place, Problem.BAD_BLOCK_WORD, word, why));
        }
    }
}

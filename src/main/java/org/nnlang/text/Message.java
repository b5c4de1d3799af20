package org.nnlang.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A problem, and what fills the gaps in its words.
 *
 * @param gaps in the order in which the gaps first appear in the words; null if there is nothing to say
 * @param advice replaces the label and the notes, unless it is empty
 */
public record Message(Problem problem, List<Object> gaps, String advice) {
    /** The same message with advice for what the user has written. */
    public Message advised(String better) {
        return new Message(problem, gaps, better);
    }

    /** What fills a gap. */
    public Object gap(String name) {
        return gaps.get(names().indexOf(name));
    }

    /** What to write instead of the marked text; null if the message doesn't propose anything for it. */
    public String replacement() {
        if (!advice.isEmpty()) {
            return null;
        }
        for (Object gap : gaps) {
            if (gap instanceof Correction(String instead)) {
                return instead;
            }
        }
        return names().contains("near") ? (String) gap("near") : null;
    }

    /** What is wrong. */
    public String title() {
        return Printable.line(filled(problem.words()[0], gap -> text(gap) == null ? "" : text(gap)));
    }

    /** The text next to the mark, may be empty. */
    public String label() {
        String label = problem.words().length < 2 ? null : filled(problem.words()[1], this::text);
        return Printable.line(!advice.isEmpty() ? advice : label == null ? "" : label);
    }

    /** Facts or advice, each on a separate line. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (int i = 2; i < problem.words().length && advice.isEmpty(); i++) {
            String words = problem.words()[i];
            int end = gapEnd(words, 0);
            if (end == words.length() && gap(words.substring(1, end - 1)) instanceof List<?> lines) {
                lines.forEach(line -> notes.add(line.toString()));
            } else {
                notes.add(filled(words, this::text));
            }
        }
        return notes.stream()
                .filter(note -> note != null && !note.isEmpty())
                .map(Printable::line)
                .toList();
    }

    /** Words with the texts of their gaps; null if one of these is null. */
    private static String filled(String words, UnaryOperator<String> text) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int open = words.indexOf('{'); open >= 0; open = words.indexOf('{', open + 1)) {
            int end = gapEnd(words, open);
            if (end > 0) {
                String gap = text.apply(words.substring(open + 1, end - 1));
                if (gap == null) {
                    return null;
                }
                filled.append(words, from, open).append(gap);
                from = end;
            }
        }
        return filled.append(words, from, words.length()).toString();
    }

    /** The offset after the gap that begins at an offset, −1 if none does. */
    private static int gapEnd(String words, int start) {
        int end = start + 1;
        while (end < words.length() && (Character.isLetter(words.charAt(end)) || words.charAt(end) == ':')) {
            end++;
        }
        boolean gap = words.startsWith("{", start) && end > start + 1 && words.startsWith("}", end);
        return gap ? end + 1 : -1;
    }

    /** The names of the gaps. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (String words : problem.words()) {
            filled(words, gap -> {
                String name = gap.substring(0, nameEnd(gap));
                if (!names.contains(name)) {
                    names.add(name);
                }
                return "";
            });
        }
        return names;
    }

    private static int nameEnd(String gap) {
        int colon = gap.indexOf(':');
        return colon < 0 ? gap.length() : colon;
    }

    /** The text of a gap, null if there is nothing to say. */
    private String text(String gap) {
        int end = nameEnd(gap);
        return switch (gap(gap.substring(0, end))) {
            case null -> null;
            case Integer number when end < gap.length() -> count(number, gap.substring(end + 1));
            case List<?> words -> list(words.stream().map(Object::toString).toList());
            case Object found -> found.toString().isEmpty() ? null : found.toString();
        };
    }

    /** A number of things: "1 neuron", "2 biases". */
    public static String count(int n, String noun) {
        return n + " " + noun(n, noun);
    }

    /** A noun as it follows a number. */
    static String noun(long n, String noun) {
        return n == 1 ? noun : noun.endsWith("s") ? noun + "es" : noun + "s";
    }

    private static String list(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    /** A message that a name of some kind is unknown: with the nearest candidate or, without one, all known names. */
    public static Message unknown(String what, String name, Collection<String> candidates, List<String> all) {
        String near = Nearest.to(name, candidates);
        return Problem.UNKNOWN_ENTRY.with(what, name, near, near == null ? all : null);
    }
}

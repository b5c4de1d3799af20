package org.nnlang.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What docs/language.md says about each word of the language: the rows of its tables whose first column is {@code form}, and
 * an example for each word. Help, completion and hints read it; its creator supplies the texts.
 */
public final class Reference {
    /**
     * A row of a table.
     *
     * @param section the heading above the table
     * @param forms the ways to write it: {@code train N}, {@code adam(beta1: 0.9, …)}
     * @param columns the names of the table's other columns
     * @param cells the contents of those columns
     * @param codes the pieces of the language in the whole row
     */
    public record Topic(
            String section, List<String> forms, List<String> columns, List<String> cells, List<String> codes) {
        /** The words under which help finds it. */
        public List<String> words() {
            return forms.stream().map(Topic::head).distinct().toList();
        }

        /** The first word of a form: {@code train} for {@code train N}; {@code @} for {@code Q @ N}. */
        private static String head(String form) {
            int end = 0;
            boolean placeholder = false;
            while (end < form.length() && isName(form.charAt(end))) {
                placeholder |= Character.isUpperCase(form.charAt(end));
                end++;
            }
            return placeholder && form.contains(" @ ") ? "@" : form.substring(0, end);
        }

        /** Whether a form contains a word or a symbol: {@code train N until COND} contains {@code until}. */
        public static boolean contains(String form, String word) {
            for (int at = form.indexOf(word); at >= 0; at = form.indexOf(word, at + 1)) {
                int end = at + word.length();
                if (!isName(word.charAt(0))
                        || (at == 0 || !isName(form.charAt(at - 1)))
                                && (end == form.length() || !isName(form.charAt(end)))) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isName(char c) {
            return Character.isLetterOrDigit(c) || c == '_';
        }

        /** Its meaning on one line. */
        public String meaning() {
            return cells.get(Math.max(0, columns.indexOf("meaning")));
        }
    }

    private static final String RULES = "Three rules ";

    private final List<Topic> topics = new ArrayList<>();
    private final Map<String, List<Topic>> byWord = new LinkedHashMap<>();
    private final Map<String, String> examples = new LinkedHashMap<>();
    /** For each word, the first line on the page, in a script, that begins with it. */
    private final Map<String, String> onPage = new HashMap<>();

    private final StringBuilder rules = new StringBuilder();
    private String section = "";
    private List<String> columns = List.of();
    private boolean inRules;
    private boolean inFence;
    private boolean inScript;

    /**
     * Reads docs/language.md and the examples. An example is a line with a word, a colon and statements; for a word without
     * one, the example is the first line in the page's scripts that begins with the word.
     */
    public Reference(String page, String examples) {
        pieces(page, '\n').forEach(this::line);
        for (Topic topic : topics) {
            topic.words()
                    .forEach(word ->
                            byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(topic));
        }
        for (String line : pieces(examples, '\n')) {
            int colon = line.indexOf(": ");
            if (colon >= 0) {
                this.examples.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
    }

    private static List<String> pieces(String text, char separator) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            pieces.add(text.substring(start, end));
            start = end + 1;
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    private void line(String line) {
        if (line.startsWith("```")) {
            inScript = !inFence && line.startsWith("```nn");
            inFence = !inFence;
            return;
        }
        if (inFence) {
            if (inScript) {
                onPage.putIfAbsent(Topic.head(line), line);
            }
            return;
        }
        inRules = !line.isBlank() && (inRules || line.startsWith(RULES));
        if (inRules) {
            rules.append(line).append(' ');
        } else if (line.startsWith("#")) {
            section = line.substring(line.indexOf(' ') + 1);
        } else if (line.startsWith("|")) {
            List<String> cells = pieces(line.substring(1, line.lastIndexOf('|')), '|');
            row(cells.stream().map(String::strip).toList());
        } else {
            columns = List.of();
        }
    }

    private void row(List<String> cells) {
        if (columns.isEmpty()) {
            columns = cells;
        } else if (columns.getFirst().equals("form") && !cells.getFirst().startsWith("---")) {
            List<String> rest = cells.subList(1, cells.size());
            topics.add(new Topic(
                    section,
                    forms(cells.getFirst()),
                    columns.subList(1, columns.size()),
                    rest.stream().map(Reference::plain).toList(),
                    cells.stream().flatMap(cell -> forms(cell).stream()).toList()));
        }
    }

    /** The texts between backticks. */
    private static List<String> forms(String cell) {
        List<String> forms = new ArrayList<>();
        List<String> pieces = pieces(cell, '`');
        for (int i = 1; i < pieces.size(); i += 2) {
            forms.add(pieces.get(i));
        }
        return forms;
    }

    /** Markdown as plain text: links, code and emphasis without the characters that mark them. */
    private static String plain(String markdown) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < markdown.length(); i++) {
            char c = markdown.charAt(i);
            int end = c == ']' && markdown.startsWith("(#", i + 1) ? markdown.indexOf(')', i) : -1;
            boolean opensLink = c == '[' && markdown.indexOf("](#", i) > 0;
            boolean emphasis = markdown.startsWith("**", i) || i > 0 && markdown.startsWith("**", i - 1);
            if (end > 0) {
                i = end;
            } else if (c != '`' && !opensLink && !emphasis) {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** The paragraph with the rules of the whole language. */
    public String rules() {
        return plain(rules.toString().strip());
    }

    /** All topics in the order of the page. */
    public List<Topic> topics() {
        return topics;
    }

    /**
     * The topics of a word: those with a form that begins with it, else those with a form that contains it, else those whose
     * meaning does; empty if it isn't a word of the language.
     */
    public List<Topic> of(String word) {
        List<Topic> found = byWord.get(word);
        found = found == null ? with(word, Topic::forms) : found;
        return found.isEmpty() ? with(word, Topic::codes) : found;
    }

    private List<Topic> with(String word, Function<Topic, List<String>> texts) {
        return topics.stream()
                .filter(topic -> texts.apply(topic).stream().anyMatch(text -> Topic.contains(text, word)))
                .toList();
    }

    /** An example with the word, or null. */
    public String example(String word) {
        return examples.getOrDefault(word, onPage.get(word));
    }

    /** The words that have a topic or an example. */
    public Set<String> words() {
        Set<String> words = new LinkedHashSet<>(byWord.keySet());
        words.addAll(examples.keySet());
        words.remove("");
        return words;
    }

    /** A word's meaning, on one line, in the first of the sections that has the word; empty if none has. */
    public String meaning(String word, List<String> sections) {
        for (String section : sections) {
            for (Topic topic : of(word)) {
                if (topic.section().equals(section)) {
                    return topic.meaning();
                }
            }
        }
        return "";
    }
}

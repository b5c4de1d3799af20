package org.nnlang.help;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the tables of the reference, a Markdown page. */
final class Reference {
    private static final String RULES = "Three rules ";

    private final List<Entry> entries = new ArrayList<>();
    private final StringBuilder rules = new StringBuilder();
    private String section = "";
    private List<String> columns = List.of();
    private boolean inRules;
    private boolean inExample;

    Reference(String page) {
        page.lines().forEach(this::line);
    }

    List<Entry> entries() {
        return entries;
    }

    /** The paragraph that says what the whole language is. */
    String rules() {
        return plain(rules.toString().strip());
    }

    private void line(String line) {
        inExample ^= line.startsWith("```");
        inRules = !line.isBlank() && (inRules || line.startsWith(RULES));
        if (inExample || line.startsWith("```")) {
            return;
        }
        if (inRules) {
            rules.append(line).append(' ');
        } else if (line.startsWith("#")) {
            section = line.substring(line.indexOf(' ') + 1);
        } else if (line.startsWith("|")) {
            row(cells(line));
        } else {
            columns = List.of();
        }
    }

    private static List<String> cells(String line) {
        String inside = line.substring(1, line.lastIndexOf('|'));
        return Arrays.stream(inside.split("\\|", -1)).map(String::strip).toList();
    }

    private void row(List<String> cells) {
        if (columns.isEmpty()) {
            columns = cells;
        } else if (columns.getFirst().equals("form") && !cells.getFirst().startsWith("---")) {
            List<String> rest = cells.subList(1, cells.size());
            entries.add(new Entry(
                    section,
                    forms(cells.getFirst()),
                    columns.subList(1, columns.size()),
                    rest.stream().map(Reference::plain).toList()));
        }
    }

    /** What stands between backticks. */
    private static List<String> forms(String cell) {
        List<String> forms = new ArrayList<>();
        String[] pieces = cell.split("`", -1);
        for (int i = 1; i < pieces.length; i += 2) {
            forms.add(pieces[i]);
        }
        return forms;
    }

    /** Markdown as text: links as their words, code and emphasis without their signs. */
    private static String plain(String markdown) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < markdown.length(); i++) {
            char c = markdown.charAt(i);
            int end = c == ']' && markdown.startsWith("(#", i + 1) ? markdown.indexOf(')', i) : -1;
            boolean opensLink = c == '[' && markdown.indexOf("](#", i) > 0;
            if (end > 0) {
                i = end;
            } else if (c != '`'
                    && !opensLink
                    && !markdown.startsWith("**", i)
                    && !(c == '*' && isSecondStar(markdown, i))) {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static boolean isSecondStar(String text, int i) {
        return i > 0 && text.charAt(i - 1) == '*';
    }
}

package org.nnlang.documents;

import java.util.List;
import java.util.Map;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/**
 * The settings of site generators before a page: lines {@code key: value} between two lines of dashes.
 *
 * @param end the offset of the text after them; 0 without any
 */
record FrontMatter(int end, Map<String, List<String>> settings) {
    private static final String MARK = "---";
    private static final FrontMatter NONE = new FrontMatter(0, Map.of());

    static FrontMatter of(String text) {
        int at = lineEnd(text, 0);
        if (!text.substring(0, at).stripTrailing().equals(MARK)) {
            return NONE;
        }
        boolean any = false;
        while (at < text.length()) {
            int next = lineEnd(text, at);
            String line = text.substring(at, next).stripTrailing();
            at = next;
            if (line.equals(MARK)) {
                return any ? new FrontMatter(at, read(text.substring(0, at))) : NONE;
            }
            boolean setting = isSetting(line);
            boolean continued = any && (line.startsWith(" ") || line.startsWith("-") || line.startsWith("\t"));
            if (!setting && !continued && !line.isEmpty() && !line.startsWith("#")) {
                return NONE;
            }
            any |= setting;
        }
        return NONE;
    }

    /** The end of the line at an offset, with its line end. */
    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    private static boolean isSetting(String line) {
        int colon = line.indexOf(':');
        return colon > 0
                && line.chars()
                        .limit(colon)
                        .allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.')
                && (colon + 1 == line.length() || line.charAt(colon + 1) == ' ');
    }

    private static Map<String, List<String>> read(String text) {
        Node tree = Parser.builder()
                .extensions(List.of(YamlFrontMatterExtension.create()))
                .build()
                .parse(text);
        YamlFrontMatterVisitor visitor = new YamlFrontMatterVisitor();
        tree.accept(visitor);
        return visitor.getData();
    }

    /** A setting; null without it. */
    String get(String key) {
        List<String> values = settings.getOrDefault(key, List.of());
        String value = values.isEmpty() ? "" : values.getFirst().strip();
        return value.isEmpty() ? null : value;
    }

    /** A text with these settings blanked out, so that all positions stay. */
    String blanked(String text) {
        StringBuilder blank = new StringBuilder(text);
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
                blank.setCharAt(i, ' ');
            }
        }
        return blank.toString();
    }
}

package org.nnlang.documents;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.text.Printable;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/** Shows edits of a page in the form of {@code diff -u}, with the page's line numbers. */
final class UnifiedDiff {
    private static final int CONTEXT = 3;
    /** The longest line to show in full to a reader. */
    private static final int LONGEST_LINE = 1000;

    private static final int AROUND = 100;

    private final Source page;
    private final List<String> lines;

    UnifiedDiff(Source page) {
        this.page = page;
        this.lines = page.text().lines().toList();
    }

    /** The diff of edits, which must be in order. */
    String full(List<Edit> edits) {
        return text(changes(edits), Integer.MAX_VALUE);
    }

    /** The same for a reader: shows only the surroundings of a change in a very long line. */
    String excerpt(List<Edit> edits) {
        LineDiff.Change within = withinLongLine(edits);
        return text(within == null ? changes(edits) : List.of(within), LONGEST_LINE);
    }

    private LineDiff.Change withinLongLine(List<Edit> edits) {
        int line = page.line(edits.getFirst().old().start());
        int start = page.lineStart(line);
        int end = page.lineEnd(line);
        if (lastLine(edits.getLast()) != line || end - start <= LONGEST_LINE) {
            return null;
        }
        int from = Math.max(start, edits.getFirst().old().start() - AROUND);
        int to = Math.min(end, edits.getLast().old().end() + AROUND);
        Span around = new Span(page, from, to);
        String before = from > start ? "…" : "";
        String after = to < end ? "…" : "";
        return new LineDiff.Change(
                line - 1,
                List.of(before + around.text() + after),
                List.of(before + String.join("", edited(around, edits)) + after));
    }

    private String text(List<LineDiff.Change> changes, int longest) {
        String name = Printable.line(page.name());
        StringBuilder text = new StringBuilder("--- " + name + "\n+++ " + name + "\n");
        int shift = 0;
        for (int i = 0; i < changes.size(); ) {
            int end = i + 1;
            while (end < changes.size() && changes.get(end).from() - after(changes.get(end - 1)) <= 2 * CONTEXT) {
                end++;
            }
            shift += hunk(changes.subList(i, end), shift, longest, text);
            i = end;
        }
        return text.toString();
    }

    private static int after(LineDiff.Change change) {
        return change.from() + change.removed().size();
    }

    /** Writes the changes with the lines around them; returns by how many lines the text grows. */
    private int hunk(List<LineDiff.Change> changes, int shift, int longest, StringBuilder text) {
        int from = Math.max(0, changes.getFirst().from() - CONTEXT);
        int to = Math.min(lines.size(), after(changes.getLast()) + CONTEXT);
        int more = changes.stream()
                .mapToInt(c -> c.added().size() - c.removed().size())
                .sum();
        text.append("@@ -").append(range(from, to - from));
        text.append(" +").append(range(from + shift, to - from + more)).append(" @@\n");
        int at = from;
        for (LineDiff.Change change : changes) {
            write(' ', lines.subList(at, change.from()), longest, text);
            write('-', change.removed(), Integer.MAX_VALUE, text);
            write('+', change.added(), Integer.MAX_VALUE, text);
            at = after(change);
        }
        write(' ', lines.subList(at, to), longest, text);
        return more;
    }

    private static String range(int from, int count) {
        return (count == 0 ? from : from + 1) + "," + count;
    }

    private static void write(char mark, List<String> lines, int longest, StringBuilder text) {
        for (String line : lines) {
            String shown = line.length() <= longest ? line : line.substring(0, longest) + "…";
            text.append(mark).append(Printable.line(shown)).append('\n');
        }
    }

    /** The changes as whole lines, with edits in the same line merged. */
    private List<LineDiff.Change> changes(List<Edit> edits) {
        List<LineDiff.Change> changes = new ArrayList<>();
        for (int i = 0; i < edits.size(); ) {
            int first = page.line(edits.get(i).old().start());
            int last = lastLine(edits.get(i));
            int end = i + 1;
            while (end < edits.size() && page.line(edits.get(end).old().start()) <= last) {
                last = Math.max(last, lastLine(edits.get(end++)));
            }
            Span region = new Span(page, page.lineStart(first), page.lineEnd(last));
            for (LineDiff.Change change :
                    LineDiff.changes(region.text().lines().toList(), edited(region, edits.subList(i, end)))) {
                changes.add(new LineDiff.Change(first - 1 + change.from(), change.removed(), change.added()));
            }
            i = end;
        }
        return changes;
    }

    private int lastLine(Edit edit) {
        return page.line(edit.old().end());
    }

    private static List<String> edited(Span region, List<Edit> edits) {
        StringBuilder text = new StringBuilder();
        int at = region.start();
        for (Edit edit : edits) {
            text.append(region.source().text(), at, edit.old().start()).append(edit.text());
            at = edit.old().end();
        }
        return text.append(region.source().text(), at, region.end())
                .toString()
                .lines()
                .toList();
    }
}

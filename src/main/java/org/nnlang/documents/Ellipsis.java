package org.nnlang.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Compares printed lines with an output in which a line {@code …} stands for any lines. */
final class Ellipsis {
    private static final String MARK = "…";

    private Ellipsis() {}

    /** Whether the output matches the printed lines. Spaces at the ends of lines don't count. */
    static boolean matches(List<String> output, List<String> printed) {
        return places(output, printed, Ellipsis::same) != null;
    }

    /** The output with the printed lines; the marks stay if the lines around them can be found again. */
    static List<String> refreshed(List<String> output, List<String> printed) {
        int[] places = places(output, printed, (a, b) -> masked(a).equals(masked(b)));
        if (places == null) {
            places = outer(output, printed);
        }
        if (places == null) {
            return printed;
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            lines.add(places[i] < 0 ? output.get(i) : printed.get(places[i]));
        }
        return lines;
    }

    private static boolean isMark(String line) {
        return line.strip().equals(MARK);
    }

    private static boolean same(String a, String b) {
        return a.stripTrailing().equals(b.stripTrailing());
    }

    /** A line without its numbers. */
    private static String masked(String line) {
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean number = c >= '0' && c <= '9' || ".-−+e ".indexOf(c) >= 0;
            masked.append(number ? "" : c);
        }
        return masked.toString();
    }

    /**
     * The index of the printed line for each line of the output, −1 for a mark; null if they do not match. Each run of lines
     * between marks goes where it first fits, and the last run at the end: if any arrangement fits, this one does.
     */
    private static int[] places(List<String> output, List<String> printed, BiPredicate<String, String> same) {
        int[] places = new int[output.size()];
        int at = 0;
        int i = 0;
        boolean free = false;
        while (i < output.size()) {
            if (isMark(output.get(i))) {
                places[i++] = -1;
                free = true;
                continue;
            }
            int end = i;
            while (end < output.size() && !isMark(output.get(end))) {
                end++;
            }
            int length = end - i;
            int to = printed.size() - length;
            int from = free && end == output.size() ? Math.max(at, to) : at;
            int last = free ? to : at;
            int found = -1;
            for (int j = from; j <= last && found < 0; j++) {
                found = fits(output, i, printed, j, length, same) ? j : -1;
            }
            if (found < 0) {
                return null;
            }
            for (int k = 0; k < length; k++) {
                places[i + k] = found + k;
            }
            at = found + length;
            i = end;
            free = false;
        }
        return free || at == printed.size() ? places : null;
    }

    private static boolean fits(
            List<String> output, int from, List<String> printed, int at, int length, BiPredicate<String, String> same) {
        if (at + length > printed.size()) {
            return false;
        }
        for (int k = 0; k < length; k++) {
            if (!same.test(output.get(from + k), printed.get(at + k))) {
                return false;
            }
        }
        return true;
    }

    /** The output for a single mark: keeps the number of lines before and after it. */
    private static int[] outer(List<String> output, List<String> printed) {
        long marks = output.stream().filter(Ellipsis::isMark).count();
        if (marks != 1 || output.size() - 1 > printed.size()) {
            return null;
        }
        int[] places = new int[output.size()];
        boolean after = false;
        for (int i = 0; i < places.length; i++) {
            boolean mark = isMark(output.get(i));
            after |= mark;
            places[i] = mark ? -1 : after ? printed.size() - output.size() + i : i;
        }
        return places;
    }
}

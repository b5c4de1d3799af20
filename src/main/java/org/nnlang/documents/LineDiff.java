package org.nnlang.documents;

import java.util.ArrayList;
import java.util.List;

/** Finds the lines that differ between two texts. */
final class LineDiff {
    /** The largest number of pairs of lines to compare; larger texts count as different as a whole. */
    private static final long MOST = 4_000_000;

    /** Some lines, from an index on, and their replacement. */
    record Change(int from, List<String> removed, List<String> added) {}

    private LineDiff() {}

    /** The changes from one list of lines to another, in order. */
    static List<Change> changes(List<String> old, List<String> now) {
        int head = 0;
        while (head < Math.min(old.size(), now.size()) && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(old.size(), now.size()) - head
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        List<String> a = old.subList(head, old.size() - tail);
        List<String> b = now.subList(head, now.size() - tail);
        if (a.isEmpty() && b.isEmpty()) {
            return List.of();
        }
        return (long) a.size() * b.size() > MOST ? List.of(new Change(head, a, b)) : compared(a, b, head);
    }

    /** The changes by the longest common subsequence. */
    private static List<Change> compared(List<String> a, List<String> b, int head) {
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Change> changes = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            int fromA = i;
            int fromB = j;
            while (i < a.size() && common[i + 1][j] == common[i][j]) {
                i++;
            }
            while (j < b.size() && common[i][j + 1] == common[i][j]) {
                j++;
            }
            if (i > fromA || j > fromB) {
                changes.add(new Change(head + fromA, a.subList(fromA, i), b.subList(fromB, j)));
            }
            while (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                i++;
                j++;
            }
        }
        return changes;
    }
}

package org.nnlang.text;

import java.util.Collection;
import java.util.Locale;

/** Finds the word that the user probably meant. */
public final class Nearest {
    private Nearest() {}

    /** The candidate nearest to the word by edit distance, or null if none is near. */
    public static String to(String word, Collection<String> candidates) {
        String lower = word.toLowerCase(Locale.ROOT);
        String best = null;
        int least = Math.min(3, (word.length() + 1) / 3) + 1;
        least = Math.min(least, Math.max(1, word.length())); // otherwise a letter would be near every other letter
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - word.length()) <= least && !candidate.equals(word)) {
                int distance = distance(lower, candidate.toLowerCase(Locale.ROOT));
                boolean sooner = distance < least
                        || best != null && distance == least && common(lower, candidate) > common(lower, best);
                if (sooner) {
                    least = distance;
                    best = candidate;
                }
            }
        }
        return best;
    }

    /** The candidate that differs from the word by one typing error, or null. */
    public static String slip(String word, Collection<String> candidates) {
        for (String candidate : candidates) {
            if (distance(word.toLowerCase(Locale.ROOT), candidate) <= 1) {
                return candidate;
            }
        }
        return null;
    }

    /** The length of the common prefix of two words: the beginning of a word is seldom wrong. */
    private static int common(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    /** The number of insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 ? j : j == 0 ? i : cell(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cell(String a, String b, int[][] d, int i, int j) {
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}

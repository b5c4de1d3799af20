package org.nnlang.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A text pattern: the subset of regular expressions that nn needs, matched by backtracking.
 *
 * <p>A space matches any number of spaces, {@code ~} at least one. {@code ( )} groups, <code>{ }</code> groups and captures,
 * {@code |} separates alternatives inside a group. {@code ?}, {@code *} and {@code +} repeat what comes before as often as
 * possible or, with another {@code ?} after them, as rarely as possible. {@code [a-z]} and {@code [^a-z]} are sets of
 * characters, {@code .} is any character, {@code \d} a digit, {@code \w} a digit, an English letter or {@code _},
 * {@code \l} a letter of any alphabet. {@code \b} matches at either end of a word, {@code ^} at the start of the text,
 * {@code $} at its end. {@code (?i: )} ignores the case of English letters. {@code (?! )} and {@code (?<! )} match unless
 * their pattern matches the text after them or the one character before them.
 */
public final class TextPattern {
    /** A match; {@code ends} has the start and end offsets of the match and of each capture, −1 for an unused capture. */
    public record Match(String text, int[] ends) {
        /** The offset at which it begins. */
        public int start() {
            return ends[0];
        }

        /** The offset at which it ends. */
        public int end() {
            return ends[1];
        }

        /** The number of captures. */
        public int groups() {
            return ends.length / 2 - 1;
        }

        /** The text of capture {@code number}, from 1; empty if it captured nothing. */
        public String group(int number) {
            return ends[2 * number] < 0 ? "" : text.substring(ends[2 * number], ends[2 * number + 1]);
        }
    }

    /** Matches the rest of a pattern at an offset. */
    private interface Rest {
        boolean fits(int at);
    }

    /** Matches a part of a pattern at an offset, and the rest after the part. */
    private interface Part {
        boolean fits(Match match, int at, Rest rest);
    }

    private final String pattern;
    /** The letters that the pattern begins with; a text without them can't match. */
    private final String start;
    /** The compiled pattern, null until first needed. */
    private Part whole;

    private int at;
    private int captures;
    private boolean anyCase;

    /** Makes a pattern, which is compiled when first needed. */
    public TextPattern(String pattern) {
        this.pattern = pattern;
        int letters = 0;
        while (letters < pattern.length() && Character.isLetter(pattern.charAt(letters))) {
            letters++;
        }
        boolean repeated = letters < pattern.length() && "?*".indexOf(pattern.charAt(letters)) >= 0;
        start = pattern.substring(0, repeated ? letters - 1 : letters);
    }

    /** Whether the pattern matches a whole text. */
    public boolean fits(String text) {
        return match(text) != null;
    }

    /** Matches a whole text; null if the pattern doesn't match. */
    public Match match(String text) {
        return match(text, 0, 0, true);
    }

    /** Finds the first match at or after an offset, or null. */
    public Match find(String text, int from) {
        return match(text, from, text.length(), false);
    }

    private Match match(String text, int from, int last, boolean toTheEnd) {
        int first = text.indexOf(start, from);
        if (first < 0 || first > last) {
            return null;
        }
        if (whole == null) {
            whole = closed(sequence(), "");
        }
        int[] ends = new int[2 * captures + 2];
        Arrays.fill(ends, -1);
        Match match = new Match(text, ends);
        Rest end = at -> {
            ends[1] = at;
            return !toTheEnd || at == text.length();
        };
        for (int i = first; i <= last; i++) {
            ends[0] = i;
            if (whole.fits(match, i, end)) {
                return match;
            }
        }
        return null;
    }

    private boolean next(String token) {
        boolean there = pattern.startsWith(token, at);
        at += there ? token.length() : 0;
        return there;
    }

    private Part alternatives() {
        List<Part> all = new ArrayList<>();
        do {
            all.add(sequence());
        } while (next("|"));
        return all.size() == 1
                ? all.getFirst()
                : (match, i, rest) -> {
                    for (Part part : all) {
                        if (part.fits(match, i, rest)) {
                            return true;
                        }
                    }
                    return false;
                };
    }

    private Part sequence() {
        List<Part> all = new ArrayList<>();
        while (at < pattern.length() && "|)}".indexOf(pattern.charAt(at)) < 0) {
            all.add(repeated(item()));
        }
        return all.size() == 1 ? all.getFirst() : (match, i, rest) -> fit(all, 0, match, i, rest);
    }

    /** Matches parts one after another, beginning with part {@code number}. */
    private static boolean fit(List<Part> parts, int number, Match match, int i, Rest rest) {
        return number == parts.size()
                ? rest.fits(i)
                : parts.get(number).fits(match, i, j -> fit(parts, number + 1, match, j, rest));
    }

    private Part repeated(Part item) {
        if (next("?")) {
            return repeated(item, 0, 1, next("?"));
        }
        if (next("*")) {
            return repeated(item, 0, Integer.MAX_VALUE, next("?"));
        }
        return next("+") ? repeated(item, 1, Integer.MAX_VALUE, next("?")) : item;
    }

    private static Part repeated(Part item, int least, int most, boolean lazy) {
        return (match, i, rest) -> repeats(item, least, most, lazy, match, i, rest);
    }

    private static boolean repeats(Part item, int least, int most, boolean lazy, Match match, int i, Rest rest) {
        boolean enough = least <= 0;
        if (lazy && enough && rest.fits(i)) {
            return true;
        }
        Rest again = j -> (j > i || !enough) && repeats(item, least - 1, most - 1, lazy, match, j, rest);
        return most > 0 && item.fits(match, i, again) || !lazy && enough && rest.fits(i);
    }

    private Part item() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case ' ' -> repeated(one(TextPattern::isSpace), 0, Integer.MAX_VALUE, false);
            case '~' -> repeated(one(TextPattern::isSpace), 1, Integer.MAX_VALUE, false);
            case '^' -> (_, i, rest) -> i == 0 && rest.fits(i);
            case '$' -> (match, i, rest) -> i == match.text.length() && rest.fits(i);
            case '(' -> group();
            case '{' -> capture();
            case '.' -> one(found -> found != '\n' && found != '\r');
            case '[' -> one(set());
            case '\\' -> next("b") ? TextPattern::boundary : one(escaped());
            default -> one(only(c, c));
        };
    }

    private Part group() {
        boolean before = anyCase;
        boolean not = next("?!");
        boolean notBefore = !not && next("?<!");
        anyCase |= next("?i:");
        Part inner = closed(alternatives(), ")");
        anyCase = before;
        if (notBefore) {
            return (match, i, rest) -> !(i > 0 && inner.fits(match, i - 1, j -> j == i)) && rest.fits(i);
        }
        return not ? (match, i, rest) -> !inner.fits(match, i, _ -> true) && rest.fits(i) : inner;
    }

    private Part capture() {
        int from = 2 * ++captures;
        Part inner = closed(alternatives(), "}");
        return (match, i, rest) -> inner.fits(match, i, j -> {
            int start = match.ends[from];
            int end = match.ends[from + 1];
            match.ends[from] = i;
            match.ends[from + 1] = j;
            if (rest.fits(j)) {
                return true;
            }
            match.ends[from] = start;
            match.ends[from + 1] = end;
            return false;
        });
    }

    private Part closed(Part part, String end) {
        if (!next(end) || end.isEmpty() && at < pattern.length()) {
            throw new IllegalArgumentException(pattern + " is wrong at " + at);
        }
        return part;
    }

    private static boolean boundary(Match match, int at, Rest rest) {
        boolean before = at > 0 && isWord(match.text.charAt(at - 1));
        boolean after = at < match.text.length() && isWord(match.text.charAt(at));
        return before != after && rest.fits(at);
    }

    private Part one(IntPredicate test) {
        boolean swap = anyCase;
        return (match, i, rest) -> {
            if (i == match.text.length()) {
                return false;
            }
            int c = match.text.codePointAt(i);
            boolean fits = test.test(c) || swap && isEnglish(c) && test.test(c ^ 0x20);
            return fits && rest.fits(i + Character.charCount(c));
        };
    }

    private IntPredicate set() {
        boolean not = next("^");
        IntPredicate all = _ -> false;
        while (!next("]")) {
            all = all.or(member());
        }
        return not ? all.negate() : all;
    }

    private IntPredicate member() {
        char c = pattern.charAt(at++);
        if (c == '\\') {
            return escaped();
        }
        if (c == ' ') {
            return TextPattern::isSpace;
        }
        boolean range = pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']';
        at += range ? 2 : 0;
        return only(c, range ? pattern.charAt(at - 1) : c);
    }

    private IntPredicate escaped() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case 'd' -> only('0', '9');
            case 'w' -> TextPattern::isWord;
            case 'l' -> Character::isLetter;
            default -> only(c, c);
        };
    }

    private static IntPredicate only(char from, char to) {
        return c -> c >= from && c <= to;
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static boolean isEnglish(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isWord(int c) {
        return isEnglish(c) || c >= '0' && c <= '9' || c == '_';
    }
}

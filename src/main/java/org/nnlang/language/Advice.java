package org.nnlang.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nnlang.network.Catalogue;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;
import org.nnlang.text.TextLines;
import org.nnlang.text.TextPattern;

/**
 * Advice for people who know other tools, or guess: what to write instead.
 *
 * <p>It looks at the text of the statement with the problem, not at how it was parsed. {@link AdviceTables} and
 * {@link PictureAdvice} pair patterns with advice.
 */
public final class Advice {
    private record Rule(TextPattern pattern, String advice, boolean forMeaning) {}

    /** The longest statement to look at: a longer one is data rather than a guess. */
    private static final int LONGEST = 200;

    /** Loaded when the first problem needs them. */
    private static final class Rules {
        static final List<Rule> STATEMENTS = rules(PictureAdvice.STATEMENTS + AdviceTables.STATEMENTS);
        static final List<Rule> PIECES = rules(AdviceTables.PIECES);
    }

    private Advice() {}

    /** The rules that apply to a problem. */
    private enum Fit {
        NONE,
        MEANING,
        ALL
    }

    /** The diagnostic, with advice if it is an error and the source looks like another tool's form. */
    public static Diagnostic advised(Diagnostic diagnostic) {
        boolean error = diagnostic.severity() == Diagnostic.Severity.ERROR;
        Fit fit = error ? fit(diagnostic.what()) : Fit.NONE;
        String advice = fit == Fit.NONE ? "" : at(diagnostic.span(), fit == Fit.MEANING);
        return advice.isEmpty()
                ? diagnostic
                : Diagnostic.error(diagnostic.span(), diagnostic.what().advised(advice));
    }

    /** Whether a problem may come from another tool's form, and its own message does not say what to write. */
    private static Fit fit(Message message) {
        return switch (message.problem()) {
            case UNCLOSED_TEXT, UNCLOSED, BAD_ESCAPE, TOO_DEEP, NOT_YET, DEFINITION_FORM, TOO_MANY_ERRORS -> Fit.NONE;
            case RESERVED_NAME -> message.gap("name").equals("learning") ? Fit.ALL : Fit.NONE;
            case NOT_SETTABLE, UNKNOWN_NAME, UNKNOWN_ENTRY, UNKNOWN_ARGUMENT -> Fit.ALL;
            case MISSING_ARGUMENT,
                    WRONG_ARGUMENT_COUNT,
                    TOO_MANY_ARGUMENTS,
                    ARGUMENT_TWICE,
                    FILE_TWICE,
                    WEIGHTS_SHAPE,
                    NOT_A_LAYER,
                    FUNCTION_FORM,
                    NO_DERIVATIVE_OF,
                    NO_DERIVATIVE_BY,
                    BAD_AXES,
                    WRONG_KIND -> Fit.MEANING;
            default -> message.problem().area() == Problem.Area.TEXT ? Fit.ALL : Fit.NONE;
        };
    }

    private static String at(Span span, boolean forMeaning) {
        Source source = span.source();
        int line = source.line(span.start());
        int start = source.lineStart(line);
        int[] statement = statement(source.text(), start, source.lineEnd(line), span.start());
        if (statement[1] - statement[0] > LONGEST) {
            return "";
        }
        String text = source.text().substring(statement[0], statement[1]);
        for (Rule rule : Rules.STATEMENTS) {
            TextPattern.Match match = rule.forMeaning || !forMeaning ? rule.pattern.match(text) : null;
            if (match != null && !isItself(rule, match, text)) {
                return filled(rule.advice, match);
            }
        }
        return piece(text, span.start() - statement[0], forMeaning);
    }

    /** Advice for a piece of a statement at an offset. */
    private static String piece(String text, int offset, boolean forMeaning) {
        for (Rule rule : Rules.PIECES) {
            TextPattern.Match match = rule.forMeaning || !forMeaning ? rule.pattern.find(text, 0) : null;
            while (match != null && match.start() <= offset) {
                if (offset <= match.end() && !isItself(rule, match, text)) {
                    return filled(rule.advice, match);
                }
                match = rule.pattern.find(text, Math.max(match.end(), match.start() + 1));
            }
        }
        return "";
    }

    /** Whether the advice would repeat the user's text. */
    private static boolean isItself(Rule rule, TextPattern.Match match, String text) {
        return filled(rule.advice, match).contains("`" + text + "`");
    }

    /** The start and end of the statement at an offset, within its line, without spaces and comment. */
    private static int[] statement(String text, int lineStart, int lineEnd, int offset) {
        int from = lineStart;
        int to = lineEnd;
        int depth = 0;
        boolean quoted = false;
        char last = 0;
        for (int i = lineStart; i < lineEnd; i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            depth += quoted ? 0 : c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            boolean brace = (c == '{' || c == '}') && last != '=';
            boolean separator = !quoted && (c == '#' || depth <= 0 && (c == ';' || brace));
            if (separator && i >= offset && !(c == '{' && i == offset)) {
                to = i;
                break;
            }
            from = separator && i < offset ? i + 1 : from;
            last = Character.isWhitespace(c) ? last : c;
        }
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new int[] {from, to};
    }

    private static String filled(String advice, TextPattern.Match match) {
        String text = advice;
        for (int i = match.groups(); i > 0; i--) {
            String group = match.group(i);
            text = text.replace("$" + i, group).replace("$L" + i, group.toLowerCase(Locale.ROOT));
        }
        return text;
    }

    private static List<Rule> rules(String table) {
        List<Rule> rules = new ArrayList<>();
        for (String row : TextLines.split(table, '\n')) {
            int arrow = row.indexOf(" ⇒ ");
            if (arrow > 0) {
                boolean forMeaning = row.startsWith("! ");
                String pattern = row.substring(forMeaning ? 2 : 0, arrow).strip();
                rules.add(new Rule(
                        new TextPattern(whole(pattern)),
                        row.substring(arrow + 3).strip(),
                        forMeaning));
            }
        }
        return rules;
    }

    /** A pattern with what its names mean. */
    static String whole(String pattern) {
        String whole = pattern;
        for (String[][] parts : List.of(PictureAdvice.PARTS, AdviceTables.PARTS)) {
            for (String[] part : parts) {
                whole = whole.replace(part[0], part[1]);
            }
        }
        return whole.replace("<METHOD>", anyOf(MethodKind.OPTIMIZER))
                .replace("<ACTIVATION>", anyOf(MethodKind.ACTIVATION))
                .replace("<LOSS>", anyOf(MethodKind.LOSS));
    }

    /** A pattern of the names of a kind, longer ones first. */
    private static String anyOf(MethodKind kind) {
        List<String> names = new ArrayList<>();
        for (Catalogue.Entry<?> entry : kind.entries()) {
            names.add(entry.name());
        }
        names.sort((a, b) -> b.length() - a.length());
        return "(?i:" + String.join("|", names) + ")";
    }
}

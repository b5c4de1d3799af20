package org.nnlang.tex;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nnlang.tex.TexFormula.Unreadable;
import org.nnlang.text.Problem;

/**
 * A formula as the library reads it: with braces around what TeX takes as one argument, and without commands that only choose
 * sizes, which browsers do themselves.
 */
final class PreparedTex {
    /** Commands that nothing needs. */
    private static final Set<String> DROPPED = Set.of(
            "big",
            "Big",
            "bigg",
            "Bigg",
            "bigl",
            "bigr",
            "bigm",
            "Bigl",
            "Bigr",
            "Bigm",
            "biggl",
            "biggr",
            "biggm",
            "Biggl",
            "Biggr",
            "Biggm",
            "limits",
            "nolimits",
            "displaystyle",
            "textstyle",
            "scriptstyle",
            "nonumber",
            "notag",
            "middle");

    /** Commands whose two arguments may be single characters. */
    private static final Set<String> OF_TWO = Set.of("frac", "dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom");

    /** Commands whose argument is text. */
    private static final Set<String> OF_TEXT =
            Set.of("text", "textrm", "textbf", "textit", "textnormal", "mbox", "operatorname");

    /** Commands of the library that define something, or make something other than a formula. */
    private static final Set<String> FOREIGN = Set.of(
            "newcommand",
            "renewcommand",
            "newenvironment",
            "renewenvironment",
            "xmlAttr",
            "xmlBlockElement",
            "xmlInlineElement",
            "xmlName",
            "xmlId",
            "xmlUnparse",
            "getvar",
            "setvar",
            "ux",
            "units",
            "em",
            "bf",
            "rm",
            "it",
            "tt",
            "sc",
            "sl",
            "sf",
            "fbox",
            "textsf",
            "textsl",
            "textsc",
            "texttt",
            "emph",
            "hline",
            "newline",
            "ensuremath",
            "verb",
            "hspace",
            "item",
            "par");

    private final String tex;
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> origins = new ArrayList<>();
    private boolean displayStyle;
    private int at;

    private PreparedTex(String tex) {
        this.tex = tex;
    }

    static PreparedTex of(String tex) throws Unreadable {
        PreparedTex prepared = new PreparedTex(tex);
        prepared.checkPairs();
        prepared.upTo(tex.length());
        return prepared;
    }

    /** Whether the library has a command, but not for formulas. */
    static boolean isForeign(String command) {
        return FOREIGN.contains(command);
    }

    String text() {
        return text.toString();
    }

    /** Whether it asks for {@code \displaystyle}. */
    boolean isDisplayStyle() {
        return displayStyle;
    }

    /** The offset in the formula of an offset in the prepared text. */
    int origin(int offset) {
        return offset < 0 ? 0 : offset < origins.size() ? origins.get(offset) : tex.length();
    }

    /** Checks that braces and environments are closed: the library doesn't say where they begin. */
    private void checkPairs() throws Unreadable {
        List<Integer> open = new ArrayList<>();
        List<Mark> environments = new ArrayList<>();
        for (int i = 0; i < tex.length(); i++) {
            switch (tex.charAt(i)) {
                case '\\' -> {
                    checkEnvironment(i, environments);
                    i++;
                }
                case '%' -> i = lineEnd(i);
                case '{' -> open.add(i);
                case '}' -> {
                    if (open.isEmpty()) {
                        throw fault(i, i + 1, "this `}` closes nothing; write a brace itself as `\\}`");
                    }
                    open.removeLast();
                }
                default -> {}
            }
        }
        if (!open.isEmpty()) {
            throw fault(open.getLast(), open.getLast() + 1, "this `{` is never closed; write a brace itself as `\\{`");
        }
        if (!environments.isEmpty()) {
            throw unpaired(environments.getLast());
        }
    }

    /** The mark of an environment: {@code \begin{name}} or {@code \end{name}}. */
    private record Mark(int start, int end, String name) {}

    private void checkEnvironment(int at, List<Mark> open) throws Unreadable {
        boolean begins = tex.startsWith("\\begin{", at);
        int close = begins || tex.startsWith("\\end{", at) ? tex.indexOf('}', at) : -1;
        if (close < 0) {
            return;
        }
        Mark mark = new Mark(at, close + 1, tex.substring(tex.indexOf('{', at) + 1, close));
        if (begins) {
            open.add(mark);
        } else if (open.isEmpty() || !open.removeLast().name().equals(mark.name())) {
            throw unpaired(mark);
        }
    }

    private static Unreadable unpaired(Mark mark) {
        return fault(mark.start(), mark.end(), "each `\\begin{…}` needs its `\\end{…}`");
    }

    private int lineEnd(int from) {
        int end = tex.indexOf('\n', from);
        return end < 0 ? tex.length() : end;
    }

    private static Unreadable fault(int start, int end, String help) {
        return new Unreadable(start, end, Problem.UNREADABLE_FORMULA.with(help));
    }

    private void upTo(int end) throws Unreadable {
        while (at < end) {
            switch (tex.charAt(at)) {
                case '\\' -> command();
                case '\'' -> primes();
                case '%' -> blank(lineEnd(at));
                case '^', '_' -> {
                    copy(at + 1);
                    singleDigit();
                }
                default -> copy(at + 1);
            }
        }
    }

    /** Puts the first of several digits after {@code ^} or {@code _} in braces: TeX takes only that one. */
    private void singleDigit() {
        int digit = skip(at);
        if (isDigit(digit) && (isDigit(digit + 1) || digit + 1 < tex.length() && tex.charAt(digit + 1) == '.')) {
            copy(digit);
            insert("{");
            copy(digit + 1);
            insert("}");
        }
    }

    private boolean isDigit(int offset) {
        return offset < tex.length() && Character.isDigit(tex.charAt(offset));
    }

    private void primes() {
        insert("^{");
        while (at < tex.length() && tex.charAt(at) == '\'') {
            insert("\\prime ");
            at++;
        }
        insert("}");
    }

    private void command() throws Unreadable {
        int start = at;
        int end = nameEnd(start);
        String name = tex.substring(start + 1, end);
        if (isForeign(name)) {
            throw new Unreadable(start, end, TexFormula.unknown(name));
        }
        if (DROPPED.contains(name)) {
            displayStyle |= name.equals("displaystyle");
            blank(end);
            return;
        }
        copy(end);
        if (name.equals("\\")) {
            rowEnd();
        } else if (name.equals("operatorname") && at < tex.length() && tex.charAt(at) == '*') {
            text.setLength(text.length() - name.length());
            text.append(TexCommands.OPERATOR_WITH_LIMITS);
            while (origins.size() < text.length()) {
                origins.add(start);
            }
            at++;
            copy(groupEnd(at));
        } else if (OF_TEXT.contains(name)) {
            verbatim(name, start);
        } else if (OF_TWO.contains(name)) {
            argument();
            argument();
        }
    }

    /** Copies a text, in which there are no commands. */
    private void verbatim(String name, int start) throws Unreadable {
        int end = groupEnd(at);
        String content = tex.substring(at, end);
        if (content.indexOf('$') >= 0 || content.indexOf('\\') >= 0 && !name.equals("operatorname")) {
            throw fault(start, end, "`\\" + name + "` holds plain text; end it before a formula");
        }
        copy(end);
    }

    /** Leaves out the space to the next row: {@code \\[2pt]}, and the star of {@code \\*}. */
    private void rowEnd() {
        if (at < tex.length() && tex.charAt(at) == '*') {
            blank(at + 1);
        }
        int close = at < tex.length() && tex.charAt(at) == '[' ? tex.indexOf(']', at) : -1;
        if (close > 0 && tex.substring(at + 1, close).matches("\\s*-?[\\d.]+\\s*(pt|em|ex|mm|cm|in|mu)\\s*")) {
            blank(close + 1);
        }
    }

    /** Copies one argument, in braces even if it is a single character or command. */
    private void argument() throws Unreadable {
        copy(skip(at));
        if (at == tex.length() || tex.charAt(at) == '}' || tex.charAt(at) == '&') {
            return; // the library says that it is missing
        }
        if (tex.charAt(at) == '{') {
            int end = groupEnd(at);
            upTo(end);
            return;
        }
        insert("{");
        if (tex.charAt(at) == '\\') {
            command();
        } else {
            copy(at + Character.charCount(tex.codePointAt(at)));
        }
        insert("}");
    }

    /** The end of the group at an offset, or of the space before anything else. */
    private int groupEnd(int from) {
        int i = skip(from);
        if (i == tex.length() || tex.charAt(i) != '{') {
            return i;
        }
        int depth = 0;
        do {
            char c = tex.charAt(i++);
            if (c == '\\') {
                i++;
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        } while (depth > 0 && i < tex.length());
        return Math.min(i, tex.length());
    }

    private int nameEnd(int backslash) {
        int end = backslash + 1;
        while (end < tex.length() && isLetter(tex.charAt(end))) {
            end++;
        }
        return Math.min(tex.length(), Math.max(end, backslash + 2));
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private int skip(int from) {
        int i = from;
        while (i < tex.length() && Character.isWhitespace(tex.charAt(i))) {
            i++;
        }
        return i;
    }

    private void copy(int end) {
        while (at < end) {
            origins.add(at);
            text.append(tex.charAt(at++));
        }
    }

    private void blank(int end) {
        while (at < end) {
            origins.add(at++);
            text.append(' ');
        }
    }

    private void insert(String added) {
        for (int i = 0; i < added.length(); i++) {
            origins.add(Math.min(at, tex.length()));
        }
        text.append(added);
    }
}

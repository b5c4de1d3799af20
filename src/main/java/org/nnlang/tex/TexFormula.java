package org.nnlang.tex;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.nnlang.text.Message;
import org.nnlang.text.Nearest;
import org.nnlang.text.Problem;
import org.w3c.dom.NodeList;
import uk.ac.ed.ph.snuggletex.InputError;
import uk.ac.ed.ph.snuggletex.SnuggleEngine;
import uk.ac.ed.ph.snuggletex.SnuggleInput;
import uk.ac.ed.ph.snuggletex.SnuggleSession;
import uk.ac.ed.ph.snuggletex.definitions.CoreErrorCode;
import uk.ac.ed.ph.snuggletex.definitions.CorePackageDefinitions;

/** A formula in TeX's notation as MathML Core, which browsers draw themselves. */
public final class TexFormula {
    /** Thrown when nn can't read a formula; the offsets are in the formula. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        private final int start;
        private final int end;
        private final transient Message problem;

        Unreadable(int start, int end, Message problem) {
            super(null, null, false, false);
            this.start = start;
            this.end = end;
            this.problem = problem;
        }

        public int start() {
            return start;
        }

        public int end() {
            return end;
        }

        public Message problem() {
            return problem;
        }
    }

    /** The library, loaded with the first formula. */
    private static final class Library {
        static final SnuggleEngine ENGINE = new SnuggleEngine();

        static {
            ENGINE.getPackages().addFirst(TexCommands.PACKAGE);
        }
    }

    private static final String OPEN = "\\[";
    private static final String CLOSE = "\\]";

    private final String tex;
    private final boolean display;

    private TexFormula(String tex, boolean display) {
        this.tex = tex;
        this.display = display;
    }

    /** The element {@code math} of a formula, in its own line if it is displayed. */
    public static String mathMl(String tex, boolean display) throws Unreadable {
        TexFormula formula = new TexFormula(tex, display);
        try {
            return formula.mathMl();
        } catch (RuntimeException | StackOverflowError defect) {
            // Of the library: it can't read some wrong formulas, and doesn't say why.
            throw new Unreadable(0, tex.length(), Problem.UNREADABLE_FORMULA.with(""));
        }
    }

    private String mathMl() throws Unreadable {
        PreparedTex prepared = PreparedTex.of(tex);
        if (prepared.text().isBlank()) {
            throw new Unreadable(0, tex.length(), Problem.UNREADABLE_FORMULA.with("it is empty"));
        }
        SnuggleSession session = Library.ENGINE.createSession();
        NodeList nodes;
        try {
            session.parseInput(new SnuggleInput(OPEN + prepared.text() + CLOSE));
            nodes = session.buildDOMSubtree();
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
        InputError error = session.getErrors().stream()
                .min(Comparator.comparingInt(TexFormula::start))
                .orElse(null);
        if (error != null) {
            int start = prepared.origin(start(error) - OPEN.length());
            int end = prepared.origin(error.getSlice().getEndIndex() - OPEN.length());
            throw new Unreadable(start, Math.max(start, end), problem(error));
        }
        String content = new MathMlWriter(tex.length()).content(nodes);
        String style = prepared.isDisplayStyle() && !display ? " displaystyle=\"true\"" : "";
        return "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"" + (display ? " display=\"block\"" : style) + ">"
                + content + "</math>";
    }

    private static int start(InputError error) {
        return error.getSlice() == null ? 0 : error.getSlice().getStartIndex();
    }

    /** What an error of the library means, in nn's words. */
    private static Message problem(InputError error) {
        Object[] about = error.getArguments();
        if (!(error.getErrorCode() instanceof CoreErrorCode code)) {
            return Problem.UNREADABLE_FORMULA.with("");
        }
        return switch (code) {
            case TTEC00, TTEC01 -> unknown(String.valueOf(about[0]));
            case TTEE02, TTEE03 -> Problem.UNKNOWN_TEX_ENVIRONMENT.with(about[0], TexCommands.ENVIRONMENTS);
            default -> Problem.UNREADABLE_FORMULA.with(help(code, about));
        };
    }

    /** An unknown command. */
    static Message unknown(String name) {
        return Problem.UNKNOWN_TEX_COMMAND.with("\\" + name, near(name));
    }

    private static String near(String name) {
        List<String> names = Stream.of(TexCommands.PACKAGE, CorePackageDefinitions.getPackage())
                .flatMap(all -> all.getBuiltinCommandMap().keySet().stream())
                .filter(known -> Character.isLetter(known.charAt(0)) && !PreparedTex.isForeign(known))
                .toList();
        String near = name.length() < 2 ? null : Nearest.to(name, names);
        return near == null ? null : "\\" + near;
    }

    private static String help(CoreErrorCode code, Object... about) {
        return switch (code) {
            case TTEC02, TTEE06 -> "`\\" + about[0] + "` needs another part in braces";
            case TTEC03, TTEC04, TFEM03, TFEM04 -> "`\\left` and `\\right` go before a bracket each, in pairs";
            case TTEE00, TTEE04, TTEE05 -> "each `\\begin{…}` needs its `\\end{…}`";
            case TTEM04 -> "write a dollar sign in it as `\\text{USD}`";
            case TFEM01 -> "something must follow `^` and `_`";
            case TFEM02 -> "of two exponents or two indices, put one in braces: `{a^b}^c`";
            case TDEG00 -> "`&` goes between the columns of a matrix, `aligned` or `cases`";
            case TDEMM0, TDEMA2 -> "a row has too many columns";
            case TDEMA0, TDEMA1 -> "the columns of an array are `l`, `c` and `r`: `\\begin{array}{lc}`";
            default -> "";
        };
    }
}

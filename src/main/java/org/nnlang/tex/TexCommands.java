package org.nnlang.tex;

import static uk.ac.ed.ph.snuggletex.definitions.Globals.MATH_MODE_ONLY;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;
import uk.ac.ed.ph.snuggletex.SnugglePackage;
import uk.ac.ed.ph.snuggletex.definitions.LaTeXMode;
import uk.ac.ed.ph.snuggletex.dombuilding.AccentHandler;
import uk.ac.ed.ph.snuggletex.dombuilding.CommandHandler;
import uk.ac.ed.ph.snuggletex.dombuilding.EnvironmentHandler;
import uk.ac.ed.ph.snuggletex.dombuilding.MathComplexCommandHandler;
import uk.ac.ed.ph.snuggletex.internal.DOMBuilder;
import uk.ac.ed.ph.snuggletex.internal.SnuggleParseException;
import uk.ac.ed.ph.snuggletex.semantics.Interpretation;
import uk.ac.ed.ph.snuggletex.semantics.MathBigLimitOwnerInterpretation;
import uk.ac.ed.ph.snuggletex.semantics.MathFunctionInterpretation;
import uk.ac.ed.ph.snuggletex.semantics.MathIdentifierInterpretation;
import uk.ac.ed.ph.snuggletex.semantics.MathOperatorInterpretation;
import uk.ac.ed.ph.snuggletex.tokens.CommandToken;
import uk.ac.ed.ph.snuggletex.tokens.EnvironmentToken;
import uk.ac.ed.ph.snuggletex.tokens.FlowToken;

/** The commands and environments of LaTeX and amsmath that the library lacks, or reads differently. */
final class TexCommands {
    static final String OPERATOR_WITH_LIMITS = "operatornamewithlimits";

    /** The attribute of an {@code mstyle} with its alphabet: upright, bold, … */
    static final String ALPHABET = "alphabet";

    /** The environments that a formula may have. */
    static final List<String> ENVIRONMENTS =
            List.of("aligned", "cases", "matrix", "pmatrix", "bmatrix", "vmatrix", "array");

    private static final Map<String, String> IDENTIFIERS = Map.of(
            "phi", "ϕ", "varphi", "φ", "varsigma", "ς", "emptyset", "∅", "varnothing", "∅", "dots", "…", "degree", "°");

    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("to", "→"),
            Map.entry("gets", "←"),
            Map.entry("iff", "⟺"),
            Map.entry("implies", "⟹"),
            Map.entry("impliedby", "⟸"),
            Map.entry("dotsc", "…"),
            Map.entry("dotsb", "⋯"),
            Map.entry("ldots", "…"),
            Map.entry("cdots", "⋯"),
            Map.entry("lvert", "|"),
            Map.entry("rvert", "|"),
            Map.entry("lVert", "‖"),
            Map.entry("rVert", "‖"),
            Map.entry("|", "‖"),
            Map.entry("colon", ":"),
            Map.entry("coloneqq", "≔"),
            Map.entry("triangle", "△"),
            Map.entry("square", "□"),
            Map.entry("Box", "□"),
            Map.entry("blacksquare", "■"),
            Map.entry("circ", "∘"));

    private static final List<String> FUNCTIONS_WITH_LIMITS =
            List.of("max", "min", "lim", "sup", "inf", "argmax", "argmin", "Pr", "det", "gcd");

    private static final Map<String, String> ALPHABETS = Map.ofEntries(
            Map.entry("mathrm", "upright"),
            Map.entry("mathbf", "bold"),
            Map.entry("boldsymbol", "bold-italic"),
            Map.entry("bm", "bold-italic"),
            Map.entry("mathit", "italic"),
            Map.entry("mathsf", "sans"),
            Map.entry("mathtt", "mono"),
            Map.entry("mathcal", "script"),
            Map.entry("mathscr", "script"),
            Map.entry("mathbb", "double"),
            Map.entry("mathfrak", "fraktur"));

    private static final Map<String, String> ACCENTS = Map.ofEntries(
            Map.entry("hat", "^"),
            Map.entry("widehat", "^"),
            Map.entry("tilde", "~"),
            Map.entry("widetilde", "~"),
            Map.entry("bar", "¯"),
            Map.entry("vec", "→"),
            Map.entry("overrightarrow", "→"),
            Map.entry("overleftarrow", "←"),
            Map.entry("dot", "˙"),
            Map.entry("ddot", "¨"),
            Map.entry("overbrace", "⏞"));

    static final SnugglePackage PACKAGE = create();

    private TexCommands() {}

    private static SnugglePackage create() {
        SnugglePackage ours = new SnugglePackage("nn");
        IDENTIFIERS.forEach((name, text) -> ours.addSimpleMathCommand(name, new MathIdentifierInterpretation(text)));
        OPERATORS.forEach((name, text) -> ours.addSimpleMathCommand(name, new MathOperatorInterpretation(text)));
        FUNCTIONS_WITH_LIMITS.forEach(name -> ours.addSimpleMathCommand(
                name, new MathFunctionInterpretation(name), new MathBigLimitOwnerInterpretation()));
        ALPHABETS.forEach((name, alphabet) -> command(ours, name, 1, (builder, parent, token) -> {
            Element style = builder.appendMathMLElement(parent, "mstyle");
            style.setAttribute(ALPHABET, alphabet);
            builder.handleTokens(style, token.getArguments()[0], true);
        }));
        ACCENTS.forEach((name, accent) -> command(ours, name, 1, new AccentHandler(null, accent.charAt(0), "mover")));
        styled(ours, "overline", "border-top: 0.06em solid; padding-top: 0.12em");
        styled(ours, "underline", "border-bottom: 0.06em solid; padding-bottom: 0.12em");
        styled(ours, "boxed", "border: 1px solid; padding: 0.2em");
        command(ours, "underbrace", 1, new AccentHandler(null, '⏟', "munder"));
        command(ours, "dfrac", 2, displayed("true", new MathComplexCommandHandler("mfrac")));
        command(ours, "cfrac", 2, displayed("true", new MathComplexCommandHandler("mfrac")));
        command(ours, "tfrac", 2, displayed("false", new MathComplexCommandHandler("mfrac")));
        command(ours, "binom", 2, TexCommands::binomial);
        command(ours, "dbinom", 2, displayed("true", TexCommands::binomial));
        command(ours, "tbinom", 2, displayed("false", TexCommands::binomial));
        command(ours, "phantom", 1, new MathComplexCommandHandler("mphantom"));
        command(ours, "xrightarrow", 1, (builder, parent, token) -> {
            Element arrow = builder.appendMathMLElement(parent, "mover");
            builder.appendMathMLOperatorElement(arrow, "→");
            builder.handleMathTokensAsSingleElement(arrow, token.getArguments()[0]);
        });
        List.of("text", "textrm", "textnormal", "mbox").forEach(name -> text(ours, name, "mtext", ""));
        text(ours, "textbf", "mtext", "font-weight: bold");
        text(ours, "textit", "mtext", "font-style: italic");
        text(ours, "operatorname", "mi", "");
        text(ours, OPERATOR_WITH_LIMITS, "mi", "");
        List.of("aligned", "align", "align*", "split", "gathered", "gather", "gather*")
                .forEach(name -> lines(ours, name));
        return ours;
    }

    private static void command(SnugglePackage ours, String name, int arguments, CommandHandler handler) {
        ours.addComplexCommandSameArgMode(name, false, arguments, MATH_MODE_ONLY, handler, null);
    }

    /** A command whose argument has lines around it. */
    private static void styled(SnugglePackage ours, String name, String style) {
        command(ours, name, 1, (builder, parent, token) -> {
            Element row = builder.appendMathMLElement(parent, "mrow");
            row.setAttribute("style", style);
            builder.handleTokens(row, token.getArguments()[0], true);
        });
    }

    /** A command whose argument is text, and becomes one element. */
    private static void text(SnugglePackage ours, String name, String element, String style) {
        CommandHandler handler = (builder, parent, token) -> {
            String text = token.getArguments()[0].getSlice().extract().toString();
            Element shown = builder.appendMathMLElement(parent, element);
            builder.appendTextNode(
                    shown, element.equals("mi") ? text.replaceAll("\\\\[,;:! ]", "\u2009") : text, false);
            if (!style.isEmpty()) {
                shown.setAttribute("style", style);
            }
        };
        Interpretation limits = name.equals(OPERATOR_WITH_LIMITS) ? new MathBigLimitOwnerInterpretation() : null;
        ours.addComplexCommandOneArg(name, false, MATH_MODE_ONLY, LaTeXMode.VERBATIM, limits, handler, null);
    }

    private static CommandHandler displayed(String style, CommandHandler handler) {
        return (builder, parent, token) -> {
            Element styled = builder.appendMathMLElement(parent, "mstyle");
            styled.setAttribute("displaystyle", style);
            handler.handleCommand(builder, styled, token);
        };
    }

    private static void binomial(DOMBuilder builder, Element parent, CommandToken token) throws SnuggleParseException {
        Element fence = builder.appendMathMLElement(parent, "mfenced");
        fence.setAttribute("open", "(");
        fence.setAttribute("close", ")");
        Element fraction = builder.appendMathMLElement(fence, "mfrac");
        fraction.setAttribute("linethickness", "0");
        builder.handleMathTokensAsSingleElement(fraction, token.getArguments()[0]);
        builder.handleMathTokensAsSingleElement(fraction, token.getArguments()[1]);
    }

    /** Lines whose columns are aligned in pairs, to the right and to the left of each {@code &}; or in the middle without any. */
    private static void lines(SnugglePackage ours, String name) {
        boolean centred = name.startsWith("gather");
        EnvironmentHandler handler = (builder, parent, token) -> {
            Element table = builder.appendMathMLElement(parent, "mtable");
            table.setAttribute("displaystyle", "true");
            for (List<FlowToken> cells : rows(token)) {
                Element row = builder.appendMathMLElement(table, "mtr");
                for (int i = 0; i < cells.size(); i++) {
                    Element cell = builder.appendMathMLElement(row, "mtd");
                    if (!centred) {
                        cell.setAttribute("columnalign", i % 2 == 0 ? "right" : "left");
                        cell.setAttribute("style", i % 2 == 0 ? "padding-right: 0" : "padding-left: 0");
                    }
                    if (i % 2 == 1) { // so that a sign after it is one between two terms
                        builder.appendMathMLElement(cell, "mrow");
                    }
                    builder.handleTokens(cell, ((CommandToken) cells.get(i)).getArguments()[0].getContents(), true);
                }
            }
        };
        ours.addEnvironment(name, MATH_MODE_ONLY, LaTeXMode.MATH, Interpretation.TABULAR, handler, null);
    }

    private static List<List<FlowToken>> rows(EnvironmentToken token) {
        List<List<FlowToken>> rows = new ArrayList<>();
        for (FlowToken row : token.getContent()) {
            rows.add(((CommandToken) row).getArguments()[0].getContents());
        }
        return rows;
    }
}

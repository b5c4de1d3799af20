package org.nnlang.documents;

import java.util.List;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.SourceLine;
import org.nnlang.tex.TexFormula;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Html;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/**
 * A formula in a page's prose, in TeX's notation.
 *
 * @param tex the formula without its dollar signs
 * @param display whether it stands in its own line
 * @param lines the same with the positions in the page
 * @param problem what is wrong with its dollar signs, or null
 */
record Formula(String tex, boolean display, List<SourceLine> lines, Message problem) {
    /** What the tag before a value begins with. */
    static final String VALUE = "<nn-value";

    /** The node of a formula in a sentence. */
    static final class Inline extends CustomNode {
        private final Formula formula;

        Inline(Formula formula) {
            this.formula = formula;
        }

        Formula formula() {
            return formula;
        }
    }

    /** The node of a formula between lines with two dollar signs. */
    static final class Displayed extends CustomBlock {
        private Formula formula;

        Formula formula() {
            return formula;
        }

        void set(Formula read) {
            formula = read;
        }
    }

    /** A formula of these lines. */
    static Formula of(List<SourceLine> lines, boolean display, Message problem) {
        List<String> texts =
                lines.stream().map(line -> line.getContent().toString()).toList();
        String tex = String.join("\n", texts);
        boolean hasValue = problem == null && tex.contains(VALUE);
        return new Formula(tex, display, List.copyOf(lines), hasValue ? Problem.VALUE_IN_FORMULA.with() : problem);
    }

    /** What is wrong with the formula that begins at an offset of the page; null if nn can read it. */
    Diagnostic check(Source page, int from) {
        if (problem != null) {
            return Diagnostic.error(new Span(page, from, page.lineEnd(page.line(from))), problem);
        }
        try {
            TexFormula.mathMl(tex, display);
            return null;
        } catch (TexFormula.Unreadable unreadable) {
            int start = place(unreadable.start());
            int end = place(unreadable.end());
            return Diagnostic.error(
                    new Span(page, start, Math.min(Math.max(start, end), page.lineEnd(page.line(start)))),
                    unreadable.problem());
        }
    }

    /** The formula as MathML; as it is written if nn can't read it. */
    String html() {
        return html("span");
    }

    /** The same; an element of this name is around a displayed formula. */
    String html(String around) {
        try {
            if (problem == null) {
                String math = TexFormula.mathMl(tex, display);
                return display
                        ? "<" + around + " class=\"nn-formula\" tabindex=\"0\">" + math + "</" + around + ">"
                        : math;
            }
        } catch (TexFormula.Unreadable unreadable) {
            // the document's check reports it
        }
        String mark = display ? "$$" : "$";
        return "<code class=\"nn-unreadable\">" + Html.escaped(mark + tex + mark) + "</code>";
    }

    /** The position in the page of an offset in the formula. */
    private int place(int offset) {
        int left = offset;
        int place = 0;
        for (SourceLine line : lines) {
            int length = line.getContent().length();
            if (line.getSourceSpan() != null) { // nothing after the dollar signs has no position
                place = line.getSourceSpan().getInputIndex() + Math.clamp(left, 0, length);
                if (left <= length) {
                    return place;
                }
            }
            left -= length + 1;
        }
        return place;
    }
}

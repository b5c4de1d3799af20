package org.nnlang.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;

/**
 * Formulas between dollar signs, by pandoc's rule: no space after the first sign, and neither a space before the last nor a
 * digit after it; by GitHub's also: no letter or digit before the first. So <i>$5 and $6</i> is no formula.
 */
final class FormulaSyntax implements Parser.ParserExtension {
    private static final String DISPLAY = "$$";
    private static final int CODE_INDENT = 4;

    @Override
    public void extend(Parser.Builder builder) {
        builder.customInlineContentParserFactory(new InSentences());
        builder.customBlockParserFactory(new InLines());
    }

    /** Formulas in sentences: {@code $x$}, GitHub's {@code $`x`$}, and {@code $$x$$} within a line. */
    private static final class InSentences implements InlineContentParserFactory, InlineContentParser {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return this;
        }

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            Scanner scanner = state.scanner();
            int before = scanner.peekPreviousCodePoint();
            if (before == '$') {
                return ParsedInline.none();
            }
            int signs = scanner.matchMultiple('$');
            boolean single = signs == 1;
            if (signs > 2 || single && (Character.isLetterOrDigit(before) || isSpace(scanner.peek()))) {
                return ParsedInline.none();
            }
            Position from = scanner.position();
            while (scanner.hasNext()) {
                char c = scanner.peek();
                if (c == '\\') {
                    scanner.next();
                    scanner.next();
                } else if (c != '$') {
                    scanner.next();
                } else {
                    Position to = scanner.position();
                    boolean spaced = single && isSpace(scanner.peekPreviousCodePoint());
                    int closing = scanner.matchMultiple('$');
                    boolean ends = closing == signs && !spaced && !(single && Character.isDigit(scanner.peek()));
                    return ends ? formula(scanner, from, to, !single) : ParsedInline.none();
                }
            }
            return ParsedInline.none();
        }

        private static boolean isSpace(int c) {
            return c == Scanner.END || Character.isWhitespace(c);
        }

        private static ParsedInline formula(Scanner scanner, Position from, Position to, boolean display) {
            List<SourceLine> lines = scanner.getSource(from, to).getLines();
            Formula formula = Formula.of(lines, display, null);
            String tex = formula.tex();
            if (tex.isBlank()) {
                return ParsedInline.none();
            }
            if (tex.length() > 2 && tex.startsWith("`") && tex.endsWith("`") && lines.size() == 1) {
                formula = Formula.of(List.of(lines.getFirst().substring(1, tex.length() - 1)), display, null);
            }
            if (formula.tex().indexOf('`') >= 0) { // the beginning or the end of code
                return ParsedInline.none();
            }
            return ParsedInline.of(new Formula.Inline(formula), scanner.position());
        }
    }

    /** Formulas in their own lines, from {@code $$} at the beginning of a line to {@code $$} at the end of one. */
    private static final class InLines extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            String line = state.getLine().getContent().toString();
            int start = state.getNextNonSpaceIndex();
            String rest = line.substring(Math.min(line.length(), start));
            boolean begins = state.getIndent() < CODE_INDENT && rest.startsWith(DISPLAY) && !rest.startsWith("$$$");
            int close = begins ? rest.indexOf(DISPLAY, DISPLAY.length()) : -1;
            boolean inSentence =
                    close >= 0 && !rest.substring(close + DISPLAY.length()).isBlank();
            return begins && !inSentence
                    ? BlockStart.of(new Lines()).atIndex(start + DISPLAY.length())
                    : BlockStart.none();
        }
    }

    /** Collects the lines of a formula, up to an empty one, which can't be in it. */
    private static final class Lines extends AbstractBlockParser {
        private final Formula.Displayed node = new Formula.Displayed();
        private final List<SourceLine> lines = new ArrayList<>();
        private boolean closed;
        private Message problem = Problem.UNCLOSED_FORMULA.with();

        @Override
        public Block getBlock() {
            return node;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return closed || state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(SourceLine line) {
            String text = line.getContent().toString();
            int close = text.indexOf(DISPLAY);
            while (close > 0 && text.charAt(close - 1) == '\\') {
                close = text.indexOf(DISPLAY, close + 1);
            }
            closed = close >= 0;
            if (closed) {
                boolean more = !text.substring(close + DISPLAY.length()).isBlank();
                problem = more ? Problem.TEXT_AFTER_FORMULA.with() : null;
            }
            lines.add(closed ? line.substring(0, close) : line);
        }

        @Override
        public void closeBlock() {
            node.set(Formula.of(lines, true, problem));
        }
    }
}

package org.nnlang.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.nnlang.syntax.Syntax.Token;
import org.nnlang.syntax.Syntax.Token.Kind;
import org.nnlang.text.Source;
import org.nnlang.text.TextWidth;

/**
 * Lays out a script in the one style of nn. The author decides where lines break and which comments there are; the formatter
 * decides the rest: spaces, indentation, the columns of a matrix over several lines, and where comments after code begin. All
 * words, numbers and symbols stay, except for semicolons at the end of a line.
 */
public final class Formatter {
    private static final int INDENT = 4;

    /** Where a comment after code begins, if the code leaves room. */
    private static final int COMMENTS = 32;

    private static final Set<String> CALLED =
            Set.of("input", "target", "data", "loss", "weights", "bias", "w", "resume", "boundary");
    private static final Set<String> VALUES = Set.of("input", "target", "data", "loss", "weights", "none", "on", "off");

    /** A token that isn't a comment, with what is between it and the one before. */
    private static final class Piece {
        final Kind kind;
        final String text;
        final List<Comment> comments;
        /** The number of line ends before it, after the last comment. */
        final int lineEnds;
        /** The innermost bracket or brace around it, or null. */
        final Piece outer;

        final int index;
        /** The index of the piece that closes it. */
        int close;

        boolean beginsLine;
        /** Of a bracket: whether its contents begin on the next line. */
        boolean hanging;
        /** Spaces that align it in its column. */
        int padding;

        /** Of a bracket: the column of its contents, and the indentation of its line. */
        int column;

        int lineIndent;

        Piece(Kind kind, String text, List<Comment> comments, int lineEnds, Piece outer, int index) {
            this.kind = kind;
            this.text = text;
            this.comments = comments;
            this.lineEnds = lineEnds;
            this.outer = outer;
            this.index = index;
        }

        boolean is(Kind... kinds) {
            return Arrays.asList(kinds).contains(kind);
        }

        boolean inBrackets() {
            return outer != null && outer.kind != Kind.OPEN_BRACE;
        }
    }

    /**
     * A comment.
     *
     * @param lineEnds the number of line ends before it: 0 if it is after code
     * @param column where it begins, from 0
     */
    private record Comment(String text, int lineEnds, int column) {}

    /** A line of the result; a comment in place of code is its code. */
    private static final class Line {
        final StringBuilder code = new StringBuilder();
        String comment = "";

        int width() {
            return TextWidth.of(code.toString());
        }
    }

    private final List<Piece> pieces = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    /** The number of lines when the last piece was written. */
    private int written;

    private Formatter(Source source) {
        read(source);
    }

    /** Formats a script, which must have no syntax errors. */
    public static String format(Source source) {
        return new Formatter(source).format();
    }

    private String format() {
        breakLines();
        for (Piece piece : pieces) {
            if (isMatrix(piece) && (piece.outer == null || !isMatrix(piece.outer))) {
                alignColumns(piece);
            }
        }
        pieces.forEach(this::write);
        return joined();
    }

    // -------------------------------------------------------------------------------------------------------- reading

    private void read(Source source) {
        List<Comment> comments = new ArrayList<>();
        Deque<Piece> open = new ArrayDeque<>();
        int lineEnds = 0;
        boolean separated = false;
        List<Token> tokens = new ArrayList<>(Syntax.tokens(source));
        int end = source.text().length();
        tokens.add(new Token(Kind.END, end, end, true));
        for (Token token : tokens) {
            String text = source.text().substring(token.start(), token.end());
            Piece outer = open.peek();
            boolean inBrackets = outer != null && outer.kind != Kind.OPEN_BRACE;
            boolean sameLine = lineEnds == 0 && comments.isEmpty() && !pieces.isEmpty();
            if (token.kind() == Kind.LINE_END) {
                lineEnds++;
            } else if (token.kind() == Kind.COMMENT) {
                int before = pieces.isEmpty() ? Math.max(1, lineEnds) : lineEnds;
                comments.add(new Comment(text.stripTrailing(), before, source.column(token.start()) - 1));
                lineEnds = 0;
            } else if (token.kind() == Kind.SEMICOLON && !inBrackets) {
                separated |= sameLine;
            } else {
                boolean closes = isClosing(token.kind());
                if (separated && sameLine && !closes && token.kind() != Kind.END && !isOpen(pieces.getLast())) {
                    pieces.add(new Piece(Kind.SEMICOLON, ";", List.of(), 0, outer, pieces.size()));
                }
                Piece piece = new Piece(token.kind(), text, comments, lineEnds, outer, pieces.size());
                pieces.add(piece);
                if (isOpening(token.kind())) {
                    open.push(piece);
                } else if (closes) {
                    open.pop().close = piece.index;
                }
                comments = new ArrayList<>();
                lineEnds = 0;
                separated = false;
            }
        }
    }

    private static boolean isOpen(Piece last) {
        return last.kind == Kind.OPEN_BRACE;
    }

    private static boolean isOpening(Kind kind) {
        return kind == Kind.OPEN_PAREN || kind == Kind.OPEN_BRACKET || kind == Kind.OPEN_BRACE;
    }

    private static boolean isClosing(Kind kind) {
        return kind == Kind.CLOSE_PAREN || kind == Kind.CLOSE_BRACKET || kind == Kind.CLOSE_BRACE;
    }

    // --------------------------------------------------------------------------------------------------------- lines

    private void breakLines() {
        boolean moved = false;
        for (Piece piece : pieces) {
            boolean broken = piece.lineEnds > 0 || moved;
            moved = false;
            if (!piece.comments.isEmpty()) {
                piece.beginsLine = true;
            } else if (piece.is(Kind.CLOSE_PAREN, Kind.CLOSE_BRACKET)) {
                piece.beginsLine = piece.outer.hanging;
            } else if (piece.inBrackets() && piece.is(Kind.COMMA, Kind.SEMICOLON)) {
                moved = broken; // a line ends after its separator
            } else {
                piece.beginsLine = broken;
            }
            Piece before = before(piece);
            if (before != null && isOpening(before.kind)) {
                before.hanging = piece.beginsLine;
            }
        }
        for (Piece block : pieces.reversed()) {
            if (block.kind == Kind.OPEN_BRACE && beginsLine(block.index + 1, block.close)) {
                pieces.get(block.index + 1).beginsLine = true;
                pieces.get(block.close).beginsLine = true;
            }
        }
        for (Piece piece : pieces) {
            Piece before = before(piece);
            if (piece.text.equals("else") && before.kind == Kind.CLOSE_BRACE && before.beginsLine) {
                piece.beginsLine = !piece.comments.isEmpty();
            }
        }
    }

    /** Whether any piece in a range begins a line. */
    private boolean beginsLine(int from, int to) {
        return pieces.subList(from, to + 1).stream().anyMatch(piece -> piece.beginsLine);
    }

    private Piece before(Piece piece) {
        return piece.index == 0 ? null : pieces.get(piece.index - 1);
    }

    /** Whether a statement continues after a piece, so that a line end means nothing. */
    private static boolean continues(Piece last) {
        return last.kind.needsMore() || last.text.equals("and") || last.text.equals("or");
    }

    // -------------------------------------------------------------------------------------------------------- spaces

    private boolean isSpaced(Piece piece) {
        Piece left = before(piece);
        boolean after = switch (left.kind) {
            case OPEN_PAREN, OPEN_BRACKET, CARET -> false;
            case MINUS -> !isSign(left);
            default -> true;
        };
        return after
                && switch (piece.kind) {
                    case COMMA, SEMICOLON, CLOSE_PAREN, CLOSE_BRACKET, CARET -> false;
                    case COLON -> piece.outer.kind == Kind.OPEN_BRACKET; // the weight of a sample
                    case OPEN_PAREN, OPEN_BRACKET -> !isCalled(left);
                    default -> true;
                };
    }

    /** Whether a minus has no value before it. */
    private boolean isSign(Piece minus) {
        return minus.kind == Kind.MINUS && !(continuesLine(minus) && endsValue(before(minus)));
    }

    /** Whether a piece belongs to the same statement as the one before it. */
    private boolean continuesLine(Piece piece) {
        Piece left = before(piece);
        return left != null && (piece.inBrackets() || !piece.beginsLine || continues(left));
    }

    private boolean endsValue(Piece piece) {
        return switch (piece.kind) {
            case NUMBER, TEXT, CLOSE_PAREN, CLOSE_BRACKET -> true;
            case WORD -> VALUES.contains(piece.text) || isName(piece);
            default -> false;
        };
    }

    /** Whether a word has parentheses or an index directly after it. */
    private boolean isCalled(Piece piece) {
        if (piece.text.equals("if")) {
            return isChoice(pieces.get(piece.index + 1));
        }
        return piece.kind == Kind.WORD && (CALLED.contains(piece.text) || isName(piece));
    }

    /** Whether a word is a name, and not a word of the language: a choice is a name unless it follows a value. */
    private boolean isName(Piece piece) {
        return !Keywords.RESERVED.contains(piece.text)
                && !(Keywords.CHOICES.contains(piece.text) && continuesLine(piece) && endsValue(before(piece)));
    }

    /** Whether the parentheses after {@code if} hold a condition and two values. */
    private boolean isChoice(Piece open) {
        return open.close > 0
                && pieces.subList(open.index, open.close).stream()
                        .anyMatch(piece -> piece.kind == Kind.COMMA && piece.outer == open);
    }

    // ------------------------------------------------------------------------------------------------------- columns

    /** Whether a bracket holds rows or elements; others hold an index or a size. */
    private boolean isMatrix(Piece piece) {
        Piece left = before(piece);
        return piece.kind == Kind.OPEN_BRACKET && !(left != null && continuesLine(piece) && isCalled(left));
    }

    /** What is between two separators of a matrix. */
    private record Cell(Piece first, int width, boolean number) {}

    /** Aligns the columns of a matrix over several lines: numbers at their ends, all else at its beginning. */
    private void alignColumns(Piece matrix) {
        List<List<Cell>> rows = rows(matrix);
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        for (int c = 0; c < columns && rows.size() > 1; c++) {
            int column = c;
            List<List<Cell>> having =
                    rows.stream().filter(row -> row.size() > column).toList();
            int width =
                    having.stream().mapToInt(row -> row.get(column).width).max().orElse(0);
            boolean numbers = having.stream().allMatch(row -> row.get(column).number);
            for (List<Cell> row : having) {
                int missing = width - row.get(c).width;
                if (numbers) {
                    row.get(c).first.padding += missing;
                } else if (c + 1 < row.size()) {
                    row.get(c + 1).first.padding += missing;
                }
            }
        }
    }

    /** The cells on each line of a matrix; none if a cell has several lines. */
    private List<List<Cell>> rows(Piece matrix) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(new ArrayList<>());
        int i = matrix.index + 1;
        while (i < matrix.close) {
            Piece first = pieces.get(i);
            if (first.beginsLine && !(first.index == matrix.index + 1)) {
                rows.add(new ArrayList<>());
            }
            if (separates(first)) {
                i++;
                continue;
            }
            int width = 0;
            for (; i < matrix.close && !(separates(pieces.get(i)) && isMatrix(pieces.get(i).outer)); i++) {
                Piece piece = pieces.get(i);
                if (piece != first && piece.beginsLine) {
                    return List.of();
                }
                width += TextWidth.of(piece.text) + (piece != first && isSpaced(piece) ? 1 : 0);
            }
            Piece last = pieces.get(i - 1);
            boolean number = last.kind == Kind.NUMBER && (first == last || first == before(last) && isSign(first));
            rows.getLast().add(new Cell(first, width, number));
        }
        return rows;
    }

    /** Whether a piece in a matrix is between cells. */
    private boolean separates(Piece piece) {
        return switch (piece.kind) {
            case COMMA, SEMICOLON, ARROW, COLON -> true;
            case OPEN_BRACKET -> isMatrix(piece);
            case CLOSE_BRACKET -> isMatrix(piece.outer);
            default -> false;
        };
    }

    // ------------------------------------------------------------------------------------------------------- writing

    private void write(Piece piece) {
        for (Comment comment : piece.comments) {
            int indent = contentIndent(piece);
            boolean goesOn = comment.lineEnds == 1 && comment.column >= COMMENTS && indent < COMMENTS;
            if (comment.lineEnds > 0) {
                begin(comment.lineEnds > 1 && mayHaveGap(piece), goesOn ? 0 : indent);
            }
            if (comment.lineEnds == 0 || goesOn) { // about the code on this line or the line before
                lines.getLast().comment = comment.text;
            } else {
                lines.getLast().code.append(comment.text);
            }
        }
        if (piece.kind == Kind.END) {
            return;
        }
        boolean closes = isClosing(piece.kind);
        if (piece.index == 0 || piece.beginsLine) {
            boolean gap = piece.lineEnds > 1 && !closes && mayHaveGap(piece);
            begin(gap, closes ? closingIndent(piece) : contentIndent(piece));
        } else if (isSpaced(piece)) {
            lines.getLast().code.append(' ');
        }
        StringBuilder code = lines.getLast().code;
        code.append(" ".repeat(piece.padding)).append(piece.text);
        written = lines.size();
        if (isOpening(piece.kind)) {
            piece.column = lines.getLast().width();
            piece.lineIndent = indentOf(code);
        }
    }

    /** Whether an empty line may come here: between statements, but not at the beginning of a script or block. */
    private boolean mayHaveGap(Piece piece) {
        boolean first = lines.size() == written && (piece.index == 0 || isOpen(before(piece)));
        return !first && !piece.inBrackets() && !continuesAt(piece);
    }

    private void begin(boolean gap, int indent) {
        if (gap) {
            lines.add(new Line());
        }
        lines.add(new Line());
        lines.getLast().code.append(" ".repeat(indent));
    }

    private boolean continuesAt(Piece piece) {
        Piece left = before(piece);
        return left != null && piece.kind != Kind.END && continues(left);
    }

    private int contentIndent(Piece piece) {
        if (piece.inBrackets()) {
            return piece.outer.hanging ? piece.outer.lineIndent + INDENT : piece.outer.column;
        }
        int blocks = 0;
        for (Piece outer = piece.outer; outer != null; outer = outer.outer) {
            blocks++;
        }
        return INDENT * (blocks + (continuesAt(piece) ? 1 : 0));
    }

    private int closingIndent(Piece close) {
        return close.kind == Kind.CLOSE_BRACE ? contentIndent(close) - INDENT : close.outer.lineIndent;
    }

    private static int indentOf(CharSequence line) {
        int indent = 0;
        while (line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }

    /** All lines, with the comments after code aligned in each run of lines that have one. */
    private String joined() {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < lines.size()) {
            int end = i;
            int column = COMMENTS;
            while (end < lines.size() && !lines.get(end).comment.isEmpty()) {
                column = Math.max(column, lines.get(end).width() + 2);
                end++;
            }
            for (; i < end; i++) {
                Line line = lines.get(i);
                text.append(line.code).append(" ".repeat(column - line.width()));
                text.append(line.comment).append('\n');
            }
            if (i < lines.size()) {
                text.append(lines.get(i++).code).append('\n');
            }
        }
        return text.toString();
    }
}

package org.nnlang.render;

import java.util.List;
import org.nnlang.text.TextLines;
import org.nnlang.text.TextWidth;

/** Writes passages as plain text. */
final class PassageText {
    private static final int INDENT = 2;
    private static final int BETWEEN_COLUMNS = 3;

    private final int width;
    private final StringBuilder text = new StringBuilder();

    private PassageText(int width) {
        this.width = width;
    }

    /** The passages; lines end with a line feed, the last one too. */
    static String of(List<Passage> passages, int width) {
        PassageText text = new PassageText(width);
        passages.forEach(text::write);
        return text.text.toString();
    }

    private void write(Passage passage) {
        switch (passage) {
            case Passage.Sentence s -> {
                int most = s.role() == Passage.Role.SHORT ? Integer.MAX_VALUE : width - 1;
                sentence("", s.text(), s.level(), s.role().hang(), most);
            }
            case Passage.Choices c -> c.items().forEach(this::item);
            case Passage.Table t -> table(t);
            case Passage.Mathematics m -> {
                int indent = INDENT * m.level();
                line(" ".repeat(indent) + m.title());
                int more = indent + INDENT;
                String lines = new TextRenderer(m.network(), m.digits(), width - more).narrate(m.lines());
                text.append(TextLines.indented(lines, more));
            }
            case Passage.Gap _ -> line("");
        }
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    private void item(List<String> sentences) {
        sentence("- ", sentences.getFirst(), 1, 0, width - 1);
        sentences.stream().skip(1).forEach(other -> sentence("", other, 2, Passage.Role.USUAL.hang(), width - 1));
    }

    private void sentence(String bullet, String words, int level, int hang, int most) {
        String start = " ".repeat(INDENT * level) + bullet;
        TextLines.wrapped(start, words, " ".repeat(start.length() + hang), most).forEach(this::line);
    }

    private void table(Passage.Table table) {
        List<List<String>> rows = table.rows();
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], TextWidth.of(row.get(column)));
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            StringBuilder line = new StringBuilder(" ".repeat(INDENT));
            for (int column = 0; column < columns; column++) {
                String cell = rows.get(i).get(column);
                line.append(cell).append(" ".repeat(widths[column] - TextWidth.of(cell) + BETWEEN_COLUMNS));
            }
            boolean marked = i > 0 && i == table.marked();
            line(line.toString().stripTrailing() + (marked ? " ".repeat(BETWEEN_COLUMNS) + table.mark() : ""));
        }
    }
}

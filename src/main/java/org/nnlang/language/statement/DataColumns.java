package org.nnlang.language.statement;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.data.ColumnSummary;
import org.nnlang.data.CsvFormat;
import org.nnlang.data.FileSummary;
import org.nnlang.language.ColumnNames;
import org.nnlang.language.Context;
import org.nnlang.language.DataWording;
import org.nnlang.language.Event;
import org.nnlang.language.Expr;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.text.Digits;
import org.nnlang.text.Span;
import org.nnlang.text.Thousands;

/** {@code show columns}: what nn understood of a data file. */
final class DataColumns {
    private static final String WORD = "columns";

    private DataColumns() {}

    /** Whether an expression is the word {@code columns}, unless something in the script has that name. */
    static boolean areMeant(Expr expression, Context c) {
        return expression instanceof Expr.Name name
                && name.name().equals(WORD)
                && !c.names().contains(WORD)
                && c.declarations().isComplete()
                && !isDeclared(c.network(expression.span()));
    }

    private static boolean isDeclared(Network network) {
        for (int l = 0; l <= network.depth(); l++) {
            Neurons neurons = network.neurons(l);
            if (neurons.layer().equals(WORD) || neurons.names().contains(WORD)) {
                return true;
            }
        }
        return false;
    }

    /** A table of the rows and a table of the columns. */
    static List<Event> of(FileSummary file, Span span, int digits) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("in the file", Thousands.of(file.rows())));
        rows.add(List.of("for training", Thousands.of(file.trainingRows())));
        rows.add(List.of("for the test", Thousands.of(file.testRows())));
        rows.add(List.of("left out", Thousands.of(file.rows() - file.trainingRows() - file.testRows())));
        List<List<String>> columns = new ArrayList<>();
        for (ColumnSummary column : file.columns()) {
            boolean numbers = column.classes().isEmpty();
            columns.add(List.of(
                    column.name(),
                    column.name().equals(file.weight()) ? "weight" : column.target() ? "target" : "input",
                    numbers ? "numbers" : column.classes().size() + " classes",
                    numbers ? range(column, digits) : ColumnNames.some(column.classes()),
                    missing(column, file, digits)));
        }
        List<String> header = List.of("column", "use", "kind", "values", "missing");
        return List.of(
                Event.Listed.words(span, "rows", List.of(), rows), Event.Listed.words(span, WORD, header, columns));
    }

    private static String range(ColumnSummary column, int digits) {
        String least = Digits.format(column.least(), digits);
        String most = Digits.format(column.most(), digits);
        return least.equals(most) ? least : least + " … " + most;
    }

    private static String missing(ColumnSummary column, FileSummary file, int digits) {
        String count = Thousands.of(column.missing());
        boolean filled = file.format().missing() == CsvFormat.Missing.MEAN && !column.target() && column.missing() > 0;
        return filled ? count + ", now " + DataWording.filling(column, digits) : count;
    }
}

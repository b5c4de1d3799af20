package org.nnlang.language;

import java.util.List;
import org.nnlang.data.ColumnSummary;
import org.nnlang.data.CsvFormat;
import org.nnlang.data.CsvFormat.Missing;
import org.nnlang.data.DataFault;
import org.nnlang.data.DataFault.Gaps;
import org.nnlang.data.DataNotice;
import org.nnlang.data.Encoding;
import org.nnlang.data.NewRows;
import org.nnlang.text.Digits;
import org.nnlang.text.Message;
import org.nnlang.text.Nearest;
import org.nnlang.text.Problem;
import org.nnlang.text.TextPattern;
import org.nnlang.text.Thousands;

/** Words the errors in a data file, and what nn did with its cells, for the diagnostic of the statement that names it. */
public final class DataWording {
    private static final String PICKS = "`inputs: […]` picks columns";

    private DataWording() {}

    public static Message of(String path, DataFault fault) {
        return switch (fault) {
            case DataFault.NotText f -> notText(path, f);
            case DataFault.WideCharacters _ ->
                in(path, "it contains zero bytes", "write `encoding: utf16` if it is UTF-16 text");
            case DataFault.TooLarge f ->
                Problem.DATA_TOO_LARGE.with(
                        path,
                        Thousands.of(rounded(f.rows())),
                        f.columns(),
                        megabytes(f.needed()),
                        f.size() < 0 ? null : megabytes(f.size()),
                        megabytes(f.memory()),
                        heap(f.needed()));
            case DataFault.EmptyFile _ -> in(path, "the file is empty", "its first line names the columns");
            case DataFault.NoRows _ ->
                in(path, "there are no rows, only a header", "write `header: none` if the line is a row");
            case DataFault.LooksLikeData f ->
                in(
                        path,
                        "line " + f.line() + " looks like data, not like the names of columns: "
                                + ColumnNames.some(f.cells()),
                        "write `header: none` to call the columns c1, c2, …, or `header: first` if these are names");
            case DataFault.NoNamedColumn _ ->
                in(
                        path,
                        "no column has a name",
                        "the first line names the columns; write `header: none` if it doesn't");
            case DataFault.DuplicateColumn f ->
                in(
                        path,
                        "two columns are called `" + f.column() + "`",
                        "rename one, or write `header: none` if the first line is a row");
            case DataFault.WrongFieldCount f -> wrongFieldCount(path, f);
            case DataFault.UnclosedQuote f ->
                in(path, "the quote that opens in line " + f.line() + " is never closed", "");
            case DataFault.TextAfterQuote f ->
                in(path, "line " + f.line() + " continues after a closing quote", "double a quote inside quotes");
            case DataFault.MissingCells f -> missing(path, f);
            case DataFault.NoCompleteRow f ->
                in(
                        path,
                        "each of the " + rows(f.rows()) + " has a missing value: " + gaps(f.gaps()),
                        "leave these columns out: " + PICKS);
            case DataFault.NothingToFillWith f ->
                in(path, "no training row has a value in `" + f.column() + "`", "leave the column out: " + PICKS);
            case DataFault.NegativeWeight f ->
                cell(path, f.line(), f.column(), f.text(), "is below 0", "a sample's weight is a number of at least 0");
            case DataFault.NotFinite f -> cell(path, f.line(), f.column(), f.text(), "is not a finite number", "");
            case DataFault.BadCell f ->
                cell(path, f.line(), f.column(), f.text(), "is not a number", help(f.text(), f.format(), ""));
            case DataFault.MixedColumn f ->
                f.afterNumbers()
                        ? cell(
                                path,
                                f.line(),
                                f.column(),
                                f.text(),
                                "is text after numbers",
                                help(f.text(), f.format(), ""))
                        : cell(path, f.line(), f.column(), f.text(), "is a number after texts", PICKS);
            case DataFault.UnknownClass f ->
                cell(
                        path,
                        f.line(),
                        f.column(),
                        f.text(),
                        "does not occur in the training data",
                        "they are " + ColumnNames.some(f.classes()));
            case DataFault.UnknownColumn f -> unknownColumn(path, f);
            case DataFault.NoTarget _ -> in(path, "no target column is named", "write `target: column`");
            case DataFault.ColumnUsedTwice f -> in(path, "the column `" + f.column() + "` is named twice", "");
            case DataFault.BadTestShare _ -> in(path, "the fraction of test rows is not below 100%", "");
            case DataFault.InputCount f -> inputCount(path, f);
            case DataFault.TargetCount f ->
                in(path, columns("target", f.columns()) + " for an output layer of " + f.neurons(), are(f.columns()));
            case DataFault.ClassCount f ->
                in(
                        path,
                        classes(f.classes().size()) + " in `" + f.column() + "` for an output layer of " + f.neurons(),
                        "they are " + ColumnNames.some(f.classes()) + "; the output needs a neuron for each");
            case DataFault.TooFewTrainingRows f ->
                in(path, f.testRows() + " of " + f.rows() + " rows go to the test, and none is left for training", "");
            case DataFault.UnscalableColumn f ->
                in(
                        path,
                        "the column `" + f.column() + "` can't be scaled",
                        "its values are too far apart or too close together");
        };
    }

    public static Message of(String path, DataNotice notice) {
        return switch (notice) {
            case DataNotice.UnnamedColumns n -> {
                boolean one = n.positions().size() == 1;
                String positions = ColumnNames.some(
                        n.positions().stream().map(p -> Integer.toString(p)).toList());
                yield in(
                        path,
                        (one ? "column " : "columns ") + positions + (one ? " has" : " have") + " no name",
                        one ? "it is left out" : "they are left out");
            }
            case DataNotice.RowsLeftOut n ->
                in(
                        path,
                        Thousands.of(n.count()) + " of " + rows(n.rows()) + (n.count() == 1 ? " is" : " are")
                                + " left out",
                        "missing values: " + gaps(n.gaps()));
            case DataNotice.Filled n ->
                in(
                        path,
                        "missing values are filled",
                        ColumnNames.joined(n.columns().stream()
                                .map(column -> Thousands.of(column.missing()) + " in `" + column.name() + "` with "
                                        + filling(column, 9))
                                .toList()));
            case DataNotice.Kept n -> in(path, "missing texts are the class `" + n.name() + "`", gaps(n.gaps()));
            case DataNotice.OneHot n ->
                in(
                        path,
                        "`" + n.column() + "` is text and becomes "
                                + count(n.classes().size(), "input") + ", one for each class",
                        ColumnNames.some(n.classes()));
            case DataNotice.TwoValued n ->
                in(
                        path,
                        "`" + n.column() + "` has two values for one output",
                        "`" + n.zero() + "` is 0 and `" + n.one() + "` is 1");
        };
    }

    /** Says what nn did with missing cells in rows to predict. */
    public static Message of(String path, NewRows rows) {
        String what = switch (rows.format().missing()) {
            case SKIP -> "rows with missing values have no outputs";
            case MEAN -> "missing values are filled as in the training data";
            case KEEP, REFUSED -> "missing texts are the class `NA`";
        };
        return in(path, what, gaps(rows.missing()));
    }

    private static Message in(String path, String what, String help) {
        return Problem.IN_DATA.with(path, what, help);
    }

    /** Rounds to three digits. */
    private static double rounded(long value) {
        double unit = 1;
        while (value / unit >= 1000) {
            unit *= 10;
        }
        return Math.rint(value / unit) * unit;
    }

    private static String megabytes(long bytes) {
        return Thousands.of(Math.max(1, bytes / 1e6)) + " MB";
    }

    /** The heap, as in Java's option, for {@code bytes} of data and half as much again for everything else. */
    private static String heap(long bytes) {
        long megabytes = bytes / 2 * 3 / (1 << 20) + 32;
        return megabytes < 1024 ? megabytes + "m" : (megabytes + 1023) / 1024 + "g";
    }

    private static Message notText(String path, DataFault.NotText f) {
        String help = f.encoding() == Encoding.UTF8
                ? "write `encoding: latin1` if it was written by Excel or another program on Windows"
                : "";
        return in(path, "line " + f.line() + " is not " + f.encoding().text() + " text", help);
    }

    private static Message wrongFieldCount(String path, DataFault.WrongFieldCount f) {
        String what = "line " + f.line() + " has " + count(f.found(), "field") + ", the "
                + (f.header() ? "header" : "first row") + " has " + f.expected();
        String separator = switch (f.separator()) {
            case '\t' -> "a tab";
            case ' ' -> "a run of spaces";
            default -> "`" + f.separator() + "`";
        };
        return in(path, what, "the separator is " + separator + "; if that is wrong, write `separator: \"…\"`");
    }

    private static Message missing(String path, DataFault.MissingCells f) {
        int count = f.gaps().stream().mapToInt(Gaps::count).sum();
        String what = count(count, "value") + (count == 1 ? " is" : " are") + " missing in " + rows(f.rows()) + ": "
                + gaps(f.gaps());
        if (f.missing() == Missing.KEEP) {
            return in(
                    path,
                    what,
                    "`missing: keep` is for texts; write `missing: skip` to leave such rows out, or `missing: mean`");
        }
        boolean texts = f.gaps().stream().allMatch(Gaps::text);
        String fill = texts
                ? "`missing: mean` to fill in the most frequent text, or `missing: keep` to make them a class"
                : "or `missing: mean` to fill in the mean, or the most frequent text";
        return in(path, what, "write `missing: skip` to leave such rows out, " + fill);
    }

    private static String gaps(List<Gaps> gaps) {
        return ColumnNames.some(gaps.stream()
                .map(gap -> gap(gap) + " (first in line " + gap.firstLine() + ")")
                .toList());
    }

    private static String gap(Gaps gap) {
        return Thousands.of(gap.count()) + " in `" + gap.column() + "`";
    }

    private static Message cell(String path, int line, String column, String text, String what, String help) {
        return in(path, "line " + line + ", column `" + column + "`: `" + text + "` " + what, help);
    }

    /** Advice for a cell that is almost a number. */
    private static String help(String text, CsvFormat format, String otherwise) {
        String unsigned = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        if (format.decimal() == ',' && isLike(unsigned, "\\d*\\.\\d+")) {
            return "`decimal: \",\"` makes the comma the decimal mark";
        }
        if (isLike(unsigned, "\\d\\d?\\d?(\\.\\d\\d\\d)+,\\d+")) {
            return "write `decimal: \",\", thousands: \".\"`";
        }
        if (isLike(unsigned, "\\d\\d?\\d?((,\\d\\d\\d)+\\.\\d+|,\\d\\d\\d(,\\d\\d\\d)+)")) {
            return "write `thousands: \",\"`";
        }
        if (isLike(unsigned, "\\d\\d?\\d?,\\d\\d\\d")) {
            String plain = unsigned.replace(",", "");
            return "write `decimal: \",\"`, or if it is " + plain + ", `thousands: \",\"`";
        }
        return isLike(unsigned, "\\d*,\\d+") ? "write `decimal: \",\"`" : otherwise;
    }

    private static boolean isLike(String text, String pattern) {
        return new TextPattern(pattern).fits(text);
    }

    private static Message unknownColumn(String path, DataFault.UnknownColumn f) {
        String near = Nearest.to(f.column(), f.columns());
        String help = near == null ? "there are " + ColumnNames.some(f.columns()) : "did you mean `" + near + "`?";
        if (f.columns().size() == 1 && isLike(f.columns().getFirst(), ".*\\w[^\\w ]\\w.*")) {
            help = "write `separator: \"…\"` with the character between cells: the only column is "
                    + ColumnNames.some(f.columns());
        }
        if (f.columns().getFirst().startsWith("#")) {
            help = "write `comment: \"#\"` if lines that begin with `#` are comments";
        }
        boolean numbered = isLike(f.column(), "c\\d+") && !f.columns().contains("c1");
        return in(
                path,
                "there is no column `" + f.column() + "`",
                numbered ? "write `header: none` if the first line is a row" : help);
    }

    private static Message inputCount(String path, DataFault.InputCount f) {
        List<String> names = f.columns().stream().map(DataFault.Classes::column).toList();
        List<String> texts = f.columns().stream()
                .filter(column -> !column.classes().isEmpty())
                .map(column -> "`" + column.column() + "` " + column.inputs())
                .toList();
        String layer = " for an input layer of " + f.neurons();
        if (texts.isEmpty()) {
            return in(path, columns("input", names) + layer, are(names) + "; `inputs:` picks columns");
        }
        int all = f.columns().stream().mapToInt(DataFault.Classes::inputs).sum();
        return in(
                path,
                count(all, "input") + " from " + count(names.size(), "column") + layer,
                are(names) + "; texts make an input for each class: " + ColumnNames.some(texts)
                        + "; `inputs:` picks columns");
    }

    private static String classes(int n) {
        return n == 1 ? "1 class" : n + " classes";
    }

    private static String rows(int n) {
        return count(n, "row");
    }

    private static String count(int n, String thing) {
        return Thousands.of(n) + " " + thing + (n == 1 ? "" : "s");
    }

    private static String columns(String kind, List<String> names) {
        return count(names.size(), kind + " column");
    }

    private static String are(List<String> names) {
        return (names.size() == 1 ? "it is " : "they are ") + ColumnNames.some(names);
    }

    /** What is used instead of missing cells. */
    public static String filling(ColumnSummary column, int digits) {
        return column.classes().isEmpty()
                ? Digits.format(column.filling(), digits)
                : column.classes().get((int) column.filling());
    }
}

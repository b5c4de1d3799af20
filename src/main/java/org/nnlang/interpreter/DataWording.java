package org.nnlang.interpreter;

import java.util.List;
import org.nnlang.data.DataFault;
import org.nnlang.source.Nearest;
import org.nnlang.source.Problem;

/** What is wrong with a data file, for the diagnostic of the statement that names it. */
final class DataWording {
    private DataWording() {}

    static Problem of(String path, DataFault fault) {
        return switch (fault) {
            case DataFault.NotUtf8 f -> new Problem.NotText(path, f.line());
            case DataFault.TooLarge f ->
                new Problem.DataTooLarge(path, f.size(), f.rows(), f.columns(), f.needed(), f.memory());
            case DataFault.EmptyFile _ -> in(path, "the file is empty", "its first line names the columns");
            case DataFault.NoRows _ -> in(path, "there are no rows", "only a header");
            case DataFault.UnnamedColumn f ->
                in(path, "column " + f.position() + " has no name", "the first line names the columns");
            case DataFault.DuplicateColumn f -> in(path, "two columns are called `" + f.column() + "`", "rename one");
            case DataFault.WrongFieldCount f ->
                in(path, "line " + f.line() + " has " + fields(f.found()) + ", the header has " + f.expected(), "");
            case DataFault.UnclosedQuote f ->
                in(path, "the quote that opens in line " + f.line() + " is never closed", "");
            case DataFault.TextAfterQuote f ->
                in(path, "line " + f.line() + " goes on after a closing quote", "a quote inside quotes is doubled");
            case DataFault.EmptyCell f ->
                in(path, "line " + f.line() + ", column `" + f.column() + "` is empty", "each cell needs a value");
            case DataFault.NotFinite f -> cell(path, f.line(), f.column(), f.text(), "is not a finite number");
            case DataFault.BadCell f -> cell(path, f.line(), f.column(), f.text(), "is not a number");
            case DataFault.MixedColumn f ->
                cell(
                        path,
                        f.line(),
                        f.column(),
                        f.text(),
                        f.afterNumbers() ? "is a text after numbers" : "is a number after texts");
            case DataFault.UnknownColumn f -> unknownColumn(path, f);
            case DataFault.NoTarget _ -> in(path, "no target column is named", "write `target: column`");
            case DataFault.ColumnUsedTwice f -> in(path, "the column `" + f.column() + "` is named twice", "");
            case DataFault.BadTestShare _ -> in(path, "the share of test rows is not below 100%", "");
            case DataFault.InputCount f ->
                in(
                        path,
                        columns("input", f.columns()) + " for an input layer of " + f.neurons(),
                        are(f.columns()) + "; `inputs:` picks columns");
            case DataFault.TargetCount f ->
                in(path, columns("target", f.columns()) + " for an output layer of " + f.neurons(), are(f.columns()));
            case DataFault.ClassCount f ->
                in(
                        path,
                        f.classes().size() + " classes in `" + f.column() + "` for an output layer of " + f.neurons(),
                        "they are " + some(f.classes()) + "; the output needs a neuron for each");
            case DataFault.TooFewTrainingRows f ->
                in(path, "of " + f.rows() + " rows " + f.testRows() + " go to the test, and none is left", "");
            case DataFault.UnscalableColumn f ->
                in(
                        path,
                        "the column `" + f.column() + "` can't be scaled",
                        "its values lie too far apart or too close");
        };
    }

    private static Problem in(String path, String what, String help) {
        return new Problem.InData(path, what, help);
    }

    private static Problem cell(String path, int line, String column, String text, String what) {
        boolean decimalComma = text.matches("-?[0-9]+,[0-9]+");
        return in(
                path,
                "line " + line + ", column `" + column + "`: `" + text + "` " + what,
                decimalComma ? "decimals are written with a point" : "");
    }

    private static Problem unknownColumn(String path, DataFault.UnknownColumn f) {
        String near = Nearest.to(f.column(), f.columns());
        String help = near == null ? "there are " + some(f.columns()) : "did you mean `" + near + "`?";
        return in(path, "there is no column `" + f.column() + "`", help);
    }

    private static String fields(int n) {
        return n == 1 ? "1 field" : n + " fields";
    }

    private static String columns(String kind, List<String> names) {
        return names.size() + " " + kind + (names.size() == 1 ? " column" : " columns");
    }

    private static String are(List<String> names) {
        return (names.size() == 1 ? "it is " : "they are ") + some(names);
    }

    private static String some(List<String> names) {
        return names.size() <= 8
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 6)) + ", … and " + names.getLast();
    }
}

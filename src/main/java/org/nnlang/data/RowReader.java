package org.nnlang.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.nnlang.data.DataFault.BadCell;
import org.nnlang.data.DataFault.Gaps;
import org.nnlang.data.DataFault.MixedColumn;
import org.nnlang.data.DataFault.NegativeWeight;
import org.nnlang.data.DataFault.NotFinite;
import org.nnlang.data.DataFault.UnknownClass;
import org.nnlang.data.DataFault.UnknownColumn;

/**
 * Turns the cells of the chosen columns into doubles as they come: a text into its number, a missing value into NaN. It ignores
 * the cells of other columns.
 */
final class RowReader implements CellSink {
    private static final Set<String> NOT_FINITE = Set.of("inf", "infinity");

    /** Whole numbers of at most this many digits are ints. */
    private static final int SHORT = 9;

    /** The bytes of two array headers and the references to them. */
    private static final int ARRAYS = 48;

    private final CsvTable table;
    private final CsvFormat format;
    private final Numerals numerals;
    private final Column[] columns;
    private final int inputCount;
    private final int targetCount;
    private final boolean severalTargets;

    /** The destination of each column of the file: first the inputs, then the targets; −1: none. */
    private final int[] slots;

    private final List<double[]> inputs = new ArrayList<>();
    private final List<double[]> targets = new ArrayList<>();

    private final MemoryBudget room;

    /** The memory that the rows take, including Java's overhead for each array. */
    private final long bytesPerRow;

    private int line;
    private int position;
    private double[] input;
    private double[] target;

    /** The columns with missing values in this row. */
    private final List<Column> missing = new ArrayList<>();

    private int rows;

    /** The first bad cell of this row, reported at its end, since a wrong number of fields would explain it better. */
    private DataFault fault;

    RowReader(CsvTable table, List<Column> inputs, List<Column> targets, MemoryBudget room) {
        this.table = table;
        this.format = table.format();
        this.numerals = table.numerals();
        this.room = room;
        this.inputCount = inputs.size();
        this.targetCount = targets.size();
        this.severalTargets = targets.stream().filter(column -> !column.weight).count() > 1;
        this.bytesPerRow = 8L * (inputCount + targetCount) + ARRAYS;
        this.slots = new int[table.width()];
        Arrays.fill(slots, -1);
        this.columns = Stream.concat(inputs.stream(), targets.stream()).toArray(Column[]::new);
        if (severalTargets) targets.forEach(Column::becomesNumeric);
        for (int i = 0; i < columns.length; i++) {
            String name = columns[i].name;
            int found = table.position(name);
            if (found < 0) throw new DataException(new UnknownColumn(name, table.columns()));
            slots[found] = i;
        }
    }

    /** The inputs row by row, with texts as their numbers. */
    double[][] inputs() {
        return inputs.toArray(double[][]::new);
    }

    double[][] targets() {
        return targets.toArray(double[][]::new);
    }

    /** The number of rows kept. */
    int count() {
        return inputs.size();
    }

    /** The number of rows in the file, including rows left out of {@link #inputs}. */
    int rows() {
        return rows;
    }

    /** The columns with missing values. */
    List<Gaps> gaps() {
        return Arrays.stream(columns)
                .filter(column -> column.missing() > 0)
                .map(Column::gaps)
                .toList();
    }

    @Override
    public void begin(int line) {
        this.line = line;
        position = 0;
        input = new double[inputCount];
        target = new double[targetCount];
        missing.clear();
        fault = null;
    }

    @Override
    public void cell(char[] text, int from, int to, boolean quoted) {
        int slot = position < slots.length ? slots[position] : -1;
        position++;
        if (slot < 0) return;
        Column column = columns[slot];
        int whole = column.takesNumbers() ? shortWhole(text, from, to) : -1;
        double value = whole;
        if (whole < 0) value = any(column, text, from, to);
        else column.becomesNumeric();
        if (column.weight && value < 0) report(new NegativeWeight(line, column.name, CellSink.text(text, from, to)));
        if (slot < inputCount) input[slot] = value;
        else target[slot - inputCount] = value;
    }

    /** The whole number in a cell of only a few digits; −1 for any other cell. */
    private static int shortWhole(char[] text, int from, int to) {
        int length = to - from;
        if (length == 0 || length > SHORT) return -1;
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) return -1;
            value = value * 10 + digit;
        }
        return value;
    }

    private double any(Column column, char[] text, int from, int to) {
        double value = numerals.number(text, from, to);
        boolean number = Double.isFinite(value);
        if (number && column.takesNumbers()) {
            column.becomesNumeric();
            return value;
        }
        return other(column, CellSink.text(text, from, to), value);
    }

    /** Handles a cell that isn't a number, or a number among texts. */
    private double other(Column column, String cell, double value) {
        if (Numerals.isMissing(cell)) {
            missing.add(column);
            return Double.NaN;
        }
        if (!column.isComplete() && Double.isNaN(value) && numerals.isForeign(cell)) {
            report(new BadCell(line, column.name, cell, format));
            return 0;
        }
        boolean isText = !Double.isFinite(value) && !isNotFinite(cell, value);
        if (column.takesTexts() && (isText || column.isComplete())) {
            int place = column.number(cell);
            if (place < 0) report(new UnknownClass(line, column.name, cell, column.classes()));
            return place;
        }
        report(wrong(column, cell, value));
        return 0;
    }

    private DataFault wrong(Column column, String cell, double value) {
        if (isNotFinite(cell, value)) return new NotFinite(line, column.name, cell);
        boolean afterNumbers = column.takesNumbers();
        return afterNumbers && (!column.target || column.weight || severalTargets)
                ? new BadCell(line, column.name, cell, format)
                : new MixedColumn(line, column.name, cell, afterNumbers, format);
    }

    private static boolean isNotFinite(String cell, double value) {
        char first = cell.charAt(0);
        String unsigned = first == '-' || first == '+' ? cell.substring(1) : cell;
        return Double.isInfinite(value) || NOT_FINITE.contains(unsigned.toLowerCase(Locale.ROOT));
    }

    private void report(DataFault found) {
        if (fault == null) fault = found;
    }

    @Override
    public void end(int cells) {
        if (cells != slots.length) throw new DataException(table.wrongFieldCount(line, cells));
        if (fault != null) throw new DataException(fault);
        rows++;
        missing.forEach(column -> column.missesOne(line));
        if (!missing.isEmpty() && isLeftOut()) return;
        inputs.add(input);
        targets.add(target);
        room.take(bytesPerRow);
    }

    private boolean isLeftOut() {
        return switch (format.missing()) {
            case REFUSED, KEEP -> false;
            case SKIP -> true;
            case MEAN -> missing.stream().anyMatch(column -> column.target);
        };
    }
}

package org.nnlang.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.nnlang.data.DataFault.BadCell;
import org.nnlang.data.DataFault.EmptyCell;
import org.nnlang.data.DataFault.MixedColumn;
import org.nnlang.data.DataFault.NotFinite;
import org.nnlang.data.DataFault.UnknownColumn;

/** Turns the cells of the chosen columns into doubles as they come; the cells of other columns are never looked at. */
final class RowReader implements RecordSink {
    private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");

    /** Two arrays, and where they are. */
    private static final int ARRAYS = 48;

    private final List<String> columns;
    private final int inputCount;
    private final int targetCount;

    /** Where each column of the file goes: first the inputs, then the targets; −1: nowhere. */
    private final int[] slots;

    private final List<double[]> inputs = new ArrayList<>();
    private final List<double[]> targets = new ArrayList<>();

    /** The texts of a text target, numbered in order of appearance; empty for a numeric one. */
    private final Map<String, Integer> classes = new LinkedHashMap<>();

    private final Room room;

    /** What the rows take in memory, with what Java adds to each array. */
    private final long bytesPerRow;

    private double[] input;
    private double[] target;

    /** The first bad cell of this row; reported at its end, as a wrong number of fields would explain it better. */
    private DataFault fault;

    RowReader(List<String> columns, List<String> inputs, List<String> targets, Room room) {
        this.columns = columns;
        this.room = room;
        this.inputCount = inputs.size();
        this.targetCount = targets.size();
        this.bytesPerRow = 8L * (inputCount + targetCount) + ARRAYS;
        this.slots = new int[columns.size()];
        Arrays.fill(slots, -1);
        Map<String, Integer> positions = new HashMap<>();
        for (String column : columns) positions.put(column, positions.size());
        assign(inputs, 0, positions);
        assign(targets, inputCount, positions);
    }

    private void assign(List<String> names, int firstSlot, Map<String, Integer> positions) {
        for (int i = 0; i < names.size(); i++) {
            Integer column = positions.get(names.get(i));
            if (column == null) throw new DataException(new UnknownColumn(names.get(i), columns));
            slots[column] = firstSlot + i;
        }
    }

    /** Row by row. */
    double[][] inputs() {
        return inputs.toArray(double[][]::new);
    }

    /** Row by row; where there are classes, each target is the number of its class. */
    double[][] targets() {
        return targets.toArray(double[][]::new);
    }

    List<String> classes() {
        return List.copyOf(classes.keySet());
    }

    @Override
    public void cell(int line, int column, byte[] bytes, int from, int to) {
        if (column == 0) beginRow();
        int slot = slots[column];
        if (slot < 0) return;
        double value = Numbers.parse(bytes, from, to);
        if (slot < inputCount) {
            input[slot] = value;
            if (!Double.isFinite(value)) report(notANumber(line, column, RecordSink.text(bytes, from, to)));
        } else if (targetCount == 1) {
            target[0] = classOrNumber(value, line, column, bytes, from, to);
        } else {
            target[slot - inputCount] = value;
            if (!Double.isFinite(value)) report(notANumber(line, column, RecordSink.text(bytes, from, to)));
        }
    }

    @Override
    public void endRow() {
        if (fault != null) throw new DataException(fault);
        inputs.add(input);
        targets.add(target);
        room.take(bytesPerRow);
    }

    private void beginRow() {
        input = new double[inputCount];
        target = new double[targetCount];
        fault = null;
    }

    private double classOrNumber(double value, int line, int column, byte[] bytes, int from, int to) {
        boolean number = Double.isFinite(value);
        if (number && classes.isEmpty()) return value;
        String text = RecordSink.text(bytes, from, to);
        DataFault bad = number ? null : notANumber(line, column, text);
        boolean isClass = bad instanceof BadCell;
        if (isClass && (targets.isEmpty() || !classes.isEmpty())) {
            return classes.computeIfAbsent(text, _ -> classes.size());
        }
        report(number || isClass ? new MixedColumn(line, columns.get(column), text, isClass) : bad);
        return value;
    }

    private DataFault notANumber(int line, int column, String text) {
        String name = columns.get(column);
        if (text.isEmpty()) return new EmptyCell(line, name);
        char first = text.charAt(0);
        String unsigned = first == '-' || first == '+' ? text.substring(1) : text;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean tooLarge = !Double.isNaN(Numbers.parse(bytes, 0, bytes.length));
        if (tooLarge || NOT_FINITE.contains(unsigned.toLowerCase(Locale.ROOT))) return new NotFinite(line, name, text);
        return new BadCell(line, name, text);
    }

    private void report(DataFault found) {
        if (fault == null) fault = found;
    }
}

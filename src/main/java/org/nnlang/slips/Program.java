package org.nnlang.slips;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nnlang.math.ElementaryRows;
import org.nnlang.math.Formula;
import org.nnlang.network.Sample;
import org.nnlang.slips.Cell.Kind;
import org.nnlang.slips.Sheet.Line;
import org.nnlang.training.State;

/** A worksheet computed in many variants at once, a lane each: what is the same in all is computed side by side. */
final class Program {
    /**
     * A line as operations.
     *
     * @param sources the numbers of the lines that it reads
     */
    private record Code(int[] operations, int[] sources) {}

    /** A line in the variant of one lane. */
    private record Own(int lane, int[] code) {}

    private static final Cell RATE = Cell.single(Kind.RATE, 0);

    private final Sheet sheet;
    private final int lanes;
    private final Lines lines;
    private final Tape tape;
    private final int[] order;
    private final Own[][] own;
    /** The lanes in which each line's result is rounded. */
    private final int[][] rounded;

    /** How lanes write down results; null if all are exact. */
    private final Change.Digits[] digits;

    /** What is given otherwise in each lane, except parameters, which are loaded. */
    private final List<List<Change.Given>> givens;

    private final double[][] memory;
    private final ElementaryRows rows = new ElementaryRows();
    private final int rateAt;
    private final int numberAt;
    private double rate = Double.NaN;

    /** The lines of a worksheet as operations, which all its programs share. */
    static final class Lines {
        private final Sheet sheet;
        private final Tape tape = new Tape();
        /** The places of the lines' results: the first ones, by the numbers of the lines. */
        private final int[] results;

        private final Code[] code;
        /** The code of lines that are written otherwise: the same in all scopes and updates. */
        private final Map<Line, Code> others = new IdentityHashMap<>();

        private final int[] from;
        private final int[] to;
        private List<String> remembered;
        private int[][] places;

        Lines(Sheet sheet) {
            this.sheet = sheet;
            results = sheet.lines().stream()
                    .mapToInt(line -> tape.place(line.cell()))
                    .toArray();
            code = new Code[results.length];
            sheet.cells().forEach(tape::place);
            sheet.settings().forEach(tape::place);
            for (int p = 0; p < sheet.network().parameterCount(); p++) {
                tape.place(sheet.parameter(p));
            }
            from = sheet.carried().keySet().stream().mapToInt(tape::place).toArray();
            to = sheet.carried().keySet().stream()
                    .mapToInt(cell -> tape.place(sheet.carried().get(cell)))
                    .toArray();
        }

        /** Whether a line only copies a number: nobody rounds that once more. */
        private boolean copies(int line) {
            Formula formula = sheet.lines().get(line).formula();
            return formula instanceof Formula.Sum sum && sum.terms().size() == 1
                    ? sum.terms().getFirst() instanceof Cell
                    : formula instanceof Cell;
        }

        private Code code(int line) {
            if (code[line] == null) {
                code[line] = compile(line, sheet.lines().get(line));
            }
            return code[line];
        }

        /** The code of what is written instead of a line. */
        private Code code(int line, Line other) {
            Code known = others.get(other);
            if (known == null) {
                known = compile(line, other);
                others.put(other, known);
            }
            return known;
        }

        private Code compile(int line, Line written) {
            int[] operations = tape.compile(written.formula(), results[line]);
            return new Code(operations, tape.placesRead(results.length));
        }

        /** The places of the parameters, and of each thing remembered of them. */
        private int[][] places(List<String> names) {
            if (!names.equals(remembered)) {
                remembered = names;
                int count = sheet.network().parameterCount();
                places = new int[names.size() + 1][count];
                for (int p = 0; p < count; p++) {
                    places[0][p] = tape.place(sheet.parameter(p));
                    for (int slot = 0; slot < names.size(); slot++) {
                        places[slot + 1][p] = tape.known(sheet.parameter(p).as(Kind.OLD, names.get(slot)));
                    }
                }
            }
            return places;
        }
    }

    private Program(
            Sheet sheet, List<Change> changes, List<Map<Integer, Code>> variants, int[] order, Change.Digits[] digits) {
        this.sheet = sheet;
        this.digits = digits;
        this.order = order;
        lanes = changes.size();
        givens = changes.stream().map(Program::givens).toList();
        lines = sheet.compiled();
        tape = lines.tape;
        sheet.askedFor().forEach(tape::place);
        own = new Own[sheet.lines().size()][];
        rounded = new int[own.length][];
        List<List<Own>> all = new ArrayList<>(Collections.nCopies(own.length, null));
        for (int lane = 0; lane < lanes; lane++) {
            for (Map.Entry<Integer, Code> variant : variants.get(lane).entrySet()) {
                int at = variant.getKey();
                if (all.get(at) == null) {
                    all.set(at, new ArrayList<>());
                }
                all.get(at).add(new Own(lane, variant.getValue().operations));
            }
        }
        for (int i : order) {
            lines.code(i);
            own[i] = all.get(i) == null ? null : all.get(i).toArray(Own[]::new);
            rounded[i] = lanesRounded(i);
        }
        memory = tape.memory(lanes);
        rateAt = tape.known(RATE);
        numberAt = tape.known(Cell.single(Kind.UPDATES, 0));
        settings();
    }

    /**
     * The program of some changes.
     *
     * @param variants what each changes
     * @param all whether lines are computed that what is asked for doesn't need
     * @return null if a line would need what is computed from it
     */
    static Program of(
            Sheet sheet, List<Change> changes, List<Map<Integer, Line>> variants, Change.Digits[] digits, boolean all) {
        BitSet needed = new BitSet();
        boolean inOrder = true;
        if (all) {
            needed.set(0, sheet.lines().size());
        } else {
            needed.or(sheet.asked());
        }
        Lines lines = sheet.compiled();
        List<Map<Integer, Code>> codes = new ArrayList<>();
        for (Map<Integer, Line> variant : variants) {
            Map<Integer, Code> code = new LinkedHashMap<>();
            for (Map.Entry<Integer, Line> changed : variant.entrySet()) {
                int at = changed.getKey();
                Line line = changed.getValue();
                code.put(at, lines.code(at, line));
                for (int source : code.get(at).sources) {
                    inOrder &= source < at;
                    sheet.need(source, needed);
                }
            }
            codes.add(code);
        }
        int[] order = inOrder ? needed.stream().toArray() : new Order(sheet, codes).of(all);
        return order == null ? null : new Program(sheet, changes, codes, order, digits);
    }

    /** Puts lines after those that they need. */
    private static final class Order {
        private final Sheet sheet;
        private final Lines lines;
        private final List<Map<Integer, Code>> variants;
        private final int[] seen;
        private final List<Integer> order = new ArrayList<>();

        Order(Sheet sheet, List<Map<Integer, Code>> variants) {
            this.sheet = sheet;
            this.variants = variants;
            lines = sheet.compiled();
            seen = new int[sheet.lines().size()];
        }

        /** The numbers of the lines in order; null if some need each other. */
        int[] of(boolean all) {
            for (int i = 0; i < seen.length; i++) {
                if ((all || sheet.asked().get(i)) && !visit(i)) {
                    return null;
                }
            }
            return order.stream().mapToInt(i -> i).toArray();
        }

        /** Adds a line after those that it needs; false for a circle. */
        private boolean visit(int i) {
            if (seen[i] > 0) {
                return seen[i] == 2;
            }
            seen[i] = 1;
            boolean replaced = variants.stream().allMatch(variant -> variant.containsKey(i));
            if (!replaced && !visit(lines.code(i).sources)) {
                return false;
            }
            for (Map<Integer, Code> variant : variants) {
                Code code = variant.get(i);
                if (code != null && !visit(code.sources)) {
                    return false;
                }
            }
            seen[i] = 2;
            order.add(i);
            return true;
        }

        private boolean visit(int[] sources) {
            for (int source : sources) {
                if (!visit(source)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static List<Change.Given> givens(Change change) {
        return change.givens().isEmpty()
                ? List.of()
                : change.givens().stream()
                        .filter(given -> !(given.what() instanceof Cell cell && cell.ofParameter()))
                        .toList();
    }

    private void settings() {
        for (int lane = 0; lane < lanes; lane++) {
            for (Formula.Named setting : sheet.settings()) {
                double[] row = memory[tape.known(setting)];
                row[lane] = digits != null && digits[lane].single() ? (float) row[lane] : row[lane];
            }
            for (Change.Given given : givens.get(lane)) {
                if (given.what() instanceof Formula.Named named && tape.known(named) >= 0) {
                    memory[tape.known(named)][lane] = given.apply(named.value());
                }
            }
        }
    }

    /** Puts a state's parameters and the optimizer's memory in, for one lane. */
    void load(State state, List<String> remembered, int lane) {
        int[][] at = lines.places(remembered);
        for (int p = 0; p < at[0].length; p++) {
            memory[at[0][p]][lane] = state.parameters()[p];
            for (int slot = 0; slot < remembered.size(); slot++) {
                if (at[slot + 1][p] >= 0) {
                    memory[at[slot + 1][p]][lane] = state.memory(slot, p);
                }
            }
        }
    }

    /** Takes a lane's parameters and memory out, as they are before the next update. */
    void store(State state, List<String> remembered, int lane) {
        int[][] at = lines.places(remembered);
        for (int p = 0; p < at[0].length; p++) {
            state.parameters()[p] = memory[at[0][p]][lane];
            for (int slot = 0; slot < remembered.size(); slot++) {
                if (at[slot + 1][p] >= 0) {
                    state.memory()[slot][p] = memory[at[slot + 1][p]][lane];
                }
            }
        }
    }

    /** Puts in what is given for row {@code row}: sample number {@code number}. */
    void sample(int row, Sample sample, int number) {
        put(Kind.OUT, row, 0, sample.input(), number);
        if (sample.target() != null) {
            put(Kind.TARGET, row, sheet.network().depth(), sample.target(), number);
        }
        int weightAt = tape.known(Cell.single(Kind.SAMPLE_WEIGHT, row));
        if (weightAt >= 0) {
            Arrays.fill(memory[weightAt], sample.weight());
        }
    }

    private void put(Kind kind, int row, int layer, double[] values, int number) {
        for (int i = 0; i < values.length; i++) {
            Cell cell = Cell.neuron(kind, row, layer, i);
            int at = tape.known(cell);
            if (at >= 0) {
                for (int lane = 0; lane < lanes; lane++) {
                    memory[at][lane] = given(lane, cell.inRow(0), number, values[i]);
                }
            }
        }
    }

    private double given(int lane, Cell cell, int number, double right) {
        double value = right;
        for (Change.Given given : givens.get(lane)) {
            if (given.what().equals(cell) && (given.sample() < 0 || given.sample() == number)) {
                value = given.apply(value);
            }
        }
        return digits != null && digits[lane].single() ? (float) value : value;
    }

    /** Puts in the learning rate and the number of the update. */
    void begin(double rate, long number) {
        if (rate != this.rate) {
            this.rate = rate;
            for (int lane = 0; rateAt >= 0 && lane < lanes; lane++) {
                memory[rateAt][lane] = given(lane, RATE, -1, rate);
            }
        }
        if (numberAt >= 0) {
            Arrays.fill(memory[numberAt], number);
        }
    }

    /** Computes all lines. */
    void run() {
        for (int i : order) {
            Tape.run(lines.code[i].operations, memory, rows);
            if (own[i] != null) {
                for (Own other : own[i]) {
                    Tape.run(other.code, memory, other.lane);
                }
            }
            for (int lane : rounded[i]) {
                double[] row = memory[lines.results[i]];
                row[lane] = digits[lane].apply(row[lane]);
            }
        }
    }

    /** The lanes in which a line's result is rounded. */
    private int[] lanesRounded(int line) {
        IntStream some = digits == null
                ? IntStream.empty()
                : !lines.copies(line)
                        ? IntStream.range(0, lanes)
                        : own[line] == null
                                ? IntStream.empty()
                                : Arrays.stream(own[line]).mapToInt(Own::lane);
        return some.filter(lane -> !digits[lane].isExact()
                        && digits[lane].isOf(sheet.lines().get(line)))
                .toArray();
    }

    /** Goes on to the next update. */
    void carry() {
        for (int i = 0; i < lines.from.length; i++) {
            System.arraycopy(memory[lines.from[i]], 0, memory[lines.to[i]], 0, lanes);
        }
    }

    /** The value of a cell in a lane; NaN if it isn't on the worksheet. */
    double value(Cell cell, int lane) {
        int at = tape.known(cell);
        return at < 0 ? Double.NaN : memory[at][lane];
    }

    /** The values of all cells of a lane. */
    Map<Cell, Double> values(int lane) {
        Map<Cell, Double> values = new HashMap<>();
        tape.places().forEach((leaf, at) -> {
            if (leaf instanceof Cell cell) {
                values.put(cell, memory[at][lane]);
            }
        });
        return values;
    }
}

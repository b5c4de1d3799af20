package org.nnlang.slips;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nnlang.math.Formula;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Precision;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.network.Sample;
import org.nnlang.network.Samples;
import org.nnlang.slips.Cell.Kind;
import org.nnlang.slips.Sheet.Line;
import org.nnlang.training.Plan;
import org.nnlang.training.Replay;
import org.nnlang.training.State;
import org.nnlang.training.Trainer;

/** The worksheets of a training, from its beginning to what is asked for, run with changes. */
final class Course {
    /** Gradients that a worksheet may have. */
    private static final double MOST_LINES = 10_000;

    private final Calculation calculation;
    private final List<Asked> asked;
    private final List<Pin> pins;
    private final Cancellation cancellation;
    private final long end;
    private final List<Sample> read;
    /** Which of the samples that are read is the current one. */
    private final int rowRead;

    private final Map<Form, Sheet> sheets = new HashMap<>();
    private final Map<Change.Script, Course> others = new HashMap<>();
    private final Shared shared;

    private Sheet first;
    private Sheet reading;

    /**
     * What all courses of the same calculation have in common.
     *
     * @param states the right states after some updates
     * @param sheets the worksheets, of which nothing is asked
     */
    private record Shared(Map<Long, State> states, Map<Form, Sheet> sheets) {}

    /**
     * What decides which lines a worksheet has.
     *
     * @param rows how many samples it has
     * @param update whether it makes an update
     * @param derived what is derived for questions only
     */
    private record Form(Plan plan, int rows, boolean update, List<Quantity.Scalar> derived) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Form(Plan of, int count, boolean updates, List<Quantity.Scalar> all)
                    && plan == of
                    && rows == count
                    && update == updates
                    && derived.equals(all);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(plan) + rows;
        }
    }

    /**
     * A quantity after {@code step} updates.
     *
     * @param neuron of a bias, the neuron that it was asked for; else −1
     */
    record Asked(Quantity.Scalar quantity, int neuron, long step) {
        Asked(Quantity.Scalar quantity, long step) {
            this(quantity, -1, step);
        }
    }

    /** A reader's number, used instead of what is computed. */
    record Pin(Asked at, double value) {
        /** The update in which it is used: of a parameter, the one that makes it; of others, the one that begins with it. */
        long update() {
            return isParameter(at) ? at.step - 1 : at.step;
        }
    }

    Course(Calculation calculation, List<Asked> asked, List<Pin> pins, Cancellation cancellation) {
        this(calculation, asked, pins, cancellation, new Shared(new HashMap<>(), new HashMap<>()));
    }

    private Course(
            Calculation calculation, List<Asked> asked, List<Pin> pins, Cancellation cancellation, Shared shared) {
        this.calculation = calculation;
        this.asked = asked;
        this.pins = pins;
        this.cancellation = cancellation;
        this.shared = shared;
        read = findRowsRead();
        rowRead = Math.max(0, place(read));
        end = asked.stream().mapToLong(Asked::step).max().orElse(0);
    }

    /** How many updates are made before the last thing asked for. */
    long end() {
        return end;
    }

    Calculation calculation() {
        return calculation;
    }

    /** The step, as a reader counts, after some updates of this course: training may have been resumed. */
    long stepAfter(long updates) {
        return calculation.replay().first() + updates;
    }

    List<Asked> asked() {
        return asked;
    }

    /** The right state after some updates, but before edits that follow them; null if training diverged. */
    State state(long updates) {
        if (!shared.states.containsKey(updates)) {
            shared.states.put(updates, calculation.replay().first(updates).run(cancellation));
        }
        return shared.states.get(updates);
    }

    /** The worksheet of the first update, or of what is read if there is none. */
    Sheet first() {
        if (first == null) {
            first = findFirst();
        }
        return first;
    }

    private Sheet findFirst() {
        for (Replay.Segment segment : calculation.replay().segments()) {
            if (segment.updates() > 0 && end > 0) {
                return sheet(segment.plan(), new Trainer(segment.plan()).nextRows(start()).length, start());
            }
        }
        return reading();
    }

    private State start() {
        return calculation.replay().begin();
    }

    /** The worksheet of an update from {@code rows} rows. */
    private Sheet sheet(Plan plan, int rows, State state) {
        Form form = new Form(plan, rows, true, List.of());
        Sheet known = sheets.get(form);
        if (known == null) {
            known = sheet(form, () -> {
                State written = state.written(plan.network(), plan.arithmetic());
                return Arrays.stream(new Trainer(plan).nextRows(state))
                        .mapToObj(row -> written.values(
                                plan.network(), plan.samples().row(row), plan.samples(), plan.arithmetic()))
                        .toList();
            });
            List<Cell> about = updated(known);
            boolean once = end <= 1 && about.size() == asked.size();
            // A slip can make any line read after the update read any parameter.
            known.ask(once ? about : known.carried().keySet(), about);
            sheets.put(form, known);
        }
        return known;
    }

    /** A worksheet of which nothing is asked yet; one of the same form is written once. */
    private Sheet sheet(Form form, Supplier<List<QuantityValues>> readings) {
        return shared.sheets
                .computeIfAbsent(form, _ -> {
                    Sheet sheet = form.update
                            ? Sheet.update(readings.get(), form.plan, givenPartials())
                            : Sheet.reading(readings.get(), givenPartials());
                    form.derived.forEach(quantity -> sheet.derive(quantity, rowRead));
                    return sheet;
                })
                .again();
    }

    private List<Quantity.Partial> givenPartials() {
        return pins.stream()
                .map(pin -> pin.at.quantity)
                .filter(Quantity.Partial.class::isInstance)
                .map(Quantity.Partial.class::cast)
                .toList();
    }

    /** The parameters that are asked for, after an update. */
    private List<Cell> updated(Sheet update) {
        return asked.stream()
                .filter(Course::isParameter)
                .map(one -> ((Quantity.Parameter) one.quantity).index())
                .map(index -> update.parameter(index).as(Kind.NEXT))
                .toList();
    }

    /** The worksheet of what is read: the current sample's pass and its next update, or all samples' passes. */
    Sheet reading() {
        if (reading == null) {
            Plan now = calculation.now();
            List<Quantity.Scalar> derived = asked.stream()
                    .map(Asked::quantity)
                    .filter(Quantity.Partial.class::isInstance)
                    .toList();
            boolean updates = read.size() == 1 && read.getFirst().target() != null;
            reading = sheet(
                    new Form(now, read.size(), updates, derived),
                    () -> read.stream()
                            .map(sample -> start().values(now.network(), sample, now.samples(), now.arithmetic()))
                            .toList());
            asked.forEach(one -> {
                Cell cell = cell(reading, one.quantity);
                if (cell != null) {
                    reading.ask(List.of(cell), List.of(cell));
                }
            });
        }
        return reading;
    }

    /** The samples that are read. */
    List<Sample> rowsRead() {
        return read;
    }

    private List<Sample> findRowsRead() {
        Samples samples = calculation.now().samples();
        boolean all = readsAll();
        List<Sample> rows = new ArrayList<>();
        if (hasInput()) {
            rows.add(calculation.sample());
        }
        for (int i = 0; all && samples != null && i < samples.size(); i++) {
            rows.add(samples.row(i));
        }
        return all && rows.size() > 1 && hasInput() ? rows.subList(1, rows.size()) : rows;
    }

    /** Whether there is a sample with an input: a target alone makes no pass. */
    private boolean hasInput() {
        return calculation.sample() != null && calculation.sample().input() != null;
    }

    private boolean readsAll() {
        return asked.stream().anyMatch(one -> needsAll(one.quantity));
    }

    private static boolean needsAll(Quantity.Scalar quantity) {
        return quantity instanceof Quantity.MeanLoss
                || quantity instanceof Quantity.Partial(Quantity.MeanLoss _, Quantity.Scalar _);
    }

    /** The row of a batch in which a quantity is, or −1 if it is not of the batch's samples. */
    private int rowIn(List<Sample> batch, Quantity.Scalar quantity) {
        return quantity instanceof Quantity.Parameter || needsAll(quantity) ? 0 : place(batch);
    }

    /** The place of the current sample among some, or −1. */
    private int place(List<Sample> rows) {
        Sample current = calculation.sample();
        for (int i = 0; current != null && i < rows.size(); i++) {
            Sample sample = rows.get(i);
            if (Arrays.equals(sample.input(), current.input()) && Arrays.equals(sample.target(), current.target())) {
                return i;
            }
        }
        return -1;
    }

    /** The cell of a quantity on the worksheet of what is read. */
    Cell cell(Sheet sheet, Quantity.Scalar quantity) {
        return sheet.cell(quantity, rowRead);
    }

    /** Whether there are too many lines to write them all. */
    boolean isLarge() {
        return gradients() > MOST_LINES;
    }

    /** How many gradients an update, or what is read, computes. */
    double gradients() {
        double samples = read.size();
        for (Replay.Segment segment : calculation.replay().segments()) {
            if (segment.updates() > 0) {
                samples = Math.max(samples, segment.plan().batchSize());
            }
        }
        return samples * calculation.network().parameterCount();
    }

    /** The lines in which lapses are looked for; null for all. */
    Set<Cell> lapses() {
        return sheets().stream().noneMatch(Sheet::isWide)
                ? null
                : sheets().stream().flatMap(sheet -> sheet.lapses().stream()).collect(Collectors.toSet());
    }

    /** Whether a worksheet computes everything that is asked for. */
    boolean computes() {
        return asked.stream().filter(one -> !isParameter(one)).allMatch(one -> cell(reading(), one.quantity) != null);
    }

    /** The worksheets of the first update, and of what is read if that is computed. */
    List<Sheet> sheets() {
        Sheet first = first();
        return !reads() || first() == reading() ? List.of(first()) : List.of(first(), reading());
    }

    /** Whether anything is asked for that is computed after the updates. */
    boolean reads() {
        return end == 0 || !asked.stream().allMatch(Course::isParameter);
    }

    private static boolean isParameter(Asked one) {
        return one.quantity instanceof Quantity.Parameter;
    }

    /** The same questions to a neighbouring script; null if that can't be. */
    Course with(Change.Script script) {
        if (!others.containsKey(script)) {
            others.put(script, under(script));
        }
        return others.get(script);
    }

    private Course under(Change.Script script) {
        Calculation other = script.calculation().apply(calculation);
        if (other == null) {
            return null;
        }
        Layout layout = new Layout(calculation.network(), other.network());
        List<Asked> questions = asked.stream()
                .map(one -> new Asked(
                        layout.quantity(one.quantity, one.neuron),
                        one.neuron,
                        script.steps().applyAsLong(one.step)))
                .toList();
        return new Course(other, questions, pins, cancellation);
    }

    /** The values of what is asked for, as a training computes them without a worksheet. */
    double[] trained() {
        Trained trained = new Trained(calculation, cancellation);
        return asked.stream().mapToDouble(trained::value).toArray();
    }

    /** Whether numbers are used instead of what is computed. */
    boolean isPinned() {
        return !pins.isEmpty();
    }

    /** The same asked for something else. */
    Course asking(List<Asked> others) {
        return new Course(calculation, others, pins, cancellation, shared);
    }

    /** The values of what is asked for, by change and question; NaN for a change whose lines would wait for each other. */
    double[][] run(List<Change> changes, State from, long step) {
        try {
            return new Run(changes, null).run(from == null ? start() : from, step);
        } catch (Circle circle) {
            int half = changes.size() / 2;
            if (half == 0) {
                double[] none = new double[asked.size()];
                Arrays.fill(none, Double.NaN);
                return new double[][] {none};
            }
            double[][] some = run(changes.subList(0, half), from, step);
            double[][] others = run(changes.subList(half, changes.size()), from, step);
            return Stream.of(some, others).flatMap(Arrays::stream).toArray(double[][]::new);
        }
    }

    /** The same without changes, but with more numbers pinned in each run. */
    double[][] runPinned(List<List<Pin>> held, State from, long step) {
        Run run = new Run(Collections.nCopies(held.size(), Change.NONE), null, held);
        return run.run(from == null ? start() : from, step);
    }

    /** The values of all cells with a change in update {@code step}, or in what is read after the last; {@code from} is the state before it. */
    Map<Cell, Double> cells(Change change, State from, long step) {
        Run run = new Run(List.of(change), step);
        run.run(from == null ? start() : from, from == null ? 0 : step);
        return run.seen;
    }

    /** The sheet of update {@code step}, or what is read after the last. */
    Sheet sheetAt(long step, State state) {
        Plan plan = step < end ? calculation.replay().planAt(step) : null;
        return plan == null ? reading() : sheet(plan, new Trainer(plan).nextRows(state).length, state);
    }

    /** One run of some changes from a state on. */
    private final class Run {
        private final List<Change> changes;
        private final List<List<Pin>> held;
        private final double[][] values;
        private final State[] lanes;
        private final Long watched;
        private Map<Cell, Double> seen = Map.of();
        private Plan plan;
        private Program program;
        private Trainer trainer;
        private long runningOnly;
        private int[] rows;
        private final Set<Long> special;
        private final Set<Long> steps;
        private final Map<Object, Program> programs = new HashMap<>();

        Run(List<Change> changes, Long watched) {
            this(changes, watched, Collections.nCopies(changes.size(), pins));
        }

        Run(List<Change> changes, Long watched, List<List<Pin>> held) {
            this.changes = changes;
            this.held = held;
            this.watched = watched;
            values = new double[changes.size()][asked.size()];
            lanes = new State[changes.size()];
            special = special();
            steps = asked.stream().map(Asked::step).collect(Collectors.toSet());
            for (double[] each : values) {
                Arrays.fill(each, Double.NaN);
            }
        }

        double[][] run(State from, long step) {
            State clock = from.copy();
            for (int lane = 0; lane < lanes.length; lane++) {
                lanes[lane] = from.copy();
                if (step == 0) {
                    give(changes.get(lane), lanes[lane]);
                    hold(held.get(lane), lanes[lane]);
                }
            }
            long at = 0;
            for (Replay.Segment segment : calculation.replay().segments()) {
                long last = at + segment.updates();
                if (last >= step && at <= end && (last > step || segment.updates() == 0 || at == step)) {
                    if (at >= step) {
                        enter(segment, clock);
                    }
                    for (long update = Math.max(at, step); update < Math.min(last, end); update++) {
                        read(clock, update);
                        update(segment.plan(), clock, update);
                        if (update % 64 == 0) {
                            cancellation.check();
                        }
                    }
                }
                at = last;
            }
            read(clock, end);
            return values;
        }

        private void give(Change change, State state) {
            for (Change.Given given : change.givens()) {
                if (given.what() instanceof Cell cell && cell.ofParameter()) {
                    double[] p = state.parameters();
                    p[cell.parameter()] = given.apply(p[cell.parameter()]);
                }
            }
            if (change.digits().single()) {
                double[] p = state.parameters();
                for (int i = 0; i < p.length; i++) {
                    p[i] = (float) p[i];
                }
            }
        }

        /** Pins parameters of the start. */
        private static void hold(List<Pin> pins, State state) {
            for (Pin pin : pins) {
                if (pin.at.step == 0 && pin.at.quantity instanceof Quantity.Parameter(int index)) {
                    state.parameters()[index] = pin.value;
                }
            }
        }

        private void enter(Replay.Segment segment, State clock) {
            leave();
            segment.enter(clock);
            for (State lane : lanes) {
                segment.enter(lane);
            }
        }

        /** Takes the lanes' numbers out of the program that runs. */
        private void leave() {
            if (program != null) {
                for (int lane = 0; lane < lanes.length; lane++) {
                    program.store(lanes[lane], plan.optimizer().memory(), lane);
                }
                program = null;
            }
        }

        private void update(Plan next, State clock, long update) {
            clock.remember(next);
            if (trainer == null || next != plan) {
                leave();
                trainer = new Trainer(next);
                plan = next;
            }
            int[] now = trainer.nextRows(clock);
            long only = special.contains(update) ? update : Rewriting.ALWAYS;
            if (program == null || only != runningOnly || now.length != rows.length) {
                enter(clock, now, only);
            }
            if (!Arrays.equals(rows, now)) {
                for (int i = 0; i < now.length; i++) {
                    program.sample(i, next.samples().row(now[i]), now[i]);
                }
                rows = now;
            }
            program.begin(next.rate(clock), clock.optimizerSteps() + 1);
            program.run();
            if (watched != null && watched == update) {
                seen = program.values(0);
            }
            program.carry();
            clock.count(next, 1);
            for (State lane : lanes) {
                lane.count(next, 1);
            }
        }

        /** Puts the lanes' numbers into the program of an update from some rows. */
        private void enter(State clock, int[] now, long only) {
            leave();
            for (State lane : lanes) {
                lane.remember(plan);
            }
            Object key = List.of(System.identityHashCode(plan), now.length, only);
            program = programs.get(key);
            if (program == null) {
                program = program(sheet(plan, now.length, clock), only, plan, batch(now));
                programs.put(key, program);
            }
            for (int lane = 0; lane < lanes.length; lane++) {
                program.load(lanes[lane], plan.optimizer().memory(), lane);
            }
            runningOnly = only;
            rows = null;
        }

        private List<Sample> batch(int[] now) {
            return Arrays.stream(now).mapToObj(plan.samples()::row).toList();
        }

        /** The updates in which lines are changed or numbers pinned that are not so in others. */
        private Set<Long> special() {
            Set<Long> all = new HashSet<>();
            changes.forEach(change -> change.rewritings().forEach(r -> all.add(r.at())));
            for (Pin pin : held.stream().flatMap(List::stream).toList()) {
                all.add(pin.update());
            }
            return all;
        }

        private void read(State clock, long step) {
            boolean all = watched != null && watched == step && step == end;
            if (!steps.contains(step) && !all) {
                return;
            }
            leave();
            Plan now = calculation.now();
            if (!all && asked.stream().allMatch(one -> one.step != step || isParameter(one))) {
                readParameters(step, now);
                return;
            }
            Sheet sheet = reading();
            Program reading = program(sheet, step == end ? Rewriting.READING : step, now, null);
            for (int i = 0; i < read.size(); i++) {
                reading.sample(i, read.get(i), number(read.get(i)));
            }
            for (int lane = 0; lane < lanes.length; lane++) {
                State written = lanes[lane].written(now.network(), now.arithmetic());
                reading.load(written, now.optimizer().memory(), lane);
            }
            reading.begin(now.samples() == null ? Double.NaN : now.rate(clock), clock.optimizerSteps() + 1);
            reading.run();
            if (watched != null && watched == step) {
                seen = reading.values(0);
            }
            for (int i = 0; i < asked.size(); i++) {
                if (asked.get(i).step == step) {
                    Cell cell = cell(sheet, asked.get(i).quantity);
                    for (int lane = 0; lane < lanes.length; lane++) {
                        values[lane][i] = reading.value(cell, lane);
                    }
                }
            }
        }

        private void readParameters(long step, Plan now) {
            for (int lane = 0; lane < lanes.length; lane++) {
                State written = lanes[lane].written(now.network(), now.arithmetic());
                for (int i = 0; i < asked.size(); i++) {
                    if (asked.get(i).step == step && asked.get(i).quantity instanceof Quantity.Parameter(int index)) {
                        values[lane][i] = written.parameters()[index];
                    }
                }
            }
        }

        private int number(Sample sample) {
            Samples samples = calculation.now().samples();
            for (int i = 0; samples != null && i < samples.size(); i++) {
                if (Arrays.equals(samples.inputs()[i], sample.input())
                        && Arrays.equals(samples.targets()[i], sample.target())) {
                    return i;
                }
            }
            return 0;
        }

        private Program program(Sheet sheet, long update, Plan of, List<Sample> batch) {
            List<Map<Integer, Line>> variants = new ArrayList<>();
            for (int lane = 0; lane < lanes.length; lane++) {
                Map<Integer, Line> variant = variant(sheet, changes.get(lane), update);
                variant.putAll(pinned(held.get(lane), sheet, update, batch));
                variants.add(variant);
            }
            Change.Digits right = digits(of);
            Change.Digits[] digits = new Change.Digits[changes.size()];
            Arrays.setAll(
                    digits,
                    i -> changes.get(i).digits().isExact()
                            ? right
                            : changes.get(i).digits());
            boolean exact = Arrays.stream(digits).allMatch(Change.Digits::isExact);
            Program program = Program.of(sheet, changes, variants, exact ? null : digits, watched != null);
            if (program == null) {
                throw new Circle();
            }
            return program;
        }

        private Map<Integer, Line> pinned(List<Pin> pins, Sheet sheet, long update, List<Sample> batch) {
            Map<Integer, Line> pinned = new TreeMap<>();
            for (Pin pin : pins) {
                boolean reads = update == Rewriting.READING;
                boolean here = reads ? pin.at.step == end && !isParameter(pin.at) : pin.update() == update;
                int row = here ? batch == null ? rowRead : rowIn(batch, pin.at.quantity) : -1;
                Cell cell = row < 0 ? null : sheet.cell(pin.at.quantity, row);
                Cell line = cell != null && isParameter(pin.at) ? cell.as(Kind.NEXT) : cell;
                Integer number = line == null ? null : sheet.numbers().get(line);
                if (number != null) {
                    pinned.put(number, sheet.lines().get(number).with(Formula.number(pin.value)));
                }
            }
            return pinned;
        }
    }

    /** The lines that a change changes in an update, by their number. */
    static Map<Integer, Line> variant(Sheet sheet, Change change, long update) {
        Map<Integer, Line> variant = new LinkedHashMap<>();
        for (Rewriting rewriting : change.rewritings()) {
            if (rewriting.at() == Rewriting.ALWAYS || rewriting.at() == update) {
                variant = sheet.rewritten(rewriting, variant);
            }
        }
        return variant;
    }

    /** How a plan writes down results. */
    private static Change.Digits digits(Plan plan) {
        int decimals = plan.arithmetic().rounds() ? plan.arithmetic().decimals() : -1;
        return new Change.Digits(decimals, false, decimals < 0 && plan.precision() == Precision.SINGLE, null, null);
    }

    /** A line would need what is computed from it. */
    static final class Circle extends RuntimeException {
        private static final long serialVersionUID = 1;

        Circle() {
            super("circle", null, false, false);
        }
    }
}

package org.nnlang.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.data.DataFault.Gaps;

/** A column of numbers, or of texts, numbered in order of appearance. */
final class Column {
    final String name;
    final boolean target;
    /** Whether its numbers are the weights of the samples; it counts as a target then. */
    final boolean weight;

    /** −1 until it is known. */
    private int kind = -1;

    private final Map<String, Integer> classes = new LinkedHashMap<>();

    /** Whether new texts are errors. */
    private boolean complete;

    private int missing;
    private int firstMissing;

    Column(String name, boolean target) {
        this(name, target, false);
    }

    private Column(String name, boolean target, boolean weight) {
        this.name = name;
        this.target = target;
        this.weight = weight;
    }

    /** A column of weights. */
    static Column ofWeights(String name) {
        Column column = new Column(name, true, true);
        column.kind = 0;
        return column;
    }

    /** A column for other rows, like one that was read. */
    static Column like(ColumnSummary known) {
        Column column = new Column(known.name(), known.target());
        column.kind = known.classes().isEmpty() ? 0 : 1;
        known.classes().forEach(column::number);
        column.complete = true;
        return column;
    }

    boolean takesNumbers() {
        return kind <= 0;
    }

    boolean takesTexts() {
        return kind != 0;
    }

    boolean isText() {
        return kind == 1;
    }

    boolean isComplete() {
        return complete;
    }

    void becomesNumeric() {
        kind = 0;
    }

    /** The number of a text, from 0; −1 if the text is new and new texts are errors. */
    int number(String text) {
        kind = 1;
        Integer known = classes.get(text);
        if (known != null) return known;
        if (complete) return -1;
        classes.put(text, classes.size());
        return classes.size() - 1;
    }

    List<String> classes() {
        return List.copyOf(classes.keySet());
    }

    void missesOne(int line) {
        if (missing++ == 0) firstMissing = line;
    }

    int missing() {
        return missing;
    }

    Gaps gaps() {
        return new Gaps(name, missing, firstMissing, target, isText());
    }
}

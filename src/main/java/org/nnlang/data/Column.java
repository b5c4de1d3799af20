package org.nnlang.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.data.DataFault.Gaps;

/** A column that is read: of numbers, or of texts, which are numbered in order of appearance. */
final class Column {
    final String name;
    final boolean target;

    /** −1 as long as it is not known. */
    private int kind = -1;

    private final Map<String, Integer> classes = new LinkedHashMap<>();

    /** Whether texts that are new are faults. */
    private boolean complete;

    private int missing;
    private int firstMissing;

    Column(String name, boolean target) {
        this.name = name;
        this.target = target;
    }

    /** A column like one that was read, for other rows. */
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

    /** The number of a text, from 0; −1 where no more may come and this is none of them. */
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

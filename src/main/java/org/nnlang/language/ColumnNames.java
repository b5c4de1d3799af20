package org.nnlang.language;

import java.util.List;

/** Lists of columns and classes in messages and tables: if there are many, only the first and the last. */
public final class ColumnNames {
    private static final int MOST = 8;

    private ColumnNames() {}

    public static String some(List<String> names) {
        return names.size() <= MOST ? joined(names) : joined(names.subList(0, MOST - 2)) + ", … and " + names.getLast();
    }

    public static String joined(List<String> names) {
        return String.join(", ", names);
    }
}

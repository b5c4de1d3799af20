package org.nnlang.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nnlang.language.statement.Show;

/** The names of quantities and functions, collected from the tables that define them. Keywords are in the grammar. */
public final class BuiltInNames {
    /** The quantities that take arguments, such as {@code net}. */
    public static final List<String> CALLS = Quantities.CALLS;

    /** The quantities without arguments, such as {@code error}. */
    public static final List<String> VALUES = Quantities.NAMES;

    /** All names of quantities and of tables; some are keywords too. */
    public static final Set<String> QUANTITIES = quantities();

    /** The names of functions. */
    public static final List<String> FUNCTIONS = functions();

    /** The names that a script can't declare; some are keywords too. */
    public static final Set<String> ALL = all();

    private BuiltInNames() {}

    private static Set<String> quantities() {
        Set<String> names = new HashSet<>(Quantities.CALLS);
        names.addAll(Quantities.NAMES);
        for (Show.Table table : Show.Table.values()) {
            names.add(table.text());
        }
        return Collections.unmodifiableSet(names);
    }

    private static List<String> functions() {
        List<String> names = new ArrayList<>();
        for (BuiltInFunction function : BuiltInFunction.values()) {
            names.add(function.text());
        }
        return Collections.unmodifiableList(names);
    }

    private static Set<String> all() {
        Set<String> names = new HashSet<>(QUANTITIES);
        names.addAll(FUNCTIONS);
        names.removeIf(Suggestions::isFreeFunction);
        names.add("pi");
        for (MethodKind kind : MethodKind.values()) {
            kind.entries().forEach(entry -> names.add(entry.name()));
        }
        return Collections.unmodifiableSet(names);
    }

    /** Whether a name is {@code w} or {@code b} followed by digits: a parameter's name. */
    public static boolean isParameter(String name) {
        if (name.length() < 2 || name.charAt(0) != 'w' && name.charAt(0) != 'b') {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}

package org.nnlang.math;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rule as a person writes it: named lines, first to last, each a formula of what the rule is given and of earlier lines.
 *
 * <p>A name that is read before its first line is memory: it keeps its value until the rule is next applied. The order of
 * operations in the formulas is the order in which they are computed.
 */
public record Recipe(List<Line> lines) {
    private static final String PART = "#";

    /** {@code name = formula}. */
    public record Line(String name, Formula formula) {
        /** Whether it is a line of a rule; false for a part that {@link Recipe#split} took out of one. */
        public boolean isWritten() {
            return !name.startsWith(PART);
        }
    }

    /**
     * A recipe for many elements.
     *
     * @param once lines that are the same for all elements; some have a name that isn't in the recipe
     * @param each lines of one element
     */
    public record Split(List<Line> once, List<Line> each) {}

    public Recipe {
        lines = List.copyOf(lines);
    }

    public Recipe(Line... lines) {
        this(List.of(lines));
    }

    /** {@code name = formula}. */
    public static Line line(String name, Formula formula) {
        return new Line(name, formula);
    }

    /** The recipe with formulas substituted for some of what it is given. */
    public Recipe bind(Map<String, Formula> values) {
        return new Recipe(lines.stream()
                .map(l -> new Line(l.name, l.formula.bind(values)))
                .toList());
    }

    /** The recipe with one more line before the others. */
    public Recipe after(Line first) {
        List<Line> all = new ArrayList<>(lines);
        all.addFirst(first);
        return new Recipe(all);
    }

    /** The names that the recipe remembers, apart from those that it is given. */
    public List<String> memory(Set<String> given) {
        Set<String> read = new LinkedHashSet<>();
        Set<String> assigned = new HashSet<>();
        List<String> memory = new ArrayList<>();
        for (Line line : lines) {
            addReads(read, line.formula, assigned);
            boolean first = assigned.add(line.name);
            if (first && read.contains(line.name) && !given.contains(line.name)) {
                memory.add(line.name);
            }
        }
        return memory;
    }

    private static void addReads(Set<String> read, Formula formula, Set<String> assigned) {
        if (formula instanceof Formula.Variable v && !assigned.contains(v.name())) {
            read.add(v.name());
        }
        Parts.of(formula).forEach(part -> addReads(read, part, assigned));
    }

    /** The lines that the last values of some names are made of, up to those that give them. */
    public List<Line> linesOf(Set<String> names) {
        List<Line> found = new ArrayList<>();
        Set<String> needed = new HashSet<>(names);
        for (Line line : lines.reversed()) {
            if (needed.remove(line.name)) {
                found.addFirst(line);
                addReads(needed, line.formula, Set.of());
            }
        }
        return found;
    }

    /** How often lines read a name. */
    public static int reads(List<Line> lines, String name) {
        return lines.stream().mapToInt(l -> reads(l.formula, name)).sum();
    }

    private static int reads(Formula formula, String name) {
        int own = formula instanceof Formula.Variable v && v.name().equals(name) ? 1 : 0;
        return own
                + Parts.of(formula).stream().mapToInt(part -> reads(part, name)).sum();
    }

    /**
     * Takes what is the same for all elements out of the lines of each.
     *
     * @param same names of what is the same for all
     * @param results names whose lines stay
     */
    public Split split(Set<String> same, Set<String> results) {
        return new Splitter(same, results).split(this);
    }

    private static final class Splitter {
        private final Set<String> same;
        private final Set<String> results;
        private final List<Line> once = new ArrayList<>();
        private final Map<Formula, Formula> names = new HashMap<>();

        Splitter(Set<String> same, Set<String> results) {
            this.same = new HashSet<>(same);
            this.results = results;
        }

        Split split(Recipe recipe) {
            List<String> memory = recipe.memory(Set.of());
            List<Line> each = new ArrayList<>();
            for (Line line : recipe.lines) {
                boolean changes = results.contains(line.name)
                        || memory.contains(line.name)
                        || recipe.lines.stream()
                                        .filter(l -> l.name.equals(line.name))
                                        .count()
                                > 1;
                if (isSame(line.formula) && !changes) {
                    once.add(line);
                    same.add(line.name);
                } else {
                    each.add(new Line(line.name, rest(line.formula)));
                }
            }
            return new Split(once, each);
        }

        private boolean isSame(Formula formula) {
            return formula instanceof Formula.Variable v
                    ? same.contains(v.name())
                    : Parts.of(formula).stream().allMatch(this::isSame);
        }

        private Formula rest(Formula formula) {
            if (isSame(formula)) {
                boolean simple = formula instanceof Formula.Number || formula instanceof Formula.Variable;
                return simple ? formula : names.computeIfAbsent(formula, this::named);
            }
            return switch (formula) {
                case Formula.Sum f -> new Formula.Sum(rest(f.terms(), true));
                case Formula.Product f -> new Formula.Product(rest(f.factors(), false));
                default -> Parts.map(formula, this::rest);
            };
        }

        /** Operands of which the first ones are the same for all elements, as one. */
        private List<Formula> rest(List<Formula> operands, boolean sum) {
            int count = 0;
            while (isSame(operands.get(count))) {
                count++;
            }
            List<Formula> all = new ArrayList<>();
            if (count > 1) {
                List<Formula> first = operands.subList(0, count);
                all.add(rest(sum ? new Formula.Sum(first) : new Formula.Product(first)));
            }
            operands.subList(count > 1 ? count : 0, operands.size()).forEach(f -> all.add(rest(f)));
            return all;
        }

        private Formula named(Formula formula) {
            String name = PART + once.size();
            once.add(new Line(name, formula));
            return Formula.variable(name);
        }
    }
}

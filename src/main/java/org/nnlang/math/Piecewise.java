package org.nnlang.math;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Choices within choices, by nothing but where one formula lies among numbers: told by the intervals between these numbers.
 *
 * <p>{@code max(−1, min(1, z))} has the derivative 1 if −1 < z < 1, else 0 if z < −1 or z > 1, else ½.
 */
final class Piecewise {
    /** A point, or an open interval, of the formula's values. */
    private record Region(Formula from, Formula to, double sample) {
        boolean isPoint() {
            return from != null && from.equals(to);
        }
    }

    private final TreeMap<Double, Formula> numbers = new TreeMap<>();
    private Formula place;
    private int choices;
    private boolean fits = true;

    private Piecewise() {}

    /** The choice told by intervals, or as it is where that can't be, or is no easier to read. */
    static Formula of(Formula.If choice) {
        Piecewise piecewise = new Piecewise();
        piecewise.look(choice);
        boolean several = piecewise.choices > 1 && piecewise.place != null;
        return piecewise.fits && several ? piecewise.told(choice) : choice;
    }

    private void look(Formula formula) {
        if (formula instanceof Formula.If choice) {
            choices++;
            look(choice.condition());
            look(choice.then());
            look(choice.otherwise());
        }
    }

    private void look(Reason.Condition condition) {
        switch (condition) {
            case Reason.Comparison c -> {
                side(c.left());
                side(c.right());
            }
            case Reason.All all -> all.conditions().forEach(this::look);
            case Reason.Any any -> any.conditions().forEach(this::look);
            case Reason.Not not -> look(not.condition());
        }
    }

    private void side(Formula side) {
        if (isConstant(side)) {
            numbers.putIfAbsent(side.value() + 0.0, side);
        } else if (side instanceof Formula.Call call && isExtreme(call)) {
            call.arguments().forEach(this::side);
        } else if (place == null) {
            place = side;
        } else {
            fits &= place.equals(side);
        }
    }

    private static boolean isExtreme(Formula.Call call) {
        return call.function() == Function.MAX || call.function() == Function.MIN;
    }

    private static boolean isConstant(Formula formula) {
        return !Parts.hasVariables(formula);
    }

    private Formula told(Formula.If choice) {
        Map<Formula, List<Region>> regions = new LinkedHashMap<>();
        for (Region region : regions()) {
            Formula taken = taken(choice, region.sample);
            regions.computeIfAbsent(taken, _ -> new ArrayList<>()).addFirst(region);
        }
        List<Formula> values = new ArrayList<>(regions.keySet());
        Formula rest = rest(regions);
        values.remove(rest);
        Formula result = rest;
        for (Formula value : values) { // from below; the last, which is highest, is told first
            result = new Formula.If(condition(joined(regions.get(value))), value, result);
        }
        return result;
    }

    private List<Region> regions() {
        List<Region> all = new ArrayList<>();
        Map.Entry<Double, Formula> before = null;
        for (Map.Entry<Double, Formula> number : numbers.entrySet()) {
            double at = number.getKey();
            all.add(
                    before == null
                            ? new Region(null, number.getValue(), at - 1 - Math.abs(at))
                            : new Region(before.getValue(), number.getValue(), before.getKey() / 2 + at / 2));
            all.add(new Region(number.getValue(), number.getValue(), at));
            before = number;
        }
        all.add(new Region(before.getValue(), null, before.getKey() + 1 + Math.abs(before.getKey())));
        return all;
    }

    private Formula taken(Formula formula, double at) {
        return formula instanceof Formula.If choice
                ? taken(holds(choice.condition(), at) ? choice.then() : choice.otherwise(), at)
                : formula;
    }

    private boolean holds(Reason.Condition condition, double at) {
        return switch (condition) {
            case Reason.Comparison c -> c.relation().holds(value(c.left(), at), value(c.right(), at));
            case Reason.All all -> all.conditions().stream().allMatch(each -> holds(each, at));
            case Reason.Any any -> any.conditions().stream().anyMatch(each -> holds(each, at));
            case Reason.Not not -> !holds(not.condition(), at);
        };
    }

    private double value(Formula side, double at) {
        if (side.equals(place)) {
            return at;
        }
        return side instanceof Formula.Call call && isExtreme(call)
                ? call.function()
                        .value(call.arguments().stream()
                                .mapToDouble(argument -> value(argument, at))
                                .toArray())
                : side.value();
    }

    /** What holds in all other cases: what holds at points only, or else what holds in most regions. */
    private static Formula rest(Map<Formula, List<Region>> regions) {
        Formula most = null;
        for (Map.Entry<Formula, List<Region>> entry : regions.entrySet()) {
            if (entry.getValue().stream().allMatch(Region::isPoint)) {
                return entry.getKey();
            }
            if (most == null || entry.getValue().size() > regions.get(most).size()) {
                most = entry.getKey();
            }
        }
        return most;
    }

    /** The regions from below, those that touch as one condition. */
    private List<Reason.Condition> joined(List<Region> fromAbove) {
        List<Reason.Condition> conditions = new ArrayList<>();
        List<Region> all = regions();
        List<Region> regions = fromAbove.reversed();
        for (int i = 0; i < regions.size(); i++) {
            Region first = regions.get(i);
            while (i + 1 < regions.size() && all.indexOf(regions.get(i + 1)) == all.indexOf(regions.get(i)) + 1) {
                i++;
            }
            conditions.add(between(first, regions.get(i)));
        }
        return conditions;
    }

    private Reason.Condition between(Region first, Region last) {
        if (first == last && first.isPoint()) {
            return new Reason.Comparison(place, Reason.Relation.EQUAL, first.from);
        }
        List<Reason.Condition> both = new ArrayList<>();
        if (first.from != null) {
            both.add(new Reason.Comparison(
                    place, first.isPoint() ? Reason.Relation.AT_LEAST : Reason.Relation.ABOVE, first.from));
        }
        if (last.to != null) {
            both.add(new Reason.Comparison(
                    place, last.isPoint() ? Reason.Relation.AT_MOST : Reason.Relation.BELOW, last.to));
        }
        return both.size() == 1 ? both.getFirst() : new Reason.All(both);
    }

    private static Reason.Condition condition(List<Reason.Condition> conditions) {
        return conditions.size() == 1 ? conditions.getFirst() : new Reason.Any(conditions);
    }
}

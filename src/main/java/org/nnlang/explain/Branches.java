package org.nnlang.explain;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.math.ByHand;
import org.nnlang.math.Formula;
import org.nnlang.math.Function;
import org.nnlang.math.Parts;
import org.nnlang.math.Reason;
import org.nnlang.math.Reason.Comparison;
import org.nnlang.math.Reason.Relation;

/** Formulas with the branch of each case that is taken, and why: {@code 1, as net(h1) > 0}. */
final class Branches {
    private final List<Comparison> reasons = new ArrayList<>();

    /** How the cases are decided on paper; null for as they are in binary arithmetic. */
    private final ByHand byHand;

    private Branches(ByHand byHand) {
        this.byHand = byHand;
    }

    /** The formula without cases; a general case, where what is special does not hold, needs no reason. */
    static Formula taken(Formula formula) {
        return taken(formula, null);
    }

    /** The same, with the cases of a formula as they are on paper. */
    static Formula taken(Formula formula, ByHand byHand) {
        Branches branches = new Branches(byHand);
        Formula of = branches.of(formula);
        List<Reason.Condition> shown = branches.reasons.stream()
                .filter(reason -> reason.relation() != Relation.UNEQUAL)
                .map(Reason.Condition.class::cast)
                .toList();
        return switch (shown.size()) {
            case 0 -> of;
            case 1 -> new Formula.Because(of, shown.getFirst());
            default -> new Formula.Because(of, new Reason.All(shown));
        };
    }

    private Formula of(Formula formula) {
        if (byHand != null
                && formula instanceof Formula.Call(Function function, List<Formula> arguments)
                && function == Function.SIGN
                && byHand.isZero(arguments.getFirst())) {
            add(new Comparison(arguments.getFirst(), Relation.EQUAL, Formula.number(0)));
            return Formula.number(0);
        }
        if (!(formula instanceof Formula.If choice)) {
            return Neutral.without(formula, Parts.map(formula, this::of));
        }
        boolean holds = holds(choice.condition());
        because(holds ? choice.condition() : Reason.opposite(choice.condition()));
        return of(holds ? choice.then() : choice.otherwise());
    }

    private boolean holds(Reason.Condition condition) {
        return byHand == null ? condition.holds() : byHand.holds(condition);
    }

    /** The comparisons that make a condition hold; of several that would do, the first. */
    private void because(Reason.Condition condition) {
        switch (condition) {
            case Comparison c -> add(c);
            case Reason.All all -> all.conditions().forEach(this::because);
            case Reason.Any any ->
                any.conditions().stream().filter(this::holds).findFirst().ifPresent(this::because);
            case Reason.Not not -> because(Reason.opposite(not.condition()));
        }
    }

    /** Adds what holds besides, or puts it together with something that is known already. */
    private void add(Comparison reason) {
        for (int i = 0; i < reasons.size(); i++) {
            Comparison both = both(reasons.get(i), reason);
            if (both != null) {
                reasons.remove(i);
                add(both);
                return;
            }
        }
        reasons.add(place(reason), reason);
    }

    /** Behind what is known, but a lower bound right before the upper one: {@code 0 < net(h1) ≤ 1}. */
    private int place(Comparison reason) {
        for (int i = 0; i < reasons.size(); i++) {
            if (isLower(reason)
                    && isUpper(reasons.get(i))
                    && reasons.get(i).left().equals(reason.left())) {
                return i;
            }
        }
        return reasons.size();
    }

    /** Two comparisons as one that says as much, or null. */
    private static Comparison both(Comparison a, Comparison b) {
        if (!a.left().equals(b.left())) {
            return ofSize(a, b);
        }
        if (a.right().equals(b.right())) {
            return sameSides(a, b);
        }
        if (!isConstant(a.right()) || !isConstant(b.right())) {
            return null;
        }
        boolean further = a.right().value() > b.right().value();
        return switch (b.relation()) {
            case EQUAL -> b;
            case UNEQUAL -> a;
            case ABOVE, AT_LEAST -> isLower(a) ? further ? a : b : null;
            case BELOW, AT_MOST -> isUpper(a) ? further ? b : a : null;
        };
    }

    /** |u| > c and u > c, or u ≤ c: what it says of u. */
    private static Comparison ofSize(Comparison size, Comparison of) {
        boolean fits = size.left().equals(Formula.absolute(of.left()))
                && size.relation() == Relation.ABOVE
                && size.right().equals(of.right());
        if (fits && of.relation() == Relation.ABOVE) {
            return of;
        }
        return fits && of.relation() == Relation.AT_MOST
                ? new Comparison(of.left(), Relation.BELOW, Formula.negation(of.right()))
                : null;
    }

    private static Comparison sameSides(Comparison a, Comparison b) {
        if (a.relation() == Relation.AT_MOST && b.relation() == Relation.AT_LEAST
                || a.relation() == Relation.AT_LEAST && b.relation() == Relation.AT_MOST) {
            return new Comparison(a.left(), Relation.EQUAL, a.right());
        }
        boolean first =
                a.relation() == Relation.ABOVE || a.relation() == Relation.BELOW || a.relation() == Relation.EQUAL;
        return first ? a : b; // both hold, so the strict one says more
    }

    private static boolean isConstant(Formula formula) {
        return formula instanceof Formula.Number
                || formula instanceof Formula.Named
                || formula instanceof Formula.Negation n && isConstant(n.of());
    }

    private static boolean isLower(Comparison c) {
        return c.relation() == Relation.ABOVE || c.relation() == Relation.AT_LEAST;
    }

    private static boolean isUpper(Comparison c) {
        return c.relation() == Relation.BELOW || c.relation() == Relation.AT_MOST;
    }
}

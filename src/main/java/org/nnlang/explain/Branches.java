package org.nnlang.explain;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.formula.Formula;
import org.nnlang.formula.Parts;
import org.nnlang.formula.Reason;
import org.nnlang.formula.Reason.Comparison;
import org.nnlang.formula.Reason.Relation;

/** Formulas with the branch of each case that is taken, and why: {@code 1, as net(h1) > 0}. */
final class Branches {
    private final List<Reason.Condition> reasons = new ArrayList<>();

    private Branches() {}

    /** The formula without cases; a general case, where what is special does not hold, needs no reason. */
    static Formula taken(Formula formula) {
        Branches branches = new Branches();
        Formula of = branches.of(formula);
        List<Reason.Condition> shown = branches.reasons.stream()
                .filter(reason -> !(reason instanceof Comparison c && c.relation() == Relation.UNEQUAL))
                .distinct()
                .toList();
        return switch (shown.size()) {
            case 0 -> of;
            case 1 -> new Formula.Because(of, shown.getFirst());
            default -> new Formula.Because(of, new Reason.All(shown));
        };
    }

    private Formula of(Formula formula) {
        if (!(formula instanceof Formula.If choice)) {
            return Parts.map(formula, this::of);
        }
        boolean holds = choice.condition().holds();
        add(holds ? choice.condition() : Reason.opposite(choice.condition()));
        return of(holds ? choice.then() : choice.otherwise());
    }

    /** What holds besides; where the last reason follows from it, in the place of that. */
    private void add(Reason.Condition reason) {
        Reason.Condition both = reasons.isEmpty() ? null : both(reasons.getLast(), reason);
        if (both != null) {
            reasons.removeLast();
        }
        reasons.add(both == null ? reason : both);
    }

    /** Two conditions as one, or null. */
    private static Reason.Condition both(Reason.Condition first, Reason.Condition second) {
        if (!(first instanceof Comparison a)
                || !(second instanceof Comparison b)
                || !a.right().equals(b.right())) {
            return null;
        }
        if (a.left().equals(b.left())) {
            return sameSides(a, b);
        }
        boolean ofSize = a.left().equals(Formula.absolute(b.left())) && a.relation() == Relation.ABOVE;
        return !ofSize
                ? null
                : switch (b.relation()) {
                    case ABOVE -> b;
                    case AT_MOST -> new Comparison(b.left(), Relation.BELOW, Formula.negation(b.right()));
                    case AT_LEAST, BELOW, EQUAL, UNEQUAL -> null;
                };
    }

    private static Reason.Condition sameSides(Comparison a, Comparison b) {
        boolean between = a.relation() == Relation.AT_MOST && b.relation() == Relation.AT_LEAST
                || a.relation() == Relation.AT_LEAST && b.relation() == Relation.AT_MOST;
        return between ? new Comparison(a.left(), Relation.EQUAL, a.right()) : b;
    }
}

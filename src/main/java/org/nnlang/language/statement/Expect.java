package org.nnlang.language.statement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nnlang.language.Checking;
import org.nnlang.language.Expr;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.language.Texts;
import org.nnlang.language.Value;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Digits;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** {@code expect a < b}: reports an error if a condition doesn't hold, and continues. */
public record Expect(Expr condition, Span span) implements Statement {
    @Override
    public boolean asksForLoss() {
        return Texts.mentionsLoss(span);
    }

    @Override
    public void check(Checking c) {
        c.condition(condition);
    }

    @Override
    public void run(Running r) {
        if (!r.holds(condition)) {
            Set<String> parts = new LinkedHashSet<>();
            sides(condition, parts, r);
            r.unmet(Diagnostic.error(condition.span(), Problem.EXPECTED_CONDITION, String.join(", ", parts)));
        }
    }

    /** Collects the sides of the comparisons that decided a condition, with their values. */
    private static void sides(Expr condition, Set<String> parts, Running r) {
        switch (condition) {
            case Expr.Comparison c -> List.of(c.left(), c.right()).forEach(side -> side(side, parts, r));
            case Expr.Not c -> sides(c.operand(), parts, r);
            case Expr.Junction c -> {
                for (Expr operand : c.operands()) {
                    sides(operand, parts, r);
                    if (r.holds(operand) != c.and()) {
                        return; // the operands after it were not evaluated
                    }
                }
            }
            default -> {}
        }
    }

    private static void side(Expr side, Set<String> parts, Running r) {
        boolean constant = side instanceof Expr.Number || side instanceof Expr.Negation;
        if (!constant && r.value(side) instanceof Value.Scalar scalar) {
            parts.add(Texts.source(side.span()) + " is " + Digits.format(scalar.value(), r.digits()));
        }
    }
}

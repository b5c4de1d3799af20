package org.nnlang.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nnlang.language.statement.DeclareLoss;
import org.nnlang.language.statement.DefineFormula;
import org.nnlang.language.statement.Include;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;

/** Finds losses that a script defines but doesn't choose, although it trains or asks for the error. */
final class UnusedLosses {
    private final List<DefineFormula> defined = new ArrayList<>();
    private final Set<String> chosen = new HashSet<>();
    private boolean asked;
    private boolean included;

    /** A notice for each loss that isn't chosen. */
    static List<Diagnostic> notices(List<Statement> statements) {
        UnusedLosses losses = new UnusedLosses();
        losses.look(statements);
        return !losses.asked || losses.included // an included script may choose one
                ? List.of()
                : losses.defined.stream()
                        .filter(loss -> !losses.chosen.contains(loss.name().name()))
                        .map(loss -> Diagnostic.notice(
                                loss.name().span(),
                                Problem.UNUSED_LOSS,
                                loss.name().name()))
                        .toList();
    }

    private void look(List<Statement> statements) {
        for (Statement statement : statements) {
            switch (statement) {
                case DefineFormula s when s.kind() == MethodKind.LOSS -> defined.add(s);
                case DeclareLoss s -> chosen.add(s.loss().name());
                case Include _ -> included = true;
                default -> asked |= statement.asksForLoss();
            }
            statement.blocks().forEach(block -> look(block.statements()));
        }
    }
}

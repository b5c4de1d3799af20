package org.nnlang.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;

/** Finds losses that a script defines and doesn't choose, though it asks for the error or trains. */
final class UnusedLosses {
    private static final List<String> OF_THE_LOSS = List.of("error", "loss", "grad", "delta");

    private final List<Stmt.DefineLoss> defined = new ArrayList<>();
    private final Set<String> chosen = new HashSet<>();
    private boolean asked;
    private boolean included;

    /** A notice for each of them. */
    static List<Diagnostic> notices(List<Stmt> statements) {
        UnusedLosses losses = new UnusedLosses();
        losses.look(statements);
        return !losses.asked || losses.included // what is included may choose one
                ? List.of()
                : losses.defined.stream()
                        .filter(loss -> !losses.chosen.contains(loss.name().name()))
                        .map(loss -> Diagnostic.notice(
                                loss.name().span(),
                                new Problem.UnusedLoss(loss.name().name())))
                        .toList();
    }

    private void look(List<Stmt> statements) {
        for (Stmt statement : statements) {
            switch (statement) {
                case Stmt.DefineLoss s -> defined.add(s);
                case Stmt.DeclareLoss s -> chosen.add(s.loss().name());
                case Stmt.Include _ -> included = true;
                case Stmt.Train _, Stmt.CheckGradients _ -> asked = true;
                case Stmt.Narrate s -> asked |= s.what() != Stmt.Narration.FORWARD;
                case Stmt.Show _, Stmt.Explain _, Stmt.Expect _, Stmt.ExpectAbout _, Stmt.Why _ -> {
                    String text = statement.span().text();
                    asked |= OF_THE_LOSS.stream().anyMatch(text::contains);
                }
                default -> {}
            }
            Stmt.blocksOf(statement).forEach(block -> look(block.statements()));
        }
    }
}

package org.nnlang.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nnlang.language.statement.DeclareLoss;
import org.nnlang.language.statement.DeclareOptimizer;
import org.nnlang.language.statement.DefineFormula;
import org.nnlang.language.statement.Include;
import org.nnlang.language.statement.Let;
import org.nnlang.language.statement.SetSetting;
import org.nnlang.language.statement.Show;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Optimizers;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;

/** Finds what a script without errors probably doesn't mean. */
final class Doubts {
    private static final Set<String> NAMES_OF_RATE = Set.of("lr", "eta", "η", "learning_rate", "learningRate", "rate");

    /** An optimizer's first argument is taken for a learning rate from here down, if it usually is larger than {@link #LARGE}. */
    private static final double SMALL = 0.1;

    private static final double LARGE = 0.5;

    private final List<Diagnostic> notices = new ArrayList<>();
    private final List<DefineFormula> losses = new ArrayList<>();
    private final Set<String> chosen = new HashSet<>();
    /** What looks like a learning rate, unless the script sets one. */
    private final List<Diagnostic> rates = new ArrayList<>();

    private boolean trains;
    private boolean included;
    private boolean rated;

    /** A notice for each loss that isn't chosen, for what looks like a learning rate, and for {@code w5 <- 0.4}. */
    static List<Diagnostic> notices(List<Statement> statements) {
        Doubts doubts = new Doubts();
        doubts.look(statements);
        if (doubts.trains && !doubts.included) { // an included script may choose a loss and a learning rate
            doubts.losses.forEach(doubts::unused);
            doubts.notices.addAll(doubts.rated ? List.of() : doubts.rates);
        }
        doubts.notices.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
        return doubts.notices;
    }

    private void unused(DefineFormula loss) {
        String name = loss.name().name();
        if (!chosen.contains(name)) {
            notices.add(Diagnostic.notice(loss.name().span(), Problem.UNUSED_LOSS, name));
        }
    }

    private void look(List<Statement> statements) {
        for (Statement statement : statements) {
            switch (statement) {
                case DefineFormula s when s.kind() == MethodKind.LOSS -> losses.add(s);
                case DeclareLoss s -> chosen.add(s.loss().name());
                case DeclareOptimizer s -> optimizer(s.optimizer());
                case Include _ -> included = true;
                case Let s
                when NAMES_OF_RATE.contains(s.name().name()) ->
                    rates.add(Diagnostic.notice(
                            s.name().span(), Problem.UNUSED_RATE, s.name().name()));
                case SetSetting s when s.setting() == Setting.LEARNING_RATE -> rated = true;
                case Show s -> shown(s);
                default -> {}
            }
            trains |= statement.asksForLoss();
            statement.blocks().forEach(block -> look(block.statements()));
        }
    }

    /** {@code adam(0.01)}: in other tools, a learning rate. */
    private void optimizer(Spec spec) {
        Catalogue.Entry<?> entry = Catalogue.find(Optimizers.ALL, spec.name());
        if (entry != null
                && !spec.arguments().isEmpty()
                && spec.arguments().getFirst().name() == null
                && spec.arguments().getFirst().value() instanceof Expr.Number number
                && number.value() <= SMALL
                && entry.parameters().getFirst().standard() > LARGE) {
            String parameter = entry.parameters().getFirst().name();
            String value = Texts.source(number.span());
            rates.add(Diagnostic.notice(number.span(), Problem.RATE_AS_ARGUMENT, parameter, spec.name(), value));
        }
    }

    /** {@code w5 <- 0.4}, which compares. */
    private void shown(Show show) {
        if (show.items().getFirst() instanceof Show.Item.Value item
                && item.value() instanceof Expr.Comparison comparison
                && comparison.relation() == Expr.Relation.LESS
                && comparison.left().span().start() == show.span().start()) {
            int from = comparison.left().span().end();
            String after =
                    show.span().source().text().substring(from, show.span().end());
            String left = Texts.source(comparison.left().span());
            if (after.strip().startsWith("<- ")) {
                notices.add(Diagnostic.notice(
                        show.span(), Problem.ARROW_COMPARES, left, after.strip().substring(3)));
            }
        }
    }
}

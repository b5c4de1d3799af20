package org.nnlang.language.statement;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Checking;
import org.nnlang.language.DomainGuard;
import org.nnlang.language.Failure;
import org.nnlang.language.Overflows;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.language.Value;
import org.nnlang.network.ArithmeticMode;
import org.nnlang.network.QuantityValues;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** {@code check gradients}: compares back-propagation's gradients with central differences. */
public record CheckGradients(Span span) implements Statement {
    @Override
    public boolean asksForLoss() {
        return true;
    }

    @Override
    public void check(Checking c) {
        c.needs(span).backward(1);
    }

    @Override
    public void run(Running r) {
        r.needs(span).backward(1);
        QuantityValues shown = r.workspace().readings(span).now();
        QuantityValues reading = shown.by(shown.arithmetic().unrounded().simultaneous());
        new DomainGuard(reading, span).backward();
        ArithmeticMode arithmetic = r.workspace().settings().arithmetic();
        if (arithmetic.rounds() || arithmetic.sequence() != null) {
            List<String> settings = new ArrayList<>();
            List<String> how = new ArrayList<>();
            if (arithmetic.rounds()) {
                settings.add("`round`");
                how.add("no number rounded");
            }
            if (arithmetic.sequence() != null) {
                settings.add("`order = sequential`");
                how.add("every gradient at the old weights");
            }
            r.notice(span, Problem.TRUE_GRADIENTS.with(settings, String.join(", ", how)));
        }
        GradientCheck check = new GradientCheck(reading, reading.parameters(), r.cancellation());
        double worst = check.worst();
        if (check.fault() != null) {
            throw new Failure(span, check.fault());
        }
        new Overflows(reading.arithmetic().precision(), span).checkResult("check gradients", worst);
        r.show(span, "worst relative difference", new Value.Scalar(worst), null);
    }
}

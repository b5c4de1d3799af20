package org.nnlang.language.statement;

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
            r.notice(span, new Problem.TrueGradients(arithmetic.rounds(), arithmetic.sequence() != null));
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

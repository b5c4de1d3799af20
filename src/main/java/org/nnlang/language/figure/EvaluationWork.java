package org.nnlang.language.figure;

import java.util.List;
import org.nnlang.language.Expr;
import org.nnlang.language.Running;
import org.nnlang.network.Network;
import org.nnlang.text.Span;

/** Estimates how long numbers take, so that a picture has no more of them than can be computed in a moment. */
final class EvaluationWork {
    /**
     * What a neuron costs besides its weights, and a number besides its neurons, in multiplications: the first numbers of a script are
     * computed by code that Java has not yet compiled.
     */
    private static final int EACH_NEURON = 20;

    private static final int EACH_NUMBER = 5000;

    private EvaluationWork() {}

    /** The work of evaluating all expressions once, in multiplications. */
    static double of(List<Expr> expressions, Running r, Span span) {
        Network network = r.network(span);
        double pass = network.parameterCount();
        for (int l = 1; l <= network.depth(); l++) {
            pass += (double) EACH_NEURON * network.size(l);
        }
        int samples = Math.max(1, r.declarations().samples().count());
        double work = 0;
        for (Expr expression : expressions) {
            work += EACH_NUMBER + pass * (isMean(expression) ? samples : 1);
        }
        return work;
    }

    /** Whether all samples are needed. */
    private static boolean isMean(Expr e) {
        String name = e instanceof Expr.Name n ? n.name() : e instanceof Expr.Call call ? call.name() : "";
        return name.equals("loss")
                || name.equals("accuracy")
                || e.parts().stream().anyMatch(EvaluationWork::isMean);
    }
}

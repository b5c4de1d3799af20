package org.nnlang.language.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.explain.Names;
import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Event;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.NumberText;
import org.nnlang.language.Running;
import org.nnlang.language.Scripts;
import org.nnlang.language.Statement;
import org.nnlang.language.Texts;
import org.nnlang.network.Quantity;
import org.nnlang.slips.Answer;
import org.nnlang.slips.Calculation;
import org.nnlang.slips.Claim;
import org.nnlang.slips.SlipFinder;
import org.nnlang.slips.Written;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * {@code why w1 = 0.1498, error = 0.29 given net(y2) = 0.185}, {@code why "answers.txt"}: finds the slip that gives the reader's
 * numbers.
 *
 * @param answers the numbers asked about; none if they are in a file
 * @param given the numbers that the others were computed from
 * @param file the file of answers, or null
 */
public record Why(List<Got> answers, List<Got> given, Expr.Text file, Span span) implements Statement {
    private static final int MOST = 1000;

    /**
     * {@code out(h) = [0.59, 0.60]}: what a reader got for a quantity.
     *
     * @param number a number, one with a minus sign, or numbers in brackets
     */
    public record Got(Expr quantity, Expr number, Span span) {
        private boolean isOne() {
            return number instanceof Expr.Number || number instanceof Expr.Negation;
        }

        /** The quantity without its step. */
        private Expr of() {
            return Explain.of(quantity);
        }

        /** The {@code bias(h2)} in {@code bias(h2)}, {@code grad(bias(h2))}, {@code memory(v, bias(h2))}; null if it has none. */
        private Expr.Call bias() {
            Expr last = of();
            while (last instanceof Expr.Call call
                    && !call.name().equals("bias")
                    && !call.arguments().isEmpty()) {
                last = call.arguments().getLast();
            }
            return last instanceof Expr.Call call && call.name().equals("bias") ? call : null;
        }

        /** The neuron whose bias it is about; −1 if none is named. */
        private int neuron(Context c) {
            Expr.Call bias = bias();
            return bias != null && c.quantity(bias.arguments().getFirst()) instanceof Quantity.Output q
                    ? q.neuron()
                    : -1;
        }

        private List<Quantity.Scalar> quantities(Context c) {
            return isOne() ? List.of(c.computed(of())) : c.computedAll(of());
        }
    }

    /** Numbers asked about, and numbers given. */
    public Why {
        answers = List.copyOf(answers);
        given = List.copyOf(given);
    }

    @Override
    public boolean asksForLoss() {
        return Texts.mentionsLoss(span);
    }

    @Override
    public void check(Checking c) {
        if (file != null) {
            checkFile(c);
            return;
        }
        refuseMany(answers.size() + given.size());
        Distinct distinct = new Distinct();
        for (Got got : answers) {
            c.attempt(() -> check(c, got, distinct, false));
        }
        for (Got got : given) {
            c.attempt(() -> check(c, got, distinct, true));
        }
    }

    private void checkFile(Checking c) {
        Scripts.Entered read = c.scripts().answers(file);
        read.diagnostics().forEach(c.findings()::add);
        if (read.diagnostics().isEmpty()) {
            inFile(read).check(c);
        }
    }

    private static void check(Checking c, Got got, Distinct distinct, boolean given) {
        double step = got.quantity instanceof Expr.At at ? c.number(at.step()) : Distinct.NOW;
        c.shape(got.of());
        c.shape(got.number);
        List<Quantity.Scalar> quantities = got.quantities(c);
        if (!got.isOne()) {
            String needed = c.shape(got.of()).asVector().text();
            String found = c.shape(got.number).asVector().text();
            if (!needed.equals(found)) {
                throw new Failure(got.number.span(), Problem.WRONG_KIND, needed, found);
            }
        }
        if (!Double.isNaN(step)) {
            quantities.forEach(quantity -> distinct.add(quantity, (long) step, got, given));
        }
    }

    @Override
    public void run(Running r) {
        if (file == null) {
            r.tell(new Event.Answered(span, answer(r), r.digits()));
            return;
        }
        Scripts.Entered read = r.scripts().answers(file);
        if (!read.diagnostics().isEmpty()) {
            Diagnostic first = read.diagnostics().getFirst();
            throw new Failure(first.span(), first.what());
        }
        r.tell(new Event.Answered(span, inFile(read).answer(r), r.digits()));
    }

    /** The same question, with the numbers in the script. */
    private Why inFile(Scripts.Entered read) {
        List<Got> all = read.statements().stream()
                .flatMap(line -> ((Why) line).answers.stream())
                .toList();
        if (all.isEmpty()) {
            throw new Failure(file.span(), Problem.NO_ANSWERS, file.value());
        }
        return new Why(all, List.of(), null, span);
    }

    private Answer answer(Running r) {
        Distinct distinct = new Distinct();
        List<Claim> claims = claims(r, answers, distinct, false);
        List<Claim> from = claims(r, given, distinct, true);
        refuseMany(claims.size() + from.size());
        long last = claims.stream().mapToLong(Claim::step).max().orElseThrow();
        for (int i = 0; i < given.size(); i++) {
            if (from.get(i).step() > last) {
                throw new Failure(
                        given.get(i).quantity.span(),
                        Problem.GIVEN_LATER,
                        from.get(i).name());
            }
        }
        Calculation calculation = r.workspace().setup(last, span);
        return SlipFinder.answer(calculation, claims, from, r.cancellation());
    }

    private void refuseMany(int count) {
        if (count > MOST) {
            throw new Failure(span, Problem.TOO_MANY_ANSWERS, MOST, count);
        }
    }

    private List<Claim> claims(Running r, List<Got> all, Distinct distinct, boolean given) {
        Names names = new Names(r.network(span));
        List<Claim> claims = new ArrayList<>();
        for (Got got : all) {
            long step = got.quantity instanceof Expr.At at
                    ? r.step(at)
                    : r.workspace().step();
            String suffix = got.quantity instanceof Expr.At ? " @ " + step : "";
            List<Written> written = written(got.number);
            List<Quantity.Scalar> quantities = got.quantities(r);
            for (int i = 0; i < quantities.size(); i++) {
                Quantity.Scalar quantity = quantities.get(i);
                r.needs(got.of().span(), step).check(quantity);
                distinct.add(quantity, step, got, given);
                String name = got.isOne() ? r.title(got.quantity) : names.syntax(quantity) + suffix;
                claims.add(new Claim(name, quantity, got.neuron(r), step, written.get(i)));
            }
        }
        return claims;
    }

    /** The numbers with the digits that they have in the script. */
    private static List<Written> written(Expr number) {
        return switch (number) {
            case Expr.Number one -> List.of(Written.of(one.span().text(), one.value()));
            case Expr.Negation(Expr.Number one, Span _) ->
                List.of(Written.of("-" + one.span().text(), -one.value()));
            case Expr.Numbers many -> {
                List<String> texts = NumberText.texts(many);
                List<Written> all = new ArrayList<>();
                for (int i = 0; i < texts.size(); i++) {
                    double value = many.values()[i];
                    boolean negative = Double.doubleToRawLongBits(value) < 0;
                    all.add(Written.of((negative ? "-" : "") + texts.get(i), value));
                }
                yield all;
            }
            default -> throw new IllegalArgumentException("not a number: " + number);
        };
    }

    /** Fails if a quantity has two numbers. */
    private static final class Distinct {
        /** Stands for the present step, which a check doesn't know. */
        static final int NOW = -1;

        private final Map<Object, Map<Long, Boolean>> known = new HashMap<>();

        void add(Quantity.Scalar quantity, long step, Got got, boolean given) {
            // Neurons that share a bias may have got several numbers for it.
            Object of = got.bias() == null ? quantity : Texts.source(got.of().span());
            Boolean before = known.computeIfAbsent(of, _ -> new HashMap<>()).put(step, given);
            if (before != null) {
                Problem problem = before == given ? Problem.ANSWERED_TWICE : Problem.ASKED_AND_GIVEN;
                throw new Failure(got.quantity.span(), problem, Texts.source(got.quantity.span()));
            }
        }
    }
}

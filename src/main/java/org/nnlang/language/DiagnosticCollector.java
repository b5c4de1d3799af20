package org.nnlang.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;

/** What a check has found: every error once, and no error that only follows from another. */
public final class DiagnosticCollector {
    private static final int MOST = 100;

    /** The cause of all problems about missing samples. */
    private static final String SAMPLES = "samples";

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Set<Object> causes = new HashSet<>();
    private final Set<String> lostNames = new HashSet<>();
    private final Set<String> lostMethods = new HashSet<>();
    private boolean networkLost;
    private boolean activationLost;
    private boolean scriptLost;

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Whether there are so many errors that the check should stop. */
    boolean full() {
        return diagnostics.size() > MOST;
    }

    /** Runs a part of a check and keeps its findings; returns whether it succeeded. */
    boolean attempt(Runnable check) {
        try {
            check.run();
            return true;
        } catch (Failure failure) {
            add(failure.diagnostic());
            return false;
        }
    }

    /** Adds a diagnostic, unless it only follows from an earlier one. */
    public void add(Diagnostic diagnostic) {
        Problem problem = diagnostic.problem();
        if (full() || follows(problem) || diagnostics.contains(diagnostic)) {
            return;
        }
        Object cause = cause(problem);
        if (cause != null && !causes.add(cause)) {
            return;
        }
        boolean last = diagnostics.size() == MOST;
        diagnostics.add(last ? Diagnostic.error(diagnostic.span(), new Problem.TooManyErrors(MOST)) : diagnostic);
    }

    /** Notes that the declaration of these names failed: errors about unknown names may follow from it. */
    void lostNames(List<String> names) {
        lostNames.addAll(names);
    }

    /** Notes that a definition failed, so that nothing is known of what it defines. */
    void lostDefinition(String name) {
        lostNames.add(name);
        lostMethods.add(name);
        activationLost = true;
    }

    /** Notes that a layer's declaration failed, so that the network isn't the one the script means. */
    void lostNetwork() {
        networkLost = true;
    }

    /** Notes that a layer's activation isn't the one the script means. */
    public void lostActivation() {
        activationLost = true;
    }

    /** Notes that an included script couldn't be read, so that nothing is known of what it declares. */
    public void lostScript() {
        scriptLost = true;
        networkLost = true;
    }

    /** Notes that the script gives another sample: errors about what it lacks are reported again. */
    void newSamples() {
        causes.remove(SAMPLES);
    }

    /** The common cause of several problems, of which only the first is reported; null if each is reported. */
    private static Object cause(Problem problem) {
        return switch (problem) {
            case Problem.NoNetwork _ -> "network";
            case Problem.NotALayer p when p.layers().isEmpty() -> "network";
            case Problem.NoInput _, Problem.NoTarget _, Problem.NoSamples _ -> SAMPLES;
            case Problem.NotInSequence _ -> "order";
            case Problem.NoTestSamples _ -> "test samples";
            case Problem.StepDerivative p -> List.of("step", p.layer());
            default -> null;
        };
    }

    /** Whether a problem follows from a reported one: something is missing because its declaration failed. */
    private boolean follows(Problem problem) {
        return switch (problem) {
            case Problem.UnknownName p -> scriptLost || isLost(p.name());
            case Problem.UnknownInFormula p -> scriptLost || isLost(p.name());
            case Problem.UnknownEntry p -> scriptLost && isDefinable(p.what()) || lostMethods.contains(p.name());
            case Problem.NotALayer p -> scriptLost || isLost(p.name());
            case Problem.LossPartner _, Problem.StepDerivative _ -> networkLost || activationLost;
            case Problem.NoNetwork _,
                    Problem.NoSuchParameter _,
                    Problem.NoSuchNeuron _,
                    Problem.NoWeightBetween _,
                    Problem.NoInput _,
                    Problem.NoTarget _,
                    Problem.NoSamples _,
                    Problem.TooManyParameters _,
                    Problem.InShapes _ -> networkLost;
            default -> false;
        };
    }

    /** Whether a script can define a {@code what} of its own. */
    private static boolean isDefinable(String what) {
        return List.of("activation", "loss", "function").contains(what);
    }

    private boolean isLost(String name) {
        return lostNames.stream()
                .anyMatch(lost -> name.startsWith(lost)
                        && name.chars().skip(lost.length()).allMatch(c -> c >= '0' && c <= '9'));
    }
}

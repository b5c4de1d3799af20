package org.nnlang.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;

/** What a check has found: every mistake once, and nothing that only follows from another. */
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

    /** Whether there are too many to check the rest of the script. */
    boolean full() {
        return diagnostics.size() > MOST;
    }

    /** Whether a piece of checking finds nothing wrong; what it finds is kept. */
    boolean attempt(Runnable check) {
        try {
            check.run();
            return true;
        } catch (Failure failure) {
            add(failure.diagnostic());
            return false;
        }
    }

    /** Reports one, unless it only follows from another. */
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

    /** A declaration of these names failed, so that they are not known. */
    void lostNames(List<String> names) {
        lostNames.addAll(names);
    }

    /** A definition failed: it is unknown what it would have been. */
    void lostDefinition(String name) {
        lostNames.add(name);
        lostMethods.add(name);
        activationLost = true;
    }

    /** A layer is missing: the network is not the one that was meant. */
    void lostNetwork() {
        networkLost = true;
    }

    /** A layer has not the activation that was meant. */
    public void lostActivation() {
        activationLost = true;
    }

    /** An included script could not be read: it is unknown what it declares. */
    public void lostScript() {
        scriptLost = true;
        networkLost = true;
    }

    /** Another sample is given: what it lacks is news. */
    void newSamples() {
        causes.remove(SAMPLES);
    }

    /** What several problems have in common, so that only the first is reported; null if each is. */
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

    /** Whether a problem only says that something is missing whose declaration was reported as wrong. */
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

    /** Whether a script can define such things. */
    private static boolean isDefinable(String what) {
        return List.of("activation", "loss", "function").contains(what);
    }

    private boolean isLost(String name) {
        return lostNames.stream()
                .anyMatch(lost -> name.startsWith(lost)
                        && name.chars().skip(lost.length()).allMatch(c -> c >= '0' && c <= '9'));
    }
}

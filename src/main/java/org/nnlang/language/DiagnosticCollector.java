package org.nnlang.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Message;
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
        if (full() || follows(diagnostic.what()) || diagnostics.contains(diagnostic)) {
            return;
        }
        Object cause = cause(diagnostic.what());
        if (cause != null && !causes.add(cause)) {
            return;
        }
        boolean last = diagnostics.size() == MOST;
        diagnostics.add(last ? Diagnostic.error(diagnostic.span(), Problem.TOO_MANY_ERRORS, MOST) : diagnostic);
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
    private static Object cause(Message message) {
        return switch (message.problem()) {
            case NO_NETWORK, NO_LAYER_YET, NO_LAYERS -> "network";
            case NO_INPUT, NO_TARGET, NO_SAMPLES -> SAMPLES;
            case NOT_IN_SEQUENCE -> "order";
            case NO_TEST_SAMPLES -> "test samples";
            case STEP_DERIVATIVE, FLAT_DERIVATIVE -> List.of("step", message.gap("layer"));
            default -> null;
        };
    }

    /** Whether a problem follows from a reported one: something is missing because its declaration failed. */
    private boolean follows(Message message) {
        return switch (message.problem()) {
            case UNKNOWN_NAME, UNKNOWN_IN_FORMULA, NO_LAYERS, NOT_A_LAYER -> scriptLost || isLost(name(message));
            case UNKNOWN_ENTRY -> scriptLost && isDefinable(message.gap("what")) || lostMethods.contains(name(message));
            case LOSS_PARTNER, STEP_DERIVATIVE, FLAT_DERIVATIVE -> networkLost || activationLost;
            case NO_NETWORK,
                    NO_LAYER_YET,
                    NO_SUCH_PARAMETER,
                    NO_SUCH_NEURON,
                    NO_WEIGHT_BETWEEN,
                    NO_INPUT,
                    NO_TARGET,
                    NO_SAMPLES,
                    TOO_MANY_PARAMETERS -> networkLost;
            default -> message.problem().area() == Problem.Area.SHAPES && networkLost;
        };
    }

    private static String name(Message message) {
        return (String) message.gap("name");
    }

    /** Whether a script can define a {@code what} of its own. */
    private static boolean isDefinable(Object what) {
        return List.of("activation", "loss", "function").contains(what);
    }

    private boolean isLost(String name) {
        return lostNames.stream()
                .anyMatch(lost -> name.startsWith(lost)
                        && name.chars().skip(lost.length()).allMatch(c -> c >= '0' && c <= '9'));
    }
}

package org.nnlang.text;

/**
 * A message to the user about a position in a source.
 *
 * @param what the message
 */
public record Diagnostic(Severity severity, Span span, Message what) {
    /** How bad it is. */
    public enum Severity {
        /** Work stops, or its result is wrong. */
        ERROR,
        /** Worth knowing. */
        NOTICE
    }

    /** An error at a position. */
    public static Diagnostic error(Span span, Message what) {
        return new Diagnostic(Severity.ERROR, span, what);
    }

    /** An error at a position. */
    public static Diagnostic error(Span span, Problem problem, Object... gaps) {
        return error(span, problem.with(gaps));
    }

    /** A notice at a position. */
    public static Diagnostic notice(Span span, Message what) {
        return new Diagnostic(Severity.NOTICE, span, what);
    }

    /** A notice at a position. */
    public static Diagnostic notice(Span span, Problem problem, Object... gaps) {
        return notice(span, problem.with(gaps));
    }

    /** What is wrong. */
    public Problem problem() {
        return what.problem();
    }

    /** Whether it ends the script; a notice or a failed {@code expect} does not. */
    public boolean endsScript() {
        return severity == Severity.ERROR && !problem().isUnmet();
    }
}

package org.nnlang.text;

/** A message to the user about a position in a source. */
public record Diagnostic(Severity severity, Span span, Problem problem) {
    /** How bad it is. */
    public enum Severity {
        /** Work stops, or its result is wrong. */
        ERROR,
        /** Worth knowing. */
        NOTICE
    }

    /** An error at a position. */
    public static Diagnostic error(Span span, Problem problem) {
        return new Diagnostic(Severity.ERROR, span, problem);
    }

    /** A notice at a position. */
    public static Diagnostic notice(Span span, Problem problem) {
        return new Diagnostic(Severity.NOTICE, span, problem);
    }

    /** The message in words. */
    public Message message() {
        Message message = Wording.of(problem);
        return severity == Severity.ERROR ? Advice.improve(message, problem, span) : message;
    }

    /** Whether it ends the script; a notice or a failed {@code expect} does not. */
    public boolean endsScript() {
        return severity == Severity.ERROR && !problem.isUnmet();
    }
}

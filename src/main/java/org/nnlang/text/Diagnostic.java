package org.nnlang.text;

/** Something to tell the user about a place in a source. */
public record Diagnostic(Severity severity, Span span, Problem problem) {
    /** How bad it is. */
    public enum Severity {
        /** Work stops, or its result is not what was asked for. */
        ERROR,
        /** Worth knowing. */
        NOTICE
    }

    /** An error at a place. */
    public static Diagnostic error(Span span, Problem problem) {
        return new Diagnostic(Severity.ERROR, span, problem);
    }

    /** A notice at a place. */
    public static Diagnostic notice(Span span, Problem problem) {
        return new Diagnostic(Severity.NOTICE, span, problem);
    }

    /** What is wrong, in words. */
    public Message message() {
        Message message = Wording.of(problem);
        return severity == Severity.ERROR ? Advice.improve(message, problem, span) : message;
    }

    /** Whether the script ends with it: not with a notice, nor with an {@code expect} that does not hold. */
    public boolean endsScript() {
        return severity == Severity.ERROR && !problem.isUnmet();
    }
}

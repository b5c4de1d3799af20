package org.nnlang.documents;

import org.nnlang.text.DiagnosticRenderer;
import org.nnlang.text.Json;
import org.nnlang.text.Message;
import org.nnlang.text.Printable;
import org.nnlang.text.Span;

/** Formats findings: for people, for programs, and for GitHub. */
public final class Report {
    private Report() {}

    /** For people: the diagnostic, and the diff that would fix it. */
    public static String text(Checked checked, Finding finding, boolean color) {
        if (finding.line() == 0) {
            return error(finding.diagnostic().what());
        }
        String text = new DiagnosticRenderer(color).render(finding.diagnostic());
        boolean elsewhere = !finding.diagnostic().span().source().name().equals(checked.name());
        String from = elsewhere ? " = run by " + Printable.line(checked.name()) + ":" + finding.line() + "\n" : "";
        return text + from + checked.diff(finding);
    }

    /** An error without a position in a document. */
    public static String error(Message problem) {
        return "error: " + withoutPlace(problem) + "\n";
    }

    /** A notice about a file that was skipped. */
    public static String notice(Message problem) {
        return "notice: " + withoutPlace(problem) + "\n";
    }

    private static String withoutPlace(Message problem) {
        return problem.title() + (problem.label().isEmpty() ? "" : ": " + problem.label());
    }

    /** For programs: a line of JSON. */
    public static String json(Checked checked, Finding finding) {
        Message message = finding.diagnostic().what();
        Span span = finding.diagnostic().span();
        boolean here = finding.line() > 0 && span.source().name().equals(checked.name());
        StringBuilder json = new StringBuilder("{\"file\":" + Json.text(finding.document()));
        json.append(",\"line\":").append(finding.line());
        if (here) {
            json.append(",\"column\":").append(span.source().column(span.start()));
        }
        json.append(",\"message\":").append(Json.text(message.title()));
        json.append(",\"help\":").append(Json.text(message.label()));
        json.append(",\"diff\":").append(Json.text(checked.diff(finding)));
        return json.append("}\n").toString();
    }

    /** For GitHub: an annotation for the line. */
    public static String annotation(Checked checked, Finding finding) {
        Message message = finding.diagnostic().what();
        String text = message.title() + (message.label().isEmpty() ? "" : ": " + message.label()) + "\n"
                + checked.diff(finding);
        String line = finding.line() == 0 ? "" : ",line=" + finding.line();
        return "::error file=" + property(finding.document()) + line + "::" + escaped(text.strip()) + "\n";
    }

    /**
     * Wraps a text so that GitHub runs no commands in it: GitHub accepts commands even after spaces, and so from a document.
     *
     * @param token the end mark, which nobody can guess
     */
    public static String withoutCommands(String text, String token) {
        return "::stop-commands::" + token + "\n" + text + "::" + token + "::\n";
    }

    private static String escaped(String text) {
        return Printable.line(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"));
    }

    private static String property(String text) {
        return escaped(text).replace(":", "%3A").replace(",", "%2C");
    }
}

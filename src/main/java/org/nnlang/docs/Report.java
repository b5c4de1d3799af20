package org.nnlang.docs;

import org.nnlang.source.DiagnosticRenderer;
import org.nnlang.source.Message;
import org.nnlang.source.Span;

/** Puts findings into words: for people, for programs, and for GitHub. */
public final class Report {
    private Report() {}

    /** For people: the diagnostic, and the difference that would put it right. */
    public static String text(Checked checked, Finding finding, boolean color) {
        if (finding.line() == 0) {
            Message message = finding.diagnostic().message();
            return "error: " + message.title() + (message.label().isEmpty() ? "" : ": " + message.label()) + "\n";
        }
        String text = new DiagnosticRenderer(color).render(finding.diagnostic());
        boolean elsewhere = !finding.diagnostic().span().source().name().equals(checked.name());
        String from = elsewhere ? " = run by " + checked.name() + ":" + finding.line() + "\n" : "";
        return text + from + checked.diff(finding);
    }

    /** For programs: a line of JSON. */
    public static String json(Checked checked, Finding finding) {
        Message message = finding.diagnostic().message();
        Span span = finding.diagnostic().span();
        boolean here = finding.line() > 0 && span.source().name().equals(checked.name());
        StringBuilder json = new StringBuilder("{\"file\":" + quoted(finding.document()));
        json.append(",\"line\":").append(finding.line());
        if (here) {
            json.append(",\"column\":").append(span.source().column(span.start()));
        }
        json.append(",\"message\":").append(quoted(message.title()));
        json.append(",\"help\":").append(quoted(message.label()));
        json.append(",\"diff\":").append(quoted(checked.diff(finding)));
        return json.append("}\n").toString();
    }

    /** For GitHub: an annotation of the line. */
    public static String annotation(Checked checked, Finding finding) {
        Message message = finding.diagnostic().message();
        String text = message.title() + (message.label().isEmpty() ? "" : ": " + message.label()) + "\n"
                + checked.diff(finding);
        String line = finding.line() == 0 ? "" : ",line=" + finding.line();
        return "::error file=" + property(finding.document()) + line + "::" + escaped(text.strip()) + "\n";
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return escaped(text).replace(":", "%3A").replace(",", "%2C");
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default -> {
                    if (c < ' ') {
                        quoted.append("\\u00").append(c < 16 ? "0" : "1").append(Character.forDigit(c % 16, 16));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}

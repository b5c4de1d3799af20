package org.nnlang.session;

import java.util.List;
import org.nnlang.explain.Derivation;
import org.nnlang.explain.Digits;
import org.nnlang.explain.Formula;
import org.nnlang.explain.Names;
import org.nnlang.interpreter.Event;
import org.nnlang.interpreter.Value;
import org.nnlang.source.Span;

/** Puts what a script shows into lines of JSON, numbers with the shortest digits that read back as the same double. */
public final class JsonPrinter {
    /** The lines of an event; empty for a diagnostic. */
    public String print(Event event) {
        return switch (event) {
            case Event.Shown e -> line(e.span(), e.name(), value(e.value()));
            case Event.Listed e -> listed(e);
            case Event.Derived e ->
                line(e.span(), e.name(), number(e.derivation().result()));
            case Event.Narrated e -> narrated(e);
            case Event.Printed e -> line(e.span(), "print", text(e.text()));
            case Event.Reported _ -> "";
        };
    }

    private static String line(Span span, String name, String value) {
        return "{\"line\":" + span.line() + ",\"name\":" + text(name) + ",\"value\":" + value + "}\n";
    }

    private static String narrated(Event.Narrated e) {
        Names names = new Names(e.network());
        StringBuilder lines = new StringBuilder();
        for (Derivation derivation : e.lines()) {
            if (derivation.lhs() instanceof Formula.Symbol symbol) {
                String step = symbol.step() > 0 ? " @ " + symbol.step() : "";
                lines.append(line(e.span(), names.syntax(symbol.quantity()) + step, number(derivation.result())));
            }
        }
        return lines.toString();
    }

    private static String listed(Event.Listed e) {
        StringBuilder lines = new StringBuilder();
        for (List<String> row : e.rows()) {
            List<String> rest = row.subList(1, row.size());
            lines.append(
                    line(e.span(), row.getFirst(), text(String.join(", ", rest).strip())));
        }
        return lines.toString();
    }

    private static String value(Value value) {
        return switch (value) {
            case Value.Scalar s -> number(s.value());
            case Value.Truth t -> Boolean.toString(t.value());
            case Value.Vector v -> array(v.values(), 0, v.size());
            case Value.Matrix m -> {
                StringBuilder rows = new StringBuilder("[");
                for (int row = 0; row < m.rows(); row++) {
                    rows.append(row == 0 ? "" : ",");
                    rows.append(array(m.values(), row * m.columns(), (row + 1) * m.columns()));
                }
                yield rows.append(']').toString();
            }
        };
    }

    private static String array(double[] values, int from, int to) {
        StringBuilder text = new StringBuilder("[");
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ",").append(number(values[i]));
        }
        return text.append(']').toString();
    }

    /** JSON has no word for what is not finite: it is a string then. */
    private static String number(double value) {
        if (Double.isFinite(value)) {
            return Digits.shortest(value);
        }
        return Double.isNaN(value) ? "\"NaN\"" : value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
    }

    private static String text(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ') {
                        String hex = "000" + Integer.toHexString(c);
                        quoted.append("\\u").append(hex, hex.length() - 4, hex.length());
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}

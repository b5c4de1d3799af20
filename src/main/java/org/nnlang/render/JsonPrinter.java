package org.nnlang.render;

import static org.nnlang.text.Json.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nnlang.draw.FigureJson;
import org.nnlang.explain.Derivation;
import org.nnlang.explain.Names;
import org.nnlang.explain.Symbol;
import org.nnlang.language.DerivationFormat;
import org.nnlang.language.Event;
import org.nnlang.language.Value;
import org.nnlang.network.Cancellation;
import org.nnlang.slips.Answer;
import org.nnlang.slips.Belief;
import org.nnlang.slips.Claim;
import org.nnlang.text.Json;
import org.nnlang.text.Span;
import org.nnlang.text.TextPattern;

/** Prints a script's results as lines of JSON, numbers with the shortest digits that read back as the same double. */
public final class JsonPrinter {
    private static final TextPattern NUMBER = new TextPattern("-?\\d+(\\.\\d+)?(e[+-]?\\d+)?");

    private final Cancellation cancellation;

    /** Prints everything to its end. */
    public JsonPrinter() {
        this(Cancellation.NONE);
    }

    /** Prints until it is cancelled. */
    public JsonPrinter(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    /** The lines of an event; empty for a diagnostic. */
    public String print(Event event) {
        return switch (event) {
            case Event.Shown e -> shown(e);
            case Event.Listed e -> listed(e);
            case Event.Derived e -> derived(e.span(), e.derivation(), e.name(), new Names(e.network()), written(e));
            case Event.Answered e -> answered(e.span(), e.answer());
            case Event.Narrated e -> narrated(e);
            case Event.Stated e ->
                e.statements().stream()
                        .map(statement ->
                                line(e.span(), statement.name(), text(FormulaText.of(statement.formula(), e.digits()))))
                        .collect(Collectors.joining());
            case Event.Pictured e ->
                "{\"line\":" + e.span().line() + ",\"picture\":" + FigureJson.of(e.figure()) + "}\n";
            case Event.Printed e -> line(e.span(), "print", text(e.text()));
            case Event.Reported _ -> "";
        };
    }

    private static String line(Span span, String name, String value) {
        return "{\"line\":" + span.line() + ",\"name\":" + text(name) + ",\"value\":" + value + "}\n";
    }

    /** Writes the numbers in the question as strings, since their digits count. */
    private static String answered(Span span, Answer answer) {
        return "{\"line\":" + span.line() + "," + answer(answer) + "}\n";
    }

    private static String answer(Answer answer) {
        StringBuilder line = new StringBuilder("\"verdict\":")
                .append(text(
                        switch (answer.verdict()) {
                            case RIGHT -> "right";
                            case STATED -> "slip";
                            case POSSIBLE -> "possible";
                            case UNKNOWN -> "none";
                        }));
        line.append(",\"claims\":").append(array(answer.checked(), JsonPrinter::claim));
        if (!answer.given().isEmpty()) {
            line.append(",\"given\":").append(array(answer.given(), claim -> "{" + question(claim) + "}"));
        }
        if (!answer.isRight()) {
            SlipWording wording = new SlipWording(answer);
            line.append(",\"reasons\":").append(array(answer.reasons(), reason -> reason(reason, wording)));
            if (answer.nearest() != null) {
                line.append(",\"nearest\":").append(reason(answer.nearest(), wording));
            }
            line.append(",\"tried\":").append(answer.tried().slips());
            line.append(",\"left\":").append(answer.tried().left());
        }
        if (answer.next() != null) {
            line.append(",\"next\":{").append(answer(answer.next())).append('}');
        }
        return line.toString();
    }

    private static <T> String array(List<T> all, Function<T, String> each) {
        return all.stream().map(each).collect(Collectors.joining(",", "[", "]"));
    }

    private static String question(Claim claim) {
        return "\"name\":" + text(claim.name()) + ",\"number\":"
                + text(claim.number().text());
    }

    private static String claim(Answer.Checked one) {
        String how = switch (one.how()) {
            case NOT -> one.follows() ? "follows" : "wrong";
            case EXACTLY -> "exact";
            case ROUNDED -> "rounded";
            case CUT_OFF -> "cut off";
            case BY_HAND -> "by hand";
            case SINGLE -> "float32";
        };
        String byHand = Double.isNaN(one.byHand()) ? "" : ",\"by_hand\":" + number(one.byHand());
        String before = Double.isNaN(one.before()) ? "" : ",\"before\":" + number(one.before());
        return "{" + question(one.claim()) + ",\"value\":" + number(one.right()) + ",\"how\":" + text(how) + byHand
                + before + "}";
    }

    private static String reason(Answer.Reason reason, SlipWording wording) {
        List<Double> values = Arrays.stream(reason.values()).boxed().toList();
        List<Boolean> gives = new ArrayList<>();
        for (boolean one : reason.gives()) {
            gives.add(one);
        }
        return "{\"slips\":" + array(reason.slips(), slip -> slip(slip, wording)) + ",\"values\":"
                + array(values, JsonPrinter::number) + ",\"gives\":" + array(gives, String::valueOf) + "}";
    }

    private static String slip(Answer.Slip slip, SlipWording wording) {
        String parts = slip.isPair() ? ",\"parts\":" + array(slip.parts(), part -> part(part, wording)) : "";
        return slip(slip.id(), wording.text(slip), slip.parts().getFirst().belief()) + parts + "}";
    }

    private static String part(Answer.Part part, SlipWording wording) {
        return slip(part.id(), wording.text(part), part.belief()) + "}";
    }

    private static String slip(String id, String words, Belief belief) {
        String known = belief == null ? "" : ",\"belief\":" + text(belief.id()) + ",\"why\":" + text(belief.why());
        return "{\"id\":" + text(id) + ",\"words\":" + text(words) + known;
    }

    private static String shown(Event.Shown e) {
        String exact = e.exact() == null ? "" : ",\"exact\":" + value(e.exact());
        return line(e.span(), e.name(), value(e.value()) + exact);
    }

    private static String narrated(Event.Narrated e) {
        Names names = new Names(e.network());
        StringBuilder lines = new StringBuilder();
        for (Derivation derivation : e.lines()) {
            if (derivation.lhs() instanceof Symbol) {
                lines.append(derived(e.span(), derivation, "", names, ""));
            }
        }
        return lines.toString();
    }

    /** A derivation under its name; for a later step, under the name of its result. */
    private static String derived(Span span, Derivation derivation, String name, Names names, String more) {
        boolean named = derivation.lhs() instanceof Symbol symbol && (name.isEmpty() || symbol.step() > 0);
        String shown = named ? syntax((Symbol) derivation.lhs(), names) : name;
        String onPaper = derivation.onPaper() == null
                ? ""
                : ",\"by_hand\":" + number(derivation.onPaper().number());
        return line(span, shown, number(derivation.result()) + onPaper + more);
    }

    /** The derivation as a string, if the script asked for a format that other programs typeset. */
    private String written(Event.Derived e) {
        return e.format() == DerivationFormat.TEXT
                ? ""
                : ",\"format\":" + text(e.format().text()) + ",\"text\":"
                        + text(TextPrinter.derived(e, 0, cancellation));
    }

    private static String syntax(Symbol symbol, Names names) {
        return names.syntax(symbol.quantity()) + (symbol.step() > 0 ? " @ " + symbol.step() : "");
    }

    private static String listed(Event.Listed e) {
        StringBuilder lines = new StringBuilder();
        for (Event.Row row : e.rows()) {
            lines.append(line(e.span(), row.name(), cells(row.cells())));
        }
        return lines.toString();
    }

    /** Writes a lone number as a number, several as an array, everything else as a string. */
    private static String cells(List<Event.Cell> cells) {
        StringBuilder words = new StringBuilder();
        StringBuilder numbers = new StringBuilder();
        int count = 0;
        for (Event.Cell cell : cells) {
            switch (cell) {
                case Event.Number n -> numbers.append(count++ == 0 ? "" : ",").append(number(n.value()));
                case Event.None _ -> numbers.append(count++ == 0 ? "null" : ",null");
                case Event.Words w -> {
                    boolean separated = !words.isEmpty() && !w.text().isEmpty();
                    words.append(separated ? ", " : "").append(w.text());
                }
            }
        }
        if (count > 0) {
            return count == 1 ? numbers.toString() : "[" + numbers + "]";
        }
        return NUMBER.fits(words.toString()) ? words.toString() : text(words.toString());
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

    /** Writes a number that is not finite as a string: JSON has no word for it. */
    private static String number(double value) {
        if (Double.isFinite(value)) {
            return Json.number(value);
        }
        return Double.isNaN(value) ? "\"NaN\"" : value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
    }
}

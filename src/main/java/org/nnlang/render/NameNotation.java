package org.nnlang.render;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.explain.Names;
import org.nnlang.explain.Symbol;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;

/** What quantities are called where they are set as mathematics: w with an index 5, ∂error over ∂net(h with an index 1). */
final class NameNotation {
    private static final Notation PARTIAL = new Notation.Name("∂");

    private final Network network;
    private final Names names;

    NameNotation(Network network) {
        this.network = network;
        names = new Names(network);
    }

    /** A symbol's name, with the number of its sample and its step. */
    Notation of(Symbol symbol) {
        Notation name = quantity(symbol.quantity(), symbol.row());
        return symbol.step() < 0 ? name : at(name, symbol.step());
    }

    /** At a step: w with an exponent (1). */
    private static Notation at(Notation name, long step) {
        Notation high = new Notation.Brackets("(", new Notation.Digit(Long.toString(step)), ")");
        return switch (name) {
            case Notation.Scripts s when s.high() == null -> new Notation.Scripts(s.base(), s.low(), high);
            case Notation.Fraction f -> new Notation.Scripts(new Notation.Brackets("(", f, ")"), null, high);
            default -> new Notation.Scripts(name, null, high);
        };
    }

    private Notation quantity(Quantity.Scalar quantity, int row) {
        return switch (quantity) {
            case Quantity.Gradient q -> partial(error(row), quantity(new Quantity.Parameter(q.index()), row));
            case Quantity.Delta q -> partial(error(row), quantity(new Quantity.Net(q.layer(), q.neuron()), row));
            case Quantity.Partial q -> partial(quantity(q.of(), row), quantity(q.by(), row));
            case Quantity.Output q ->
                q.layer() == 0 ? neuron(0, q.neuron()) : call("out", neuron(q.layer(), q.neuron()));
            case Quantity.Net q -> call("net", neuron(q.layer(), q.neuron()));
            case Quantity.Parameter q -> name(network.parameterName(q.index()));
            case Quantity.Memory q ->
                call(
                        "memory",
                        Notation.line(
                                name(q.name()),
                                new Notation.Sign(",", Notation.Break.NONE),
                                name(network.parameterName(q.index()))));
            case Quantity.Target q -> call("target", neuron(network.depth(), q.neuron()));
            case Quantity.TotalError _ -> error(row);
            case Quantity.ErrorShare q ->
                Notation.line(error(row), new Notation.Brackets("(", neuron(network.depth(), q.neuron()), ")"));
            case Quantity.MeanLoss q -> set("loss", q.set());
            case Quantity.Accuracy q -> set("accuracy", q.set());
            case Quantity.Step _ -> new Notation.Name("step");
            case Quantity.Epoch _ -> new Notation.Name("epoch");
        };
    }

    private static Notation partial(Notation of, Notation by) {
        return new Notation.Fraction(Notation.line(PARTIAL, of), Notation.line(PARTIAL, by));
    }

    /** The error, of sample {@code row} from 1. */
    private static Notation error(int row) {
        Notation error = new Notation.Name("error");
        return row == 0 ? error : new Notation.Scripts(error, new Notation.Digit(Integer.toString(row)), null);
    }

    private static Notation call(String function, Notation of) {
        return Notation.line(new Notation.Operator(function), new Notation.Brackets("(", of, ")"));
    }

    private static Notation set(String name, Quantity.Set set) {
        return set == Quantity.Set.TEST ? call(name, new Notation.Name("test")) : new Notation.Name(name);
    }

    private Notation neuron(int layer, int neuron) {
        return name(names.neuron(layer, neuron));
    }

    /** A name whose digits at its end are an index: w5, hidden12; h1[2] has its brackets behind it. */
    static Notation name(String text) {
        int bracket = text.indexOf('[');
        if (bracket > 0) {
            Notation number = new Notation.Digit(text.substring(bracket + 1, text.length() - 1));
            return Notation.line(name(text.substring(0, bracket)), new Notation.Brackets("[", number, "]"));
        }
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) >= '0' && text.charAt(end - 1) <= '9') {
            end--;
        }
        return end == 0 || end == text.length() || text.charAt(end - 1) == '_'
                ? new Notation.Name(text)
                : new Notation.Scripts(
                        new Notation.Name(text.substring(0, end)), new Notation.Digit(text.substring(end)), null);
    }

    /** A letter of a formula with its index: β₁, mₙ₋₁, v̂. */
    static Notation letter(String letter, String index) {
        Notation base = accented(letter);
        return index.isEmpty() ? base : new Notation.Scripts(base, index(index), null);
    }

    private static Notation accented(String letter) {
        if (letter.equals("ḡ")) {
            return new Notation.Accent("g", "¯");
        }
        return letter.endsWith("\u0302") ? new Notation.Accent(letter.substring(0, 1), "^") : name(letter);
    }

    /** n−1, n or 1. */
    private static Notation index(String index) {
        List<Notation> parts = new ArrayList<>();
        for (char c : index.toCharArray()) {
            parts.add(
                    c == '−'
                            ? new Notation.Sign("−", Notation.Break.NONE)
                            : c >= '0' && c <= '9'
                                    ? new Notation.Digit(String.valueOf(c))
                                    : new Notation.Name(String.valueOf(c)));
        }
        return parts.size() == 1 ? parts.getFirst() : new Notation.Line(parts);
    }
}

package org.nnlang.text;

import java.util.List;

/** The words for problems with names. */
final class NameWording {
    private NameWording() {}

    static Message of(Problem.InNames problem) {
        return switch (problem) {
            case Problem.UnknownName p ->
                p.instead().isEmpty()
                        ? Wording.near("unknown name `" + p.name() + "`", p.near())
                        : Message.of("unknown name `" + p.name() + "`", "write `" + p.instead() + "`");
            case Problem.UnknownEntry p -> unknownEntry(p);
            case Problem.NameTaken p -> Message.of("`" + p.name() + "` is taken", "it is " + p.meaning());
            case Problem.UsedBeforeDefinition p ->
                Message.of(
                        "`" + p.name() + "` is defined further down, " + p.place(),
                        "move its definition before this line");
            case Problem.RecursiveDefinition p ->
                Message.of(
                        "`" + p.name() + "` is defined by itself", "a formula can only use what is defined before it");
            case Problem.UnknownInFormula p ->
                Wording.near("unknown name `" + p.name() + "` in this formula", p.near())
                        .note(formula(p.variables()));
            case Problem.QuantityInFormula p ->
                Message.of("a formula can't use the quantity `" + p.text() + "`")
                        .note(formula(p.variables()));
            case Problem.ElementInFormula p ->
                Message.of(
                        "a formula can't use the element `" + p.text() + "`",
                        "name it first: `let NAME = " + p.text() + "`");
            case Problem.OfALayer p ->
                Message.of(
                        "`" + p.name() + "` needs a whole layer",
                        switch (p.of()) {
                            case "neuron" -> "a formula describes one neuron; softmax itself is built in";
                            case "output" -> "a formula describes one output; nn adds up their shares";
                            default -> "a schedule gives one number for each " + p.of();
                        });
            case Problem.MethodForValue p ->
                Message.of(
                        "`" + p.name() + "` is " + p.kind() + ", not a value",
                        !p.example().isEmpty()
                                ? "give it an argument, like `" + p.name() + "(" + p.example() + ")`"
                                : "`show " + p.name() + "` shows its formula");
            case Problem.OtherKind p -> Message.of("`" + p.name() + "` is " + p.kind() + ", not " + p.needed());
            case Problem.NotAFunction p ->
                Message.of(
                        "`" + p.name() + "` is " + p.kind() + ", not a function",
                        "`show " + p.name() + "` shows its formula");
            case Problem.ValueCalled p ->
                Message.of(
                        "`" + p.name() + "` is " + p.meaning() + ", not a function",
                        p.hides()
                                ? "it hides the function `" + p.name() + "`; give it another name"
                                : "write an element with `[ ]`, a product with `*`");
            case Problem.VariableTwice p ->
                Message.of(
                        "`" + p.name() + "` can't be both the target and the output",
                        "the first is the target, the second the output: `(t, o)`");
            case Problem.NotALayer p -> notALayer(p);
            case Problem.NoSuchNeuron p ->
                Message.of(
                        "there is no neuron " + p.index() + " in " + p.layer(),
                        p.layer() + " has " + Wording.count(p.size(), "neuron") + ", counted from 1");
            case Problem.BracketsOnly p ->
                Message.of("unknown name `" + p.name() + "`", "write `" + p.bracketForm() + "`");
            case Problem.NoSuchParameter p -> noSuchParameter(p);
            case Problem.NoWeightBetween p ->
                Message.of(
                        "there is no weight from " + p.from() + " to " + p.to(),
                        "a weight leads from a neuron to one of the next layer: w(from, to)");
            case Problem.NoBias p ->
                Message.of(p.neuron() + " has no bias", "its layer has `bias " + p.layer() + " = none`");
            case Problem.InputHasNone p ->
                Message.of(p.name() + " has no " + p.what(), "it is an input, and inputs are given");
        };
    }

    private static String formula(List<String> variables) {
        return "a formula can use " + Wording.list(variables) + ", numbers, pi, `let` numbers and functions";
    }

    private static Message unknownEntry(Problem.UnknownEntry p) {
        Message message = Wording.near("unknown " + p.what() + " `" + p.name() + "`", p.near());
        return p.near() == null ? message.note("there are " + Wording.list(p.all())) : message;
    }

    private static Message notALayer(Problem.NotALayer p) {
        String near = Nearest.to(p.name(), p.layers());
        Message message = Wording.near("`" + p.name() + "` is not a layer", near);
        if (near != null) {
            return message;
        }
        return message.note(
                p.layers().isEmpty() ? "no layer is declared yet" : "the layers are " + Wording.list(p.layers()));
    }

    private static Message noSuchParameter(Problem.NoSuchParameter p) {
        String letter = p.name().substring(0, 1);
        String range = p.count() == 1 ? letter + "1" : letter + "1 to " + letter + p.count();
        return Message.of(
                "there is no `" + p.name() + "`",
                p.count() == 0
                        ? "the network has no " + p.kind() + "es"
                        : "the network has " + Wording.count(p.count(), p.kind()) + ", " + range);
    }
}

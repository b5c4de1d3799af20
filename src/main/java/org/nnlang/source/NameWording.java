package org.nnlang.source;

/** The words for problems with names. */
final class NameWording {
    private NameWording() {}

    static Message of(Problem.InNames problem) {
        return switch (problem) {
            case Problem.UnknownName p -> Wording.near("unknown name `" + p.name() + "`", p.near());
            case Problem.UnknownEntry p -> unknownEntry(p);
            case Problem.NameTaken p -> Message.of("`" + p.name() + "` is taken", "it is " + p.meaning());
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
                Message.of(p.neuron() + " has no bias", "of the layer it says `bias " + p.layer() + " = none`");
            case Problem.InputHasNone p ->
                Message.of(p.name() + " has no " + p.what(), "it belongs to the input, which is only given");
        };
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

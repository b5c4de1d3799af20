package org.nnlang.text;

/** The words for problems with kinds and shapes. */
final class ShapeWording {
    private ShapeWording() {}

    static Message of(Problem.InShapes problem) {
        return switch (problem) {
            case Problem.WrongKind p -> Message.of("expected " + p.needed() + " but this is " + p.found());
            case Problem.WrongArgumentCount p ->
                Message.of(
                        "`" + p.name() + "` can't have " + Wording.count(p.found(), "argument"),
                        "the form is " + p.form());
            case Problem.UnknownArgument p ->
                Wording.near(p.of() + " has no argument `" + p.name() + "`", p.near())
                        .note(p.all().isEmpty() ? "it has no arguments" : "it has " + Wording.list(p.all()));
            case Problem.SameSign p ->
                Message.of(
                        "`" + p.one() + "` and `" + p.other() + "` are both `" + p.sign() + "`",
                        "give each a symbol of its own");
            case Problem.NotWhenPredicting p ->
                Message.of(
                        "`" + p.option() + "` can't change for rows to predict",
                        "leave it out: nn reads new rows as it read the data");
            case Problem.ArgumentTwice p
            when p.name() == null -> Message.of(p.of() + " has one file", "name an option, like `test: 20%`");
            case Problem.ArgumentTwice p -> Message.of("`" + p.name() + "` of " + p.of() + " is given twice");
            case Problem.PositionAfterName p ->
                Message.of("an argument without a name after one with a name", "name the arguments of " + p.of());
            case Problem.TooManyArguments p ->
                Message.of(
                        p.most() == 0
                                ? p.of() + " takes no arguments"
                                : p.of() + " takes at most " + Wording.count(p.most(), "argument"));
            case Problem.OwnArguments p ->
                Message.of(
                        p.name() + " takes no arguments",
                        "its formula is complete; for a number that varies, use a `let` before it");
            case Problem.FormulaWithoutVariable p ->
                Message.of(
                        "the formula of `" + p.name() + "` does not depend on " + p.variable(),
                        p.loss()
                                ? "a loss depends on the output, its second variable"
                                : "an activation depends on the net, its variable");
            case Problem.FormulaTooLarge p ->
                Message.of("this formula has more than " + p.most() + " symbols and operators", "shorten it");
            case Problem.MissingArgument p -> Message.of(p.of() + " needs its argument `" + p.name() + "`");
            case Problem.BadArgument p ->
                Message.of("`" + p.name() + "` of " + p.of() + " can't be " + p.found(), "it must be " + p.range());
            case Problem.NotAQuantity p ->
                Message.of("`" + p.verb() + "` needs a quantity of the network", "like out(h1), error or grad(w5)");
            case Problem.FormulaExplained p ->
                Message.of("`explain` needs a quantity of the network", "`show " + p.name() + "` shows this formula");
            case Problem.NotSettable p -> notSettable(p);
            case Problem.NotAScalar p ->
                Message.of(
                        "`" + p.quantity() + "` is more than one number",
                        (p.verb().equals("explain") ? "explain" : "ask for") + " one of them, like `" + p.example()
                                + "`");
            case Problem.NoSlips p ->
                Message.of(
                        "`" + p.quantity() + "` is " + (p.given() ? "given" : "counted") + ", not computed",
                        "`why` takes a weight, a bias, net, out, error, delta, grad, d(A, B) or loss");
            case Problem.BadPartial p -> badPartial(p);
            case Problem.WeightsShape p -> weightsShape(p);
            case Problem.BiasShape p ->
                Message.of("bias " + p.layer() + " needs a number, or " + Wording.count(p.size(), "number")
                        + ", one for each neuron of " + p.layer() + "; this has " + p.found());
            case Problem.VectorSize p ->
                Message.of(p.what() + " needs " + Wording.count(p.size(), "number") + ", one for each neuron of "
                        + p.layer() + "; this has " + p.found());
            case Problem.DataRowSize p ->
                Message.of("a row of data needs " + Wording.count(p.size(), p.what()) + ", one for each neuron of "
                        + p.layer() + "; this has " + p.found());
            case Problem.RaggedRows p ->
                Message.of("the rows differ in length: row 1 has " + Wording.count(p.expected(), "number") + ", row "
                        + p.row() + " has " + p.found());
            case Problem.ShapeMismatch p ->
                Message.of("`" + p.operator() + "` can't " + (isComparison(p.operator()) ? "compare " : "combine ")
                        + p.left() + " and " + p.right());
            case Problem.BranchesDiffer p ->
                Message.of(
                        "`if` can't give " + p.then() + " or " + p.otherwise(),
                        "both must have the same type and size");
            case Problem.NoSuchElement p ->
                Message.of(
                        "there is no element " + p.index() + " in " + p.name(),
                        p.name() + " is " + p.size() + "; elements are counted from 1");
        };
    }

    private static boolean isComparison(String operator) {
        return operator.equals("==") || operator.equals("!=") || operator.equals("~");
    }

    private static Message notSettable(Problem.NotSettable p) {
        String write = "write `" + p.code() + "`";
        return Message.of(
                "`" + p.text() + "` can't be set with `=`",
                switch (p.meant()) {
                    case NAME -> "to name a value, " + write;
                    case SETTING -> "did you mean `" + p.code() + "`?";
                    case VALUE -> "to give the name another value, " + write;
                    case INPUT -> "it is the input: " + write;
                    case TARGET -> "it is computed; to set what it should be, " + write;
                    case SAMPLES -> "write several samples as `data = [0, 0 -> 0; 0, 1 -> 1]`";
                    case COMPUTED -> "it is computed";
                    case WORD -> "it is a word of the language";
                });
    }

    private static Message badPartial(Problem.BadPartial p) {
        return p.upper()
                ? Message.of(
                        "only error, loss, out and net have derivatives", "like d(error, w5) or d(out(h1), net(h1))")
                : Message.of(
                        "a derivative is with respect to out, net, a weight, a bias or an input",
                        "like d(error, w5) or d(net(y1), x1)");
    }

    private static Message weightsShape(Problem.WeightsShape p) {
        return Message.of(
                "weights " + p.layer() + " needs " + Wording.count(p.rows(), "row") + ", one for each neuron of "
                        + p.layer() + ", of " + Wording.count(p.columns(), "number") + ", one for each " + p.source()
                        + "; this has "
                        + Wording.count(p.foundRows(), "row") + " of " + p.foundColumns());
    }
}

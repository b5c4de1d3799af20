package org.nnlang.text;

/** The words for problems with what is missing, or does not go together. */
final class SetupWording {
    private SetupWording() {}

    static Message of(Problem.InSetup problem) {
        return switch (problem) {
            case Problem.NoNetwork p ->
                p.input()
                        ? Message.of("there is no network yet", "declare its layers, like `layer y[2] sigmoid`")
                        : Message.of(
                                "there is no network yet",
                                "declare its input, like `input x[2]`, and its layers, like `layer y[2] sigmoid`");
            case Problem.NoInput p ->
                Message.of(p.need() + " needs a sample", "give one with `input = […]`, or several with `data = […]`");
            case Problem.NoTarget p -> Message.of(p.need() + " needs a target", "give it with `target = […]`");
            case Problem.NoFile p ->
                Message.of(p.need() + " needs data from a file", "read it with `data = csv(\"FILE\", target: COLUMN)`");
            case Problem.NoSamples p -> noSamples(p);
            case Problem.NoTestSamples _ ->
                Message.of("there are no test samples", "hold out some rows: `data = csv(…, test: 20%)`");
            case Problem.NoSuchRow p ->
                Message.of(
                        "there is no sample " + p.row(),
                        "the data has " + Wording.count(p.count(), "sample") + ", counted from 1");
            case Problem.LossPartner p ->
                Message.of(
                        p.loss() + " needs a " + p.partner() + " output",
                        "the output layer " + p.layer() + " is " + p.activation());
            case Problem.StepDerivative p -> stepDerivative(p);
            case Problem.NotInSequence p ->
                Message.of(
                        p.need() + " can't follow `order = sequential` with `" + p.setting() + "`",
                        "that order needs `optimizer sgd` and one sample for each update, `batch = 1`");
            case Problem.DeclarationInBlock p ->
                Message.of("`" + p.what() + "` can't be in a block", "declare the network before it");
            case Problem.NewInside p ->
                Message.of(
                        "`new` can't be in " + (p.block() ? "a block" : "an included script"),
                        "it forgets everything: put it at the top level of the script that you run");
            case Problem.DefinitionInBlock p ->
                Message.of("a new " + p.what() + " can't be defined in a block", "define it before the block");
            case Problem.SizeNotConstant _ ->
                Message.of(
                        "the size of a layer must be known before the script runs",
                        "use a number, or a `let` that names one");
            case Problem.BadSize p ->
                Message.of("a layer can't have " + p.found() + " neurons", "use a whole number of at least 1");
            case Problem.TooManyParameters p ->
                Message.of(
                        "this network would have " + p.count() + " parameters",
                        "the most is " + Thousands.of(p.most()));
            case Problem.InputTwice p ->
                Message.of("the input is already declared", "as " + p.name() + "; `new` begins another network");
            case Problem.TrainedAlready p ->
                Message.of(p.what() + " can't change once the network is trained", "`reset` goes back to step 0");
            case Problem.UnusedLoss p ->
                Message.of(
                        "the loss `" + p.name() + "` is defined, but not used",
                        "to train with it, write `loss " + p.name() + "`");
            case Problem.SharedWithoutNumber _ ->
                Message.of("a shared bias is one number", "like `bias h = 0.35 shared`");
        };
    }

    private static Message noSamples(Problem.NoSamples p) {
        return Message.of(
                p.need() + " needs data",
                "give one sample with `input = […]` and `target = […]`, or several with `data = […]`");
    }

    private static Message stepDerivative(Problem.StepDerivative p) {
        boolean step = p.activation().equals("step");
        return Message.of(
                p.what() + " needs the derivative of `" + p.activation() + "`, which "
                        + (step ? "has no useful one" : "is 0 everywhere"),
                "layer " + p.layer() + " is " + p.activation()
                        + (step ? "; sigmoid is its smooth relative" : ": nothing is learned through it"));
    }
}

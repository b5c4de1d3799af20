package org.nnlang.source;

import java.util.List;

/** Puts every problem into words: the only place that does. */
final class Wording {
    private Wording() {}

    static Message of(Problem problem) {
        return switch (problem) {
            case Problem.UnknownCharacter p ->
                Message.of("unknown character `" + p.character() + "`", "nothing in nn is written with this");
            case Problem.UnclosedText _ ->
                Message.of("this text is not closed", "a text ends with `\"` on the same line");
            case Problem.BadEscape p ->
                Message.of("unknown escape `" + p.escape() + "`", "there are \\\" \\\\ \\n \\t \\{ and \\}");
            case Problem.BadNumber p -> badNumber(p.text());
            case Problem.NumberTooLarge _ ->
                Message.of("this number is too large", "the largest double is about 1.797e308");
            case Problem.Unclosed p ->
                Message.of("this `" + p.bracket() + "` is never closed", p.closing() + " is missing");
            case Problem.Expected p -> Message.of("expected " + p.what() + " but found " + p.found());
            case Problem.EmptyBrackets _ -> Message.of("empty brackets", "a vector has at least one number");
            case Problem.TooDeep p ->
                Message.of("nested more than " + p.limit() + " deep", "give the inner part a name with `let`");
            case Problem.ComparisonChain _ -> Message.of("comparisons can't be chained", "write `a < b and b < c`");
            case Problem.AssignmentInExpression _ ->
                Message.of("`=` can't stand here", "`=` sets a value; `==` compares, and `~` is about equal");
            case Problem.AboutOutsideExpect _ ->
                Message.of("`~` can't stand here", "it goes with `expect`: `expect w5 ~ 0.3589`");
            case Problem.UnknownStatement p -> near("unknown statement `" + p.word() + "`", p.near());
            case Problem.ReservedName p ->
                Message.of("`" + p.name() + "` is a word of the language", "choose another name");
            case Problem.NotYet p ->
                Message.of("`" + p.what() + "` is not part of this version of nn", "the word is reserved for it");
            case Problem.TooManyErrors p ->
                Message.of("more than " + p.count() + " errors", "the rest of the script was not looked at");
            case Problem.UnknownName p -> near("unknown name `" + p.name() + "`", p.near());
            case Problem.UnknownEntry p -> unknownEntry(p);
            case Problem.NameTaken p -> Message.of("`" + p.name() + "` is taken", "it is " + p.meaning());
            case Problem.NotALayer p -> notALayer(p);
            case Problem.NoSuchNeuron p ->
                Message.of(
                        "there is no neuron " + p.index() + " in " + p.layer(),
                        p.layer() + " has " + count(p.size(), "neuron") + ", counted from 1");
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
            default -> more(problem);
        };
    }

    private static Message more(Problem problem) {
        return switch (problem) {
            case Problem.WrongKind p -> Message.of("expected " + p.needed() + " but this is " + p.found());
            case Problem.WrongArgumentCount p ->
                Message.of("`" + p.name() + "` can't have " + count(p.found(), "argument"), "the form is " + p.form());
            case Problem.UnknownArgument p ->
                near(p.of() + " has no argument `" + p.name() + "`", p.near())
                        .note(p.all().isEmpty() ? "it has no arguments" : "it has " + list(p.all()));
            case Problem.ArgumentTwice p -> Message.of("`" + p.name() + "` of " + p.of() + " is given twice");
            case Problem.PositionAfterName p ->
                Message.of(
                        "an argument without a name after one with a name",
                        "give the arguments of " + p.of() + " their names");
            case Problem.TooManyArguments p -> Message.of(p.of() + " takes at most " + count(p.most(), "argument"));
            case Problem.MissingArgument p -> Message.of(p.of() + " needs its argument `" + p.name() + "`");
            case Problem.BadArgument p ->
                Message.of("`" + p.name() + "` of " + p.of() + " can't be " + p.found(), "it must be " + p.range());
            case Problem.NotAQuantity p ->
                Message.of("`" + p.verb() + "` needs a quantity of the network", "like out(h1), error or grad(w5)");
            case Problem.NotAScalar p ->
                Message.of(
                        "`" + p.quantity() + "` is more than one number",
                        "explain one of them, like `" + p.example() + "`");
            case Problem.BadPartial p -> badPartial(p);
            case Problem.WeightsShape p -> weightsShape(p);
            case Problem.BiasShape p ->
                Message.of("bias " + p.layer() + " needs a number, or " + count(p.size(), "number")
                        + ", one for each neuron of " + p.layer() + "; this has " + p.found());
            case Problem.VectorSize p ->
                Message.of(p.what() + " needs " + count(p.size(), "number") + ", one for each neuron of " + p.layer()
                        + "; this has " + p.found());
            case Problem.DataRowSize p ->
                Message.of("a row of data needs " + count(p.size(), p.what()) + ", one for each neuron of " + p.layer()
                        + "; this has " + p.found());
            case Problem.RaggedRows p ->
                Message.of("the rows are not of one length: row 1 has " + count(p.expected(), "number") + ", row "
                        + p.row() + " has " + p.found());
            case Problem.ShapeMismatch p ->
                Message.of("`" + p.operator() + "` can't join " + p.left() + " and " + p.right());
            case Problem.NoSuchElement p ->
                Message.of(
                        "there is no element " + p.index() + " in " + p.name(),
                        p.name() + " is " + p.size() + "; elements are counted from 1");
            case Problem.NoNetwork p ->
                p.input()
                        ? Message.of("there is no network yet", "declare its layers, like `layer y[2] sigmoid`")
                        : Message.of(
                                "there is no network yet",
                                "declare its input, like `input x[2]`, and its layers, like `layer y[2] sigmoid`");
            case Problem.NoInput p ->
                Message.of(p.need() + " needs a sample", "give one with `input = […]`, or several with `data = […]`");
            case Problem.NoTarget p -> Message.of(p.need() + " needs a target", "give it with `target = […]`");
            case Problem.NoSamples p -> noSamples(p);
            case Problem.NoTestSamples _ ->
                Message.of("there are no test samples", "keep some for the test: `data = csv(…, test: 20%)`");
            case Problem.NoSuchRow p ->
                Message.of(
                        "there is no sample " + p.row(),
                        "the data has " + count(p.count(), "sample") + ", counted from 1");
            case Problem.LossPartner p ->
                Message.of(
                        p.loss() + " goes with a " + p.partner() + " output",
                        "the output layer " + p.layer() + " is " + p.activation());
            case Problem.StepDerivative p -> stepDerivative(p);
            case Problem.DeclarationInBlock p ->
                Message.of("`" + p.what() + "` can't stand in a block", "declare the network before it");
            case Problem.SizeNotConstant _ ->
                Message.of("the size of a layer must be known before the script runs", "a number, or a `let` of one");
            case Problem.BadSize p ->
                Message.of("a layer can't have " + p.found() + " neurons", "a whole number from 1 on");
            case Problem.TooManyParameters p ->
                Message.of(
                        "this network would have " + p.count() + " parameters", "nn goes up to " + grouped(p.most()));
            case Problem.InputTwice p ->
                Message.of("the input is declared already", "as " + p.name() + "; a script has one network");
            case Problem.InputAfterLayers _ -> Message.of("the input comes before the layers");
            case Problem.TrainedAlready p ->
                Message.of(p.what() + " can't change once the network is trained", "`reset` goes back to step 0");
            case Problem.SharedWithoutNumber _ ->
                Message.of("a shared bias is one number", "like `bias h = 0.35 shared`");
            default -> running(problem);
        };
    }

    private static Message running(Problem problem) {
        return switch (problem) {
            case Problem.BadValue p -> Message.of(p.what() + " can't be " + p.found(), "it must be " + p.range());
            case Problem.DivisionByZero _ -> Message.of("division by zero");
            case Problem.Overflow p -> Message.of(p.what() + " is too large for a double");
            case Problem.OutOfDomain p ->
                Message.of("`" + p.function() + "` of " + p.found(), "it takes " + p.domain());
            case Problem.StepNotReached p ->
                Message.of("step " + p.step() + " is not in the past", "steps so far: 0 to " + p.now());
            case Problem.NothingToUndo p -> nothingToUndo(p);
            case Problem.ExpectedValue p ->
                Message.of(
                        "expected " + p.name() + " ~ " + p.expected() + ", but it is " + p.actual(),
                        "off by " + p.off() + ", more than " + p.tolerance());
            case Problem.ExpectedElements p -> expectedElements(p);
            case Problem.ExpectedCondition p ->
                Message.of("this does not hold", p.values().isEmpty() ? "" : p.values());
            case Problem.Diverged p -> diverged(p);
            case Problem.NoEnd p ->
                Message.of(
                        "stopped after " + grouped(p.epochs()) + " epochs without reaching the condition",
                        "say how many there may be: `train N until …`");
            case Problem.Interrupted p ->
                Message.of(p.training() ? "stopped at step " + p.step() : "stopped, at step " + p.step());
            case Problem.MissingFile p -> near("there is no file " + p.path(), p.near());
            case Problem.UnreadableFile p -> Message.of("can't read " + p.path(), p.why());
            case Problem.UnwritableFile p -> Message.of("can't write " + p.path(), p.why());
            case Problem.NotText p ->
                Message.of(
                        p.path() + " is not UTF-8 text",
                        p.line() == 0 ? "" : "the first byte that is not stands in line " + p.line());
            case Problem.NotAScript p -> Message.of("can't save to " + p.path(), "a script's name ends in .nn");
            case Problem.IncludesItself p -> Message.of("this file includes itself", String.join(" → ", p.chain()));
            case Problem.IncludesTooDeep p -> Message.of("files include each other more than " + p.limit() + " deep");
            case Problem.InData p -> Message.of(p.path() + ": " + p.what(), p.help());
            case Problem.OutOfMemory p ->
                Message.of("not enough memory for " + p.what(), "Java's heap can be made larger: JAVA_OPTS=-Xmx8g");
            case Problem.Internal p ->
                Message.of("a mistake in nn itself: " + p.what()).note("please report it, with the script");
            default -> throw new IllegalStateException(problem.toString());
        };
    }

    private static Message near(String title, String near) {
        return Message.of(title, near == null ? "" : "did you mean `" + near + "`?");
    }

    private static Message badNumber(String text) {
        boolean name = text.matches("[0-9]+[\\p{L}_].*");
        return Message.of(
                "`" + text + "` is not a number",
                name
                        ? "a name can't begin with a digit; a product is written with `*`"
                        : "like 1, 0.5, .5, 1e-3, 1_000 or 20%");
    }

    private static Message unknownEntry(Problem.UnknownEntry p) {
        Message message = near("unknown " + p.what() + " `" + p.name() + "`", p.near());
        return p.near() == null ? message.note("there are " + list(p.all())) : message;
    }

    private static Message notALayer(Problem.NotALayer p) {
        String near = Nearest.to(p.name(), p.layers());
        Message message = near("`" + p.name() + "` is not a layer", near);
        if (near != null) {
            return message;
        }
        return message.note(p.layers().isEmpty() ? "no layer is declared yet" : "the layers are " + list(p.layers()));
    }

    private static Message noSuchParameter(Problem.NoSuchParameter p) {
        String letter = p.name().substring(0, 1);
        String range = p.count() == 1 ? letter + "1" : letter + "1 to " + letter + p.count();
        return Message.of(
                "there is no `" + p.name() + "`",
                p.count() == 0
                        ? "the network has no " + p.kind() + "es"
                        : "the network has " + count(p.count(), p.kind()) + ", " + range);
    }

    private static Message badPartial(Problem.BadPartial p) {
        return p.upper()
                ? Message.of("a derivative is of error, loss, out or net", "like d(error, w5) or d(out(h1), net(h1))")
                : Message.of(
                        "a derivative is by out, net, a weight, a bias or an input",
                        "like d(error, w5) or d(net(y1), x1)");
    }

    private static Message weightsShape(Problem.WeightsShape p) {
        return Message.of("weights " + p.layer() + " needs " + count(p.rows(), "row") + ", one for each neuron of "
                + p.layer() + ", of " + count(p.columns(), "number") + ", one for each "
                + (p.source().equals("input") ? "input" : "neuron of " + p.source()) + "; this has "
                + count(p.foundRows(), "row") + " of " + p.foundColumns());
    }

    private static Message noSamples(Problem.NoSamples p) {
        return Message.of(
                p.need() + " needs data",
                "give one sample with `input = […]` and `target = […]`, or several with `data = […]`");
    }

    private static Message stepDerivative(Problem.StepDerivative p) {
        return Message.of(
                p.what() + " needs the derivative of `step`, which has no useful one",
                "layer " + p.layer() + " is step; sigmoid is its smooth relative");
    }

    private static Message nothingToUndo(Problem.NothingToUndo p) {
        return p.undoable() == 0
                ? Message.of("there is nothing to undo", "nothing was trained since step 0")
                : Message.of(
                        "can't undo " + p.count(), "there are " + count(p.undoable(), "training verb") + " to undo");
    }

    private static Message expectedElements(Problem.ExpectedElements p) {
        Message message = Message.of(p.name() + " is not as expected in " + count(p.count(), "place"));
        for (String line : p.wrong()) {
            message = message.note(line);
        }
        return p.count() > p.wrong().size() ? message.note("…") : message;
    }

    private static Message diverged(Problem.Diverged p) {
        return Message.of("training left the finite numbers at step " + p.step(), p.parameter() + " overflowed")
                .note("the network is kept as it was at step " + (p.step() - 1) + ", its largest parameter "
                        + p.largest())
                .note("the likely cause is a learning rate too large for this network and data: it is "
                        + p.learningRate() + "; try a tenth of it, or scale the inputs");
    }

    static String count(int n, String noun) {
        return n + " " + (n == 1 ? noun : noun.endsWith("s") ? noun + "es" : noun + "s");
    }

    private static String list(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    static String grouped(long n) {
        StringBuilder text = new StringBuilder(Long.toString(n));
        for (int i = text.length() - 3; i > (n < 0 ? 1 : 0); i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }
}

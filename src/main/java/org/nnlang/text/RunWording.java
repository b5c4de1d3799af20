package org.nnlang.text;

/** The words for problems with values, while a script runs. */
final class RunWording {
    private RunWording() {}

    static Message of(Problem.InRun problem) {
        return switch (problem) {
            case Problem.BadValue p -> Message.of(p.what() + " can't be " + p.found(), "it must be " + p.range());
            case Problem.DivisionByZero _ -> Message.of("division by zero");
            case Problem.NumberTooLarge _ ->
                Message.of("this number is too large", "the largest double is about 1.797e308");
            case Problem.Overflow p ->
                p.single()
                        ? Message.of(
                                p.what() + " is too large for `precision = single`",
                                "the largest float32 is about 3.403e38")
                        : Message.of(p.what() + " is too large for a double");
            case Problem.OutOfDomain p ->
                Message.of("`" + p.function() + "` of " + p.found() + " has no value", "it takes " + p.domain());
            case Problem.OutsideDomain p -> outsideDomain(p);
            case Problem.StepNotReached p ->
                Message.of("there is no step " + p.step(), "the steps so far are 0 to " + p.now());
            case Problem.NothingToUndo p -> nothingToUndo(p);
            case Problem.TooFewEntries p -> tooFewEntries(p);
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
                        "stopped after " + Thousands.of(p.epochs()) + " epochs"
                                + (p.condition() ? " without reaching the condition" : ""),
                        "give a number of epochs: `train N" + (p.condition() ? " until …`" : "`"));
            case Problem.TrueGradients p -> trueGradients(p);
            case Problem.Interrupted p ->
                Message.of(p.training() ? "stopped at step " + p.step() : "stopped, at step " + p.step());
        };
    }

    private static Message outsideDomain(Problem.OutsideDomain p) {
        String formula = p.derivative() ? "the derivative of `" + p.own() + "`" : "`" + p.own() + "`";
        String title = formula + " has no value: " + operation(p.operation(), p.argument());
        String place = p.where().isEmpty() ? p.given() : "at " + p.where() + ", " + p.given();
        Message message = Message.of(p.step() < 0 ? title : "at step " + p.step() + " " + title, place);
        return p.step() < 0 ? message : message.note("the network stays as it was at step " + (p.step() - 1));
    }

    private static String operation(String operation, String argument) {
        return switch (operation) {
            case "" -> "it is not finite";
            case "ln" -> "`ln` of " + argument + ", which takes numbers above 0";
            case "sqrt" -> "`sqrt` of " + argument + ", which takes numbers of at least 0";
            case "a division" ->
                argument.equals("0") ? "a division by 0" : "a division by " + argument + " is too large for a double";
            case "a power" ->
                argument.startsWith("-")
                        ? "a power of " + argument + " with a fractional exponent"
                        : "a power of " + argument + (argument.equals("0") ? "" : " is too large for a double");
            case "a sum", "a product" -> operation + " is too large for a double";
            default -> "`" + operation + "` of " + argument + " is too large for a double";
        };
    }

    private static Message trueGradients(Problem.TrueGradients p) {
        String settings = p.rounds() && p.sequential()
                ? "`round` and `order = sequential`"
                : p.rounds() ? "`round`" : "`order = sequential`";
        return Message.of(
                "this checks back-propagation itself, without " + settings,
                (p.rounds() ? "no number rounded" : "")
                        + (p.rounds() && p.sequential() ? ", " : "")
                        + (p.sequential() ? "every gradient at the old weights" : ""));
    }

    private static Message nothingToUndo(Problem.NothingToUndo p) {
        return p.undoable() == 0
                ? Message.of("there is nothing to undo", "nothing has been trained since step 0")
                : Message.of(
                        "can't undo " + p.count(),
                        (p.undoable() == 1 ? "there is " : "there are ") + Wording.count(p.undoable(), "training verb")
                                + " to undo");
    }

    private static Message tooFewEntries(Problem.TooFewEntries p) {
        String verb = p.back() ? "take back" : "repeat";
        String why = p.back() ? "no entry changed anything" : "nothing was taken back, or something has changed since";
        Message message = p.there() == 0
                ? Message.of("there is nothing to " + verb, p.dropped() ? "" : why)
                : Message.of(
                        "can't " + verb + " " + p.asked() + " entries",
                        p.there() == 1 ? "there is 1" : "there are " + p.there());
        return message.note(p.dropped() ? "to save memory, nn keeps only the states before the latest entries" : "");
    }

    private static Message expectedElements(Problem.ExpectedElements p) {
        Message message = Message.of(p.name() + " is not as expected in " + Wording.count(p.count(), "place"));
        for (String line : p.wrong()) {
            message = message.note(line);
        }
        return p.count() > p.wrong().size() ? message.note("…") : message;
    }

    private static Message diverged(Problem.Diverged p) {
        Message message = Message.of("training diverged at step " + p.step(), p.parameter() + " overflowed")
                .note("the network stays as it was at step " + (p.step() - 1) + "; its largest parameter is "
                        + p.largest());
        return p.decay() != null
                ? overshot(message, p.decay())
                : message.note("the learning rate, " + p.learningRate()
                        + ", is probably too large for this network and data; try a tenth of it, or scale the inputs");
    }

    private static Message overshot(Message message, Problem.Overshoot p) {
        String grows = p.factor().isEmpty()
                ? "with `" + p.optimizer() + "`, decay alone makes parameters grow once η · λ reaches " + p.limit()
                : "decay alone multiplies each parameter by 1 − η · λ = " + p.factor() + " at every update";
        return message.note("the cause is weight decay, which overshoots: η · λ = " + p.rate() + " · " + p.decay()
                        + " = " + p.product() + ", and " + grows)
                .note("choose `decay` and `learning rate` so that η · λ is below " + p.limit());
    }
}

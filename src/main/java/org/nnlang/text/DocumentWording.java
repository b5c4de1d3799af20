package org.nnlang.text;

/** The words for problems with documents. */
final class DocumentWording {
    private static final String UPDATE = "`nn docs update` puts it right";

    private DocumentWording() {}

    static Message of(Problem.InDocuments problem) {
        return switch (problem) {
            case Problem.UnknownBlockWord p -> unknown(p);
            case Problem.BadBlockWord p -> Message.of("`" + p.word() + "` can't stand here", p.why());
            case Problem.UnclosedFence _ ->
                Message.of("this block is not closed", "a line with the same fence has to end it");
            case Problem.StrayOutput _ ->
                Message.of("an output without a script", "no block `nn` comes right before it");
            case Problem.OutputDiffers _ -> Message.of("this is not what the block prints", UPDATE);
            case Problem.BlockDiffers p ->
                p.lines() < 0
                        ? Message.of("this is not what stands in " + p.file(), UPDATE)
                        : Message.of(p.file() + " has no such lines", "it has " + Wording.count(p.lines(), "line"));
            case Problem.ValueDiffers p -> Message.of("this value is " + p.value() + ", not " + p.shown(), UPDATE);
            case Problem.UnclosedValue _ -> Message.of("a value without its end", "`<!-- /nn -->` has to follow");
            case Problem.NotOneValue _ ->
                Message.of("this is not one value", "an expression, or an expression and its digits: `error @ 0, 4`");
            case Problem.BlockRuns _ ->
                Message.of("this block was to fail, and runs to its end", "leave out `fails` if that is right");
            case Problem.DocumentTimedOut p ->
                Message.of(
                        "this takes too long", "the document has had " + p.seconds() + " s; --timeout gives it more");
            case Problem.PrintsTooMuch _ -> Message.of("this prints without end", "it was stopped at 16 MB");
            case Problem.TooIntricate p ->
                Message.of(p.path() + " is too complex", "its tables are too large, or it nests too deep");
            case Problem.SkippedDocument p -> Message.of("skipped " + p.path(), p.why());
        };
    }

    private static Message unknown(Problem.UnknownBlockWord p) {
        Message message = Wording.near("unknown word `" + p.word() + "`", p.near());
        return p.near() != null
                ? message
                : message.note(
                        "a block has the words `new`, `fails`, `skip`, `hidden`, `file=`, `lines=`, `name=`, `after=`");
    }
}

package org.nnlang.text;

/** The words for problems with documents. */
final class DocumentWording {
    private static final String UPDATE = "`nn docs update` fixes it";

    private DocumentWording() {}

    static Message of(Problem.InDocuments problem) {
        return switch (problem) {
            case Problem.UnknownBlockWord p -> unknown(p);
            case Problem.BadBlockWord p -> Message.of("`" + p.word() + "` can't be here", p.why());
            case Problem.UnclosedFence _ ->
                Message.of("this block is not closed", "end it with a line with the same fence");
            case Problem.StrayOutput _ -> Message.of("an output without a script", "put a block `nn` right before it");
            case Problem.OutputDiffers _ -> Message.of("this is not what the block prints", UPDATE);
            case Problem.BlockDiffers p ->
                p.lines() < 0
                        ? Message.of("this differs from " + p.file(), UPDATE)
                        : Message.of(p.file() + " has no such lines", "it has " + Wording.count(p.lines(), "line"));
            case Problem.ValueDiffers p -> Message.of("this value is " + p.value() + ", not " + p.shown(), UPDATE);
            case Problem.UnclosedValue _ -> Message.of("a value without its end", "end it with `<!-- /nn -->`");
            case Problem.NotOneValue _ ->
                Message.of(
                        "this is not one value",
                        "write an expression, or an expression and its digits: `error @ 0, 4`");
            case Problem.BlockRuns _ ->
                Message.of("this block should have failed, but didn't", "leave out `fails` if that is right");
            case Problem.DocumentTimedOut p ->
                Message.of(
                        "this takes too long", "the document had " + p.seconds() + " s; use --timeout to give it more");
            case Problem.PrintsTooMuch _ -> Message.of("this prints too much", "nn stopped it at 16 MB");
            case Problem.TooIntricate p ->
                Message.of(p.path() + " is too complex", "its tables are too large, or it is nested too deep");
            case Problem.SkippedDocument p -> Message.of("skipped " + p.path(), p.why());
        };
    }

    private static Message unknown(Problem.UnknownBlockWord p) {
        Message message = Wording.near("unknown word `" + p.word() + "`", p.near());
        return p.near() != null
                ? message
                : message.note(
                        "the words of a block are `new`, `fails`, `skip`, `hidden`, `file=`, `lines=`, `name=`, `after=`");
    }
}

package org.nnlang.source;

/** The words for problems with files. */
final class FileWording {
    private FileWording() {}

    static Message of(Problem.InFiles problem) {
        return switch (problem) {
            case Problem.MissingFile p -> Wording.near("there is no file " + p.path(), p.near());
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
        };
    }
}

package org.nnlang.text;

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
                        p.line() == 0 ? "" : "the first bad byte is in line " + p.line());
            case Problem.NotAScript p ->
                Message.of("can't save to " + p.path(), "give the script a name that ends in .nn");
            case Problem.FileExists p ->
                Message.of(p.path() + " exists", "overwrite it with `save session \"" + p.path() + "\" replace`");
            case Problem.CantEdit p -> Message.of("nothing was edited", p.why());
            case Problem.NothingLoaded _ ->
                Message.of("nothing has been loaded yet", "name a script: `load \"FILE.nn\"`");
            case Problem.WritesWhatItReads p ->
                Message.of("can't write " + p.path(), "its rows are being read; write to another file");
            case Problem.IncludesItself p -> Message.of("this file includes itself", String.join(" → ", p.chain()));
            case Problem.IncludesTooDeep p -> Message.of("files include each other more than " + p.limit() + " deep");
            case Problem.DataTooLarge p -> tooLarge(p);
            case Problem.InData p -> Message.of(p.path() + ": " + p.what(), p.help());
        };
    }

    private static Message tooLarge(Problem.DataTooLarge p) {
        String rows = "about " + Thousands.of(rounded(p.rows())) + " rows × " + Wording.count(p.columns(), "column");
        return Message.of(p.path() + " is too large for the memory", rows + " need " + megabytes(p.needed()))
                .note(p.size() < 0 ? "" : "the file has " + megabytes(p.size()))
                .note("Java's heap has at most " + megabytes(p.memory()) + "; give it more with JAVA_OPTS=-Xmx"
                        + heap(p.needed()));
    }

    /** Rounds to three digits. */
    private static double rounded(long value) {
        double unit = 1;
        while (value / unit >= 1000) {
            unit *= 10;
        }
        return Math.rint(value / unit) * unit;
    }

    private static String megabytes(long bytes) {
        return Thousands.of(Math.max(1, bytes / 1e6)) + " MB";
    }

    /** The heap, as in Java's option, for {@code bytes} of data and half as much again for everything else. */
    private static String heap(long bytes) {
        long megabytes = bytes / 2 * 3 / (1 << 20) + 32;
        return megabytes < 1024 ? megabytes + "m" : (megabytes + 1023) / 1024 + "g";
    }
}

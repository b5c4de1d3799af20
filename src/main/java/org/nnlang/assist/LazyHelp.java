package org.nnlang.assist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.nnlang.language.Reference;

/** Reads the reference from the class path when it is first needed; that takes some milliseconds. */
public final class LazyHelp {
    private static final Reference REFERENCE = new Reference(read("language.md"), read("examples.txt"));

    private LazyHelp() {}

    /** What docs/language.md says about each word. */
    public static Reference get() {
        return REFERENCE;
    }

    private static String read(String name) {
        try (InputStream in = Reference.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}

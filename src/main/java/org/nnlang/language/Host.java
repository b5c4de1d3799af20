package org.nnlang.language;

import java.util.List;
import java.util.function.Function;
import org.nnlang.data.ByteSource;
import org.nnlang.data.CsvReader;
import org.nnlang.picture.PictureFile;
import org.nnlang.text.Message;
import org.nnlang.text.Nearest;
import org.nnlang.text.Problem;
import org.nnlang.training.Kernels;

/** What the machine offers to a script: files to read and write, and kernels for training. By default it has no files. */
public interface Host {
    /** Resolves a path that a script names; equal results mean the same file. */
    default String resolve(String path, String script) {
        return path;
    }

    /**
     * Reads a file as text.
     *
     * @param path as {@link #resolve} gives it
     * @throws FileTrouble if it doesn't exist, can't be read, or isn't UTF-8
     */
    default String read(String path) {
        throw new FileTrouble("no files can be read here", 0);
    }

    /**
     * Opens a data file, which may be large.
     *
     * @param path as {@link #resolve} gives it
     * @throws FileTrouble if it doesn't exist or can't be read; reading its bytes may throw this too
     */
    default ByteSource open(String path) {
        return ByteSource.of(read(path));
    }

    /** The reader of CSV files. */
    default CsvReader csv() {
        return CsvReader.PLAIN;
    }

    /** The memory available to nn, in bytes. */
    default long memory() {
        return Long.MAX_VALUE;
    }

    /** Whether a file exists. */
    default boolean exists(String path) {
        return true;
    }

    /** Whether two paths lead to the same file if links are followed. */
    default boolean isSame(String one, String other) {
        return one.equals(other);
    }

    /** The names of the files in the same folder, for suggestions. */
    default List<String> neighbours(String path) {
        return List.of();
    }

    /**
     * Writes a file completely or not at all.
     *
     * @throws FileTrouble if it can't be written
     */
    default void write(String path, String text) {
        throw new FileTrouble("no files can be written here", 0);
    }

    /**
     * Writes a picture completely or not at all.
     *
     * @param path as {@link #resolve} gives it
     * @throws FileTrouble if it can't be written
     */
    default void writePicture(String path, PictureFile picture) {
        throw new FileTrouble("no files can be written here", 0);
    }

    /**
     * Makes a PNG.
     *
     * @param svg what it shows
     * @param numbers the figure's numbers as JSON, which the file keeps as a text
     * @throws FileTrouble if no PNG can be made here
     */
    default PictureFile png(String svg, String numbers) {
        throw new FileTrouble("no PNG can be made here; use .svg", 0);
    }

    /** Kernels for the training runs of one session, or of its part after a {@code new}. */
    default Kernels kernels() {
        return Kernels.PLAIN;
    }

    /**
     * Reads a file with {@code reader}, and turns its trouble into a problem that names the file.
     *
     * @param path as {@link #resolve} gives it
     * @param name the file's name in the script
     * @throws Unreadable with the problem
     */
    default <T> T from(String path, String name, Function<String, T> reader) {
        if (!exists(path)) {
            throw new Unreadable(missing(path, name));
        }
        try {
            return reader.apply(path);
        } catch (FileTrouble trouble) {
            throw new Unreadable(trouble.problem(name));
        }
    }

    /** The problem that a file doesn't exist, with the name that was probably meant. */
    default Message missing(String path, String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return Problem.MISSING_FILE.with(name, Nearest.to(file, neighbours(path)));
    }

    /** A host without files, with plain kernels. */
    Host NONE = new Host() {};

    /** Says that a file can't be read or written. */
    final class FileTrouble extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int badLine;

        /** Makes an exception; {@code badLine} is the first line that isn't UTF-8, 0 if the reason is another. */
        public FileTrouble(String why, int badLine) {
            super(why, null, false, false);
            this.badLine = badLine;
        }

        /** The problem that the file can't be read; {@code name} is its name in the script. */
        public Message problem(String name) {
            return badLine > 0
                    ? Problem.NOT_TEXT.with(name, badLine)
                    : Problem.UNREADABLE_FILE.with(name, getMessage());
        }
    }

    /** Says that a file that the user named can't be read. */
    final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Message problem;

        Unreadable(Message problem) {
            super(null, null, false, false);
            this.problem = problem;
        }

        /** The reason. */
        public Message problem() {
            return problem;
        }
    }
}

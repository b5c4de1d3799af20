package org.nnlang.language;

import java.util.List;
import java.util.function.Function;
import org.nnlang.data.ByteSource;
import org.nnlang.data.CsvReader;
import org.nnlang.network.Kernels;
import org.nnlang.text.Nearest;
import org.nnlang.text.Problem;

/** What a script has of the machine that it runs on: files to read and write, and kernels to train with. By default, none. */
public interface Host {
    /** The path that a file is known by, from the script that names it: two that are equal are one file. */
    default String resolve(String path, String script) {
        return path;
    }

    /**
     * The text of a file.
     *
     * @param path as {@link #resolve} gives it
     * @throws FileTrouble when there is none, when it can't be read, or when it is not UTF-8
     */
    default String read(String path) {
        throw new FileTrouble("no files can be read here", 0);
    }

    /**
     * The bytes of a file of data, which may be large.
     *
     * @param path as {@link #resolve} gives it
     * @throws FileTrouble when there is none or it can't be read, now or as its bytes are asked for
     */
    default ByteSource open(String path) {
        return ByteSource.of(read(path));
    }

    /** What reads files of separated values. */
    default CsvReader csv() {
        return CsvReader.PLAIN;
    }

    /** How many bytes of memory there are, for data and all else. */
    default long memory() {
        return Long.MAX_VALUE;
    }

    /** Whether there is a file. */
    default boolean exists(String path) {
        return true;
    }

    /** Whether two paths lead to the same file, links followed. */
    default boolean isSame(String one, String other) {
        return one.equals(other);
    }

    /** The names of the files beside a path, for a suggestion. */
    default List<String> neighbours(String path) {
        return List.of();
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @throws FileTrouble when it can't be written
     */
    default void write(String path, String text) {
        throw new FileTrouble("no files can be written here", 0);
    }

    /** Kernels for the trainings of one session, or of its part after a {@code new}. */
    default Kernels kernels() {
        return Kernels.PLAIN;
    }

    /**
     * What a reader makes of a file.
     *
     * @param path as {@link #resolve} gives it
     * @param name what the user calls it
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

    /** The problem with a file that isn't there, and the name that was probably meant. */
    default Problem missing(String path, String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return new Problem.MissingFile(name, Nearest.to(file, neighbours(path)));
    }

    /** No files, plain kernels. */
    Host NONE = new Host() {};

    /** A file can't be read or written. */
    final class FileTrouble extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int badLine;

        /** For the reason given; {@code badLine} is the line that is not UTF-8, or 0 when that is not it. */
        public FileTrouble(String why, int badLine) {
            super(why, null, false, false);
            this.badLine = badLine;
        }

        /** The problem with a file that can't be read. */
        public Problem problem(String name) {
            return badLine > 0 ? new Problem.NotText(name, badLine) : new Problem.UnreadableFile(name, getMessage());
        }
    }

    /** A file that the user named can't be read. */
    final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Problem problem;

        Unreadable(Problem problem) {
            super(null, null, false, false);
            this.problem = problem;
        }

        /** Why. */
        public Problem problem() {
            return problem;
        }
    }
}

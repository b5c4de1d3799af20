package org.nnlang.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.stream.Stream;

/**
 * Files that are still being written, next to their final place: {@code .nn-PID-N.tmp}.
 *
 * <p>The name contains the process, so that a later process can delete what a killed one left behind.
 */
final class Unfinished {
    private static final String START = ".nn-";
    private static final String END = ".tmp";

    private Unfinished() {}

    /** Creates an empty file with an unused name. */
    static Path file(Path folder, FileAttribute<?>... attributes) throws IOException {
        long pid = ProcessHandle.current().pid();
        for (int n = 0; ; n++) {
            try {
                return Files.createFile(folder.resolve(START + pid + "-" + n + END), attributes);
            } catch (FileAlreadyExistsException taken) {
                // by another thread
            }
        }
    }

    /** Deletes what killed processes left in a folder, as far as possible. */
    static void deleteLeftovers(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Unfinished::isLeftover).toList()) {
                delete(file);
            }
        } catch (IOException unreadable) {
            return; // they stay
        }
    }

    private static boolean isLeftover(Path file) {
        String name = file.getFileName().toString();
        if (!name.startsWith(START) || !name.endsWith(END)) {
            return false;
        }
        String[] numbers =
                name.substring(START.length(), name.length() - END.length()).split("-", -1);
        if (numbers.length != 2 || !isNumber(numbers[0]) || !isNumber(numbers[1])) {
            return false; // somebody else's
        }
        return ProcessHandle.of(Long.parseLong(numbers[0])).isEmpty();
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Deletes a file, if possible. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException inUse) {
            return;
        }
    }
}

package org.nnlang.prompt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nnlang.files.AtomicFile;
import org.nnlang.files.FileReason;
import org.nnlang.text.Printable;

/** The entries of earlier sessions: one UTF-8 line each, with {@code \n} for a line end and {@code \\} for a backslash. */
public final class HistoryFile {
    /** The number of lines to keep. */
    static final int MOST = 2000;

    private static final int LONGEST = 20_000;

    private final Path file;
    private String trouble;
    /** Whether the last line has no line end, because a process was killed or the disk was full. */
    private boolean isTorn;

    /** A history in a file; null for a history that is not kept. */
    public HistoryFile(Path file) {
        this.file = file;
    }

    /**
     * The history in the user's state folder, which the environment's variables name. A user without a name, as in many
     * containers, has the home {@code "?"}, and no history unless a variable names a folder.
     */
    public static HistoryFile ofUser(Map<String, String> environment, String home, boolean windows) {
        String folder = environment.get(windows ? "LOCALAPPDATA" : "XDG_STATE_HOME");
        if (isFolder(folder)) {
            return new HistoryFile(Path.of(folder, "nn", "history"));
        }
        String known = isFolder(home) ? home : environment.get("HOME");
        return new HistoryFile(
                isFolder(known) ? Path.of(known, windows ? "AppData/Local" : ".local/state", "nn", "history") : null);
    }

    private static boolean isFolder(String path) {
        return path != null && Path.of(path).isAbsolute();
    }

    /** The file; null if nothing is kept. */
    Path file() {
        return file;
    }

    /** The first error, or null; the caller shows it once. */
    String trouble() {
        return trouble;
    }

    private void note(String what, IOException why) {
        if (trouble == null) {
            trouble = "the history " + file + " can't be " + what + ": " + FileReason.of(why);
        }
    }

    /** The lines, oldest first; cuts the file if there are far too many. */
    List<String> read() {
        List<String> lines = new ArrayList<>();
        if (file == null || !Files.exists(file)) {
            return lines;
        }
        byte[] bytes = {};
        try {
            if (!Files.isRegularFile(file)) { // reading a pipe would block
                throw new FileSystemException(file.toString(), null, "it is not a regular file");
            }
            bytes = Files.readAllBytes(file);
            isTorn = bytes.length > 0 && bytes[bytes.length - 1] != '\n';
            for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && isText(line)) {
                    lines.add(unescaped(line));
                }
            }
        } catch (IOException why) {
            note("read", why);
        }
        if (lines.size() > 2 * MOST) {
            lines = new ArrayList<>(lines.subList(lines.size() - MOST, lines.size()));
            rewrite(bytes, lines);
        }
        return lines;
    }

    /** Undoes the escapes; a broken file may contain anything. */
    private static boolean isText(String line) {
        return line.length() <= LONGEST && Printable.line(line).indexOf('\ufffd') < 0;
    }

    /** Cuts the file, unless another prompt has just added a line to it. */
    private void rewrite(byte[] old, List<String> lines) {
        try {
            StringBuilder text = new StringBuilder();
            lines.forEach(line -> text.append(escaped(line)).append('\n'));
            AtomicFile.replace(file, old, text.toString().getBytes(StandardCharsets.UTF_8));
            isTorn = false;
        } catch (IOException why) {
            note("written", why);
        }
    }

    /** Adds a line at the end. */
    void add(String line) {
        if (file == null || trouble != null || line.isBlank() || line.length() > LONGEST) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            byte[] bytes = ((isTorn ? "\n" : "") + escaped(line) + "\n").getBytes(StandardCharsets.UTF_8);
            Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            isTorn = false;
        } catch (IOException why) {
            note("written", why);
        }
    }

    private static String escaped(String line) {
        return line.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String unescaped(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                char next = line.charAt(++i);
                text.append(next == 'n' ? '\n' : next);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}

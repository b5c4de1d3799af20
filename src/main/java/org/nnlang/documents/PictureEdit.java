package org.nnlang.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.nnlang.draw.PngText;
import org.nnlang.files.AtomicFile;

/**
 * A picture that a document's script makes, and the file that should be it.
 *
 * @param name the file's name in the document
 */
public record PictureEdit(String name, Path file, byte[] now) {
    /** Whether there is such a file. */
    boolean exists() {
        return Files.exists(file);
    }

    /** Whether the file is the picture: the same bytes or, since other fonts give other points, a PNG of the same numbers. */
    boolean isDone() {
        try {
            byte[] old = Files.readAllBytes(file);
            return Arrays.equals(old, now)
                    || name.endsWith(".png") && PngText.of(now).equals(PngText.of(old));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Writes the file; returns true. */
    public boolean write() throws IOException {
        AtomicFile.write(file, now);
        return true;
    }
}

package org.nnlang.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nnlang.files.AtomicFile;
import org.nnlang.picture.PictureFile;

/**
 * A picture that a document's script makes, and the file that should be it.
 *
 * @param name the file's name in the document
 */
public record PictureEdit(String name, Path file, PictureFile now) {
    /** Whether there is such a file. */
    boolean exists() {
        return Files.exists(file);
    }

    /** Whether the file is the picture. */
    boolean isDone() {
        try {
            return now.is(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Writes the file; returns true. */
    public boolean write() throws IOException {
        AtomicFile.write(file, now.bytes());
        return true;
    }
}

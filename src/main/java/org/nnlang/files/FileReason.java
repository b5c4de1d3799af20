package org.nnlang.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Words why a file can't be read or written, to go after a colon. */
public final class FileReason {
    private FileReason() {}

    public static String of(IOException trouble) {
        return switch (trouble) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "there is no such file";
            case FileSystemException known when known.getReason() != null -> known.getReason();
            case FileSystemException known -> known.getClass().getSimpleName().replace("Exception", "");
            default -> String.valueOf(trouble.getMessage());
        };
    }
}

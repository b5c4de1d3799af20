package org.nnlang.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/** Embeds a document's pictures in the page. */
final class Images {
    private static final Map<String, String> TYPES = Map.of(
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "gif", "image/gif",
            "webp", "image/webp",
            "svg", "image/svg+xml");

    private final Path folder;
    private final Path root;

    /** The pictures of a document in a folder; only files in {@code root} may be read, or all if it is null. */
    Images(Path folder, Path root) {
        this.folder = folder;
        this.root = root;
    }

    /** A picture as a data URL; null if it can't or may not be read. */
    String embedded(String path) {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (type == null || path.contains("://")) {
            return null;
        }
        try {
            Path file = folder.resolve(path).toRealPath();
            boolean permitted = root == null || file.startsWith(root.toRealPath());
            return permitted && Files.isRegularFile(file)
                    ? "data:" + type + ";base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(file))
                    : null;
        } catch (IOException | InvalidPathException unreadable) {
            return null;
        }
    }
}

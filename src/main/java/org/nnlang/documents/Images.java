package org.nnlang.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/** The pictures of a document, as text that stands in the page itself. */
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

    /** Those of a document in a folder; {@code root} holds all that may be read, or is null for everything. */
    Images(Path folder, Path root) {
        this.folder = folder;
        this.root = root;
    }

    /** A picture as a URL with its bytes in it; null where it can't be read, or may not be. */
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

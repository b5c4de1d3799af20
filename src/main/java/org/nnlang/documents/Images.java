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
    private final Map<String, byte[]> made;

    /** The pictures of a document in a folder; only files in {@code root} may be read, or all if it is null. */
    Images(Path folder, Path root) {
        this(folder, root, Map.of());
    }

    private Images(Path folder, Path root, Map<String, byte[]> made) {
        this.folder = folder;
        this.root = root;
        this.made = made;
    }

    /** With the pictures that the document's scripts make, by their paths, in place of their files. */
    Images with(Map<String, byte[]> pictures) {
        return new Images(folder, root, pictures);
    }

    /** A picture as a data URL; null if it can't or may not be read. */
    String embedded(String path) {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (type == null || path.contains("://")) {
            return null;
        }
        try {
            byte[] picture = made.get(Path.of(path).normalize().toString());
            if (picture == null) {
                Path file = folder.resolve(path).toRealPath();
                boolean permitted = root == null || file.startsWith(root.toRealPath());
                picture = permitted && Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
            }
            return picture == null
                    ? null
                    : "data:" + type + ";base64," + Base64.getEncoder().encodeToString(picture);
        } catch (IOException | InvalidPathException unreadable) {
            return null;
        }
    }
}

package org.nnlang.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Embeds a document's pictures in the page. */
final class Images {
    private static final Map<String, String> TYPES = Map.of(
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "gif", "image/gif",
            "webp", "image/webp",
            "svg", "image/svg+xml");

    private static final Pattern WIDTH = Pattern.compile("<svg[^>]*\\swidth=\"(\\d{1,6}(?:\\.\\d{1,6})?)(?:px)?\"");

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

    Map<String, byte[]> made() {
        return made;
    }

    /** A picture that is part of the page; of a drawing, its own width in pixels, else 0. */
    record Embedded(String url, double width) {}

    /** A picture as a data URL; null if it can't or may not be read. */
    Embedded embedded(String path) {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (type == null || path.contains("://")) {
            return null;
        }
        try {
            String name = Addresses.decoded(path);
            byte[] picture = made.get(Path.of(name).normalize().toString());
            if (picture == null) {
                Path file = folder.resolve(name).toRealPath();
                boolean permitted = root == null || file.startsWith(root.toRealPath());
                picture = permitted && Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
            }
            return picture == null
                    ? null
                    : new Embedded(
                            "data:" + type + ";base64," + Base64.getEncoder().encodeToString(picture),
                            type.contains("svg") ? width(new String(picture, StandardCharsets.UTF_8)) : 0);
        } catch (IOException | InvalidPathException unreadable) {
            return null;
        }
    }

    private static double width(String svg) {
        Matcher width = WIDTH.matcher(svg);
        return width.find() ? Double.parseDouble(width.group(1)) : 0;
    }
}

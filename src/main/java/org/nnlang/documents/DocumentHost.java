package org.nnlang.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nnlang.data.ByteSource;
import org.nnlang.data.CsvReader;
import org.nnlang.language.Host;
import org.nnlang.picture.PictureFile;
import org.nnlang.training.Kernels;

/**
 * The files that a document's scripts may use: they read the files of one folder, or all. What they write stays in memory,
 * where they can read it again: a document that is checked leaves no files behind.
 *
 * <p>Paths are relative to the document's folder, so that messages are the same on every machine.
 */
final class DocumentHost implements Host {
    /** The script name of a block. */
    static final String SCRIPT = "example.nn";

    private final Host files;
    private final Path folder;
    private final Path root;
    private final Map<String, String> written = new HashMap<>();
    /** The files that the scripts have read. */
    private final Set<String> used = new TreeSet<>();
    /** The pictures that the scripts have made since they were last taken. */
    private Map<String, PictureFile> pictures = new LinkedHashMap<>();

    /** Serves a document in a folder; scripts may read files in {@code root}, or all if it is null. */
    DocumentHost(Host files, Path folder, Path root) {
        this.files = files;
        this.folder = folder;
        this.root = root;
    }

    @Override
    public String resolve(String path, String script) {
        if (script.isEmpty() && path.equals(SCRIPT)) {
            return "./" + SCRIPT; // no file has this path: file paths have no leading dot
        }
        try {
            return Path.of(script).resolveSibling(path).normalize().toString();
        } catch (InvalidPathException odd) {
            return path;
        }
    }

    @Override
    public String read(String path) {
        String text = written.get(path);
        return text != null ? text : files.read(used(path));
    }

    @Override
    public ByteSource open(String path) {
        return written.containsKey(path) ? ByteSource.of(written.get(path)) : files.open(used(path));
    }

    private String used(String path) {
        String place = permitted(path);
        used.add(path);
        return place;
    }

    /** The texts of the files that the scripts have read, by their paths. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        used.forEach(path -> texts.put(path, files.read(place(path))));
        return texts;
    }

    @Override
    public CsvReader csv() {
        return files.csv();
    }

    @Override
    public long memory() {
        return files.memory();
    }

    /** Reports every file outside the root as existing, so that a script learns only that it can't read it. */
    @Override
    public boolean exists(String path) {
        return written.containsKey(path) || !isPermitted(path) || files.exists(place(path));
    }

    @Override
    public List<String> neighbours(String path) {
        return isPermitted(path) ? files.neighbours(place(path)) : List.of();
    }

    @Override
    public void write(String path, String text) {
        permitted(path);
        written.put(path, text);
    }

    /** Keeps a picture, even if all files are allowed: the document says when it is written. */
    @Override
    public void writePicture(String path, PictureFile picture) {
        permitted(path);
        pictures.put(path, picture);
    }

    @Override
    public PictureFile png(String svg, String numbers) {
        return files.png(svg, numbers);
    }

    /** The pictures made since the last call, by their paths from the document's folder. */
    Map<String, PictureFile> takePictures() {
        Map<String, PictureFile> taken = pictures;
        pictures = new LinkedHashMap<>();
        return taken;
    }

    @Override
    public Kernels kernels() {
        return files.kernels();
    }

    /** The file of a path. */
    Path file(String path) {
        return folder.resolve(path);
    }

    private String place(String path) {
        return folder.resolve(path).toString();
    }

    private String permitted(String path) {
        if (!isPermitted(path)) {
            throw new FileTrouble("it is outside the document's folder; use --root FOLDER, or --allow-files", 0);
        }
        return place(path);
    }

    private boolean isPermitted(String path) {
        try {
            return root == null || real(folder.resolve(path)).startsWith(real(root));
        } catch (IOException | InvalidPathException unknown) {
            return false;
        }
    }

    /** The target of a path through all links; its last part need not exist yet. */
    private static Path real(Path path) throws IOException {
        Path file = path.toAbsolutePath().normalize();
        if (Files.exists(file) || file.getParent() == null) {
            return file.toRealPath();
        }
        if (Files.isSymbolicLink(file)) { // a broken link
            throw new IOException("a broken link");
        }
        return real(file.getParent()).resolve(file.getFileName());
    }
}

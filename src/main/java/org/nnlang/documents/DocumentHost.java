package org.nnlang.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.data.ByteSource;
import org.nnlang.data.CsvReader;
import org.nnlang.language.Host;
import org.nnlang.network.Kernels;

/**
 * What the scripts of a document have of the machine: the files of one folder, to be read. What they write stays in
 * memory, where they may read it again, unless all files are allowed.
 *
 * <p>Paths are known as they are seen from the document's folder, so that messages are the same on every machine.
 */
final class DocumentHost implements Host {
    /** The name under which a block is run. */
    static final String SCRIPT = "example.nn";

    private final Host files;
    private final Path folder;
    private final Path root;
    private final Map<String, String> written = new HashMap<>();

    /** For a document in a folder; {@code root} holds all that may be read, or is null where everything may be used. */
    DocumentHost(Host files, Path folder, Path root) {
        this.files = files;
        this.folder = folder;
        this.root = root;
    }

    @Override
    public String resolve(String path, String script) {
        if (script.isEmpty() && path.equals(SCRIPT)) {
            return "./" + SCRIPT; // no file has this path: others are without a dot
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
        return text != null ? text : files.read(permitted(path));
    }

    @Override
    public ByteSource open(String path) {
        return written.containsKey(path) ? ByteSource.of(written.get(path)) : files.open(permitted(path));
    }

    @Override
    public CsvReader csv() {
        return files.csv();
    }

    @Override
    public long memory() {
        return files.memory();
    }

    /** What lies outside is said to exist: that it can't be read is all that a script learns. */
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
        String place = permitted(path);
        if (root == null) {
            files.write(place, text);
        } else {
            written.put(path, text);
        }
    }

    @Override
    public Kernels kernels() {
        return files.kernels();
    }

    private String place(String path) {
        return folder.resolve(path).toString();
    }

    private String permitted(String path) {
        if (!isPermitted(path)) {
            throw new FileTrouble("it is outside of the document's folder; --allow-files allows it", 0);
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

    /** Where a path leads through all links, also one whose last part does not exist yet. */
    private static Path real(Path path) throws IOException {
        Path file = path.toAbsolutePath().normalize();
        if (Files.exists(file) || file.getParent() == null) {
            return file.toRealPath();
        }
        if (Files.isSymbolicLink(file)) { // it leads to nothing, wherever that is
            throw new IOException("a broken link");
        }
        return real(file.getParent()).resolve(file.getFileName());
    }
}

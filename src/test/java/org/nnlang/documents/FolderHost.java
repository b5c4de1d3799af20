package org.nnlang.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nnlang.engine.Engine;
import org.nnlang.language.Host;
import org.nnlang.training.Kernels;

/** Reads the files of one folder; what is written stays in memory, to be read again. */
final class FolderHost implements Host {
    private final Path folder;
    private final Map<String, String> written = new HashMap<>();

    FolderHost(Path folder) {
        this.folder = folder;
    }

    @Override
    public String resolve(String path, String script) {
        return folder.resolve(path).normalize().toString();
    }

    @Override
    public String read(String path) {
        if (written.containsKey(path)) {
            return written.get(path);
        }
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new FileTrouble(String.valueOf(e.getMessage()), 0);
        }
    }

    @Override
    public Kernels kernels() {
        return new Engine();
    }

    @Override
    public boolean exists(String path) {
        return written.containsKey(path) || Files.isRegularFile(Path.of(path));
    }

    @Override
    public List<String> neighbours(String path) {
        Path parent = Path.of(path).toAbsolutePath().getParent();
        try (Stream<Path> files = Files.list(parent)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    @Override
    public void write(String path, String text) {
        written.put(path, text);
    }
}

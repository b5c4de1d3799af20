package org.nnlang.session;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nnlang.engine.Engine;
import org.nnlang.language.Host;
import org.nnlang.training.Kernels;

/** Files in memory, for scripts that save, include and read; none can be written in {@code locked/}. */
public final class MemoryHost implements Host {
    public final Map<String, String> files;

    public MemoryHost() {
        this(Map.of());
    }

    public MemoryHost(Map<String, String> files) {
        this.files = new TreeMap<>(files);
    }

    @Override
    public String read(String path) {
        if (!exists(path)) {
            throw new FileTrouble("there is no such file", 0);
        }
        return files.get(path);
    }

    @Override
    public boolean exists(String path) {
        return files.containsKey(path);
    }

    @Override
    public List<String> neighbours(String path) {
        return List.copyOf(files.keySet());
    }

    @Override
    public void write(String path, String text) {
        if (path.startsWith("locked/")) {
            throw new FileTrouble("permission denied", 0);
        }
        files.put(path, text);
    }

    @Override
    public Kernels kernels() {
        return new Engine();
    }
}

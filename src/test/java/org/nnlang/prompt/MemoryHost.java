package org.nnlang.prompt;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nnlang.language.Host;

/** Files in memory. */
final class MemoryHost implements Host {
    final Map<String, String> files = new TreeMap<>();

    @Override
    public String resolve(String path, String script) {
        return path;
    }

    @Override
    public String read(String path) {
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
}

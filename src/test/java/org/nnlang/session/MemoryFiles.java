package org.nnlang.session;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nnlang.language.Host;

/** Files in memory, for scripts that save, include and read. */
final class MemoryFiles implements Host {
    final Map<String, String> files = new TreeMap<>(Map.of(
            "i.nn", "learning rate = 0.2\nshow step\n",
            "broken.nn", "learning rate = 0.7\nlet broken = step\nshow 1 / (broken - broken)\n",
            "d.csv", "a,b,c\n1,2,0\n3,4,1\n5,6,0\n"));

    @Override
    public String resolve(String path, String script) {
        return path;
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
        files.put(path, text);
    }
}

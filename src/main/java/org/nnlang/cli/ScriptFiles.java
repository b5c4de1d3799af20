package org.nnlang.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Files on this machine, and which of them a script that is checked reads: checking asks whether each exists. */
final class ScriptFiles extends FileHost {
    private final Set<String> known = new TreeSet<>();

    @Override
    public boolean exists(String path) {
        boolean exists = super.exists(path);
        if (exists) {
            known.add(path);
        }
        return exists;
    }

    /**
     * The texts of the files that the script reads, without the script itself, by the paths that lead to them from its folder.
     *
     * @throws Unreadable if a file can't be read or isn't UTF-8
     */
    Map<String, String> texts(String script) {
        Map<String, String> texts = new TreeMap<>();
        Path folder = Path.of(script).toAbsolutePath().normalize().getParent();
        for (String path : known) {
            if (!path.equals(script)) {
                Path file = Path.of(path).toAbsolutePath().normalize();
                String name = folder.relativize(file).toString().replace('\\', '/');
                texts.put(name, from(path, name, this::read));
            }
        }
        return texts;
    }
}

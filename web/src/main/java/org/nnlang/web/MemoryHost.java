package org.nnlang.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Host;
import org.nnlang.picture.PictureFile;

/** Scripts' files, which are in memory; a path is relative to the script that names it. */
public final class MemoryHost implements Host {
    /** What a page may use; beyond it, browsers end a page without a word. */
    private static final long MEMORY = 1L << 30;

    private final PageFiles files;

    /** Scripts with these files. */
    public MemoryHost(PageFiles files) {
        this.files = files;
    }

    @Override
    public String resolve(String path, String script) {
        String whole = path.startsWith("/") ? path : folder(script) + path;
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start <= whole.length()) {
            int end = whole.indexOf('/', start);
            end = end < 0 ? whole.length() : end;
            String part = whole.substring(start, end);
            boolean up =
                    part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..");
            if (up) {
                parts.removeLast();
            } else if (!part.equals(".") && (!part.isEmpty() || start == 0)) {
                parts.add(part);
            }
            start = end + 1;
        }
        return String.join("/", parts);
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    @Override
    public String read(String path) {
        String text = files.read(path);
        if (text == null) {
            throw new FileTrouble("there is no such file here", 0);
        }
        return text;
    }

    @Override
    public boolean exists(String path) {
        return files.read(path) != null;
    }

    @Override
    public List<String> neighbours(String path) {
        String folder = folder(path);
        List<String> names = new ArrayList<>();
        String all = files.names();
        int start = 0;
        for (int end = all.indexOf('\n'); end >= 0; end = all.indexOf('\n', start)) {
            String name = all.substring(start, end);
            if (folder(name).equals(folder)) {
                names.add(name.substring(folder.length()));
            }
            start = end + 1;
        }
        return names;
    }

    @Override
    public void write(String path, String text) {
        files.write(path, text);
    }

    @Override
    public void writePicture(String path, PictureFile picture) {
        files.write(path, new String(picture.bytes(), StandardCharsets.UTF_8));
    }

    @Override
    public long memory() {
        return MEMORY;
    }
}

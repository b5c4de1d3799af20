package org.nnlang.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.nnlang.text.Source;

/** A Markdown page: its lines, and its fenced blocks. */
record Document(Path file, List<String> lines) {
    /**
     * A fenced block.
     *
     * @param info the words after the opening fence
     * @param first the index of the first line inside
     * @param end the index of the closing fence
     */
    record Block(List<String> info, int first, int end, String text) {
        boolean is(String language) {
            return !info.isEmpty() && info.getFirst().equals(language);
        }

        boolean has(String word) {
            return info.subList(1, info.size()).contains(word);
        }

        /** The line, from 1, of the opening fence. */
        int line() {
            return first;
        }
    }

    static Document read(Path file) {
        try {
            return new Document(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The front page and all pages of the documentation. */
    static List<Document> all() {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            List<Path> pages = new ArrayList<>(docs.toList());
            pages.add(Path.of("README.md"));
            return pages.stream()
                    .filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .map(Document::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return file.toString().replace('\\', '/');
    }

    List<Block> blocks() {
        Page page = PageReader.read(new Source(name(), String.join("\n", lines) + "\n"));
        return page.fences().stream().map(Document::block).toList();
    }

    private static Block block(Fence fence) {
        if (!fence.closed()) {
            throw new AssertionError("a block is not closed, line " + fence.line());
        }
        return new Block(words(fence.info().text()), fence.line(), fence.lastLine() - 1, fence.text());
    }

    /** The block of that language which follows another with nothing but empty lines between, or null. */
    Block after(Block block, String language) {
        for (Block other : blocks()) {
            if (other.first > block.end) {
                boolean directly =
                        lines.subList(block.end + 1, other.first - 1).stream().allMatch(String::isBlank);
                return directly && other.is(language) ? other : null;
            }
        }
        return null;
    }

    /** The lines outside of blocks. */
    List<String> prose() {
        List<String> prose = new ArrayList<>(lines);
        for (Block block : blocks()) {
            for (int i = block.first; i < block.end; i++) {
                prose.set(i, "");
            }
        }
        return prose;
    }

    /** The lines from a heading to the next of the same or a higher level. */
    List<String> section(String heading) {
        int start = lines.indexOf(heading);
        if (start < 0) {
            throw new AssertionError(name() + " has no heading \"" + heading + "\"");
        }
        int level = heading.indexOf(' ');
        List<String> prose = prose();
        for (int i = start + 1; i < lines.size(); i++) {
            int other = prose.get(i).startsWith("#") ? prose.get(i).indexOf(' ') : Integer.MAX_VALUE;
            if (other <= level) {
                return lines.subList(start + 1, i);
            }
        }
        return lines.subList(start + 1, lines.size());
    }

    static String text(Collection<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static List<String> words(String text) {
        return Stream.of(text.strip().split("\\s+")).filter(w -> !w.isEmpty()).toList();
    }
}

package org.nnlang.documents;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;

/**
 * The Markdown and LaTeX files in a folder at any depth, ordered by name.
 *
 * @param files the documents
 * @param skipped the files left alone, and why: links that lead out of the folder, and irregular files
 * @param unreadable the folders that can't be read
 */
public record DocumentFiles(List<Path> files, List<Message> skipped, List<Message> unreadable) {
    /** The documents in a folder; or a single file, whatever it is. */
    public static DocumentFiles in(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return new DocumentFiles(List.of(path), List.of(), List.of());
        }
        Search search = new Search(path);
        Files.walkFileTree(search.root, search);
        return new DocumentFiles(
                List.copyOf(search.found), List.copyOf(search.skipped), List.copyOf(search.unreadable));
    }

    /** Whether a file is a Markdown or LaTeX document, by its name. */
    public static boolean isDocument(String name) {
        return isMarkdown(name) || PageReader.isTex(name);
    }

    /** Visits a folder without following links: their targets in the folder are found anyway. */
    private static final class Search extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final Path root;
        private final TreeSet<Path> found = new TreeSet<>();
        private final List<Message> skipped = new ArrayList<>();
        private final List<Message> unreadable = new ArrayList<>();

        Search(Path folder) throws IOException {
            this.folder = folder;
            this.root = folder.toRealPath();
        }

        @Override
        public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            String name = String.valueOf(path.getFileName());
            boolean aside = !path.equals(root) && (name.startsWith(".") || name.equals("node_modules"));
            return aside ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink()) {
                link(file);
            } else if (isDocument(file.toString())) {
                take(file, attributes.isRegularFile());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException trouble) {
            String why = trouble instanceof AccessDeniedException ? "permission denied" : "it can't be opened";
            unreadable.add(Problem.UNREADABLE_FILE.with(name(file), why));
            return FileVisitResult.CONTINUE;
        }

        private void link(Path link) {
            try {
                Path target = link.toRealPath();
                boolean isFolder = Files.isDirectory(target);
                if (!isFolder && !isDocument(link.toString())) {
                    return;
                }
                if (!target.startsWith(root)) {
                    skipped.add(Problem.SKIPPED_DOCUMENT.with(name(link), "it is a link that leads out of " + folder));
                } else if (!isFolder) {
                    take(link, Files.isRegularFile(target));
                }
            } catch (IOException nowhere) {
                if (isDocument(link.toString())) {
                    skipped.add(Problem.SKIPPED_DOCUMENT.with(name(link), "it is a link that leads nowhere"));
                }
            }
        }

        private void take(Path file, boolean regular) {
            if (regular) {
                found.add(named(file));
            } else {
                skipped.add(Problem.SKIPPED_DOCUMENT.with(name(file), "it is not a regular file"));
            }
        }

        /** A file's name, relative like the folder's. */
        private Path named(Path file) {
            return folder.resolve(root.relativize(file)).normalize();
        }

        private String name(Path file) {
            return named(file).toString().replace('\\', '/');
        }
    }

    private static boolean isMarkdown(String name) {
        return name.endsWith(".md") || name.endsWith(".markdown");
    }

    /** The name of a file, without the ending of a Markdown document. */
    public static String stem(Path file) {
        String name = file.getFileName().toString();
        return isMarkdown(name) ? name.substring(0, name.lastIndexOf('.')) : name;
    }
}

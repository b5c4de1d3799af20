package org.nnlang.docs;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.nnlang.interpreter.Host;
import org.nnlang.source.Diagnostic;
import org.nnlang.source.Nearest;
import org.nnlang.source.Problem;
import org.nnlang.source.Source;
import org.nnlang.source.Span;

/** Documents of this machine, one after the other. */
public final class Documents {
    /** How long a script that does not hear that its time is over is waited for. */
    private static final long PATIENCE_MILLIS = 1000;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    /**
     * What documents may do.
     *
     * @param seconds the time that each has
     * @param root the folder whose files their scripts may read; null for the document's own
     * @param allFiles whether their scripts may read and write all files
     */
    public record Limits(double seconds, Path root, boolean allFiles) {}

    private final Host files;
    private final Limits limits;
    private final BooleanSupplier goesOn;

    /** For documents whose scripts have the files of a host; a run ends when it does not go on. */
    public Documents(Host files, Limits limits, BooleanSupplier goesOn) {
        this.files = files;
        this.limits = limits;
        this.goesOn = goesOn;
    }

    /** The Markdown files in a folder and its folders, in the order of their names; a file itself. */
    public static List<Path> in(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        TreeSet<Path> found = new TreeSet<>();
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = String.valueOf(folder.getFileName());
                boolean aside = !folder.equals(path) && (name.startsWith(".") || name.equals("node_modules"));
                return aside ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (name.endsWith(".md") || name.endsWith(".markdown")) {
                    found.add(file.normalize());
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return List.copyOf(found);
    }

    /** Runs a document and compares. */
    public Checked check(Path file) {
        return check(file, (_, _) -> {});
    }

    /** A document as a web page, with its outputs and values as they are now. */
    public record Rendered(String html, Checked checked) {}

    /** Runs a document and draws it; as a fragment, for a page that somebody else makes. */
    public Rendered render(Path file, boolean fragment) {
        Map<Part.Block, Transcript> transcripts = new IdentityHashMap<>();
        Checked checked = check(file, transcripts::put);
        List<Transcript> inOrder = new ArrayList<>();
        for (Part part : checked.page().parts()) {
            if (part instanceof Part.Block block) {
                inOrder.add(transcripts.get(block));
            }
        }
        Page now = PageReader.read(new Source(checked.name(), checked.edited()));
        PageHtml html = new PageHtml(now, inOrder, new Images(folder(file), root(file)));
        return new Rendered(fragment ? html.fragment() : html.whole(), checked);
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().normalize().getParent();
    }

    /** The folder whose files may be read; null for all. */
    private Path root(Path file) {
        return limits.allFiles() ? null : limits.root() == null ? folder(file) : limits.root();
    }

    Checked check(Path file, BiConsumer<Part.Block, Transcript> heard) {
        String name = file.toString().replace('\\', '/');
        String text;
        try {
            text = read(file.toString(), name);
        } catch (Unreadable unreadable) {
            return Checked.unreadable(file, name, unreadable.problem);
        }
        boolean mark = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        Page page = PageReader.read(new Source(name, mark ? text.substring(1) : text));
        return new Checked(file, text, page, run(page, file, heard));
    }

    private String read(String file, String name) throws Unreadable {
        if (!files.exists(file)) {
            String last = name.substring(name.lastIndexOf('/') + 1);
            throw new Unreadable(new Problem.MissingFile(name, Nearest.to(last, files.neighbours(file))));
        }
        try {
            return files.read(file);
        } catch (Host.FileTrouble trouble) {
            throw new Unreadable(
                    trouble.badLine() > 0
                            ? new Problem.NotText(name, trouble.badLine())
                            : new Problem.UnreadableFile(name, trouble.getMessage()));
        }
    }

    /** Runs a page in a thread of its own, which is left alone when it does not end. */
    private List<Finding> run(Page page, Path file, BiConsumer<Part.Block, Transcript> heard) {
        Deadline deadline = new Deadline(limits.seconds(), goesOn);
        PageRunner runner = new PageRunner(page, new DocumentHost(files, folder(file), root(file)), deadline, heard);
        List<Finding> mishaps = new ArrayList<>();
        Thread thread = new Thread(() -> {
            try {
                runner.run();
            } catch (RuntimeException | StackOverflowError mistake) {
                Span start = new Span(page.source(), 0, 0);
                Diagnostic internal = Diagnostic.error(start, new Problem.Internal(mistake.toString()));
                mishaps.add(new Finding(page.source().name(), 1, internal, List.of()));
            }
        });
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join((long) (limits.seconds() * 1000) + PATIENCE_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        List<Finding> findings = new ArrayList<>(runner.findings());
        if (thread.isAlive()) {
            findings.add(runner.timedOut());
        } else {
            findings.addAll(mishaps);
        }
        return findings;
    }

    /** A document that can't be read. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Problem problem;

        Unreadable(Problem problem) {
            super(null, null, false, false);
            this.problem = problem;
        }
    }
}

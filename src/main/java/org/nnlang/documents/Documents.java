package org.nnlang.documents;

import java.nio.file.Path;
import org.nnlang.language.Host;
import org.nnlang.network.Cancellation;

/** Checks and renders documents on this machine, one at a time. */
public final class Documents {
    /**
     * The limits for documents.
     *
     * @param seconds the time limit for each document, from reading to rendering
     * @param root the folder whose files scripts may read; null for the document's own folder
     * @param allFiles whether scripts may read all files
     */
    public record Limits(double seconds, Path root, boolean allFiles) {}

    /**
     * How to render a document.
     *
     * @param fragment whether to leave out head and body
     * @param allowsHtml whether to keep HTML and addresses as the author wrote them
     * @param live what lets a reader change and run the scripts, or null
     */
    public record Style(boolean fragment, boolean allowsHtml, LiveParts live) {}

    /**
     * A document as a web page, with current outputs and values.
     *
     * @param html the page; null if the document can't be read or took too long
     */
    public record Rendered(String html, Checked checked) {}

    private static final long PATIENCE_MILLIS = 1000;

    private final Host files;
    private final Limits limits;
    private final Cancellation cancellation;

    /** Documents whose scripts use a host's files; cancelling ends a run. */
    public Documents(Host files, Limits limits, Cancellation cancellation) {
        this.files = files;
        this.limits = limits;
        this.cancellation = cancellation;
    }

    /** Runs a document and compares it with its outputs and values. */
    public Checked check(Path file) {
        return run(file, null).checked();
    }

    /** Runs a document and renders it. */
    public Rendered render(Path file, Style style) {
        return run(file, style);
    }

    private Rendered run(Path file, Style style) {
        Path root = limits.allFiles() ? null : limits.root() == null ? folder(file) : limits.root();
        return new DocumentRun(file, files, root, new Deadline(limits.seconds(), cancellation))
                .await(style, PATIENCE_MILLIS);
    }

    /** Whether a document is one of LaTeX, which nn checks and updates, but doesn't render. */
    public static boolean isTex(Path file) {
        return PageReader.isTex(file.toString());
    }

    static Path folder(Path file) {
        return file.toAbsolutePath().normalize().getParent();
    }
}

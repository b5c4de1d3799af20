package org.nnlang.documents;

import java.nio.file.Path;
import org.nnlang.language.Host;
import org.nnlang.network.Cancellation;

/** Documents of this machine, one after the other. */
public final class Documents {
    /**
     * What documents may do.
     *
     * @param seconds the time that each has, from reading it to drawing it
     * @param root the folder whose files their scripts may read; null for the document's own
     * @param allFiles whether their scripts may read and write all files
     */
    public record Limits(double seconds, Path root, boolean allFiles) {}

    /**
     * How a document is drawn.
     *
     * @param fragment without head and body, for a page that somebody else makes
     * @param allowsHtml whether HTML and addresses are passed on as the author wrote them
     */
    public record Style(boolean fragment, boolean allowsHtml) {}

    /**
     * A document as a web page, with its outputs and values as they are now.
     *
     * @param html the page; null where the document can't be read, or has had its time
     */
    public record Rendered(String html, Checked checked) {}

    private static final long PATIENCE_MILLIS = 1000;

    private final Host files;
    private final Limits limits;
    private final Cancellation cancellation;

    /** For documents whose scripts have the files of a host; a run ends when it is cancelled. */
    public Documents(Host files, Limits limits, Cancellation cancellation) {
        this.files = files;
        this.limits = limits;
        this.cancellation = cancellation;
    }

    /** Runs a document and compares. */
    public Checked check(Path file) {
        return run(file, null).checked();
    }

    /** Runs a document and draws it. */
    public Rendered render(Path file, Style style) {
        return run(file, style);
    }

    private Rendered run(Path file, Style style) {
        Path root = limits.allFiles() ? null : limits.root() == null ? folder(file) : limits.root();
        return new DocumentRun(file, files, root, new Deadline(limits.seconds(), cancellation))
                .await(style, PATIENCE_MILLIS);
    }

    static Path folder(Path file) {
        return file.toAbsolutePath().normalize().getParent();
    }
}

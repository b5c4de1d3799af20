package org.nnlang.documents;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
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
     * @param site the site that the page is a part of, or null
     * @param pictures for Markdown, what the names of its pictures begin with; null for a web page
     */
    public record Style(boolean fragment, boolean allowsHtml, LiveParts live, SitePage site, String pictures) {
        /** The style of a web page by itself. */
        public Style(boolean fragment, boolean allowsHtml, LiveParts live) {
            this(fragment, allowsHtml, live, null, null);
        }

        /** The style of Markdown. */
        public static Style markdown(SitePage site, String pictures) {
            return new Style(false, true, null, site, pictures);
        }
    }

    /**
     * A document as a web page or as Markdown, with current outputs and values.
     *
     * @param text the page; null if the document can't be read or took too long
     * @param pictures for Markdown, the pictures that belong beside it, by their paths from there
     */
    public record Rendered(String text, Map<String, byte[]> pictures, Checked checked) {}

    /**
     * Plans the site of a folder.
     *
     * @param documents the Markdown documents in it
     * @param allowsHtml whether links can lead to anchors in the documents' own HTML
     */
    public Site site(Site.Plan plan, List<Path> documents, boolean allowsHtml) {
        Map<Path, PageOutline> outlines = new LinkedHashMap<>();
        for (Path document : documents) {
            outlines.put(document, outline(document, allowsHtml));
        }
        return Site.of(plan, outlines);
    }

    /** The outline of a document; null if it can't be read, which rendering it reports. */
    private PageOutline outline(Path document, boolean allowsHtml) {
        AtomicReference<PageOutline> outline = new AtomicReference<>();
        Thread thread = new Thread(
                () -> outline.set(PageOutline.of(DocumentRun.source(files, document), allowsHtml)), "outline");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((_, _) -> {});
        thread.start();
        try {
            thread.join((long) Math.ceil(Math.min(limits.seconds(), MOST_SECONDS) * MILLIS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return outline.get();
    }

    private static final double MOST_SECONDS = 1e6;
    private static final int MILLIS = 1000;
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

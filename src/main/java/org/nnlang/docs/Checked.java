package org.nnlang.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.nnlang.files.AtomicFile;
import org.nnlang.source.Diagnostic;
import org.nnlang.source.Problem;
import org.nnlang.source.Source;
import org.nnlang.source.Span;

/** A document that has been run, and what was found. */
public final class Checked {
    private final Path file;
    private final String text;
    private final Page page;
    private final List<Finding> findings;

    /** {@code text} is all of the file, with its byte order mark. */
    Checked(Path file, String text, Page page, List<Finding> findings) {
        this.file = file;
        this.text = text;
        this.page = page;
        this.findings =
                findings.stream().sorted(Comparator.comparingInt(Finding::line)).toList();
    }

    static Checked unreadable(Path file, String name, Problem problem) {
        Source nothing = new Source(name, "");
        Finding finding = new Finding(name, 0, Diagnostic.error(new Span(nothing, 0, 0), problem), List.of());
        return new Checked(file, "", new Page(nothing, List.of(), List.of(), List.of()), List.of(finding));
    }

    /** The name of the document. */
    public String name() {
        return page.source().name();
    }

    /** What is not as it should be, by line. */
    public List<Finding> findings() {
        return findings;
    }

    /** How many blocks and values it has. */
    public int parts() {
        return page.parts().size();
    }

    Page page() {
        return page;
    }

    /** The difference that a finding's edits make, as {@code diff -u} shows it; empty without edits. */
    public String diff(Finding finding) {
        return finding.edits().isEmpty() ? "" : new UnifiedDiff(page.source()).of(finding.edits());
    }

    /** The difference that all edits make. */
    public String diff() {
        return edits().isEmpty() ? "" : new UnifiedDiff(page.source()).of(edits());
    }

    /** All edits, in order. */
    List<Edit> edits() {
        return findings.stream()
                .flatMap(finding -> finding.edits().stream())
                .sorted(Comparator.comparingInt(edit -> edit.old().start()))
                .toList();
    }

    /** The text with all edits made, without its byte order mark. */
    String edited() {
        return Edit.apply(page.source().text(), edits());
    }

    /** What is left when all edits are made: what only the author can put right. */
    public List<Finding> left() {
        return findings.stream().filter(finding -> finding.edits().isEmpty()).toList();
    }

    /**
     * Makes all edits in the file, in one step, unless it has changed meanwhile.
     *
     * @return whether there were any
     */
    public boolean write() throws IOException {
        if (edits().isEmpty()) {
            return false;
        }
        String mark = text.substring(0, text.length() - page.source().text().length());
        AtomicFile.replace(
                file, text.getBytes(StandardCharsets.UTF_8), (mark + edited()).getBytes(StandardCharsets.UTF_8));
        return true;
    }
}

package org.nnlang.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.nnlang.files.AtomicFile;

/** A document after its run, with its findings. */
public final class Checked {
    private final Path file;
    private final String text;
    private final Page page;
    private final List<Finding> findings;
    private UnifiedDiff diff;

    /** {@code text} is the whole file, including its byte order mark. */
    Checked(Path file, String text, Page page, List<Finding> findings) {
        this.file = file;
        this.text = text;
        this.page = page;
        this.findings =
                findings.stream().sorted(Comparator.comparingInt(Finding::line)).toList();
    }

    /** The name of the document. */
    public String name() {
        return page.source().name();
    }

    /** The findings, by line. */
    public List<Finding> findings() {
        return findings;
    }

    /** The number of blocks and values. */
    public int parts() {
        return page.parts().size();
    }

    /** The number of blocks and values with at least one finding. */
    public int wrongParts() {
        return (int) findings.stream()
                .mapToInt(Finding::part)
                .filter(part -> part > 0)
                .distinct()
                .count();
    }

    /** The number of findings that belong to no block or value. */
    public int otherFindings() {
        return (int) findings.stream().filter(finding -> finding.part() == 0).count();
    }

    Page page() {
        return page;
    }

    /** The diff of a finding's edits, in the form of {@code diff -u}, with very long lines cut; empty without edits. */
    public String diff(Finding finding) {
        return finding.edits().isEmpty() ? "" : differ().excerpt(finding.edits());
    }

    /** The diff of all edits, in full. */
    public String diff() {
        return edits().isEmpty() ? "" : differ().full(edits());
    }

    private UnifiedDiff differ() {
        if (diff == null) {
            diff = new UnifiedDiff(page.source());
        }
        return diff;
    }

    /** All edits, in order. */
    List<Edit> edits() {
        return Edit.apart(
                findings.stream().flatMap(finding -> finding.edits().stream()).toList());
    }

    /** The text after all edits, without its byte order mark. */
    String edited() {
        return Edit.apply(page.source().text(), edits());
    }

    /** The findings that remain after all edits: only the author can fix them. */
    public List<Finding> left() {
        return findings.stream().filter(finding -> !finding.isFixable()).toList();
    }

    /** The pictures to write, in order. */
    public List<PictureEdit> pictures() {
        return findings.stream().map(Finding::picture).filter(Objects::nonNull).toList();
    }

    /**
     * Makes all edits in the file in one step, unless the file has changed since.
     *
     * @return whether there were any
     */
    public boolean write() throws IOException {
        if (edits().isEmpty()) {
            return false;
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is not a regular file");
        }
        String mark = text.substring(0, text.length() - page.source().text().length());
        AtomicFile.replace(
                file, text.getBytes(StandardCharsets.UTF_8), (mark + edited()).getBytes(StandardCharsets.UTF_8));
        return true;
    }
}

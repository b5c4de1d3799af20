package org.nnlang.docs;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
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
        Path target = file.toRealPath();
        String mark = text.substring(0, text.length() - page.source().text().length());
        Path fresh = Files.createTempFile(target.getParent(), ".nn-docs", ".tmp");
        try {
            Files.writeString(fresh, mark + edited());
            keepPermissions(target, fresh);
            if (!Files.readString(target).equals(text)) {
                throw new IOException("it was changed meanwhile");
            }
            replace(fresh, target);
        } finally {
            Files.deleteIfExists(fresh);
        }
        return true;
    }

    private static void replace(Path fresh, Path target) throws IOException {
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(from);
            Files.setPosixFilePermissions(to, permissions);
        } catch (UnsupportedOperationException none) {
            // a file system without permissions
        }
    }
}

package org.nnlang.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nnlang.session.Result;
import org.nnlang.session.Session;

/**
 * Every example of the documentation runs, and prints what the page says.
 *
 * <p>A block whose info string begins with {@code nn} is run; a block {@code output} directly after it must equal what it
 * prints. The blocks of a page are one session, in order. Words after {@code nn}: {@code new} starts afresh, {@code
 * fails} means that it ends with a mistake. With {@code -Ddocs.update=true} the output blocks are rewritten, and the test
 * fails where one was.
 */
class DocumentTest {
    private static final boolean UPDATE = Boolean.getBoolean("docs.update");

    private record Replacement(Document.Block output, String text) {}

    @TestFactory
    Stream<DynamicContainer> examples() {
        return Document.all().stream().map(page -> DynamicContainer.dynamicContainer(page.name(), run(page)));
    }

    private static List<DynamicTest> run(Document page) {
        List<DynamicTest> tests = new ArrayList<>();
        List<Replacement> replacements = new ArrayList<>();
        Session session = null;
        for (Document.Block block : page.blocks()) {
            if (block.is("nn")) {
                if (session == null || block.has("new")) {
                    session = new Session(new FolderHost(folder(page)));
                }
                Transcript transcript = Transcript.of(session, "example.nn", block.text());
                Document.Block output = page.after(block, "output");
                if (UPDATE && output != null && !output.text().equals(transcript.text())) {
                    replacements.add(new Replacement(output, transcript.text()));
                }
                String place = page.name() + ":" + block.line();
                tests.add(DynamicTest.dynamicTest(place, () -> judge(place, block, output, transcript)));
            }
        }
        if (!replacements.isEmpty()) {
            rewrite(page, replacements);
        }
        return tests;
    }

    @TestFactory
    Stream<DynamicTest> everyOutputBelongsToAnExample() {
        return Document.all().stream()
                .map(page -> DynamicTest.dynamicTest(
                        page.name(),
                        () -> assertThat(outputs(page))
                                .as("output blocks of %s, by line, all directly after an nn block", page.name())
                                .isEqualTo(expectedOutputs(page))));
    }

    private static List<Integer> outputs(Document page) {
        return page.blocks().stream()
                .filter(block -> block.is("output"))
                .map(Document.Block::line)
                .toList();
    }

    private static List<Integer> expectedOutputs(Document page) {
        return page.blocks().stream()
                .filter(block -> block.is("nn"))
                .map(block -> page.after(block, "output"))
                .filter(Objects::nonNull)
                .map(Document.Block::line)
                .toList();
    }

    private static Path folder(Document page) {
        Path parent = page.file().getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static void judge(String place, Document.Block block, Document.Block output, Transcript transcript) {
        if (block.has("fails")) {
            assertThat(transcript.result()).as("%s should fail", place).isNotEqualTo(Result.FINE);
        } else if (transcript.result() != Result.FINE) {
            fail("%s fails:%n%s", place, transcript.diagnostics());
        }
        if (output != null) {
            assertThat(transcript.text())
                    .as("the output after %s (-Ddocs.update=true rewrites it)", place)
                    .isEqualTo(output.text());
        }
    }

    private static void rewrite(Document page, List<Replacement> replacements) {
        List<String> lines = new ArrayList<>(page.lines());
        for (Replacement replacement : replacements.reversed()) {
            List<String> old = lines.subList(
                    replacement.output().first(), replacement.output().end());
            old.clear();
            old.addAll(replacement.text().lines().toList());
        }
        try {
            Files.write(page.file(), lines);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package org.nnlang.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nnlang.language.Host;
import org.nnlang.network.Cancellation;

/** A document that takes too much of something is a finding, and the next one is run. */
@Timeout(120)
class DocumentRunTest {
    private static final String WRONG = "```nn\nshow 1 + 1\n```\n\n```output\n1 + 1 = 3\n```\n";

    @TempDir
    private Path folder;

    /** The parser needs seconds for this page, and never checks whether it is cancelled. */
    @Test
    void markdownIsWithinTheTimeToo() throws IOException {
        Path page = Files.writeString(folder.resolve("a.md"), "![[]()".repeat(15_000));
        AtomicBoolean read = new AtomicBoolean();
        Host files = host(text -> {
            read.set(true);
            return text;
        });
        Deadline deadline = new Deadline(60, read::get);
        Documents.Rendered rendered =
                new DocumentRun(page, files, folder, deadline).await(new Documents.Style(false, false, null), 0);
        assertThat(rendered.text()).isNull();
        assertThat(rendered.checked().findings()).hasSize(1);
    }

    @Test
    void anErrorThatEndsTheThreadIsNamed() throws IOException {
        Path page = Files.writeString(folder.resolve("a.md"), WRONG);
        Host files = host(_ -> {
            throw new LinkageError("a class is lost");
        });
        Documents.Rendered rendered =
                new DocumentRun(page, files, folder, new Deadline(60, Cancellation.NONE)).await(null, 0);
        assertThat(rendered.checked().findings())
                .singleElement()
                .extracting(finding -> finding.diagnostic().what().title())
                .asString()
                .startsWith("a bug in nn itself: ")
                .endsWith("a.md: java.lang.LinkageError: a class is lost");
    }

    /** A host that passes what it read through a function. */
    private Host host(UnaryOperator<String> read) {
        Host all = new FolderHost(folder);
        return new Host() {
            @Override
            public String resolve(String path, String script) {
                return all.resolve(path, script);
            }

            @Override
            public String read(String path) {
                return read.apply(all.read(path));
            }

            @Override
            public boolean exists(String path) {
                return true;
            }

            @Override
            public List<String> neighbours(String path) {
                return all.neighbours(path);
            }

            @Override
            public void write(String path, String text) {
                throw new AssertionError();
            }
        };
    }

    @Test
    void aValueThatIsNeverClosedIsOneFinding() throws IOException {
        Path page = Files.writeString(folder.resolve("a.md"), "x <!-- nn: ".repeat(20_000));
        assertThat(DocumentTest.documents(folder).check(page).findings()).hasSize(1);
        Files.writeString(
                page, "x <!-- nn: 1 -->\n\n<!-- nn: 2 -->2<!-- /nn --> <!-- nn: 3 -->3<!-- nn: 4 -->4<!-- /nn -->\n");
        assertThat(DocumentTest.documents(folder).check(page).findings())
                .extracting(Finding::line)
                .containsExactly(1, 3);
    }

    /** The class path, for a process in another folder. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The memory is used up by a block's output, by a page's difference, and by Markdown alone. */
    @Test
    void whatRunsOutOfMemoryIsOneFindingAndTheRestIsRun() throws IOException, InterruptedException {
        String print = "for i in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] { print \"" + "x".repeat(1 << 20)
                + "\" }";
        Files.writeString(folder.resolve("a.md"), "text\n\n```nn\n" + print + "\n```\n\n```output\n```\n\n" + WRONG);
        Files.writeString(folder.resolve("b.md"), "*some* `text`\n\n".repeat(300_000));
        Files.writeString(folder.resolve("c.md"), WRONG);
        for (String heap : new String[] {"40m", "64m", "80m"}) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xshare:auto",
                            "-XX:+UseSerialGC",
                            "-Xmx" + heap,
                            "-cp",
                            classPath(),
                            "org.nnlang.cli.Main",
                            "docs",
                            "check",
                            ".")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isEqualTo(1);
            assertThat(said)
                    .contains("error: not enough memory for this ", "--> a.md:")
                    .contains("--> a.md:14:1", "--> c.md:5:1")
                    .containsPattern("error: .*b.md.*memory|error: .*memory.*b.md")
                    .doesNotContain("Exception", "OutOfMemoryError", "\tat ");
        }
    }
}

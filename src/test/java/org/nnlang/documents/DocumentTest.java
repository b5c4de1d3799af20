package org.nnlang.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nnlang.network.Cancellation;
import org.nnlang.text.Source;

/**
 * Every example of the documentation runs, and prints what the page says, as {@code nn docs check} finds it. With {@code
 * -Ddocs.update=true} the output blocks are rewritten, and the test fails where one was.
 */
class DocumentTest {
    private static final boolean UPDATE = Boolean.getBoolean("docs.update");

    /** Documents whose scripts may read the files below a folder. */
    static Documents documents(Path root) {
        return new Documents(new FolderHost(Path.of("")), new Documents.Limits(60, root, false), Cancellation.NONE);
    }

    @TestFactory
    Stream<DynamicTest> examples() {
        return Document.all().stream().map(page -> DynamicTest.dynamicTest(page.name(), () -> check(page.file())));
    }

    private static void check(Path file) throws IOException {
        Checked checked = documents(Path.of("")).check(file);
        if (UPDATE && checked.write()) {
            fail("updated %s", checked.name());
        }
        String report = checked.findings().stream()
                .map(finding -> Report.text(checked, finding, false))
                .collect(Collectors.joining("\n"));
        assertThat(report).as("-Ddocs.update=true rewrites outputs").isEmpty();
    }

    /** Counted by another way than the one that finds them. */
    @Test
    void everyExampleIsRun() {
        for (String name : List.of("README.md", "docs/language.md", "docs/tutorial.md")) {
            Document page = Document.read(Path.of(name));
            long examples = page.lines().stream()
                    .filter(line -> line.matches("```nn( .*)?"))
                    .count();
            assertThat(examples).as(name).isPositive();
            assertThat(PageReader.read(new Source(name, String.join("\n", page.lines()))).parts().stream()
                            .filter(PageItem.Block.class::isInstance))
                    .as(name)
                    .hasSize((int) examples);
        }
    }
}

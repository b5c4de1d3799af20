package org.nnlang.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.DiagnosticRenderer;
import org.nnlang.text.Source;

/** The scripts in documents, formatted in place. */
class DocumentFormatTest {
    private final List<Diagnostic> wrong = new ArrayList<>();

    private String format(String name, String text) {
        return DocumentFormat.format(new Source(name, text), wrong::add);
    }

    @Test
    void onlyScriptsChange() {
        String page = """
                # One  *page*

                ```nn new name=a
                show  1+1;
                ```

                ```output
                1+1  =  2
                ```

                > - In a list:
                >
                >   ~~~nn
                >   if 1>0 {
                >   show  2
                >
                >   show 3
                >   }
                >   ~~~

                ```python
                x  = 1
                ```
                """;
        assertThat(format("page.md", page))
                .isEqualTo(page.replace("show  1+1;", "show 1 + 1")
                        .replace("if 1>0", "if 1 > 0")
                        .replace(">   show  2", ">       show 2")
                        .replace(">   show 3", ">       show 3"));
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fails", "skip", "file=a.nn"})
    void someBlocksStay(String words) {
        String page = "```nn " + words + "\nshow  (\n```\n";
        assertThat(format("page.md", page)).isEqualTo(page);
        assertThat(wrong).isEmpty();
    }

    @Test
    void lineEndsAndTheMarkBeforeATextStay() {
        assertThat(format("page.md", "\ufeff# A\r\n\r\n```nn\r\nshow  1\r\n```\r\n"))
                .isEqualTo("\ufeff# A\r\n\r\n```nn\r\nshow 1\r\n```\r\n");
        assertThat(format("page.md", "\ufeff```nn\nshow  1\n```\n")).isEqualTo("\ufeff```nn\nshow 1\n```\n");
    }

    @Test
    void latexHasScriptsToo() {
        assertThat(format("page.tex", "\\begin{nn}\nshow  1\n\\end{nn}\n"))
                .isEqualTo("\\begin{nn}\nshow 1\n\\end{nn}\n");
    }

    @Test
    void anErrorIsAtItsPlaceInTheDocument() {
        String page = "# A\n\n- ```nn\n  show  1\n  show  (\n  ```\n";
        assertThat(format("page.md", page)).isEqualTo(page);
        assertThat(new DiagnosticRenderer(false).render(wrong)).contains("--> page.md:5:9", "  show  (");
    }

    @Test
    void aDocumentThatIsTooDeepStays() {
        String page = "> ".repeat(20_000) + "```nn\n";
        assertThat(format("page.md", page)).isEqualTo(page);
        assertThat(new DiagnosticRenderer(false).render(wrong)).contains("page.md is too complex");
    }

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs"))) {
            List<Path> pages = files.filter(file -> DocumentFiles.isDocument(file.toString()))
                    .sorted()
                    .toList();
            return Stream.concat(Stream.of(Path.of("README.md")), pages.stream());
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theDocumentationIsFormatted(Path document) throws IOException {
        String text = Files.readString(document);
        assertThat(format(document.toString(), text)).isEqualTo(text);
        assertThat(wrong).isEmpty();
    }
}

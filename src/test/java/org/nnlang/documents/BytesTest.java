package org.nnlang.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An update writes what has changed, and every other byte as it was. */
class BytesTest {
    private static final String PAGE = """
            # Größe — 大小\t\ttabs and blanks  \s

            ```nn
            show 1 + 1
            ```

            ```output
            1 + 1 = 3
            ```

            - list
            \t```nn
            \tshow 2
            \tprint ""
            \tshow 3
            \t```
            \t```output
            \t```

            <!-- nn: 1 + 2 -->?<!-- /nn --> trailing""";

    private static final String UPDATED = PAGE.replace("1 + 1 = 3", "1 + 1 = 2")
            .replace("\t```output\n", "\t```output\n\t2 = 2\n\n\t3 = 3\n")
            .replace("?", "3");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lineEndsAreKept(String end) throws IOException {
        assertThat(updated(PAGE.replace("\n", end))).isEqualTo(UPDATED.replace("\n", end));
    }

    @Test
    void aByteOrderMarkIsKept() throws IOException {
        assertThat(updated("\ufeff" + PAGE)).isEqualTo("\ufeff" + UPDATED);
        assertThat(updated("\ufeff```nn\nshow 1\n```\n```output\n```"))
                .isEqualTo("\ufeff```nn\nshow 1\n```\n```output\n1 = 1\n```");
    }

    @Test
    void mixedLineEndsAreKept() throws IOException {
        String page = "a\r\n```nn\nshow 1\r\nshow 2\n```\r\n\r\n```output\r\nx\n```\n\n\nend\r\n";
        assertThat(updated(page)).isEqualTo(page.replace("x\n", "1 = 1\r\n2 = 2\r\n"));
    }

    @Test
    void whatIsRightIsNotWritten() throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), UPDATED);
        assertThat(DocumentTest.documents(folder).check(page).write()).isFalse();
    }

    @Test
    void permissionsAndLinksAreKeptAndNothingElseIsLeft() throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), PAGE);
        Files.setPosixFilePermissions(page, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.md"), page);
        assertThat(DocumentTest.documents(folder).check(link).write()).isTrue();
        assertThat(link).isSymbolicLink();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
                .isEqualTo("rw-r-----");
        assertThat(Files.readString(page)).isEqualTo(UPDATED);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aPageThatChangedMeanwhileIsLeftAlone() throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), PAGE);
        Checked checked = DocumentTest.documents(folder).check(page);
        Files.writeString(page, "new");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(checked::write))
                .hasMessageContaining("has changed since");
        assertThat(page).hasContent("new");
    }

    @Test
    void whatIsNotTextIsToldWithItsLine() throws IOException {
        Path page = folder.resolve("page.md");
        Files.write(page, "one\ntwo \u00e4".getBytes(StandardCharsets.ISO_8859_1));
        List<Finding> findings = DocumentTest.documents(folder).check(page).findings();
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().line()).isZero();
    }

    private String updated(String text) throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), text);
        Checked checked = DocumentTest.documents(folder).check(page);
        assertThat(checked.write()).isTrue();
        assertThat(checked.left()).isEmpty();
        return Files.readString(page);
    }
}

package org.nnlang.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings as programs read them. */
class ReportTest {
    @TempDir
    private Path folder;

    @Test
    void annotationsAreEscaped() throws IOException {
        Path page =
                Files.writeString(folder.resolve("a,b:c\u001b\n.md"), "```nn\nshow 50%\n```\n```output\n50%\n```\n");
        Checked checked = DocumentTest.documents(folder).check(page);
        String name = page.toString().replace(":", "%3A").replace(",", "%2C");
        name = name.replace("\n", "%0A").replace('\u001b', '\ufffd');
        assertThat(Report.annotation(checked, checked.findings().getFirst()))
                .startsWith("::error file=" + name + ",line=4::this is not what the block prints: ")
                .contains("%0A-50%25%0A+50%25 = 0.5%0A")
                .matches("[^\n]*\n");
    }

    @Test
    void jsonIsEscaped() throws IOException {
        Path page = Files.writeString(folder.resolve("a.md"), "```nn\nprint \"\\\"\t\\\\\"\n```\n```output\n```\n");
        Checked checked = DocumentTest.documents(folder).check(page);
        assertThat(Report.json(checked, checked.findings().getFirst()))
                .contains("+\\\"\\t\\\\\\n")
                .matches("[^\n]*\n");
    }

    @Test
    void aMistakeInAFileThatIsIncludedIsToldAtTheBlock() throws IOException {
        Files.writeString(folder.resolve("part.nn"), "\n\nshow q\n");
        Path page = Files.writeString(folder.resolve("a.md"), "text\n\n```nn\ninclude \"part.nn\"\n```\n");
        Checked checked = DocumentTest.documents(folder).check(page);
        Finding finding = checked.findings().getFirst();
        assertThat(Report.json(checked, finding)).contains("\"line\":3,\"message\"");
        assertThat(Report.text(checked, finding, false)).contains("part.nn:3:6").contains("run by " + page + ":3");
    }
}

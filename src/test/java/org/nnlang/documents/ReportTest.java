package org.nnlang.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void aNameBeginsNoLineOfItsOwn() throws IOException {
        Path page = Files.writeString(folder.resolve("a\n::error::b\u001b.md"), "```nn\nshow q\n```\n");
        Checked checked = DocumentTest.documents(folder).check(page);
        Finding finding = checked.findings().getFirst();
        for (String report : List.of(Report.text(checked, finding, true), Report.annotation(checked, finding))) {
            assertThat(report.lines().skip(1).map(String::strip)).noneMatch(line -> line.startsWith("::"));
            assertThat(report).doesNotContain("b\u001b");
        }
    }

    @Test
    void whatADocumentSaysIsNoCommand() {
        assertThat(Report.withoutCommands(" ::error::x\n", "7f3"))
                .isEqualTo("::stop-commands::7f3\n ::error::x\n::7f3::\n");
    }

    @Test
    void ofAVeryLongLineOnlyWhatIsAroundAChangeIsShown() throws IOException {
        String value = "some words <!-- nn: 1 -->2<!-- /nn --> ";
        Path page = Files.writeString(folder.resolve("a.md"), value.repeat(500) + "\n\n" + "x".repeat(5000) + "\n");
        Checked checked = DocumentTest.documents(folder).check(page);
        assertThat(checked.findings()).hasSize(500);
        for (Finding finding : checked.findings()) {
            assertThat(checked.diff(finding).lines())
                    .anyMatch(line -> line.startsWith("-") && line.contains("-->2<!--"))
                    .anyMatch(line -> line.startsWith("+") && line.contains("-->1<!--"))
                    .allMatch(line -> line.length() < 1010);
        }
        assertThat(checked.diff()).contains(value.repeat(500).replace("-->2", "-->1"));
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

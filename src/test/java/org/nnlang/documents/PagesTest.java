package org.nnlang.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Golden pages: {@code NAME.md} beside {@code NAME.report}, what is found in it, and {@code NAME.after}, the page brought up
 * to date. {@code -Dgolden.update=true} rewrites them, and the test fails where one was.
 */
class PagesTest {
    private static final Path FOLDER = Path.of("src/test/resources/docs");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> pages() throws IOException {
        List<Path> pages = DocumentFiles.in(FOLDER).files();
        assertThat(pages).hasSizeGreaterThanOrEqualTo(7);
        return pages.stream()
                .map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> check(page)));
    }

    private void check(Path page) throws IOException {
        Checked checked = DocumentTest.documents(FOLDER).check(page);
        String report = checked.findings().stream()
                .map(finding -> Report.text(checked, finding, false))
                .collect(Collectors.joining("\n"));
        compare(page, ".report", report);
        compare(page, ".after", updated(page, checked));
    }

    /** The page as an update leaves it; a second one finds only what the first one left. */
    private String updated(Path page, Checked checked) throws IOException {
        Path own = folder.resolve(page.getFileName());
        Path data = Files.createDirectories(own.resolve("data"));
        Path copy = Files.copy(page, own.resolve(page.getFileName()));
        for (String name : List.of("part.nn", "wrong.nn")) {
            Files.copy(FOLDER.resolve("data").resolve(name), data.resolve(name));
        }
        Documents documents = DocumentTest.documents(own);
        Files.createDirectory(own.resolve("images"));
        Checked first = documents.check(copy);
        assertThat(first.write()).isEqualTo(!checked.edits().isEmpty());
        for (PictureEdit picture : first.pictures()) {
            assertThat(picture.write()).isTrue();
        }
        Checked again = documents.check(copy);
        assertThat(again.edits()).isEmpty();
        assertThat(again.findings()).hasSameSizeAs(checked.left());
        return Files.readString(copy);
    }

    private static void compare(Path page, String ending, String text) throws IOException {
        Path golden = page.resolveSibling(page.getFileName().toString().replace(".md", ending));
        boolean same = Files.exists(golden) && Files.readString(golden).equals(text);
        if (UPDATE && !same) {
            Files.writeString(golden, text);
            fail("rewrote %s", golden);
        }
        assertThat(text).as("%s", golden).isEqualTo(Files.readString(golden));
    }
}

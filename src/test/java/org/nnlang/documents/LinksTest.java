package org.nnlang.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every link from page to page leads somewhere: to a file that is there, and to a heading in it. */
class LinksTest {
    /** The playground, which {@code docs/site} puts beside the pages. */
    private static final String MADE = "try.html";

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    @TestFactory
    Stream<DynamicTest> links() {
        List<Document> pages = new ArrayList<>(Document.all());
        for (String other : List.of(
                "CHANGELOG.md",
                "CONTRIBUTING.md",
                "bench/README.md",
                "samples/DATA.md",
                "samples/mistakes/README.md")) {
            pages.add(Document.read(Path.of(other)));
        }
        return pages.stream().map(page -> DynamicTest.dynamicTest(page.name(), () -> check(page)));
    }

    private static void check(Document page) {
        List<String> broken = new ArrayList<>();
        for (String line : page.prose()) {
            Matcher link = LINK.matcher(line.replaceAll("`[^`]*`", ""));
            while (link.find()) {
                if (!link.group(1).contains("://") && !link.group(1).equals(MADE) && !leads(page, link.group(1))) {
                    broken.add(link.group(1));
                }
            }
        }
        assertThat(broken).as("links of %s that lead nowhere", page.name()).isEmpty();
    }

    private static boolean leads(Document page, String link) {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path file = path.isEmpty() ? page.file() : page.file().resolveSibling(path);
        if (!Files.exists(file)) {
            return false;
        }
        return hash < 0 || anchors(Document.read(file)).contains(link.substring(hash + 1));
    }

    /** The anchors of the headings, as GitHub makes them. */
    private static List<String> anchors(Document page) {
        return page.prose().stream()
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}

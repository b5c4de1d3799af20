package org.nnlang.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nnlang.render.JsonPrinter;
import org.nnlang.session.Session;
import org.nnlang.text.Source;

/** The lines of JSON on the front page are the first ones that its script gives. */
class JsonExampleTest {
    @Test
    void firstLines() {
        List<Document.Block> blocks = Document.read(Path.of("README.md")).blocks();
        String script = first(blocks, "nn").text();
        StringBuilder lines = new StringBuilder();
        JsonPrinter printer = new JsonPrinter();
        new Session().run(new Source("example.nn", script), event -> lines.append(printer.print(event)));
        assertThat(lines.toString()).startsWith(first(blocks, "json").text());
    }

    private static Document.Block first(List<Document.Block> blocks, String language) {
        return blocks.stream().filter(block -> block.is(language)).findFirst().orElseThrow();
    }
}

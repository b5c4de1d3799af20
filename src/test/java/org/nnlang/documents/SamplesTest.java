package org.nnlang.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nnlang.network.Cancellation;
import org.nnlang.session.Result;
import org.nnlang.session.Session;
import org.nnlang.text.Source;

/** Every sample runs to its end, and all that it expects holds. */
class SamplesTest {
    private static final Path FOLDER = Path.of("samples");

    @TestFactory
    Stream<DynamicTest> samples() throws IOException {
        List<Path> scripts;
        try (Stream<Path> files = Files.list(FOLDER)) {
            scripts = files.filter(file -> file.toString().endsWith(".nn"))
                    .sorted()
                    .toList();
        }
        assertThat(scripts).hasSizeGreaterThanOrEqualTo(6);
        return scripts.stream().map(script -> DynamicTest.dynamicTest(script.toString(), () -> runs(script)));
    }

    private static void runs(Path script) throws IOException {
        String text = Files.readString(script);
        assertThat(text).as("a sample says what it expects").contains("\nexpect ");
        Transcript transcript = Transcript.of(
                new Session(new FolderHost(FOLDER)), new Source(script.toString(), text), Cancellation.NONE);
        assertThat(transcript.diagnostics()).isEmpty();
        assertThat(transcript.result()).isEqualTo(Result.FINE);
        assertThat(transcript.results()).isNotBlank();
    }
}

package org.nnlang.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nnlang.files.FolderEvents;

/** What was typed in earlier sessions is not lost, whatever happens to a process. */
@Timeout(60)
class HistoryFileTest {
    @TempDir
    private Path folder;

    @Test
    void aLongHistoryIsCutInOneStep() throws IOException, InterruptedException {
        Path file = folder.resolve("history");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i <= 2 * HistoryFile.MOST; i++) lines.add("let a = " + i);
        Files.write(file, lines);
        List<String> kept = lines.subList(lines.size() - HistoryFile.MOST, lines.size());
        try (FolderEvents events = new FolderEvents(folder)) {
            assertThat(new HistoryFile(file).read()).isEqualTo(kept);
            assertThat(events.of("history")).isEqualTo(FolderEvents.REPLACED_IN_ONE_STEP);
        }
        assertThat(Files.readAllLines(file)).isEqualTo(kept);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void aLineThatWasCutShortIsNotJoinedToTheNext() throws IOException {
        Path file = Files.writeString(folder.resolve("history"), "let a = 1\ntrain 10");
        HistoryFile history = new HistoryFile(file);
        assertThat(history.read()).containsExactly("let a = 1", "train 10");
        history.add("show a");
        history.add("show loss");
        assertThat(file).hasContent("let a = 1\ntrain 10\nshow a\nshow loss\n");
    }

    @Test
    void aPipeIsNotWaitedFor() throws IOException, InterruptedException {
        Path pipe = folder.resolve("history");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        HistoryFile history = new HistoryFile(pipe);
        assertThat(history.read()).isEmpty();
        history.add("train 10");
        assertThat(history.trouble()).endsWith("it is not a regular file");
    }
}

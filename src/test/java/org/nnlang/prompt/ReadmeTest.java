package org.nnlang.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nnlang.session.MemoryHost;

/**
 * The session on the front page, typed again: the terminal shows what the page shows. With {@code -Ddocs.update=true} the
 * page is rewritten where it does not, and the test fails.
 */
class ReadmeTest {
    private static final Path PAGE = Path.of("README.md");
    private static final Pattern TYPED = Pattern.compile("(?:nn(?: @ \\d+)?|\\.\\.\\.)> (.*)");

    @Test
    void theSessionIsReal() throws IOException {
        List<String> page = Files.readAllLines(PAGE);
        int start = page.indexOf("```console") + 1;
        int end = start + page.subList(start, page.size()).indexOf("```");
        List<String> told = page.subList(start, end);
        List<String> shown = replay(told);
        if (Boolean.getBoolean("docs.update") && !shown.equals(told)) {
            List<String> fresh = new ArrayList<>(page.subList(0, start));
            fresh.addAll(shown);
            fresh.addAll(page.subList(end, page.size()));
            Files.write(PAGE, fresh);
        }
        assertThat(shown)
                .as("the session of README.md (-Ddocs.update=true rewrites it)")
                .isEqualTo(told);
    }

    private static List<String> replay(List<String> told) throws IOException {
        try (Typist typist = new Typist("xterm-256color", 100, 200, new MemoryHost(), null)) {
            for (String line : told) {
                Matcher typed = TYPED.matcher(line);
                if (typed.matches()) {
                    typist.enter(typed.group(1));
                }
            }
            List<String> lines = typist.lines();
            return List.copyOf(lines.subList(1, lines.size() - 1)); // without the greeting and the last prompt
        }
    }
}

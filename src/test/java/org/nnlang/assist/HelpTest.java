package org.nnlang.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nnlang.language.BuiltInNames;
import org.nnlang.language.Host;
import org.nnlang.language.Reference;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Optimizers;
import org.nnlang.session.Session;
import org.nnlang.syntax.Keywords;

/** What help tells: all words of the language, from the tables of the reference, each with an example that runs. */
class HelpTest {
    private static final String NETWORK = """
            input x[2]; layer h[2] sigmoid; layer y[2] sigmoid
            weights h = [0.15, 0.20; 0.25, 0.30]; weights y = [0.40, 0.45; 0.50, 0.55]
            bias h = 0.35; bias y = 0.60; input = [0.05, 0.10]; target = [0.01, 0.99]
            """;

    private final Reference help = LazyHelp.get();

    private static Set<String> words() {
        Set<String> words = new TreeSet<>(Keywords.STATEMENTS);
        words.addAll(BuiltInNames.ALL);
        words.addAll(BuiltInNames.FUNCTIONS);
        words.addAll(Keywords.COMMANDS);
        return words;
    }

    @Test
    void everyWordHasARowAndAnExample() {
        List<String> without = new ArrayList<>();
        for (String word : words()) {
            if (help.of(word).isEmpty() || help.example(word) == null) {
                without.add(word);
            }
        }
        assertThat(without)
                .as("words without a row in docs/language.md, or without an example in examples.txt")
                .isEmpty();
    }

    @Test
    void everyOtherWordIsInARow() {
        Set<String> without = new TreeSet<>(Keywords.RESERVED);
        without.addAll(Keywords.CHOICES);
        without.removeIf(word -> !help.of(word).isEmpty());
        assertThat(without).as("words of a later version").containsExactly("export");
        HelpText text = new HelpText(LazyHelp.get(), 80);
        assertThat(text.of("export")).isEqualTo("export\n  is planned for a later version\n");
        assertThat(text.of("within")).isEqualTo("expect A ~ B within T\n  checks that abs(A − B) is at most T\n");
        assertThat(text.of("~")).startsWith("expect A ~ B\n");
        assertThat(text.of("exact")).startsWith("engine = auto\n");
        assertThat(text.of("learning rate")).endsWith("for example\n  learning rate = 0.5\n");
        assertThat(text.of("save session")).startsWith("save session ").doesNotContain("for example");
        assertThat(text.of("x")).isNull();
    }

    @Test
    void everyEntryOfTheCatalogueHasAMeaning() {
        Stream.of(Catalogue.ACTIVATIONS, Catalogue.LOSSES, Optimizers.ALL, Catalogue.INITIALIZERS)
                .flatMap(List::stream)
                .forEach(entry -> assertThat(help.of(entry.name()))
                        .isNotEmpty()
                        .allSatisfy(row -> assertThat(row.meaning()).isNotBlank()));
    }

    @TestFactory
    Stream<DynamicTest> theExamplesRun() {
        Set<String> runnable = words();
        runnable.removeAll(Keywords.COMMANDS);
        runnable.add("@");
        return runnable.stream().map(word -> DynamicTest.dynamicTest(word, () -> run(word)));
    }

    private void run(String word) {
        String example = help.example(word);
        assertThat(example).contains(word);
        Session session = new Session(new OneFile());
        session.run(NETWORK);
        session.run(example);
    }

    /** A host that has the file of the examples. */
    private static final class OneFile implements Host {
        @Override
        public String read(String path) {
            return "learning rate = 0.5";
        }

        @Override
        public boolean exists(String path) {
            return path.equals("settings.nn");
        }

        @Override
        public void write(String path, String text) {
            assertThat(text).isNotEmpty();
        }
    }

    /** Every row of every table of forms on the page is an entry, word for word. */
    @Test
    void theTablesOfTheReferenceAreTheSource() throws Exception {
        List<String> rows = new ArrayList<>();
        boolean table = false;
        for (String line : Files.readAllLines(Path.of("docs/language.md"))) {
            table = line.startsWith("| form |") || table && line.startsWith("|");
            if (table && line.startsWith("| `")) {
                rows.add(line.substring(2, line.indexOf(" |", 2)).replaceAll("[^`]*`([^`]*)`[^`]*", "$1\n"));
            }
        }
        List<String> entries = help.topics().stream()
                .map(topic -> String.join("\n", topic.forms()) + "\n")
                .toList();
        assertThat(entries).containsExactlyElementsOf(rows);
        assertThat(help.rules()).startsWith("Three rules carry the syntax: a declaration says what exists (layer h[2]");
    }
}

package org.nnlang.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nnlang.language.Words;

/** Everything that reads nn agrees with the specification on what is nn. */
class SpecificationTest {
    private static final GrammarRecogniser GRAMMAR = new GrammarRecogniser();

    /** The specification first; what stands after it is held against it. */
    private static final Map<String, Recogniser> RECOGNISERS = recognisers();

    private static Map<String, Recogniser> recognisers() {
        var recognisers = new LinkedHashMap<String, Recogniser>();
        recognisers.put("the grammar", GRAMMAR);
        recognisers.put("the parser", new ParserRecogniser());
        return recognisers;
    }

    @TestFactory
    Stream<DynamicNode> everySnippetIsToldRight() {
        return forEachRecogniser((recogniser, snippet) ->
                assertThat(recogniser.accepts(snippet.script())).isEqualTo(snippet.accepted()));
    }

    private static Stream<DynamicNode> forEachRecogniser(BiConsumer<Recogniser, Snippet> test) {
        return RECOGNISERS.entrySet().stream()
                .map(entry -> dynamicContainer(
                        entry.getKey(),
                        Snippets.all().stream()
                                .map(snippet -> dynamicTest(
                                        snippet.toString(), () -> test.accept(entry.getValue(), snippet)))));
    }

    @Test
    void noSnippetStandsTwice() {
        assertThat(Snippets.all()).extracting(Snippet::script).doesNotHaveDuplicates();
    }

    @Test
    void theParserReservesTheSameWords() {
        var reserved = new TreeSet<>(Snippets.RESERVED);
        reserved.addAll(Snippets.QUANTITIES);
        assertThat(new TreeSet<>(Words.RESERVED)).isEqualTo(reserved);
        assertThat(wordsOfTheGrammar()).isEqualTo(reserved);
    }

    /** Its literals that are words, but for the choices; of those that only the prompt understands it has no literals. */
    private static Set<String> wordsOfTheGrammar() {
        var words = new TreeSet<>(Words.COMMANDS);
        for (var type = 1; type <= NnLexer.VOCABULARY.getMaxTokenType(); type++) {
            var literal = NnLexer.VOCABULARY.getLiteralName(type);
            if (literal != null && literal.matches("'[a-z]+'")) {
                words.add(literal.substring(1, literal.length() - 1));
            }
        }
        Snippets.CHOICES.forEach(words::remove);
        return words;
    }

    @Test
    void reservedWordsNameNothing() {
        for (var word : Snippets.RESERVED) {
            assertRejected("let " + word + " = 1");
            assertRejected("layer " + word + "[2] relu");
            assertRejected("layer y(" + word + ") relu");
            assertRejected("show " + word);
            assertRejected("show (" + word + ")");
        }
    }

    @Test
    void quantitiesCanBeAskedForButNotDeclared() {
        for (var word : Snippets.QUANTITIES) {
            assertRejected("let " + word + " = 1");
            assertRejected("layer y(" + word + ") relu");
            assertAccepted("show " + word);
            assertAccepted("show (" + word + ")");
        }
    }

    @Test
    void choicesAreNamesEverywhereElse() {
        for (var word : Snippets.CHOICES) {
            assertAccepted("let " + word + " = 1; show " + word + ", (" + word + ")");
            assertAccepted("layer y(" + word + ") " + word);
        }
    }

    @Test
    void anyWordNamesAnArgumentOrAColumn() {
        for (var words : List.of(Snippets.RESERVED, Snippets.QUANTITIES, Snippets.CHOICES)) {
            for (var word : words) {
                assertAccepted("optimizer adam(" + word + ": 1)");
                assertAccepted("data = csv(\"a.csv\", target: " + word + ")");
            }
        }
    }

    @Test
    void theGrammarReadsNothingInTwoWays() {
        for (var snippet : Snippets.all()) {
            if (snippet.accepted()) {
                assertThat(GRAMMAR.isAmbiguous(snippet.script()))
                        .as(snippet.toString())
                        .isFalse();
            }
        }
    }

    @Test
    void allAgreeOnDamagedScripts() {
        var random = new Random(1);
        for (var snippet : Snippets.all()) {
            var script = snippet.script().replace("{epoch} ", "");
            for (var i = 0; i < DAMAGES; i++) {
                var damaged = damaged(script, random);
                if (!BEYOND_THE_GRAMMAR.matcher(damaged).find()) {
                    assertAgreement(damaged);
                }
            }
        }
    }

    @Test
    void allAcceptWhatTheGrammarMakes() {
        var numbers = List.of("1", "0.5", "1e999", "20%", ".5", "1_000");
        var names = List.of("x", "h", "y", "h1", "slope", "exp", "net", "accuracy", "max");
        for (var seed = 0; seed < 50 * DAMAGES; seed++) {
            var random = new SplittableRandom(seed);
            var walk = new GrammarWalk(random, (token, _, _) -> switch (token) {
                case NnParser.NUMBER -> numbers.get(random.nextInt(numbers.size()));
                case NnParser.STRING -> "\"a\"";
                case NnParser.PARAMETER -> "w1";
                case NnParser.RESERVED -> "batch";
                default -> names.get(random.nextInt(names.size()));
            });
            var statement = walk.statement();
            assertAccepted(statement);
            var damaged = damaged(statement, new Random(seed));
            if (!BEYOND_THE_GRAMMAR.matcher(damaged).find()) {
                assertAgreement(damaged);
            }
        }
    }

    private static final int DAMAGES = Integer.getInteger("nn.damages", 20);

    /** The grammar does not look into the braces of {@code print}. */
    private static final Pattern BEYOND_THE_GRAMMAR = Pattern.compile("print[ \\t]*\"(\\\\.|[^\"\\\\\n\r])*[{}]");

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{Nd}_]*|[0-9.]+|[ \\t]+|\\R|.");

    /** A script with one to three of its tokens dropped, doubled, or put where another was. */
    private static String damaged(String script, Random random) {
        var tokens = new ArrayList<>(
                TOKEN.matcher(script).results().map(match -> match.group()).toList());
        for (var n = 1 + random.nextInt(3); n > 0 && !tokens.isEmpty(); n--) {
            var at = random.nextInt(tokens.size());
            switch (random.nextInt(3)) {
                case 0 -> tokens.remove(at);
                case 1 -> tokens.add(at, tokens.get(at));
                default -> tokens.set(at, tokens.get(random.nextInt(tokens.size())));
            }
        }
        return String.join("", tokens);
    }

    private static void assertAgreement(String script) {
        var accepted = GRAMMAR.accepts(script);
        RECOGNISERS.forEach((name, recogniser) -> assertThat(recogniser.accepts(script))
                .as("%s on %s", name, script)
                .isEqualTo(accepted));
    }

    private static void assertAccepted(String script) {
        RECOGNISERS.forEach((name, recogniser) -> assertThat(recogniser.accepts(script))
                .as("%s accepts %s", name, script)
                .isTrue());
    }

    private static void assertRejected(String script) {
        RECOGNISERS.forEach((name, recogniser) -> assertThat(recogniser.accepts(script))
                .as("%s accepts %s", name, script)
                .isFalse());
    }
}

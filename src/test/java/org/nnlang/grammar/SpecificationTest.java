package org.nnlang.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nnlang.syntax.Keywords;
import org.nnlang.syntax.NnParser;
import org.nnlang.syntax.Syntax;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;

/** nn's parser and the grammar by itself accept the same scripts. */
class SpecificationTest {
    /** What the grammar leaves to the checks after it. */
    private static final Set<Problem> CHECKS = Set.of(Problem.DEFINITION_FORM, Problem.ABOUT_CONDITION);

    @TestFactory
    Stream<DynamicTest> everySnippetIsToldRight() {
        return Snippets.all().stream()
                .map(snippet -> dynamicTest(snippet.toString(), () -> {
                    assertThat(isParsed(snippet.script())).isEqualTo(snippet.accepted());
                    assertAgreement(snippet.script());
                }));
    }

    /** Whether nn's parser accepts a script; what it knows as part of a later version is well-formed too. */
    private static boolean isParsed(String script) {
        return problems(script).isEmpty();
    }

    private static List<Problem> problems(String script) {
        return Syntax.parse(new Source("test.nn", script)).diagnostics().stream()
                .map(Diagnostic::problem)
                .filter(problem -> problem != Problem.NOT_YET)
                .toList();
    }

    /** Only what a check refuses may be well-formed to the one and not to the other. */
    private static void assertAgreement(String script) {
        var problems = problems(script);
        if (problems.stream().noneMatch(CHECKS::contains)) {
            assertThat(Grammar.accepts(script)).as("%s%n%s", script, problems).isEqualTo(problems.isEmpty());
        }
    }

    @Test
    void allAgreeOnEveryScriptOfTheSamplesAndTests() throws IOException {
        for (var folder : List.of("samples", "src/test/resources")) {
            try (var files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(path -> path.toString().endsWith(".nn"))
                        .sorted()
                        .toList()) {
                    var script = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                    if (isParsed(script) || !BEYOND_THE_GRAMMAR.matcher(script).find()) {
                        assertAgreement(script);
                    }
                }
            }
        }
    }

    /** In the rules that nn uses, the next token says how to go on: that is what keeps it quick. */
    @Test
    void theGeneratedParserPredictsNothing() throws IOException {
        var predicting = new TreeSet<String>();
        try (var parser = NnParser.class.getResourceAsStream("NnParser.class")) {
            for (var method : ClassFile.of().parse(parser.readAllBytes()).methods()) {
                method.code().stream()
                        .flatMap(code -> code.elementStream())
                        .filter(element -> element instanceof InvokeInstruction call
                                && call.name().equalsString("adaptivePredict"))
                        .forEach(_ -> predicting.add(method.methodName().stringValue()));
            }
        }
        assertThat(predicting).as("rules that nn does not use").containsExactly("argument", "detail", "statement");
    }

    @Test
    void noSnippetStandsTwice() {
        assertThat(Snippets.all()).extracting(Snippet::script).doesNotHaveDuplicates();
    }

    @Test
    void theWordsThatBeginAStatementAreThoseOfTheRule() {
        var expected = new TreeSet<>(List.of("'w'", "'not'")); // which begin a value
        Stream.of(Keywords.STATEMENTS, Keywords.LATER)
                .flatMap(List::stream)
                .forEach(word -> expected.add("'" + word + "'"));
        var statement = Grammar.PARSER.ruleToStartState[NnParser.RULE_statement];
        assertThat(Grammar.PARSER.nextTokens(statement).toList().stream()
                        .map(NnParser.VOCABULARY::getLiteralName)
                        .filter(literal -> literal != null && literal.matches("'[a-z]+'"))
                        .filter(literal -> !Keywords.CHOICES.contains(literal.substring(1, literal.length() - 1))))
                .containsExactlyInAnyOrderElementsOf(expected);
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
            if (CHECKS.stream().noneMatch(check -> problems(statement).contains(check))) {
                assertAccepted(statement);
            }
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

    private static void assertAccepted(String script) {
        assertThat(isParsed(script)).as(script).isTrue();
        assertAgreement(script);
    }

    private static void assertRejected(String script) {
        assertThat(isParsed(script)).as(script).isFalse();
        assertAgreement(script);
    }
}

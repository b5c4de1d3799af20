package org.nnlang.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nnlang.grammar.GrammarWalk;
import org.nnlang.session.ScriptMaker;
import org.nnlang.syntax.Syntax.Token.Kind;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/** A formatted script means the same, keeps its comments, and stays as it is when it is formatted again. */
class FormatterTest {
    @Test
    void everyScriptOfTheSamplesAndTestsMeansTheSame() throws IOException {
        int formatted = 0;
        for (String folder : List.of("samples", "src/test/resources", "src/build")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".nn"))
                        .sorted()
                        .toList()) {
                    String script = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                    formatted += isParsed(script) ? 1 : 0;
                    assertMeansTheSame(script);
                }
            }
        }
        assertThat(formatted).isGreaterThan(300);
    }

    @Test
    void generatedScriptsMeanTheSame() {
        for (int seed = 0; seed < 300; seed++) {
            String script = new ScriptMaker(seed).script();
            assertThat(isParsed(script)).as(script).isTrue();
            assertMeansTheSame(script);
        }
    }

    /** Statements from the grammar, with spaces, line ends and comments where they mean nothing. */
    @Test
    void whateverTheGrammarMakesMeansTheSame() {
        List<String> names = List.of("x", "h", "by", "from", "over", "log", "full", "rate", "csv", "max", "net");
        int formatted = 0;
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            GrammarWalk walk = new GrammarWalk(random, (token, _, _) -> switch (token) {
                case NnParser.NUMBER -> "0.5";
                case NnParser.STRING -> "\"a  {1  +  x}\"";
                case NnParser.PARAMETER -> "w1";
                case NnParser.RESERVED -> "batch";
                default -> names.get(random.nextInt(names.size()));
            });
            String script = walk.statement() + " # one\n\n\n# two\n" + walk.statement() + ";" + walk.statement();
            formatted += isParsed(script) ? 1 : 0;
            assertMeansTheSame(script);
            assertMeansTheSame(scattered(script, random));
        }
        assertThat(formatted).isGreaterThan(200);
    }

    private static String scattered(String script, SplittableRandom random) {
        List<String> gaps = List.of("", " ", "   ", "\n", " # why\n\n", "\r\n\t", "\n#\n");
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Syntax.Token token : Syntax.tokens(new Source("test.nn", script))) {
            text.append(script, at, token.start());
            boolean gap = random.nextInt(3) == 0;
            text.append(gap ? gaps.get(random.nextInt(gaps.size())) : "");
            at = token.start();
        }
        return text.append(script.substring(at)).toString();
    }

    private static boolean isParsed(String script) {
        return Syntax.parse(new Source("test.nn", script)).diagnostics().isEmpty();
    }

    private static void assertMeansTheSame(String script) {
        if (!isParsed(script)) {
            return;
        }
        String formatted = Formatter.format(new Source("test.nn", script));
        assertThat(tree(formatted)).as("%s%n---%n%s", script, formatted).isEqualTo(tree(script));
        assertThat(words(formatted)).as("%s%n---%n%s", script, formatted).isEqualTo(words(script));
        assertThat(Formatter.format(new Source("test.nn", formatted)))
                .as("again: %s", script)
                .isEqualTo(formatted);
        assertThat(formatted).doesNotContain("\r", "\n\n\n", " \n");
    }

    /** The statements without their positions. */
    private static String tree(String script) {
        StringBuilder text = new StringBuilder();
        Syntax.Result parsed = Syntax.parse(new Source("test.nn", script));
        assertThat(parsed.diagnostics()).as(script).isEmpty();
        append(parsed.script().statements(), text);
        return text.toString();
    }

    private static void append(Object node, StringBuilder text) {
        switch (node) {
            case null -> text.append("null");
            case Span _ -> {}
            case double[] numbers -> text.append(Arrays.toString(numbers));
            case int[] offsets -> text.append(Arrays.toString(offsets));
            case List<?> list -> {
                text.append('[');
                list.forEach(element -> append(element, text.append(' ')));
                text.append(']');
            }
            case Record tree -> {
                text.append(tree.getClass().getSimpleName()).append('(');
                for (RecordComponent component : tree.getClass().getRecordComponents()) {
                    append(value(tree, component), text.append(' '));
                }
                text.append(')');
            }
            default -> text.append(node);
        }
    }

    private static Object value(Record tree, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(tree);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** All words, numbers, symbols and comments, except for semicolons, which may be needless. */
    private static List<String> words(String script) {
        return Syntax.tokens(new Source("test.nn", script)).stream()
                .filter(token -> token.kind() != Kind.LINE_END && token.kind() != Kind.SEMICOLON)
                .map(token -> script.substring(token.start(), token.end()).strip())
                .toList();
    }

    /** ⏎ stands for a line end, @# for a comment in the column of comments. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            show 2*3-1 , -x1^2                   | show 2 * 3 - 1, -x1^2⏎
            show error@0-error                   | show error @ 0 - error⏎
            nudge w5 by-0.1                      | nudge w5 by -0.1⏎
            nudge w5 by (0.1)                    | nudge w5 by (0.1)⏎
            let by=2;show by-1                   | let by = 2; show by - 1⏎
            if(x1>0){show 1}                     | if (x1 > 0) { show 1 }⏎
            show if (x1>0,1,2), net (h1)         | show if(x1 > 0, 1, 2), net(h1)⏎
            expect not(a<b)and(b<c)              | expect not (a < b) and (b < c)⏎
            data=[0,0->0:2;1,1->1]               | data = [0, 0 -> 0 : 2; 1, 1 -> 1]⏎
            optimizer adam(beta1:0.5)            | optimizer adam(beta1: 0.5)⏎
            show 1;;  # why⏎;show 2;             | show 1                          # why⏎show 2⏎
            repeat 2 { train 1⏎show x1 }         | repeat 2 {⏎    train 1⏎    show x1⏎}⏎
            if a{⏎show 1⏎}⏎else{show 2}          | if a {⏎    show 1⏎} else { show 2 }⏎
            repeat 2 { }                         | repeat 2 { }⏎
            show 1⏎@# more⏎   # own              | show 1⏎@# more⏎# own⏎
            show 1,⏎2                            | show 1,⏎    2⏎
            let m = [1,-2⏎;30,4]                 | let m = [ 1, -2;⏎         30,  4]⏎
            let m = [⏎1,2;⏎3,4]                  | let m = [⏎    1, 2;⏎    3, 4⏎]⏎
            show [f(1), 2;⏎g, 30]                | show [f(1),  2;⏎      g,    30]⏎
            ⏎⏎show 1⏎⏎⏎⏎# c⏎⏎                    | show 1⏎⏎# c⏎
            """)
    void oneStyle(String script, String formatted) {
        String text = unfolded(script);
        assertThat(isParsed(text)).isTrue();
        assertThat(Formatter.format(new Source("test.nn", text))).isEqualTo(unfolded(formatted));
    }

    private static String unfolded(String row) {
        return row.replace('⏎', '\n').replace("@#", " ".repeat(32) + "#");
    }

    @Test
    void samplesAreInThisStyle() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("samples"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".nn")).toList()) {
                String script = Files.readString(file);
                assertThat(Formatter.format(new Source(file.toString(), script)))
                        .isEqualTo(script);
            }
        }
    }

    @Test
    void aLongScriptTakesNoTimeThatGrowsFaster() {
        for (String piece :
                List.of("show [1, 2;\n3, 4]\n", "repeat 2 {\nshow by - 1 # why\n}\n", "show (((a + 1)))\n")) {
            String formatted = Formatter.format(new Source("test.nn", piece.repeat(20_000)));
            assertThat(formatted).startsWith(Formatter.format(new Source("test.nn", piece)));
        }
    }
}

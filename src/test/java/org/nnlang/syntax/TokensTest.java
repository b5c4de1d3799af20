package org.nnlang.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.nnlang.syntax.LL1Parser.ParserToken;
import org.nnlang.text.Source;

/** nn's own lexer makes the same tokens of a script as the grammar's. */
class TokensTest {
    private static final int DAMAGES = Integer.getInteger("nn.damages", 5);

    @Test
    void theTokensAreThoseOfTheGrammar() throws IOException {
        var random = new Random(1);
        for (var folder : List.of("samples", "src/test/resources")) {
            try (var files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(file -> file.toString().endsWith(".nn"))
                        .sorted()
                        .toList()) {
                    var script = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                    compare(script);
                    for (var i = 0; i < DAMAGES && script.length() > 1; i++) {
                        compare(damaged(script, random));
                    }
                }
            }
        }
    }

    private static String damaged(String script, Random random) {
        var at = random.nextInt(script.length() - 1);
        var other = " ()[]{};:,=~@\"#0.5ewh-\n".charAt(random.nextInt(23));
        return script.substring(0, at) + other + script.substring(at + random.nextInt(2));
    }

    /** Up to the first token that is in no rule. */
    private static void compare(String script) {
        var lexer = new NnLexer(CharStreams.fromString(script));
        lexer.removeErrorListeners();
        var tokens = new Tokens(new Source("test.nn", script));
        var seen = new ArrayList<String>();
        for (var token = next(lexer); token.getType() != Token.EOF; token = next(lexer)) {
            var own = tokens.current();
            if (own.getType() == NnParser.NUMBERS) {
                while (token.getStopIndex() < own.getStopIndex()) {
                    assertThat(token.getType()).isNotIn(NnLexer.EOF, NnLexer.STRAY, NnLexer.NAME);
                    token = lexer.nextToken();
                }
            } else if (own.getType() == NnParser.STRAY || isLoneElse(own, tokens) || isEscaped(script, own)) {
                return;
            } else {
                seen.add(show(own.getType(), own.getStopIndex()));
                assertThat(show(token.getType(), token.getStopIndex()))
                        .as("%s%n%s", script, seen)
                        .isEqualTo(seen.getLast());
            }
            tokens.consume();
        }
        assertThat(tokens.current().getType()).isEqualTo(Token.EOF);
    }

    private static Token next(NnLexer lexer) {
        var token = lexer.nextToken();
        return token.getType() == NnLexer.BOM ? lexer.nextToken() : token;
    }

    private static String show(int type, int stop) {
        return NnLexer.VOCABULARY.getSymbolicName(type) + " to " + stop;
    }

    /** Where no {@code if} is before {@code else}, nn's lexer leaves the line end before it. */
    private static boolean isLoneElse(ParserToken own, Tokens tokens) {
        return switch (own.getType()) {
            case NnParser.ELSE, NnParser.ELSE_IF, NnParser.OTHERWISE -> true;
            case NnParser.NEWLINE ->
                tokens.following().kind == Syntax.Token.Kind.WORD
                        && tokens.text(tokens.following()).equals("else");
            default -> false;
        };
    }

    /** An escape that there isn't is reported when the text is read. */
    private static boolean isEscaped(String script, ParserToken own) {
        return own.getType() == NnParser.STRING
                && script.substring(own.start(), own.end()).contains("\\");
    }
}

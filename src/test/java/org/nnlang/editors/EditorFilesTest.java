package org.nnlang.editors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nnlang.language.BuiltInNames;
import org.nnlang.syntax.Keywords;
import org.nnlang.syntax.Syntax;
import org.nnlang.syntax.Syntax.Token;
import org.nnlang.text.Source;

/** The files that colour nn in editors and on web sites are the templates with the words of the language. */
class EditorFilesTest {
    private static final Path EDITORS = Path.of("editors");

    /** The files made of templates, by the template's name. */
    private static final Map<String, String> MADE = Map.of(
            "nn.tmLanguage.json", "vscode/syntaxes/nn.tmLanguage.json",
            "nn.vim", "vim/syntax/nn.vim",
            "nn_pygments.py", "pygments/nn_pygments.py",
            "nn.js", "highlightjs/nn.js");

    /** Regular expressions that most tools understand, as the grammar of the lexer has them. */
    private static final Map<String, String> PATTERNS = Map.of(
            "part", "[\\p{L}\\p{M}\\p{Nd}_]",
            "word", "[\\p{L}_][\\p{L}\\p{M}\\p{Nd}_]*",
            "number",
                    "(?:[0-9]+(?:_[0-9]+)*(?:\\.[0-9]+(?:_[0-9]+)*)?|\\.[0-9]+(?:_[0-9]+)*)(?:[eE][-+−]?[0-9]+(?:_[0-9]+)*)?%?");

    /** Run with {@code -Deditors.update=true} to write them. */
    @Test
    void theFilesAreUpToDate() throws IOException {
        Map<Path, String> expected = new LinkedHashMap<>();
        for (Map.Entry<String, String> made : MADE.entrySet()) {
            Path template = EDITORS.resolve("templates").resolve(made.getKey());
            expected.put(EDITORS.resolve(made.getValue()), filled(Files.readString(template), made.getKey()));
        }
        List<Path> written = new ArrayList<>();
        for (Map.Entry<Path, String> file : expected.entrySet()) {
            Path path = file.getKey();
            String now = Files.exists(path) ? Files.readString(path) : "";
            if (Boolean.getBoolean("editors.update") && !now.equals(file.getValue())) {
                Files.writeString(path, file.getValue());
                written.add(path);
            } else {
                assertThat(now).as("%s; -Deditors.update=true writes it", path).isEqualTo(file.getValue());
            }
        }
        assertThat(written).as("updated").isEmpty();
    }

    /** Writes scripts, and what the lexer says of them: the checks in {@code editors/test} compare the tools with that. */
    @Test
    void theLexerColorsScriptsForTheTools() throws IOException {
        Path folder = Files.createDirectories(Path.of("target/editors"));
        int scripts = 0;
        for (Path root : List.of(EDITORS.resolve("test"), Path.of("samples"), Path.of("src/test/resources/golden"))) {
            for (Path file : scripts(root)) {
                String script = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                if (Syntax.parse(new Source("script", script)).diagnostics().isEmpty()
                        && script.indexOf('\r') < 0
                        && !script.startsWith("\ufeff")) {
                    String name = root.relativize(file).toString().replace(File.separatorChar, '-');
                    Files.writeString(folder.resolve(name), script);
                    Files.writeString(folder.resolve(name.replace(".nn", ".colors")), colors(script));
                    scripts++;
                }
            }
        }
        assertThat(scripts).isGreaterThan(200);
        assertThat(colors("show d(x1) < 2.5, \"a\" # b\n")).isEqualTo("kkkk.n.......ddd..sss.ccc\n");
    }

    private static List<Path> scripts(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".nn"))
                    .filter(file -> !file.toString().contains("node_modules"))
                    .sorted()
                    .toList();
        }
    }

    private static String filled(String template, String name) {
        Collection<String> reserved = new TreeSet<>(Keywords.RESERVED);
        Collection<String> names = new TreeSet<>(BuiltInNames.ALL);
        names.removeAll(reserved);
        String text = template;
        for (String between : List.of(" ", "|")) {
            text = text.replace("{reserved" + between + "}", String.join(between, reserved))
                    .replace("{names" + between + "}", String.join(between, names));
        }
        for (Map.Entry<String, String> pattern : PATTERNS.entrySet()) {
            boolean json = name.endsWith(".json");
            String written = json ? pattern.getValue().replace("\\", "\\\\") : pattern.getValue();
            text = text.replace("{" + pattern.getKey() + "}", written);
        }
        return text;
    }

    /** A letter for each character of a script: what token of the lexer it is in. */
    private static String colors(String script) {
        StringBuilder colors = new StringBuilder(script);
        for (int i = 0; i < script.length(); i++) {
            if (script.charAt(i) != '\n') {
                colors.setCharAt(i, '.');
            }
        }
        for (Token token : Syntax.tokens(new Source("script", script))) {
            char color = color(token, script.substring(token.start(), token.end()));
            for (int i = token.start(); i < token.end() && color != '.'; i++) {
                colors.setCharAt(i, color);
            }
        }
        return colors.toString();
    }

    private static char color(Token token, String text) {
        return switch (token.kind()) {
            case COMMENT -> 'c';
            case NUMBER -> 'd';
            case TEXT -> 's';
            case WORD -> Keywords.RESERVED.contains(text) ? 'k' : BuiltInNames.ALL.contains(text) ? 'n' : '.';
            default -> '.';
        };
    }
}

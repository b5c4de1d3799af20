package org.nnlang.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.syntax.Keywords;

/** LaTeX documents are checked and updated, and {@code nn.sty} knows the words and signs of nn. */
class TexTest {
    private static final Path STYLE = Path.of("latex/nn.sty");
    private static final String NETWORK = """
            input x[1]
            layer y[1] sigmoid
            weights y = 0.5
            bias y = 0 fixed
            input = 1
            target = 0
            """;

    @TempDir
    private Path folder;

    @Test
    void theChapterIsAsShown() {
        Checked checked = DocumentTest.documents(Path.of("")).check(Path.of("latex/chapter.tex"));
        assertThat(messages(checked)).isEmpty();
        assertThat(checked.parts()).isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void anUpdateWritesOutputsValuesAndDerivations(String end) throws IOException {
        String before = """
                \\begin{nn}[new, name=a]
                %s\\end{nn}
                  \\begin{nnoutput}
                  old
                  \\end{nnoutput}
                The error is \\nnvalue{error, 3}{} or \\nnvalue { error } { x }.
                \\nnexplain{error}{}
                \\begin{nn}
                show -y
                \\end{nn}
                \\begin{nnoutput}
                \\end{nnoutput}
                """.formatted(NETWORK + "show w1\n").replace("\n", end);
        String after = updated(before);
        assertThat(after).contains("w1 = 0.5" + end).contains("\\nnvalue{error, 3}{0.194}");
        assertThat(after).contains("\\nnvalue { error } {0.19372781}");
        assertThat(after).contains("\\nnexplain{error}{%" + end + "\\[" + end + "\\begin{aligned}" + end);
        assertThat(after).contains("\\end{nnoutput}" + end + "The error");
        assertThat(updated(after)).isEqualTo(after);
        assertThat(updated(after.replace(end + "  &=", end + "\t\t&=")))
                .contains("\t\t&="); // indentation is the author's
        assertThat(after.replace("\r\n", "\n").replace('\r', '\n').lines()).noneMatch(line -> line.contains("old"));
    }

    @Test
    void whatTexDoesNotRunIsLeftOut() throws IOException {
        String page = """
                % \\begin{nn} \\nnvalue{nonsense}{}
                \\verb|\\begin{nn}| \\verb*+\\nnvalue+ \\lstinline[a]{\\nnvalue} \\% \\nnvaluex
                \\newcommand{\\nnvalue}[2]{#2}\\newcommand\\nnexplain[2]{#2}
                \\begin{verbatim}
                \\begin{nn}
                nonsense
                \\end{nn}
                \\end{verbatim}
                \\nnvalue{1 + 1}{2}
                \\end{document}
                \\nnvalue{nonsense}{}
                """;
        Checked checked = check(page);
        assertThat(messages(checked)).isEmpty();
        assertThat(checked.parts()).isEqualTo(1);
    }

    @Test
    void wordsAreThoseOfMarkdown() throws IOException {
        assertThat(messages(check("""
                \\begin{nn}[new,fails, hidden]
                show w1
                \\end{nn}
                \\begin{nn}[nwe]
                print "a"
                \\end{nn}
                \\begin{nn}[after=b]
                \\end{nn}
                """))).containsExactly("4: unknown word `nwe`", "7: `after=b` can't be here");
    }

    @Test
    void mistakesAreSaidAtTheirPlace() throws IOException {
        assertThat(messages(check("""
                \\nnvalue{error}
                \\nnexplain
                \\begin{nnoutput}
                \\end{nnoutput}
                \\begin{nn}
                print "\\\\end\\{nnoutput\\}"
                \\end{nn}
                \\begin{nnoutput}
                \\end{nnoutput}
                \\begin{nn}
                show w1
                \\end{nn}
                \\nnvalue{1; 2}{}
                \\nnexplain{w9}{}
                \\begin{nn}
                """)))
                .containsExactly(
                        "1: a value without its two groups in braces",
                        "2: a value without its two groups in braces",
                        "3: an output without a script",
                        "8: the lines for this block have `\\end{nnoutput}` in them, which would end it",
                        "11: there is no network yet",
                        "13: this is not one value",
                        "14: there is no network yet",
                        "15: this block is not closed");
    }

    @Test
    void theStyleKnowsTheWordsOfTheLanguage() throws IOException {
        String style = Files.readString(STYLE);
        String words = style.substring(
                style.indexOf("morekeywords={") + 14, style.indexOf("},", style.indexOf("morekeywords=")));
        assertThat(Set.of(words.replaceAll("[%\\s]", "").split(","))).isEqualTo(new TreeSet<>(Keywords.RESERVED));
    }

    /** All signs of formulas and sentences; block graphics and other scripts are not for listings. */
    @Test
    void theStyleKnowsTheSignsThatAreSet() throws IOException {
        Pattern signs = Pattern.compile("[·½¼×±²³¹§\\u0370-\\u03ff\\u2010-\\u22ff]");
        Set<String> known = found(signs, Files.readString(STYLE));
        Set<String> printed = new TreeSet<>();
        try (Stream<Path> goldens = Files.walk(Path.of("src/test/resources/golden"))) {
            for (Path golden : goldens.filter(Files::isRegularFile).toList()) {
                printed.addAll(found(signs, new String(Files.readAllBytes(golden), StandardCharsets.UTF_8)));
            }
        }
        printed.removeAll(known);
        assertThat(printed).isEmpty();
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Checked check(String page) throws IOException {
        Path file = Files.writeString(folder.resolve("page.tex"), page);
        return DocumentTest.documents(folder).check(file);
    }

    private String updated(String page) throws IOException {
        Checked checked = check(page);
        assertThat(checked.left()).isEmpty();
        checked.write();
        return Files.readString(folder.resolve("page.tex"));
    }

    private static List<String> messages(Checked checked) {
        return checked.findings().stream()
                .map(finding ->
                        finding.line() + ": " + finding.diagnostic().what().title())
                .toList();
    }
}

package org.nnlang.tex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Formulas as MathML. The golden file has each formula with its MathML, or with its mistake's range and words; {@code
 * -Dgolden.update=true} rewrites it, and the test fails if that changed it.
 */
class TexFormulaTest {
    private static final Path GOLDEN = Path.of("src/test/resources/tex/formulas.txt");

    /** The elements of MathML Core; browsers leave out others. */
    private static final Set<String> CORE = Set.of(
            "math",
            "mrow",
            "mi",
            "mn",
            "mo",
            "mtext",
            "mspace",
            "mfrac",
            "msqrt",
            "mroot",
            "msub",
            "msup",
            "msubsup",
            "munder",
            "mover",
            "munderover",
            "mtable",
            "mtr",
            "mtd",
            "mstyle",
            "mphantom");

    @Test
    void formulasAreWhatTheGoldenFileSays() throws IOException {
        String golden = Files.readString(GOLDEN);
        String now = Stream.of(golden.split("\n\n"))
                .map(entry -> entry.split("\n")[0])
                .map(tex -> tex + "\n  " + result(tex))
                .collect(Collectors.joining("\n\n", "", "\n"));
        if (Boolean.getBoolean("golden.update") && !now.equals(golden)) {
            Files.writeString(GOLDEN, now);
            fail("rewrote %s", GOLDEN);
        }
        assertThat(now).isEqualTo(golden);
    }

    private static String result(String tex) {
        try {
            String math = TexFormula.mathMl(tex, true);
            return math.substring(math.indexOf('>') + 1, math.length() - "</math>".length());
        } catch (TexFormula.Unreadable unreadable) {
            return unreadable.start() + " to " + unreadable.end() + ": "
                    + unreadable.problem().title() + " (" + unreadable.problem().label() + ")";
        }
    }

    @Test
    void theOutputIsMathMlCoreWithTheRightNumberOfChildren() throws Exception {
        for (String entry : Files.readString(GOLDEN).split("\n\n")) {
            String result = result(entry.split("\n")[0]);
            if (result.startsWith("<")) {
                String xml = "<math>" + result + "</math>";
                NodeList all = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                        .getElementsByTagName("*");
                for (int i = 0; i < all.getLength(); i++) {
                    check((Element) all.item(i), entry);
                }
            }
        }
    }

    private static void check(Element element, String entry) {
        assertThat(CORE).as(entry).contains(element.getTagName());
        int children = element.getElementsByTagName("*").getLength() == 0
                ? 0
                : (int) Stream.iterate(element.getFirstChild(), c -> c != null, c -> c.getNextSibling())
                        .count();
        switch (element.getTagName()) {
            case "mfrac", "mroot", "msub", "msup", "munder", "mover" ->
                assertThat(children).as(entry).isEqualTo(2);
            case "msubsup", "munderover" -> assertThat(children).as(entry).isEqualTo(3);
            default -> {}
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\displaystyle \\sum x", "{\\displaystyle x}"})
    void aFormulaInASentenceMayBeAsLargeAsADisplayedOne(String tex) throws TexFormula.Unreadable {
        assertThat(TexFormula.mathMl(tex, false))
                .contains("<math xmlns=\"http://www.w3.org/1998/Math/MathML\" displaystyle=\"true\">");
    }

    @Test
    void nestingBeyondAllMeasureIsAMistake() {
        assertThat(result("{".repeat(100_000) + "x" + "}".repeat(100_000))).contains("nn can't read this formula");
    }

    @Test
    void aMisspeltCommandIsNamed() {
        assertThat(result("a + \\alhpa")).contains("did you mean `\\alpha`?").startsWith("4 to 10");
    }

    /** Whatever is written, it is a formula or a mistake within it, and never a tag of the author's. */
    @Test
    void noTextBreaksIt() {
        String[] parts = {
            "\\frac", "{", "}", "x", "_", "^", "'", "12", "&", "\\\\", "\\begin{aligned}", "\\end{aligned}", "\\left(",
                    "\\right)",
            "\\text{a}", "\\", " ", "%", "\n", "#", "~", "<b>", "\\sqrt", "[", "]", "\\mathbb", "\\hat",
                    "\\begin{array}{cc}",
            "\\end{array}", "\\over", "\\not", "\\operatorname*", "\\limits", "|", "\\|", "é", "𝔸", "\\verb", "\\item",
                    "$"
        };
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String tex = Stream.generate(() -> parts[random.nextInt(parts.length)])
                    .limit(1 + random.nextInt(8))
                    .collect(Collectors.joining());
            try {
                assertThat(TexFormula.mathMl(tex, i % 2 == 0)).doesNotContain("<b>", "<span", "mfenced");
            } catch (TexFormula.Unreadable unreadable) {
                assertThat(unreadable.start()).as(tex).isBetween(0, tex.length());
                assertThat(unreadable.end()).as(tex).isBetween(unreadable.start(), tex.length());
            }
        }
    }
}

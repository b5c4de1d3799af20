package org.nnlang.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.nnlang.language.Event;
import org.nnlang.language.Host;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;
import org.nnlang.session.Result;
import org.nnlang.session.Session;
import org.nnlang.text.Source;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SvgPictureTest {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final Path GOLDEN = Path.of("src/test/resources/golden/svg");

    private static Map<String, Figure> all() {
        Map<String, Figure> all = new LinkedHashMap<>(FigureExamples.usual());
        all.putAll(FigureExamples.awkward());
        return all;
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    /** The pictures are those that are kept, byte for byte. */
    @Test
    void picturesAreAsTheyWere() throws IOException {
        Map<String, Figure> figures = new LinkedHashMap<>(FigureExamples.usual());
        figures.putAll(fromScripts());
        List<String> written = new ArrayList<>();
        for (Map.Entry<String, Figure> example : figures.entrySet()) {
            Path file = GOLDEN.resolve(example.getKey() + ".svg");
            String svg = SvgPicture.file(example.getValue());
            if (UPDATE && !(Files.exists(file) && Files.readString(file).equals(svg))) {
                Files.writeString(file, svg);
                written.add(example.getKey());
            } else {
                assertThat(svg).as(example.getKey()).isEqualTo(Files.readString(file));
            }
        }
        assertThat(written).as("written anew").isEmpty();
    }

    /** The pictures of the scripts beside those that are kept: NAME-1, NAME-2, … */
    private static Map<String, Figure> fromScripts() throws IOException {
        Map<String, Figure> figures = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(GOLDEN)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".nn")).sorted().toList()) {
                String name = file.getFileName().toString().replace(".nn", "");
                int before = figures.size();
                List<Event> events = new ArrayList<>();
                Result result = new Session(Host.NONE).run(new Source(name, Files.readString(file)), events::add);
                assertThat(result).as("%s", events).isEqualTo(Result.FINE);
                for (Event event : events) {
                    if (event instanceof Event.Pictured pictured) {
                        figures.put(name + "-" + (figures.size() - before + 1), pictured.figure());
                    }
                }
            }
        }
        return figures;
    }

    @Test
    void everyPictureIsXml() throws Exception {
        for (Map.Entry<String, Figure> example : all().entrySet()) {
            Document file = parsed(SvgPicture.file(example.getValue()));
            assertThat(file.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
            assertThat(file.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo(example.getValue().caption().title());
            assertThat(file.getElementsByTagName("desc").item(0).getTextContent())
                    .as(example.getKey())
                    .isNotBlank();
            parsed(SvgPicture.inline(example.getValue(), "p1-"));
        }
    }

    /** Two pictures on one page share no id, no class and no name of a style sheet's. */
    @Test
    void picturesOnOnePageShareNoNames() {
        for (Map.Entry<String, Figure> example : all().entrySet()) {
            Set<String> first = names(SvgPicture.inline(example.getValue(), "p1-"));
            Set<String> second = names(SvgPicture.inline(example.getValue(), "p2-"));
            assertThat(first).as(example.getKey()).isNotEmpty().doesNotContainAnyElementsOf(second);
        }
    }

    private static Set<String> names(String svg) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = Pattern.compile(" (?:id|class)=\"([^\"]*)\"|@keyframes (\\S+)\\{")
                .matcher(svg);
        while (matcher.find()) {
            names.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return names;
    }

    /** A page that sets the variables of the style sheet gets the colours that a file has on dark paper. */
    @Test
    void thePageAndTheFileHaveTheSameDarkColors() {
        String file = SvgPicture.file(FigureExamples.usual().get("loss"));
        String inline = SvgPicture.inline(FigureExamples.usual().get("loss"), "p-");
        assertThat(inline).contains("var(--nn-ink,#1b1b1f)").doesNotContain("prefers-color-scheme", "<?xml");
        assertThat(file).contains(".f-ink{fill:#e8e8ea}");
        assertThat(SvgPicture.darkVariables()).contains("--nn-ink: #e8e8ea;");
        assertThat(SvgPicture.plain(FigureExamples.usual().get("loss"), true))
                .contains("fill=\"#e8e8ea\"")
                .doesNotContain("var(", "class=", "@media");
    }

    @Test
    void theDescriptionHasTheMainNumbers() {
        assertThat(SvgPicture.file(FigureExamples.usual().get("loss")))
                .contains("loss is 0.3 at 0 and 0.04312 at 10,000, least 0.04312 at 10,000, greatest 0.3 at 0.");
        assertThat(SvgPicture.file(FigureExamples.usual().get("gaps"))).contains("3 points have no value.");
        assertThat(SvgPicture.file(FigureExamples.usual().get("confusion")))
                .contains("least 0 at row setosa, column versicolor, greatest 50 at row setosa, column setosa.");
    }

    /** The first and the last number of each curve stand where the axes say. */
    @Test
    void pointsStandWhereTheAxesSay() {
        Plane plane = Plane.of(Axis.linear("x", 0, 10), Axis.linear("y", -1, 1), 20, 200, 0, true);
        assertThat(plane.x().at(0)).isEqualTo(plane.area().x());
        assertThat(plane.x().at(10)).isEqualTo(plane.area().right());
        assertThat(plane.y().at(0)).isEqualTo(plane.area().y() + 100);
        Plane log = Plane.of(Axis.linear("x", 0, 10), new Axis("y", 1e-4, 1, true), 20, 200, 0, true);
        assertThat(log.y().at(0.01)).isCloseTo(log.area().y() + 100, within(1e-9));
        assertThat(log.y().at(0)).isNaN();
    }
}

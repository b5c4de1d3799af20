package org.nnlang.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.nnlang.picture.Figure;
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
        List<String> written = new ArrayList<>();
        for (Map.Entry<String, Figure> example : FigureExamples.usual().entrySet()) {
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
}

package org.nnlang.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Chromium lays out the pictures that are kept, those of documents, and some that are hard to draw: no two lines of text meet, none leaves its
 * picture, and of an animation one frame is seen.
 */
class SvgLayoutTest {
    /** Writes a line for each fault, or that there are none, and how many lines of text were looked at. */
    private static final String SCRIPT = """
            const faults = [];
            let count = 0;
            for (const place of document.querySelectorAll("div")) {
                const name = place.id;
                const picture = place.attachShadow({mode: "open"}); // keeps style sheets apart
                picture.append(...place.childNodes);
                const svg = picture.querySelector("svg").getBoundingClientRect();
                const frames = [...picture.querySelectorAll("g[style*=animation]")];
                const seen = frames.filter(g => getComputedStyle(g).visibility == "visible");
                if (frames.length > 0 && seen.length != 1) {
                    faults.push(name + ": " + seen.length + " frames are seen");
                }
                const texts = [...picture.querySelectorAll("text")]
                    .filter(t => getComputedStyle(t).visibility == "visible")
                    .map(t => ({words: t.textContent, box: t.getBoundingClientRect()}));
                count += texts.length;
                const near = 0.5;
                texts.forEach((text, i) => {
                    const a = text.box;
                    if (a.left < svg.left - near || a.right > svg.right + near
                            || a.top < svg.top - near || a.bottom > svg.bottom + near) {
                        faults.push(name + ": leaves the picture: " + text.words);
                    }
                    for (const other of texts.slice(i + 1)) {
                        const b = other.box;
                        if (a.left < b.right - near && b.left < a.right - near
                                && a.top < b.bottom - near && b.top < a.bottom - near) {
                            faults.push(name + ": meet: " + text.words + " | " + other.words);
                        }
                    }
                });
            }
            const report = document.createElement("pre");
            report.textContent = "report: " + count + " texts\\n" + faults.map(f => f + "\\n").join("") + "end of report";
            document.body.append(report);
            """;

    @Test
    void noTextMeetsAnotherOrLeavesItsPicture(@TempDir Path folder) throws Exception {
        String chromium = chromium();
        if (chromium == null) {
            System.out.println("SvgLayoutTest is skipped: there is no chromium on the path");
            abort("there is no chromium on the path");
        }
        StringBuilder page = new StringBuilder("<!DOCTYPE html><meta charset=\"utf-8\"><body>");
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/golden"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".svg")).sorted().toList()) {
                String svg = Files.readString(file);
                add(page, file.getFileName().toString(), svg.substring(svg.indexOf("<svg")));
            }
        }
        FigureExamples.awkward().forEach((name, figure) -> add(page, name, SvgPicture.inline(figure, name + "-")));
        Path file = folder.resolve("pictures.html");
        Files.writeString(file, page.append("<script>").append(SCRIPT).append("</script>"));
        Path output = folder.resolve("dom.html");
        Process process = new ProcessBuilder(
                        chromium,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--dump-dom",
                        file.toUri().toString())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.waitFor();
        String dom = Files.readString(output);
        String report = dom.substring(dom.lastIndexOf("report: "), dom.lastIndexOf("end of report"));
        List<String> lines = report.lines().toList();
        assertThat(lines.getFirst()).matches("report: [1-9]\\d{2,} texts");
        assertThat(lines.subList(1, lines.size())).isEmpty();
    }

    private static void add(StringBuilder page, String name, String svg) {
        page.append("<div id=\"").append(name).append("\">").append(svg).append("</div>\n");
    }

    private static String chromium() throws IOException {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
                Path program = Path.of(folder, name);
                if (Files.isExecutable(program)) {
                    return program.toRealPath().toString();
                }
            }
        }
        return null;
    }
}

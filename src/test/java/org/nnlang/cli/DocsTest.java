package org.nnlang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nnlang.raster.PngPicture;

/** The commands {@code nn docs …}, as a user gives them. */
class DocsTest {
    private static final String GOOD = "```nn\nshow 1 + 1\n```\n\n```output\n1 + 1 = 2\n```\n";
    private static final String WRONG = GOOD.replace("= 2", "= 3");

    @TempDir
    private Path top;

    private Path folder;

    private record Run(int status, String out, String err) {}

    @BeforeEach
    void folder() throws IOException {
        folder = Files.createDirectory(top.resolve("docs"));
    }

    private static Run nn(Object... arguments) {
        Capture capture = new Capture("");
        List<String> all = new ArrayList<>(List.of("docs"));
        Arrays.stream(arguments).map(Object::toString).forEach(all::add);
        int status = Main.run(all.toArray(new String[0]), capture.terminal(), Stop.none());
        return new Run(status, capture.out(), capture.err());
    }

    private Path page(String name, String text) throws IOException {
        Path page = folder.resolve(name);
        Files.createDirectories(page.getParent());
        return Files.writeString(page, text);
    }

    @Test
    void foldersAreSearchedAndOneBadDocumentDoesNotStopTheOthers() throws IOException {
        page("a.md", GOOD);
        page("b/c.markdown", WRONG);
        page("b/d.txt", WRONG);
        page(".hidden/e.md", WRONG);
        page("node_modules/f.md", WRONG);
        Files.write(folder.resolve("b/bad.md"), new byte[] {(byte) 0xff});
        page("z.md", "```nn\nshow 1");
        Run run = nn("check", folder, folder.resolve("none.md"));
        assertThat(run.status).isEqualTo(1);
        assertThat(run.out)
                .contains("b/bad.md is not UTF-8 text")
                .contains("c.markdown:5:1")
                .contains("-1 + 1 = 3\n+1 + 1 = 2\n")
                .contains("this block is not closed")
                .contains("there is no file")
                .contains("5 documents, 2 blocks and values: 1 not as shown, 3 other errors")
                .doesNotContain("d.txt", ".hidden", "f.md");
    }

    @Test
    void whatIsRightIsQuiet() throws IOException {
        Run run = nn("check", page("a.md", GOOD));
        assertThat(run).isEqualTo(new Run(0, "1 document, 1 block or value: all as shown\n", ""));
    }

    @Test
    void json() throws IOException {
        Path page = page("a.md", WRONG);
        Run run = nn("check", "--json", page);
        assertThat(run.status).isEqualTo(1);
        assertThat(run.out)
                .startsWith("{\"file\":\"" + page + "\",\"line\":5,\"column\":1,\"message\":\"this is not what")
                .contains("-1 + 1 = 3\\n+1 + 1 = 2\\n")
                .endsWith("\"}\n");
        assertThat(nn("check", "--json", page("b.md", GOOD))).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void updateAndDryRun() throws IOException {
        Path page = page("a.md", WRONG);
        Run dry = nn("update", "--dry-run", folder);
        assertThat(dry.status).isZero();
        assertThat(dry.out).startsWith("--- ").contains("@@ -3,5 +3,5 @@").contains("-1 + 1 = 3\n+1 + 1 = 2\n");
        assertThat(page).hasContent(WRONG);
        assertThat(nn("update", folder)).isEqualTo(new Run(0, "updated " + page + "\n", ""));
        assertThat(page).hasContent(GOOD);
        assertThat(nn("update", folder)).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void updateTellsWhatOnlyTheAuthorCanPutRight() throws IOException {
        Path page = page("a.md", WRONG + "\n```nn\nshow q\n```\n");
        Run run = nn("update", page);
        assertThat(run.status).isEqualTo(1);
        assertThat(run.out).contains("unknown name `q`").contains("a.md:10:6").contains("updated ");
        assertThat(page).hasContent(GOOD + "\n```nn\nshow q\n```\n");
    }

    @Test
    void aBlockThatNeverEndsHasItsTime() throws IOException {
        page("a.md", "```nn\nrepeat 1000000000 { let a = 1 }\n```\n\n```nn\nshow 1\n```\n```output\n2\n```\n");
        page("b.md", WRONG);
        Run run = nn("check", "--timeout", "0.2", folder);
        assertThat(run.status).isEqualTo(1);
        assertThat(run.out)
                .contains("this takes too long")
                .contains("a.md:1:1")
                .contains("0.2 s; use --timeout")
                .contains("b.md:") // not as shown, or too late on a busy machine
                .doesNotContain("a.md:8");
    }

    /** Reading a pipe that nobody writes to asks nothing of anyone. */
    @Test
    void aScriptThatHearsNothingIsLeftAlone() throws IOException, InterruptedException {
        new ProcessBuilder("mkfifo", folder.resolve("pipe.nn").toString())
                .start()
                .waitFor();
        page("a.md", "```nn\ninclude \"pipe.nn\"\n```\n");
        page("b.md", WRONG);
        Run run = nn("check", "--timeout", "0.1", folder);
        assertThat(run.out).contains("this takes too long").contains("a.md:1:1").contains("b.md:");
    }

    @Test
    void aPipeIsNoDocumentOfAFolderAndHasItsTimeOtherwise() throws IOException, InterruptedException {
        Path pipe = folder.resolve("a.md");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        page("b.md", WRONG);
        Run run = nn("check", folder);
        assertThat(run.err).isEqualTo("notice: skipped " + pipe + ": it is not a regular file\n");
        assertThat(run.out).contains("b.md:5:1").contains("1 document, 1 block or value: 1 not as shown\n");
        assertThat(nn("check", "--timeout", "0.1", pipe)).isEqualTo(new Run(1, """
                error: can't read %s: nothing came from it in 0.1 s

                1 document, 0 blocks and values: 1 error
                """.formatted(pipe), ""));
        Run render = nn("render", "--timeout", "0.1", pipe);
        assertThat(render.err).contains("nothing came from it");
        assertThat(render.out).isEmpty();
    }

    @Test
    void eachBlockAndValueCountsOnce() throws IOException {
        Path page = page("a.md", WRONG + "\n```nn nwe lines=1\nshow q, r\n```\n" + """

                <!-- nn: 1 -->2<!-- /nn --> <!-- nn: 1 -->2<!-- /nn --> <!-- nn: 1 -->1<!-- /nn --> <!-- nn: 1 -->
                """);
        Run run = nn("check", page);
        assertThat(run.out.lines().filter(line -> line.startsWith("error:"))).hasSizeGreaterThan(5);
        assertThat(run.out).endsWith("1 document, 5 blocks and values: 4 not as shown, 1 other error\n");
        assertThat(nn("check", page("b.md", "```nn\nshow 1\n")).out)
                .endsWith("1 document, 0 blocks and values: 1 error\n");
    }

    @Test
    void digitsThatAreAskedForAreAllWritten() throws IOException {
        Path page = page(
                "a.md",
                "```nn\nlet e = 1.1\n```\n\n"
                        + Stream.of("e, 4", "e", "e / 1e6, 3", "100, 2", "[1, 2.5], 3", "0, 3", "1 < 2, 3")
                                .map(asked -> "is <!-- nn: " + asked + " -->?<!-- /nn -->\n")
                                .collect(Collectors.joining()));
        assertThat(nn("update", page).status).isZero();
        assertThat(Files.readString(page)
                        .lines()
                        .filter(line -> line.startsWith("is"))
                        .map(line -> line.replaceAll("is |<!--.*?-->", "")))
                .containsExactly("1.100", "1.1", "1.10e-06", "100", "[1.00, 2.50]", "0.00", "true");
    }

    @Test
    void aTableBeyondAllMeasureIsNoPage() throws IOException {
        Path page = page("a.md", "|a".repeat(2000) + "\n" + "|-".repeat(2000) + "\n" + "|b\n".repeat(2000));
        Run run = nn("render", page);
        assertThat(run)
                .isEqualTo(new Run(
                        1,
                        "",
                        "error: " + page + " is too complex: its tables are too large, or it is nested too deep\n\n"));
    }

    @Test
    void theTimeIsANumberAboveNone() throws IOException {
        Path page = page("a.md", GOOD);
        for (String seconds : List.of("0", "-1", "NaN", "soon")) {
            assertThat(nn("check", "--timeout", seconds, page).status)
                    .as(seconds)
                    .isEqualTo(2);
        }
        for (String seconds : List.of("1e300", "Infinity")) {
            assertThat(nn("check", "--timeout", seconds, page).status)
                    .as(seconds)
                    .isZero();
        }
    }

    @Test
    void aBlockThatPrintsWithoutEndIsStopped() throws IOException {
        Run run = nn("check", page("a.md", "```nn\nrepeat 1000000000 { print \"" + "x".repeat(9999) + "\" }\n```\n"));
        assertThat(run.out).contains("this prints too much");
    }

    @Test
    void filesOutsideAreRefusedAlsoThroughLinks() throws IOException {
        Files.writeString(top.resolve("secret.nn"), "let a = 1\n");
        Files.createSymbolicLink(folder.resolve("link.nn"), top.resolve("secret.nn"));
        Files.createSymbolicLink(folder.resolve("up"), top);
        Files.createSymbolicLink(folder.resolve("dangling.nn"), top.resolve("new.nn"));
        Files.writeString(top.resolve("secret.csv"), "x,y\n1,2\n");
        Files.createSymbolicLink(folder.resolve("link.csv"), top.resolve("secret.csv"));
        String network = "input x[1]\nlayer y[1] linear\n";
        for (String script : List.of(
                "include \"../secret.nn\"",
                "include \"link.nn\"",
                "include \"up/secret.nn\"",
                "include \"x/../../secret.nn\"",
                "include \"" + top.resolve("secret.nn") + "\"",
                network + "data = csv(\"up/secret.csv\", target: y)",
                network + "data = csv(\"link.csv\", target: y)",
                network + "save \"../new.nn\"",
                network + "save \"dangling.nn\"",
                network + "save \"up/new.nn\"")) {
            Path page = page("a.md", "```nn\n" + script + "\n```\n");
            Run run = nn("check", page);
            assertThat(run.status).as(script).isEqualTo(1);
            assertThat(run.out).as(script).contains("it is outside the document's folder");
            assertThat(top.resolve("new.nn")).doesNotExist();
        }
    }

    @Test
    void linksOfAFolderThatLeadOutAreSkippedAndSaidToBe() throws IOException {
        Path outside = Files.createDirectory(top.resolve("outside"));
        Path far = Files.writeString(outside.resolve("far.md"), WRONG);
        Path near = page("near.md", WRONG);
        Path below = page("b/below.md", WRONG);
        Files.createSymbolicLink(folder.resolve("far.md"), far);
        Files.createSymbolicLink(folder.resolve("chain.md"), folder.resolve("far.md"));
        Files.createSymbolicLink(folder.resolve("b/up.md"), Path.of("../../outside/far.md"));
        Files.createSymbolicLink(folder.resolve("b/folder"), outside);
        Files.createSymbolicLink(folder.resolve("b/again"), folder);
        Files.createSymbolicLink(folder.resolve("loop.md"), folder.resolve("loop.md"));
        Files.createSymbolicLink(folder.resolve("none.md"), top.resolve("none.md"));
        Files.createSymbolicLink(folder.resolve("within.md"), below);
        Files.createSymbolicLink(folder.resolve("data.csv"), outside.resolve("data.csv"));
        String skipped = Stream.of("b/folder", "b/up.md", "chain.md", "far.md")
                .map(name ->
                        "notice: skipped " + folder.resolve(name) + ": it is a link that leads out of " + folder + "\n")
                .collect(Collectors.joining());
        String nowhere = Stream.of("loop.md", "none.md")
                .map(name -> "notice: skipped " + folder.resolve(name) + ": it is a link that leads nowhere\n")
                .collect(Collectors.joining());
        Run run = nn("update", folder);
        assertThat(run.err.lines().sorted())
                .containsExactlyElementsOf((skipped + nowhere).lines().sorted().toList());
        assertThat(run.out).contains("updated " + near, "updated " + below).doesNotContain("far");
        assertThat(run.status).isZero();
        assertThat(far).hasContent(WRONG);
        assertThat(near).hasContent(GOOD);
        assertThat(nn("check", folder).out).contains("3 documents, 3 blocks and values: all as shown");
        assertThat(nn("update", folder.resolve("far.md")).out).contains("updated "); // its user has named it
        assertThat(far).hasContent(GOOD);
    }

    @Test
    void aFolderMayBeALinkItself() throws IOException {
        page("a.md", WRONG);
        Path link = Files.createSymbolicLink(top.resolve("link"), folder);
        assertThat(nn("check", link).out)
                .contains(link.resolve("a.md") + ":5:1")
                .contains("1 not as shown");
    }

    @Test
    void rootAndAllowFilesOpenMore() throws IOException {
        Files.writeString(top.resolve("other.nn"), "let a = 1\n");
        Path page = page("a.md", "```nn\ninclude \"../other.nn\"\nshow a\n```\n```output\na = 1\n```\n");
        assertThat(nn("check", page).status).isEqualTo(1);
        assertThat(nn("check", "--root", top, page).status).isZero();
        assertThat(nn("check", "--allow-files", page).status).isZero();
        Path saves = page("b.md", "```nn\ninput x[1]\nlayer y[1] linear\nsave \"saved.nn\"\n```\n");
        assertThat(nn("check", saves).status).isZero();
        assertThat(folder.resolve("saved.nn")).doesNotExist();
        assertThat(nn("check", "--allow-files", saves).status).isZero();
        assertThat(folder.resolve("saved.nn")).doesNotExist();
    }

    @Test
    void aRepeatedFileHasToBeInsideToo() throws IOException {
        Files.writeString(top.resolve("secret.nn"), "let a = 1\n");
        Files.createSymbolicLink(folder.resolve("link.nn"), top.resolve("secret.nn"));
        for (String file : List.of("../secret.nn", "link.nn")) {
            Run run = nn("check", page("a.md", "```nn file=" + file + "\n```\n"));
            assertThat(run.out).contains("it is outside the document's folder").doesNotContain("let a");
        }
    }

    @Test
    void tenThousandBlocks() throws IOException {
        Path page = page("a.md", "```nn\nlet a = 1\nshow a\n```\n\n```output\n```\n\n".repeat(10_000));
        assertThat(nn("update", page).status).isZero();
        assertThat(nn("check", page).out).isEqualTo("1 document, 10000 blocks and values: all as shown\n");
    }

    @Test
    void renderWritesAPageOrPrintsIt() throws IOException {
        Path page = page("a.md", WRONG);
        Path html = folder.resolve("a.html");
        assertThat(nn("render", page, "-o", html)).isEqualTo(new Run(0, "", ""));
        assertThat(html).content().contains("1 + 1 = 2").startsWith("<!DOCTYPE html>");
        assertThat(page).hasContent(WRONG);
        Run printed = nn("render", "--fragment", page);
        assertThat(printed.out).contains("1 + 1 = 2").startsWith("<style>");
        assertThat(nn("render", page, "-o", folder.resolve("no/a.html")).err).contains("there is no such folder");
    }

    @Test
    void renderSaysWhatFails() throws IOException {
        Run run = nn("render", page("a.md", "```nn\nshow q\n```\n"));
        assertThat(run.status).isEqualTo(1);
        assertThat(run.err).contains("unknown name `q`");
        assertThat(run.out).contains("nn-script");
        Path html = folder.resolve("own.html");
        nn("render", page("own.md", "<b>mine</b>\n"), "-o", html);
        assertThat(html).content().contains("&lt;b&gt;mine");
        nn("render", "--allow-html", folder.resolve("own.md"), "-o", html);
        assertThat(html).content().contains("<b>mine</b>");
        Run missing = nn("render", folder.resolve("none.md"));
        assertThat(missing.status).isEqualTo(1);
        assertThat(missing.out).isEmpty();
        assertThat(missing.err).contains("there is no file");
    }

    @Test
    void wrongUsage() {
        assertThat(nn().status).isEqualTo(2);
        assertThat(nn("chek", "a.md").err).contains("check");
        assertThat(nn("check").status).isEqualTo(2);
        assertThat(nn("check", "--dry-run", "a.md").status).isEqualTo(2);
    }

    private static final String PICTURE = """
            ```nn
            input x[1]; layer y[1] sigmoid; data = [0 -> 0; 1 -> 1]; train 10
            plot loss to "images/loss.FORM"
            ```
            """;

    @Test
    void aPictureIsComparedWithItsFileAndOnlyUpdateWritesIt() throws IOException {
        Path page = page("a.md", PICTURE.replace("FORM", "svg"));
        Path image = Files.createDirectory(folder.resolve("images")).resolve("loss.svg");
        Run missing = nn("check", page);
        assertThat(missing.status).isEqualTo(1);
        assertThat(missing.out)
                .contains("there is no images/loss.svg", "a.md:1:1")
                .doesNotContain("other");
        assertThat(nn("update", "--dry-run", page).out).isEqualTo("would write images/loss.svg\n");
        assertThat(image).doesNotExist();
        assertThat(nn("update", page)).isEqualTo(new Run(0, "updated images/loss.svg\n", ""));
        assertThat(image).content().startsWith("<?xml").contains("loss over 20 updates");
        assertThat(nn("check", page).status).isZero();
        assertThat(nn("update", page)).isEqualTo(new Run(0, "", ""));
        Files.writeString(image, Files.readString(image).replace("over 20", "over 21"));
        assertThat(nn("check", page).out).contains("images/loss.svg is another picture than this block makes");
    }

    @Test
    void aRasterPictureIsComparedByItsNumbers() throws IOException {
        Path page = page("a.md", PICTURE.replace("FORM", "png"));
        Path image = Files.createDirectory(folder.resolve("images")).resolve("loss.png");
        assertThat(nn("update", page).status).isZero();
        byte[] png = Files.readAllBytes(image);
        assertThat(PngPicture.numbers(png)).contains("\"title\":\"loss over 20 updates\"");
        byte[] otherPoints = png.clone();
        otherPoints[png.length - 20]++;
        Files.write(image, otherPoints);
        assertThat(nn("check", page).status).as("as with another font").isZero();
        page("a.md", PICTURE.replace("FORM", "png").replace("train 10", "train 11"));
        assertThat(nn("check", page).out).contains("images/loss.png is another picture");
    }

    @Test
    void ofTwoBlocksThatMakeOnePictureTheLastCounts() throws IOException {
        String again = "```nn\ntrain 10\nplot loss to \"images/loss.svg\"\n```\n";
        Path page = page("a.md", PICTURE.replace("FORM", "svg") + again);
        Files.createDirectory(folder.resolve("images"));
        assertThat(nn("update", page).out).isEqualTo("updated images/loss.svg\n");
        assertThat(folder.resolve("images/loss.svg")).content().contains("loss over 40 updates");
        assertThat(nn("check", page).status).isZero();
    }

    @Test
    void aPictureThatCannotBeWrittenIsAFailure() throws IOException {
        Path page = page("a.md", PICTURE.replace("FORM", "svg"));
        Run run = nn("update", page);
        assertThat(run.status).isEqualTo(1);
        assertThat(run.err).isEqualTo("error: can't write images/loss.svg: there is no such folder\n");
    }

    @Test
    void aRenderedPageHasItsPicturesInPlace() throws IOException {
        String shown =
                "```nn\ninput x[1]; layer y[1] sigmoid; data = [0 -> 0]; train 3\nplot loss\nplot loss\n```\n\n```output\n```\n";
        Path page = page(
                "a.md",
                shown + "\n![old](images/loss.svg)\n\n"
                        + PICTURE.replace("FORM", "svg").replace("input", "new\ninput"));
        String html = nn("render", page).out;
        assertThat(html.split("<svg", -1)).as("pictures").hasSize(3);
        assertThat(html).contains("id=\"nn1-1-title\"", "id=\"nn1-2-title\"", "data:image/svg+xml;base64,");
        assertThat(html).contains("--nn-ink: #e8e8ea");
    }

    @Test
    void markdownGoesBesideItsPictures() throws IOException {
        Path page = page(
                "a b.md", "```nn hidden\nlet a = 6\n```\n\n```nn\nshow 7 * a\nplot sigmoid\n```\n\n```output\n```\n");
        Path out = Files.createDirectory(top.resolve("out"));
        assertThat(nn("render", "--to", "md", page, "-o", out)).isEqualTo(new Run(0, "", ""));
        assertThat(out.resolve("a b.md")).hasContent("""


                        ```nn
                        show 7 * a
                        plot sigmoid
                        ```

                        ```text
                        7 * a = 42
                        ```

                        ![sigmoid and its derivative](a%20b-1.svg)
                        """);
        assertThat(out.resolve("a b-1.svg")).content().contains("<svg");
        Run piped = nn("render", "--to", "md", page);
        assertThat(piped.status).isEqualTo(1);
        assertThat(piped.err).isEqualTo("error: can't write its pictures: they go beside the page; use -o PAGE\n");
    }

    @Test
    void noPageReplacesAnotherOrItsDocument() throws IOException {
        Path a = page("a.md", GOOD);
        Path b = page("b/A.md", GOOD);
        Run two = nn("render", a, b, "-o", folder);
        assertThat(two.status).isEqualTo(2);
        assertThat(two.err).startsWith("error: " + a + " and " + b + " would both be " + folder + "/A.html\n");
        Run own = nn("render", "--to", "md", a, "-o", folder);
        assertThat(own.status).isEqualTo(2);
        assertThat(own.err).startsWith("error: the Markdown of " + a + " would replace it");
        assertThat(nn("render", "--to", "md", folder, "-o", folder).err)
                .startsWith("error: the Markdown would replace");
        assertThat(nn("render", "--to", "md", "--live", a).err).contains("go with web pages, not with --to md");
        assertThat(nn("render", "--to", "pdf", a).err).contains("html, md");
        assertThat(a).hasContent(GOOD);
    }
}

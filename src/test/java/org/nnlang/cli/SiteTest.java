package org.nnlang.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of documents as a site: {@code nn docs render FOLDER -o site}. */
class SiteTest {
    private static final Pattern CONTENTS = Pattern.compile("<nav id=\"nn-contents\".*</nav>", Pattern.DOTALL);

    @TempDir
    private Path top;

    private Path docs;
    private Path site;

    private record Run(int status, String out, String err) {}

    @BeforeEach
    void folders() throws IOException {
        docs = Files.createDirectory(top.resolve("docs"));
        site = top.resolve("site");
    }

    private static Run nn(Object... arguments) {
        Capture capture = new Capture("");
        List<String> all = new ArrayList<>(List.of("docs", "render"));
        Arrays.stream(arguments).map(Object::toString).forEach(all::add);
        int status = Main.run(all.toArray(new String[0]), capture.terminal(), Stop.none());
        return new Run(status, capture.out(), capture.err());
    }

    private Path write(String name, String text) throws IOException {
        Path file = docs.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Run render(Object... options) {
        List<Object> all = new ArrayList<>(List.of(docs, "-o", site));
        all.addAll(Arrays.asList(options));
        return nn(all.toArray());
    }

    private String page(String name) throws IOException {
        return Files.readString(site.resolve(name));
    }

    /** The addresses and the words of the contents on a page. */
    private String contents(String name) throws IOException {
        var contents = CONTENTS.matcher(page(name));
        assertThat(contents.find()).isTrue();
        return contents.group()
                .replaceAll("<nav[^>]*>|</nav>|</?ul>|</li>|</a>|\n", "")
                .replaceAll("<li><a href=\"([^\"]*)\"( aria-current=\"page\")?>", "\n$2 $1 ")
                .replace(" aria-current=\"page\"", "*")
                .strip();
    }

    @Test
    void linksLeadToPagesAndFilesAreCopied() throws IOException {
        write("README.md", """
                # Start

                [one](<a b/Größe.md#größe>), [two](a%20b/Gr%C3%B6%C3%9Fe.md?x=1), [top](/deep/z.md), [self](#start),
                [folder](deep), [data](a%20b/data.csv), [web](https://example.org/x.md), [ref].

                ![dot](a%20b/dot.svg)

                [ref]: deep/z.md
                """);
        write("a b/Größe.md", "# Größe\n\n[back](../README.md#start) [there](../deep/z.md)\n");
        write("deep/z.md", "# Z\n\n[here](../a%20b/Größe.md)\n");
        write("a b/data.csv", "1,2\n");
        write("a b/unused.csv", "1,2\n");
        write("a b/dot.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\"/>");
        assertThat(render()).isEqualTo(new Run(0, "", ""));
        assertThat(page("index.html"))
                .contains("<a href=\"a%20b/Gr%C3%B6%C3%9Fe.html#größe\">one</a>")
                .contains("<a href=\"a%20b/Gr%C3%B6%C3%9Fe.html?x=1\">two</a>")
                .contains(
                        "<a href=\"deep/z.html\">top</a>",
                        "<a href=\"#start\">self</a>",
                        "<a href=\"deep/z.html\">folder</a>")
                .contains("<a href=\"a%20b/data.csv\">data</a>", "<a href=\"https://example.org/x.md\">web</a>")
                .contains("<a href=\"deep/z.html\">ref</a>", "<img src=\"a%20b/dot.svg\" alt=\"dot\">")
                .contains("img-src 'self' data:");
        assertThat(page("a b/Größe.html")).contains("<a href=\"../index.html#start\">back</a>");
        assertThat(site.resolve("a b/data.csv")).hasContent("1,2\n");
        assertThat(site.resolve("a b/unused.csv")).doesNotExist();
        assertThat(site.resolve("a b/dot.svg")).exists();
    }

    @Test
    void whatIsMissingIsAnErrorWithItsPlace() throws IOException {
        write("a.md", """
                # A

                [b](none.md) ![c](none.png) [d](b.md#tow) [e](../secret.md) [f](empty) [g](#b)

                <!-- nn: 1 -->1<!-- /nn --> [h](bb.md)
                """);
        write("b.md", "# B\n\n## Two\n");
        Files.createDirectory(docs.resolve("empty"));
        Files.writeString(top.resolve("secret.md"), "");
        Files.createSymbolicLink(docs.resolve("secret.csv"), top.resolve("secret.md"));
        write("c.md", "[i](secret.csv)\n");
        write("d.md", "---\ntitle: D\norder: first\n---\n");
        Run run = render();
        assertThat(run.status).isEqualTo(1);
        assertThat(run.err
                        .lines()
                        .filter(line ->
                                line.startsWith("error:") || line.strip().startsWith("-->"))
                        .map(String::strip))
                .containsExactly(
                        "error: there is no none.md",
                        "--> " + docs + "/a.md:3:5",
                        "error: there is no none.png",
                        "--> " + docs + "/a.md:3:19",
                        "error: b.md has no heading for `#tow`",
                        "--> " + docs + "/a.md:3:33",
                        "error: ../secret.md is outside the site's folder",
                        "--> " + docs + "/a.md:3:47",
                        "error: there is no document in empty",
                        "--> " + docs + "/a.md:3:65",
                        "error: a.md has no heading for `#b`",
                        "--> " + docs + "/a.md:3:76",
                        "error: there is no bb.md",
                        "--> " + docs + "/a.md:5:33",
                        "error: secret.csv is outside the site's folder",
                        "--> " + docs + "/c.md:1:5",
                        "error: `order` is not a number",
                        "--> " + docs + "/d.md:3:1");
        assertThat(run.err).contains("did you mean `#two`?", "did you mean `b.md`?");
        assertThat(page("a.html")).contains("<p>b c <a href=\"b.html#tow\">d</a> e f <a href=\"#b\">g</a></p>");
        assertThat(site.resolve("secret.csv")).doesNotExist();
    }

    @Test
    void indexesComeFirstThenTheOrderThenTheIndexesLinksThenNames() throws IOException {
        write("index.md", "# Home\n\n[z](z.md) [part](part/b.md) [z](z.md)\n");
        write("README.md", "# Readme\n");
        write("a.md", "# A\n");
        write("B.md", "# B\n");
        write("z.md", "# Z\n");
        write("last.md", "---\norder: 2\n---\n# Second\n");
        write("other.md", "---\nnav_order: 1.5\ntitle: Own <title>\n---\n# First\n");
        write("part/a.md", "# Part A\n");
        write("part/b.md", "# Part B\n");
        write("whole/readme.md", "# Whole\n");
        write("whole/a.md", "# Whole A\n");
        assertThat(render()).isEqualTo(new Run(0, "", ""));
        assertThat(contents("index.html")).isEqualTo("""
                * index.html Home
                 other.html Own &lt;title&gt;
                 last.html Second
                 z.html Z
                 part/a.html part
                 a.html A
                 B.html B
                 README.html Readme
                 whole/index.html Whole""");
        assertThat(contents("part/b.html")).isEqualTo("""
                ../index.html Home
                 ../other.html Own &lt;title&gt;
                 ../last.html Second
                 ../z.html Z
                 a.html part
                 a.html Part A
                * b.html Part B
                 ../a.html A
                 ../B.html B
                 ../README.html Readme
                 ../whole/index.html Whole""");
        assertThat(page("part/a.html"))
                .contains("<a href=\"../z.html\" rel=\"prev\">← Z</a>", "<a href=\"b.html\" rel=\"next\">Part B →</a>");
    }

    @Test
    void twoDocumentsCannotBeOnePage() throws IOException {
        write("a.md", "# A\n");
        write("a.markdown", "# Also A\n");
        write("A.html", "");
        write("b.md", "# B\n\n[file](A.html)\n");
        Run run = render();
        assertThat(run.status).isEqualTo(1);
        assertThat(run.err)
                .contains("error: a.markdown and a.md would both be a.html: rename one")
                .contains("error: a.markdown and A.html would both be A.html");
        assertThat(page("a.html")).contains("Also A");
        assertThat(page("b.html")).contains("<h1 id=\"b\">");
    }

    @Test
    void picturesThatScriptsMakeAreWrittenIntoTheSite() throws IOException {
        write(
                "sub/a.md",
                "```nn\ninput x[1]; layer y[1] sigmoid\ndraw to \"../images/net.svg\"\n```\n\n![net](../images/net.svg)\n");
        Files.createDirectory(docs.resolve("images"));
        assertThat(render()).isEqualTo(new Run(0, "", ""));
        assertThat(page("sub/a.html")).contains("<img src=\"../images/net.svg\"");
        assertThat(site.resolve("images/net.svg")).content().contains("<svg");
        assertThat(docs.resolve("images")).isEmptyDirectory();
    }

    @Test
    void linksOutLeadToTheAddressOfTheRoot() throws IOException {
        write("a.md", "[there](../my%20file.txt#L1) [none](../none.txt) [made](try.html)\n");
        Files.writeString(top.resolve("my file.txt"), "");
        Files.createDirectory(site);
        Files.writeString(site.resolve("try.html"), "");
        Run run = render("--root", top, "--elsewhere", "https://example.org/main/");
        assertThat(run.err).contains("there is no ../none.txt").doesNotContain("my file.txt is", "try.html\n -->");
        assertThat(page("a.html"))
                .contains(
                        "<a href=\"https://example.org/main/my%20file.txt#L1\">there</a>",
                        "<a href=\"try.html\">made</a>");
    }

    @Test
    void aSiteMayBeInItsFolderAndIsRenderedAgain() throws IOException {
        site = docs.resolve("site");
        write("a.md", "# A\n\n[b](sub/b.md) ![c](c.svg)\n");
        write("sub/b.md", "# B\n");
        write("c.svg", "<svg/>");
        assertThat(render().status).isZero();
        Files.writeString(site.resolve("old.md"), "# Old\n");
        assertThat(render()).isEqualTo(new Run(0, "", ""));
        assertThat(site.resolve("old.html")).doesNotExist();
        site = docs;
        assertThat(render().status).isZero();
        assertThat(docs.resolve("c.svg")).hasContent("<svg/>");
    }

    @Test
    void aFolderWithoutDocumentsIsNoSite() throws IOException {
        write("a.tex", "");
        assertThat(render()).isEqualTo(new Run(1, "", "error: there are no Markdown documents in " + docs + "\n"));
    }

    @Test
    void wrongUsageIsNamed() throws IOException {
        write("a.md", "");
        Path file = Files.writeString(top.resolve("file"), "");
        for (Run run : List.of(
                nn(docs),
                nn(docs, "-o", file),
                nn(docs, docs, "-o", site),
                render("--fragment"),
                render("--live", "--engine", top.resolve("nn.wasm")),
                render("--elsewhere", "https://example.org"),
                nn("--elsewhere", "https://example.org", docs.resolve("a.md")))) {
            assertThat(run.status).isEqualTo(2);
            assertThat(run.err).contains("folder").doesNotContain("Exception");
        }
    }

    @Test
    void whatCannotBeWrittenIsNamed() throws IOException {
        write("a.md", "");
        Files.createDirectory(site);
        Files.createDirectory(site.resolve("a.html"));
        assertThat(render().err).isEqualTo("error: can't write " + site + "/a.html: it is a folder\n");
        Files.delete(site.resolve("a.html"));
        Files.setPosixFilePermissions(site, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeTrue(!Files.isWritable(site), "the superuser writes anyway");
        assertThat(render().err).contains("error: can't write " + site + "/a.html: permission denied");
    }

    @Test
    void oneBadDocumentDoesNotStopTheOthers() throws IOException {
        Files.write(docs.resolve("a.md"), new byte[] {(byte) 0xff});
        write("b.md", "```nn\nshow nothing\n```\n");
        write("c.md", "# C\n\n[a](a.md) [b](b.md)\n");
        Run run = render();
        assertThat(run.status).isEqualTo(1);
        assertThat(run.err).contains("a.md is not UTF-8 text", "unknown name `nothing`");
        assertThat(contents("c.html")).isEqualTo("b.html b.md\n* c.html C");
    }

    @Test
    void pagesOfManyFoldersListTheirOwn() throws IOException {
        for (int i = 0; i < 30; i++) {
            write("folder" + i / 10 + "/page" + i % 10 + ".md", "# Page " + i + "\n");
        }
        assertThat(render().status).isZero();
        assertThat(contents("folder1/page3.html").lines()).hasSize(3 + 10);
        try (Stream<Path> files = Files.walk(site)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(30);
        }
    }

    @Test
    void aFolderBecomesMarkdownToo() throws IOException {
        write("README.md", "# A\n\n[b](sub/b.md#b) $x$ [out](../file.txt)\n\n![c](c.svg)\n");
        write("sub/b.md", "# B\n\n[a](../README.md) [none](c.md)\n\n```nn\nplot sigmoid\n```\n\n```output\n```\n");
        write("c.svg", "<svg/>");
        Files.writeString(top.resolve("file.txt"), "");
        Run run = render("--to", "md", "--root", top, "--elsewhere", "https://example.org");
        assertThat(run.status).isEqualTo(1);
        assertThat(run.err).contains("error: there is no sub/c.md\n --> " + docs + "/sub/b.md:3:26");
        assertThat(page("README.md"))
                .isEqualTo("# A\n\n[b](sub/b.md#b) <math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi></math>"
                        + " [out](https://example.org/file.txt)\n\n![c](c.svg)\n");
        assertThat(page("sub/b.md")).contains("![sigmoid and its derivative](b-1.svg)");
        assertThat(site.resolve("sub/b-1.svg")).exists();
        assertThat(site.resolve("c.svg")).exists();
    }
}

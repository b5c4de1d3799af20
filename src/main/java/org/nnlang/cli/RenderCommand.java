package org.nnlang.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.nnlang.documents.Checked;
import org.nnlang.documents.DocumentFiles;
import org.nnlang.documents.Documents;
import org.nnlang.documents.Finding;
import org.nnlang.documents.LiveParts;
import org.nnlang.documents.Report;
import org.nnlang.documents.Site;
import org.nnlang.documents.SitePage;
import org.nnlang.files.FileReason;
import org.nnlang.language.Host;
import org.nnlang.text.Printable;
import org.nnlang.text.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code nn docs render}. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        description = "Renders documents as web pages or Markdown, with the current output of their scripts.",
        footer = {"", "Exit status: 0 fine; 1 a script failed, or nn couldn't write a file; 2 wrong usage."})
final class RenderCommand implements Callable<Integer> {
    /** What makes pages live. */
    private static final FrontFile LIVE = new FrontFile("web", "nn-live.zip");

    private final Terminal terminal;
    private final Stop stop;
    private final Path home;

    @Mixin
    private DocsCommand.Limits limits;

    @Option(
            names = "-o",
            paramLabel = "PAGE",
            description =
                    "The file to write (default: standard output), or for several documents or a folder, a folder.")
    private Path page;

    /** What documents become. */
    private enum Form {
        html,
        md
    }

    @Option(
            names = "--to",
            paramLabel = "FORM",
            defaultValue = "html",
            description = "${COMPLETION-CANDIDATES}: web pages, or Markdown for a site generator"
                    + " (default: ${DEFAULT-VALUE}).")
    private Form form = Form.html;

    @Option(
            names = "--fragment",
            description = "Write only the content, without head and body, for a page of your own.")
    private boolean fragment;

    @Option(
            names = "--allow-html",
            description = "Keep the document's own HTML and all addresses, for documents that you trust.")
    private boolean html;

    @Option(
            names = "--live",
            description = "Let readers change the scripts and run them in their browser, without a server.")
    private boolean live;

    @Option(
            names = "--engine",
            paramLabel = "NN.WASM",
            description = "With --live: write nn's engine into this file, beside the page, for several pages to share.")
    private Path engine;

    @Option(
            names = "--elsewhere",
            paramLabel = "URL",
            description =
                    "For a folder: where links to other files in --root lead, like https://github.com/OWNER/NAME/blob/main.")
    private String elsewhere;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "The Markdown files, or one folder, whose documents become a site with contents.")
    private List<Path> files;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    RenderCommand(Terminal terminal, Stop stop, Path home) {
        this.terminal = terminal;
        this.stop = stop;
        this.home = home;
    }

    @Override
    public Integer call() {
        checkUsage();
        LiveParts parts;
        try {
            if (isSite()) {
                Files.createDirectories(page);
            }
            parts = live ? parts() : null;
        } catch (FileSystemException trouble) {
            return unwritable(page, FileReason.of(trouble));
        } catch (IOException trouble) {
            terminal.err().write("error: " + Printable.line(trouble.getMessage()) + "\n");
            return 1;
        }
        if (isSite()) {
            return site(parts);
        }
        boolean fine = true;
        for (Path file : files) {
            Documents.Style style = form == Form.md
                    ? Documents.Style.markdown(null, DocumentFiles.stem(file))
                    : new Documents.Style(fragment, html, parts);
            fine &= render(file, style);
        }
        return fine ? 0 : 1;
    }

    private boolean isSite() {
        return Files.isDirectory(files.getFirst());
    }

    /** Renders a folder's documents as pages that belong together, and copies what they link to. */
    private int site(LiveParts parts) {
        Path folder = files.getFirst();
        DocumentFiles found;
        try {
            found = DocumentFiles.in(folder);
        } catch (IOException trouble) {
            terminal.err().write(Report.error(Problem.UNREADABLE_FILE.with(folder, FileReason.of(trouble))));
            return 1;
        }
        found.skipped().forEach(problem -> terminal.err().write(Report.notice(problem)));
        found.unreadable().forEach(problem -> terminal.err().write(Report.error(problem)));
        List<Path> documents = found.files().stream()
                .filter(file -> !Documents.isTex(file) && !isOutput(file))
                .toList();
        Site.Plan plan = new Site.Plan(folder, page, limits.root(), elsewhere, "." + form);
        Documents renderer = limits.documents(stop, folder);
        Site site = renderer.site(plan, documents, html);
        if (documents.isEmpty()) {
            terminal.err().write(Report.error(Problem.NO_DOCUMENTS.with(folder)));
            return 1;
        }
        boolean fine = found.unreadable().isEmpty();
        for (Path document : documents) {
            SitePage own = site.page(document);
            if (own == null) {
                continue;
            }
            LiveParts live = parts == null || engine == null ? parts : parts.at(own.address(engine));
            Documents.Style style = form == Form.md
                    ? Documents.Style.markdown(own, DocumentFiles.stem(document))
                    : new Documents.Style(false, html, live, own, null);
            Documents.Rendered rendered = renderer.render(document, style);
            if (stop.isCancelled()) {
                return 130;
            }
            fine &= reported(rendered.checked());
            if (rendered.text() == null) {
                fine = false;
            } else if (!write(own, rendered)) {
                return 1;
            }
        }
        site.problems().forEach(problem -> terminal.err().write(Report.error(problem)));
        return copied(site) && fine && site.problems().isEmpty() ? 0 : 1;
    }

    /** Whether a file is of an earlier run: the site may be in the folder. */
    private boolean isOutput(Path file) {
        return !absolute(page).equals(absolute(files.getFirst())) && isIn(page, file);
    }

    private boolean write(SitePage own, Documents.Rendered rendered) {
        try {
            write(own.file(), rendered.text().getBytes(StandardCharsets.UTF_8));
            writePictures(own.file(), rendered);
            for (Map.Entry<Path, byte[]> drawing : own.drawings().entrySet()) {
                write(drawing.getKey(), drawing.getValue());
            }
            return true;
        } catch (IOException trouble) {
            unwritable(own.file(), FileReason.of(trouble));
            return false;
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "it is a folder");
        }
        Files.write(file, bytes);
    }

    /** Writes the pictures beside a page of Markdown. */
    private static void writePictures(Path to, Documents.Rendered rendered) throws IOException {
        for (Map.Entry<String, byte[]> picture : rendered.pictures().entrySet()) {
            write(to.resolveSibling(picture.getKey()), picture.getValue());
        }
    }

    private boolean copied(Site site) {
        for (Map.Entry<Path, Path> copy : site.copies().entrySet()) {
            Path to = copy.getKey();
            try {
                Files.createDirectories(to.toAbsolutePath().getParent());
                if (!Files.exists(to) || !Files.isSameFile(copy.getValue(), to)) {
                    Files.copy(copy.getValue(), to, StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException trouble) {
                unwritable(to, FileReason.of(trouble));
                return false;
            }
        }
        return true;
    }

    private int unwritable(Path file, String why) {
        terminal.err().write("error: can't write " + Printable.line(file + ": " + why) + "\n");
        return 1;
    }

    /** Reports what is wrong with a document; returns whether nothing is. */
    private boolean reported(Checked checked) {
        for (Finding finding : checked.left()) {
            terminal.err().write(Report.text(checked, finding, terminal.colored(Options.Color.auto)) + "\n");
        }
        return checked.left().isEmpty();
    }

    private void checkUsage() {
        if (files.stream().anyMatch(Files::isDirectory)) {
            checkSite();
            return;
        }
        if (elsewhere != null) {
            throw wrong("--elsewhere goes with a folder of documents");
        }
        for (Path file : files) {
            if (Documents.isTex(file)) {
                throw wrong("nn docs render makes pages of Markdown; " + file + " is for LaTeX");
            }
        }
        if (files.size() > 1 && (page == null || !Files.isDirectory(page))) {
            throw wrong("several documents need a folder for their pages: -o FOLDER");
        }
        if (page != null) {
            checkNames();
        }
        checkForm();
        if (engine != null && !live) {
            throw wrong("--engine goes with --live");
        }
    }

    /** Checks that no page replaces another one, or its own document. */
    private void checkNames() {
        Map<String, Path> pages = new HashMap<>();
        for (Path file : files) {
            Path to = absolute(to(file));
            Path other = pages.put(to.toString().toLowerCase(Locale.ROOT), file);
            if (other != null) {
                throw wrong(other + " and " + file + " would both be " + to(file));
            }
            if (form == Form.md && to.equals(absolute(file))) {
                throw wrong("the Markdown of " + file + " would replace it; use -o with another name or folder");
            }
        }
    }

    private void checkForm() {
        if (form == Form.md && (fragment || live || html)) {
            throw wrong("--fragment, --live and --allow-html go with web pages, not with --to md");
        }
    }

    private void checkSite() {
        checkForm();
        if (files.size() > 1) {
            throw wrong("nn docs render takes files, or one folder");
        }
        if (page == null || Files.exists(page) && !Files.isDirectory(page)) {
            throw wrong("a folder needs a folder for its pages: -o FOLDER");
        }
        if (form == Form.md && isIn(page, files.getFirst()) && isIn(files.getFirst(), page)) {
            throw wrong("the Markdown would replace the documents; use -o with another folder");
        }
        if (fragment) {
            throw wrong("--fragment goes with files, not with a folder");
        }
        if (engine != null && (!live || !isIn(page, engine))) {
            throw wrong("--engine goes with --live, and names a file in the folder of the pages");
        }
        if (elsewhere != null && limits.root() == null) {
            throw wrong("--elsewhere is the address of the folder --root; give both");
        }
    }

    private static boolean isIn(Path folder, Path file) {
        return absolute(file).startsWith(absolute(folder));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private CommandLine.ParameterException wrong(String why) {
        return new CommandLine.ParameterException(command.commandLine(), why);
    }

    /** What makes the pages live; writes the engine if they share it. */
    private LiveParts parts() throws IOException {
        Path archive = LIVE.find(home);
        if (archive == null) {
            throw new IOException("nn's engine for web pages is not installed; " + LIVE.help());
        }
        if (engine == null) {
            return LiveParts.in(archive, null);
        }
        LiveParts parts = LiveParts.in(archive, engine.getFileName().toString());
        try {
            Files.write(engine, parts.engine());
        } catch (IOException trouble) {
            throw new IOException("can't write " + engine + ": " + FileReason.of(trouble), trouble);
        }
        return parts;
    }

    private boolean render(Path file, Documents.Style style) {
        Documents.Rendered rendered = limits.documents(stop).render(file, style);
        boolean fine = reported(rendered.checked());
        return rendered.text() != null && write(file, rendered) && fine;
    }

    private boolean write(Path file, Documents.Rendered rendered) {
        if (page == null) {
            terminal.out().write(rendered.text());
            return rendered.pictures().isEmpty()
                    || unwritable(Path.of("its pictures"), "they go beside the page; use -o PAGE") == 0;
        }
        Path to = to(file);
        try {
            new FileHost().write(to.toString(), rendered.text());
            writePictures(to, rendered);
            return true;
        } catch (Host.FileTrouble trouble) {
            unwritable(to, trouble.getMessage());
        } catch (IOException trouble) {
            unwritable(to.resolveSibling("its pictures"), FileReason.of(trouble));
        }
        return false;
    }

    /** The file of a page. */
    private Path to(Path file) {
        return Files.isDirectory(page) ? page.resolve(DocumentFiles.stem(file) + "." + form) : page;
    }
}

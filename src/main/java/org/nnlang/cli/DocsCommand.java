package org.nnlang.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.nnlang.documents.Checked;
import org.nnlang.documents.DocumentFiles;
import org.nnlang.documents.Documents;
import org.nnlang.documents.Finding;
import org.nnlang.documents.LiveParts;
import org.nnlang.documents.PictureEdit;
import org.nnlang.documents.Report;
import org.nnlang.documents.Site;
import org.nnlang.documents.SitePage;
import org.nnlang.files.FileReason;
import org.nnlang.language.Host;
import org.nnlang.text.Message;
import org.nnlang.text.Printable;
import org.nnlang.text.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands {@code nn docs …}. */
final class DocsCommand {
    private DocsCommand() {}

    /** The command with its subcommands; {@code home} is the folder of nn's jar, or null. */
    static CommandLine of(Terminal terminal, Stop stop, Path home) {
        CommandLine line = new CommandLine(new Docs());
        line.addSubcommand("check", new Check(terminal, stop));
        line.addSubcommand("update", new Update(terminal, stop));
        line.addSubcommand("render", new Render(terminal, stop, home));
        return line;
    }

    @Command(
            name = "docs",
            description = "Checks, updates and renders Markdown and LaTeX documents with scripts in them.")
    private static final class Docs extends CommandGroup {}

    /** The options that all subcommands have. */
    static final class Limits {
        @Option(
                names = "--timeout",
                paramLabel = "SECONDS",
                defaultValue = "60",
                description = "The time limit for each document (default: ${DEFAULT-VALUE}).")
        private double seconds;

        @Option(
                names = "--root",
                paramLabel = "FOLDER",
                description = "Let scripts read the files in this folder (default: the document's own folder).")
        private Path root;

        @Option(names = "--allow-files", description = "Let scripts read all files.")
        private boolean allFiles;

        @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
        private CommandLine.Model.CommandSpec command;

        Documents documents(Stop stop) {
            return documents(stop, null);
        }

        /** The documents of a folder, whose scripts may read its files if no other folder is given. */
        Documents documents(Stop stop, Path folder) {
            if (!(seconds > 0)) {
                throw new CommandLine.ParameterException(command.commandLine(), "--timeout needs seconds above 0");
            }
            Documents.Limits limits = new Documents.Limits(seconds, root == null ? folder : root, allFiles);
            return new Documents(new FileHost(), limits, stop);
        }
    }

    /** A command that runs documents. */
    private abstract static class OfDocuments implements Callable<Integer> {
        final Terminal terminal;
        private final Stop stop;

        @Mixin
        private Limits limits;

        @Option(
                names = "--color",
                paramLabel = "WHEN",
                description =
                        "Colour diagnostics: ${COMPLETION-CANDIDATES} (auto: on a terminal, unless NO_COLOR is set).")
        Options.Color color = Options.Color.auto;

        @Parameters(
                paramLabel = "PATH",
                arity = "1..*",
                description = "Markdown and LaTeX files, and folders with such files at any depth.")
        private List<String> paths;

        private boolean fine;

        OfDocuments(Terminal terminal, Stop stop) {
            this.terminal = terminal;
            this.stop = stop;
        }

        /** Handles one document; true if nothing is wrong with it. */
        abstract boolean one(Checked checked);

        /** Runs after the last document. */
        void end() {}

        @Override
        public Integer call() {
            Documents documents = limits.documents(stop);
            fine = true;
            for (Path file : files()) {
                Checked checked = documents.check(file);
                if (stop.isCancelled()) {
                    return 130;
                }
                fine &= reported(checked);
                terminal.out().flush();
                if (terminal.out().closed()) {
                    break;
                }
            }
            end();
            return fine ? 0 : 1;
        }

        /** Handles a document; its diff may need more memory than checking it did. */
        private boolean reported(Checked checked) {
            try {
                return one(checked);
            } catch (OutOfMemoryError full) {
                write(terminal.err(), Report.error(Problem.OUT_OF_MEMORY.with("the findings in " + checked.name())));
                return false;
            }
        }

        private List<Path> files() {
            List<Path> files = new ArrayList<>();
            for (String path : paths) {
                try {
                    DocumentFiles found = DocumentFiles.in(Path.of(path));
                    files.addAll(found.files());
                    found.skipped().forEach(problem -> write(terminal.err(), Report.notice(problem)));
                    found.unreadable().forEach(this::unreadable);
                } catch (IOException unknown) {
                    files.add(Path.of(path)); // reading it says why
                } catch (InvalidPathException wrong) {
                    unreadable(Problem.UNREADABLE_FILE.with(Printable.line(path), "no file has such a name here"));
                }
            }
            terminal.err().flush();
            return files;
        }

        void unreadable(Message problem) {
            fine = false;
            write(terminal.err(), Report.error(problem));
        }

        void write(Terminal.Output to, String text) {
            to.write(
                    terminal.annotates()
                            ? Report.withoutCommands(text, UUID.randomUUID().toString())
                            : text);
        }

        void say(Checked checked, Finding finding) {
            write(terminal.out(), Report.text(checked, finding, terminal.colored(color)) + "\n");
        }
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            versionProvider = Commands.Version.class,
            description = "Runs the scripts in documents, and compares their output with the documents.",
            footer = {"", "Exit status: 0 everything is as shown; 1 something differs; 2 wrong usage."})
    private static final class Check extends OfDocuments {
        @Option(names = "--json", description = "Write each finding as a line of JSON.")
        private boolean json;

        private int documents;
        private int parts;
        private int wrong;
        private int others;

        @Override
        void unreadable(Message problem) {
            super.unreadable(problem);
            others++;
        }

        Check(Terminal terminal, Stop stop) {
            super(terminal, stop);
        }

        @Override
        boolean one(Checked checked) {
            documents++;
            parts += checked.parts();
            wrong += checked.wrongParts();
            others += checked.otherFindings();
            for (Finding finding : checked.findings()) {
                if (json) {
                    terminal.out().write(Report.json(checked, finding));
                } else {
                    say(checked, finding);
                    if (terminal.annotates()) {
                        terminal.out().write(Report.annotation(checked, finding));
                    }
                }
            }
            return checked.findings().isEmpty();
        }

        @Override
        void end() {
            if (!json) {
                terminal.out()
                        .write(Commands.counted(documents, "document") + ", "
                                + Commands.counted(parts, "block or value", "blocks and values") + ": "
                                + verdict() + "\n");
            }
        }

        /** The summary; each block and value counts once, however much is wrong with it. */
        private String verdict() {
            String errors = others == 0 ? "" : Commands.counted(others, wrong == 0 ? "error" : "other error");
            if (wrong == 0) {
                return others == 0 ? "all as shown" : errors;
            }
            return wrong + " not as shown" + (others == 0 ? "" : ", " + errors);
        }
    }

    @Command(
            name = "update",
            mixinStandardHelpOptions = true,
            versionProvider = Commands.Version.class,
            description = "Writes the output of the scripts in documents into their output blocks and values.",
            footer = {"", "Exit status: 0 everything is up to date; 1 some errors remain; 2 wrong usage."})
    private static final class Update extends OfDocuments {
        @Option(names = "--dry-run", description = "Only show what would change.")
        private boolean dry;

        Update(Terminal terminal, Stop stop) {
            super(terminal, stop);
        }

        @Override
        boolean one(Checked checked) {
            checked.left().forEach(finding -> say(checked, finding));
            if (dry) {
                write(terminal.out(), checked.diff());
                checked.pictures().forEach(picture -> say("would write " + picture.name()));
                return checked.left().isEmpty();
            }
            boolean written = written(checked.name(), checked::write);
            for (PictureEdit picture : checked.pictures()) {
                written &= written(picture.name(), picture::write);
            }
            return written && checked.left().isEmpty();
        }

        private interface Writer {
            boolean write() throws IOException;
        }

        /** Writes a file and says so; returns whether it could be written. */
        private boolean written(String name, Writer writer) {
            try {
                if (writer.write()) {
                    say("updated " + name);
                }
                return true;
            } catch (IOException trouble) {
                String what = name + ": " + FileReason.of(trouble);
                write(terminal.err(), "error: can't write " + Printable.line(what) + "\n");
                return false;
            }
        }

        private void say(String line) {
            write(terminal.out(), Printable.line(line) + "\n");
        }
    }

    @Command(
            name = "render",
            mixinStandardHelpOptions = true,
            versionProvider = Commands.Version.class,
            description = "Renders documents as web pages or Markdown, with the current output of their scripts.",
            footer = {"", "Exit status: 0 fine; 1 a script failed, or nn couldn't write a file; 2 wrong usage."})
    private static final class Render implements Callable<Integer> {
        /** What makes pages live. */
        private static final FrontFile LIVE = new FrontFile("web", "nn-live.zip");

        private final Terminal terminal;
        private final Stop stop;
        private final Path home;

        @Mixin
        private Limits limits;

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
                description =
                        "With --live: write nn's engine into this file, beside the page, for several pages to share.")
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

        Render(Terminal terminal, Stop stop, Path home) {
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
                        ? Documents.Style.markdown(null, stem(file))
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
            Site.Plan plan = new Site.Plan(folder, page, limits.root, elsewhere, "." + form);
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
                        ? Documents.Style.markdown(own, stem(document))
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
            Path output = page.toAbsolutePath().normalize();
            Path folder = files.getFirst().toAbsolutePath().normalize();
            return !output.equals(folder) && file.toAbsolutePath().normalize().startsWith(output);
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
                Path to = to(file).toAbsolutePath().normalize();
                Path other = pages.put(to.toString().toLowerCase(Locale.ROOT), file);
                if (other != null) {
                    throw wrong(other + " and " + file + " would both be " + to(file));
                }
                if (form == Form.md && to.equals(file.toAbsolutePath().normalize())) {
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
            if (elsewhere != null && limits.root == null) {
                throw wrong("--elsewhere is the address of the folder --root; give both");
            }
        }

        private static boolean isIn(Path folder, Path file) {
            return file.toAbsolutePath()
                    .normalize()
                    .startsWith(folder.toAbsolutePath().normalize());
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
            return Files.isDirectory(page) ? page.resolve(stem(file) + "." + form) : page;
        }

        private static String stem(Path file) {
            String name = file.getFileName().toString();
            return name.endsWith(".md") || name.endsWith(".markdown") ? name.substring(0, name.lastIndexOf('.')) : name;
        }
    }
}

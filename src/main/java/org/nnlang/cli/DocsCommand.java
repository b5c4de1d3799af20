package org.nnlang.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.nnlang.documents.Checked;
import org.nnlang.documents.DocumentFiles;
import org.nnlang.documents.Documents;
import org.nnlang.documents.Finding;
import org.nnlang.documents.PictureEdit;
import org.nnlang.documents.Report;
import org.nnlang.files.FileReason;
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
        line.addSubcommand("render", new RenderCommand(terminal, stop, home));
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

        /** The folder whose files scripts may read; null for the document's own. */
        Path root() {
            return root;
        }

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
}

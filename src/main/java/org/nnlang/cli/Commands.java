package org.nnlang.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.nnlang.assist.HelpText;
import org.nnlang.assist.LazyHelp;
import org.nnlang.files.OwnFolder;
import org.nnlang.language.DerivationFormat;
import org.nnlang.prompt.Pictures;
import org.nnlang.text.Message;
import org.nnlang.text.Printable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line with all its commands and options. */
final class Commands {
    static final List<String> NAMES = List.of(
            "run",
            "check",
            "explain",
            "why",
            "fmt",
            "lsp",
            "jupyter",
            "docs",
            "playground",
            "play",
            "help",
            "completion");

    private Commands() {}

    static int run(String[] args, Terminal terminal, Stop stop) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Path home = OwnFolder.path();
        CommandLine line = new CommandLine(new Nn(terminal, stop));
        line.addSubcommand("run", new Run(terminal, stop));
        line.addSubcommand("check", new Check(terminal, stop));
        line.addSubcommand("explain", new Explain(terminal, stop));
        line.addSubcommand("why", new Why(terminal, stop));
        line.addSubcommand("fmt", new Format(terminal, stop));
        line.addSubcommand("lsp", new LspCommand(terminal, stop, home));
        line.addSubcommand("jupyter", JupyterCommand.of(terminal, stop, home));
        line.addSubcommand("docs", DocsCommand.of(terminal, stop, home));
        line.addSubcommand("playground", new PageCommand.Playground(terminal, stop, home));
        line.addSubcommand("play", new PageCommand.Play(terminal, stop, home));
        line.addSubcommand("help", new Help(terminal));
        line.addSubcommand("completion", new Completion());
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setUsageHelpWidth(100);
        line.setParameterExceptionHandler(Commands::misused);
        line.setExecutionExceptionHandler(Commands::broken);
        int status = line.execute(args);
        terminal.out().write(Printable.lines(out.toString()));
        terminal.out().flush();
        terminal.err().write(Printable.lines(err.toString()));
        terminal.err().flush();
        return status;
    }

    /** Reports what is wrong with the arguments, without the whole usage. */
    private static int misused(CommandLine.ParameterException mistake, String[] args) {
        PrintWriter err = mistake.getCommandLine().getErr();
        err.println("error: " + Printable.line(mistake.getMessage()));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(mistake, err)) {
            err.println(mistake.getCommandLine().getCommandSpec().qualifiedName() + " --help shows the usage");
        }
        return mistake.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
    }

    /** Reports an exception from a command, which is a bug in nn, in one line. */
    private static int broken(Exception mistake, CommandLine command, CommandLine.ParseResult parsed) {
        String what = Printable.line(mistake.toString());
        command.getErr().println("error: a bug in nn itself: " + what + "\n  = please report it, with what you did");
        return 1;
    }

    /** {@code 1 document}, {@code 2 documents}. */
    static String counted(int count, String noun) {
        return counted(count, noun, noun + "s");
    }

    static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** A script on the command line. */
    private static final class Given {
        @Option(
                names = "-e",
                paramLabel = "SCRIPT",
                description = "The script itself, not a file; with files, it runs after them, in their session.")
        private List<String> lines = List.of();

        /** All lines as one script, or null if there are none. */
        String text() {
            return lines.isEmpty() ? null : String.join("\n", lines);
        }
    }

    /** The options that every command has. */
    private static final class Common {
        @Option(names = "--json", description = "Write each shown value as a line of JSON.")
        private boolean json;

        @Option(names = "--quiet", description = "Write no results, only errors and notices.")
        private boolean quiet;

        @Option(
                names = "--color",
                paramLabel = "WHEN",
                description =
                        "Colour diagnostics: ${COMPLETION-CANDIDATES} (auto: on a terminal, unless NO_COLOR is set).")
        private Options.Color color = Options.Color.auto;

        @Option(
                names = "--pictures",
                paramLabel = "HOW",
                description =
                        "Show pictures on a terminal: ${COMPLETION-CANDIDATES} (auto: as images if it can, else as"
                                + " text).")
        private Pictures.Mode pictures = Pictures.Mode.auto;

        Options options() {
            return new Options(json, quiet, color, pictures);
        }
    }

    @Command(
            name = "nn",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Runs scripts in nn, the language for networks that show their arithmetic.",
            synopsisHeading = "Usage: ",
            footer = {
                "",
                "nn FILE is short for nn run FILE; nn alone opens a prompt, where help explains more. Exit status: 0 fine; 1 a failed expect or a run-time error;",
                "2 wrong usage, or a script that does not parse or check; 130 stopped by Ctrl-C."
            })
    private static final class Nn implements Callable<Integer> {
        private final Terminal terminal;
        private final Stop stop;

        @Mixin
        private Common common;

        @Option(names = "-i", description = "Run the scripts, then continue at the prompt.")
        private boolean interactive;

        @Mixin
        private Given given;

        @Parameters(paramLabel = "FILE", arity = "0..*", description = "The scripts; - is standard input.")
        private List<String> files = List.of();

        Nn(Terminal terminal, Stop stop) {
            this.terminal = terminal;
            this.stop = stop;
        }

        @Override
        public Integer call() {
            String text = given.text();
            if (interactive || files.isEmpty() && text == null) {
                return new Interactive(terminal, common.options(), stop).run(files, text);
            }
            return new ScriptRunner(terminal, common.options(), stop).run(files, text);
        }
    }

    /** A command that does something with scripts. */
    private abstract static class OfScripts implements Callable<Integer> {
        private final Terminal terminal;
        private final Stop stop;

        @Mixin
        private Common common;

        @Mixin
        private Given given;

        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Parameters(paramLabel = "FILE", arity = "0..*", description = "The scripts; - is standard input.")
        private List<String> files = List.of();

        OfScripts(Terminal terminal, Stop stop) {
            this.terminal = terminal;
            this.stop = stop;
        }

        abstract int apply(ScriptRunner runner, List<String> files, String text);

        @Override
        public Integer call() {
            if (files.isEmpty() && given.text() == null) {
                throw new CommandLine.ParameterException(spec.commandLine(), "Missing required parameter: 'FILE'");
            }
            return apply(new ScriptRunner(terminal, common.options(), stop), files, given.text());
        }
    }

    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Runs scripts.")
    private static final class Run extends OfScripts {
        Run(Terminal terminal, Stop stop) {
            super(terminal, stop);
        }

        @Override
        int apply(ScriptRunner runner, List<String> files, String text) {
            return runner.run(files, text);
        }
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Finds errors in scripts, without running them.")
    private static final class Check extends OfScripts {
        Check(Terminal terminal, Stop stop) {
            super(terminal, stop);
        }

        @Override
        int apply(ScriptRunner runner, List<String> files, String text) {
            return runner.check(files, text);
        }
    }

    @Command(
            name = "explain",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Runs a script without its output, and derives a quantity as it is at the end.")
    private static final class Explain implements Callable<Integer> {
        private final Terminal terminal;
        private final Stop stop;

        @Mixin
        private Common common;

        @Option(
                names = "--as",
                paramLabel = "FORMAT",
                converter = Formats.class,
                completionCandidates = FormatNames.class,
                description = "The format of the derivation: text (the default), latex, markdown, mathml.")
        private DerivationFormat format = DerivationFormat.TEXT;

        @Option(names = "--full", description = "Leave nothing out, as `explain Q in full` does.")
        private boolean full;

        @Parameters(index = "0", paramLabel = "FILE", description = "The script; - is standard input.")
        private String file;

        @Parameters(
                index = "1..*",
                arity = "1..*",
                paramLabel = "QUANTITY",
                description = "The quantity to derive, as in a script: error, 'grad(w5)', w5 @ 1.")
        private List<String> quantity;

        Explain(Terminal terminal, Stop stop) {
            this.terminal = terminal;
            this.stop = stop;
        }

        @Override
        public Integer call() {
            return new ScriptRunner(terminal, common.options(), stop)
                    .explain(file, String.join(" ", quantity), full, format);
        }
    }

    @Command(
            name = "why",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Runs a script without its output, and finds the slip behind a different number at its end.")
    private static final class Why implements Callable<Integer> {
        private final Terminal terminal;
        private final Stop stop;

        @Mixin
        private Common common;

        @Parameters(index = "0", paramLabel = "FILE", description = "The script; - is standard input.")
        private String file;

        @Parameters(
                index = "1..*",
                arity = "1..*",
                paramLabel = "QUESTION",
                description =
                        "Quantities and the numbers you got, as in a script: 'w5 = 0.41', 'error @ 1 = 0.28, w1 = 0.15'; or a file of them.")
        private List<String> question;

        Why(Terminal terminal, Stop stop) {
            this.terminal = terminal;
            this.stop = stop;
        }

        @Override
        public Integer call() {
            return new ScriptRunner(terminal, common.options(), stop).why(file, String.join(" ", question));
        }
    }

    @Command(
            name = "fmt",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description =
                    "Formats scripts in the one style of nn: spaces, indentation, aligned columns and comments; in Markdown and LaTeX documents, their scripts.",
            footer = {
                "",
                "Exit status: 0 fine; 1 a file would change (--check), or nn couldn't write it; 2 wrong usage, or a script",
                "that does not parse, which stays as it is."
            })
    private static final class Format implements Callable<Integer> {
        private final Terminal terminal;
        private final Stop stop;

        @Mixin
        private Common common;

        @Option(names = "--check", description = "Change nothing; only name the files that would change.")
        private boolean check;

        @Parameters(
                paramLabel = "FILE",
                arity = "1..*",
                description = "The scripts and documents; - formats standard input to standard output.")
        private List<String> files;

        Format(Terminal terminal, Stop stop) {
            this.terminal = terminal;
            this.stop = stop;
        }

        @Override
        public Integer call() {
            return new ScriptRunner(terminal, common.options(), stop).format(files, check);
        }
    }

    @Command(
            name = "help",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description =
                    "Explains a word of the language, as help does at the prompt; without a word, lists them all.")
    private static final class Help implements Callable<Integer> {
        private final Terminal terminal;

        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Parameters(
                arity = "0..*",
                paramLabel = "WORD",
                description = "A word, or a command of nn; slips lists the slips that why knows by name.")
        private List<String> words = List.of();

        Help(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            String asked = String.join(" ", words);
            HelpText help = new HelpText(LazyHelp.get(), terminal.width());
            String said = help.of(asked);
            CommandLine command = spec.parent().commandLine().getSubcommands().get(asked);
            if (said == null && command == null) {
                Message unknown = help.unknown(asked);
                String label = unknown.label().isEmpty() ? "" : ": " + unknown.label();
                throw new CommandLine.ParameterException(spec.commandLine(), unknown.title() + label);
            }
            spec.commandLine().getOut().print(said == null ? command.getUsageMessage() : said);
            return 0;
        }
    }

    @Command(
            name = "completion",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Writes the completion script of a shell, or the man page.")
    private static final class Completion implements Callable<Integer> {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
        private ShellFiles shell;

        @Override
        public Integer call() {
            spec.commandLine().getOut().print(shell.of(spec.parent().commandLine()));
            return 0;
        }
    }

    /** The names of the formats of derivations. */
    private static final class FormatNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(DerivationFormat.values())
                    .map(DerivationFormat::text)
                    .iterator();
        }
    }

    /** The formats of derivations by their names. */
    private static final class Formats implements CommandLine.ITypeConverter<DerivationFormat> {
        @Override
        public DerivationFormat convert(String name) {
            for (DerivationFormat format : DerivationFormat.values()) {
                if (format.text().equals(name)) {
                    return format;
                }
            }
            throw new CommandLine.TypeConversionException(
                    "expected " + String.join(", ", new FormatNames()) + ", found `" + name + "`");
        }
    }

    /** The version in the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Commands.class.getPackage().getImplementationVersion();
            return new String[] {"nn " + (version == null ? "(not packaged)" : version)};
        }
    }
}

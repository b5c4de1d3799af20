package org.nnlang.cli;

import java.io.File;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands {@code nn jupyter …}: install and start the kernel for notebooks, which is a jar of its own. */
final class JupyterCommand {
    private static final FrontFile JAR = new FrontFile("jupyter", "nn-jupyter.jar");

    private JupyterCommand() {}

    /** The command with its subcommands, of nn in a folder. */
    static CommandLine of(Terminal terminal, Stop stop, Path home) {
        CommandLine line = new CommandLine(new Jupyter());
        line.addSubcommand("install", new Install(terminal, stop, home));
        line.addSubcommand("run", new Run(terminal, stop, home));
        return line;
    }

    @Command(name = "jupyter", description = "Runs scripts in Jupyter's notebooks; see docs/notebooks.md.")
    private static final class Jupyter extends CommandGroup {}

    private abstract static class OfKernel implements Callable<Integer> {
        private final Terminal terminal;
        private final Stop stop;
        private final Path home;

        OfKernel(Terminal terminal, Stop stop, Path home) {
            this.terminal = terminal;
            this.stop = stop;
            this.home = home;
        }

        abstract List<String> arguments(Path home);

        @Override
        public Integer call() throws ReflectiveOperationException, MalformedURLException {
            String[] arguments = home == null ? new String[0] : arguments(home).toArray(String[]::new);
            return JAR.start(home, terminal, stop, "the kernel for notebooks", "org.nnlang.jupyter.Main", arguments);
        }
    }

    @Command(
            name = "install",
            mixinStandardHelpOptions = true,
            versionProvider = Commands.Version.class,
            description = "Tells Jupyter about nn: then notebooks can choose the kernel nn.")
    private static final class Install extends OfKernel {
        /** Where it is installed. */
        private static final class Place {
            @Option(names = "--user", description = "For this user alone (the default).")
            private boolean user;

            @Option(
                    names = "--prefix",
                    paramLabel = "P",
                    description = "For a Python environment or all users, into P/share/jupyter: --prefix /usr/local.")
            private Path prefix;
        }

        @ArgGroup
        private Place place;

        Install(Terminal terminal, Stop stop, Path home) {
            super(terminal, stop, home);
        }

        @Override
        List<String> arguments(Path home) {
            Path folder = place == null || place.prefix == null
                    ? data(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home"))
                    : place.prefix.resolve("share").resolve("jupyter");
            List<String> arguments = new ArrayList<>(List.of("install", folder.toString()));
            arguments.addAll(FrontFile.nn(home));
            return arguments;
        }
    }

    /** The folder of a user's Jupyter, by its rules. */
    static Path data(Map<String, String> environment, String system, String home) {
        String own = environment.getOrDefault("JUPYTER_DATA_DIR", "");
        if (!own.isEmpty()) {
            return Path.of(own);
        }
        if (system.startsWith("Mac")) {
            return Path.of(home, "Library", "Jupyter");
        }
        String roaming = environment.getOrDefault("APPDATA", "");
        if (File.separatorChar == '\\' && !roaming.isEmpty()) {
            return Path.of(roaming, "jupyter");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return (data.isEmpty() ? Path.of(home, ".local", "share") : Path.of(data)).resolve("jupyter");
    }

    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            versionProvider = Commands.Version.class,
            description = "Runs the kernel of one notebook; Jupyter starts it.")
    private static final class Run extends OfKernel {
        @Parameters(paramLabel = "FILE", description = "Jupyter's connection file.")
        private String file;

        Run(Terminal terminal, Stop stop, Path home) {
            super(terminal, stop, home);
        }

        @Override
        List<String> arguments(Path home) {
            return List.of("run", file);
        }
    }
}

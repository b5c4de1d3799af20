package org.nnlang.cli;

import java.net.MalformedURLException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The command {@code nn lsp}: starts the server for editors, which is a jar of its own. */
@Command(
        name = "lsp",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        description = {
            "Serves an editor by the language server protocol, over standard input and output: errors as you type,",
            "values and derivations, completion, renaming. Editors start it; see docs/editors.md."
        })
final class LspCommand implements Callable<Integer> {
    private static final FrontFile JAR = new FrontFile("lsp", "nn-lsp.jar");

    private final Terminal terminal;
    private final Stop stop;
    private final Path home;

    /** A command of nn in a folder. */
    LspCommand(Terminal terminal, Stop stop, Path home) {
        this.terminal = terminal;
        this.stop = stop;
        this.home = home;
    }

    @Override
    public Integer call() throws ReflectiveOperationException, MalformedURLException {
        return JAR.start(home, terminal, stop, "the server for editors", "org.nnlang.lsp.Main");
    }
}

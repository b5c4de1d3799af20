package org.nnlang.cli;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
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

    private final Path home;

    /** A command of nn in a folder. */
    LspCommand(Terminal terminal, Path home) {
        this.terminal = terminal;
        this.home = home;
    }

    @Override
    public Integer call() throws ReflectiveOperationException, MalformedURLException {
        Path jar = JAR.find(home);
        if (jar == null) {
            terminal.err().write("error: the server for editors is not installed\n  = " + JAR.help() + "\n");
            return 2;
        }
        ClassLoader own = LspCommand.class.getClassLoader();
        ClassLoader server = new URLClassLoader(new URL[] {jar.toUri().toURL()}, own); // open as long as the process
        Thread.currentThread().setContextClassLoader(server);
        server.loadClass("org.nnlang.lsp.Main")
                .getMethod("main", String[].class)
                .invoke(null, (Object) new String[0]);
        return 0;
    }
}

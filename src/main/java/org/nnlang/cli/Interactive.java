package org.nnlang.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Host;
import org.nnlang.prompt.Prompt;
import org.nnlang.text.Source;

/** Runs statements as they come, from a user at a terminal or from a pipe. */
final class Interactive {
    private final Terminal terminal;
    private final Options options;
    private final Stop stop;
    private final FileHost host = new FileHost();

    Interactive(Terminal terminal, Options options, Stop stop) {
        this.terminal = terminal;
        this.options = options;
        this.stop = stop;
    }

    /** Runs scripts and a text (may be null) in one session, then the statements that follow; returns the exit status. */
    int run(List<String> files, String text) {
        Reporter reporter = new Reporter(terminal, options, stop);
        List<Source> scripts = new ArrayList<>();
        for (String file : files) {
            try {
                scripts.add(new Source(file, host.from(file, file, host::read)));
            } catch (Host.Unreadable unreadable) {
                reporter.withoutPlace(unreadable.problem());
                reporter.end();
                return 2;
            }
        }
        if (text != null) {
            scripts.add(ScriptRunner.given(text));
        }
        boolean plain = options.json() || options.quiet() || !terminal.isInteractive();
        return plain ? new Pipe(terminal, options, reporter, host).run(scripts) : converse(scripts, reporter);
    }

    private int converse(List<Source> scripts, Reporter reporter) {
        stop.finished(); // from now on Ctrl-C is a key
        try {
            return Prompt.ofProcess(host, options.pictures()).run(scripts);
        } catch (IOException | IllegalStateException trouble) {
            return new Pipe(terminal, options, reporter, host).run(scripts); // a terminal of an unknown kind
        }
    }
}

package org.nnlang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.nnlang.ast.Stmt;
import org.nnlang.files.FileReason;
import org.nnlang.interpreter.Host;
import org.nnlang.session.Result;
import org.nnlang.session.Session;
import org.nnlang.source.Nearest;
import org.nnlang.source.Problem;
import org.nnlang.source.Source;

/** Runs or checks script files, each in a session of its own. */
final class ScriptRunner {
    private final Terminal terminal;
    private final Options options;
    private final Stop stop;
    private final FileHost host = new FileHost();

    ScriptRunner(Terminal terminal, Options options, Stop stop) {
        this.terminal = terminal;
        this.options = options;
        this.stop = stop;
    }

    /** The worst exit status of all files. */
    int run(List<String> files) {
        return each(files, (session, source, reporter) -> session.run(source, reporter));
    }

    /** The worst exit status of all files. */
    int check(List<String> files) {
        return each(files, (session, source, reporter) -> session.check(source, reporter));
    }

    /** Runs a script without its output, then derives a quantity as it is at the end. */
    int explain(String file, String quantity, boolean full, Stmt.Format format) {
        return each(List.of(file), (session, source, reporter) -> {
            Mistakes mistakes = new Mistakes(reporter);
            Result ran = session.run(source, mistakes);
            boolean toItsEnd = ran == Result.FINE || ran == Result.FAILED && !mistakes.ended();
            if (!toItsEnd) {
                return ran;
            }
            Result explained = session.explain(new Source("quantity", quantity), full, format, reporter);
            return explained == Result.FINE ? ran : explained;
        });
    }

    private interface Work {
        Result apply(Session session, Source source, Reporter reporter);
    }

    private int each(List<String> files, Work work) {
        int worst = 0;
        Reporter reporter = new Reporter(terminal, options, stop);
        for (String file : files) {
            Result result = one(file, work, reporter);
            reporter.end();
            if (result == Result.INTERRUPTED && !stop.asked()) {
                return Math.max(worst, reporter.failed() ? 1 : 0); // there is nowhere to write to
            }
            worst = Math.max(worst, result.status());
            if (result == Result.INTERRUPTED || terminal.out().closed()) {
                return worst;
            }
        }
        return worst;
    }

    private Result one(String file, Work work, Reporter reporter) {
        try {
            if (!file.equals("-") && !host.exists(file)) {
                reporter.withoutPlace(new Problem.MissingFile(file, near(file)));
                return Result.INVALID;
            }
            return work.apply(new Session(host), source(file), reporter);
        } catch (Host.FileTrouble trouble) {
            Problem problem = trouble.badLine() > 0
                    ? new Problem.NotText(file, trouble.badLine())
                    : new Problem.UnreadableFile(file, trouble.getMessage());
            reporter.withoutPlace(problem);
            return Result.INVALID;
        }
    }

    /** The script or the command that was probably meant. */
    private String near(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        List<String> known = new ArrayList<>(host.neighbours(file));
        known.removeIf(neighbour -> !neighbour.endsWith(".nn"));
        if (!file.contains(".") && !file.contains("/")) {
            known.addAll(Commands.NAMES);
        }
        return Nearest.to(name, known);
    }

    private Source source(String file) {
        if (!file.equals("-")) {
            return new Source(file, host.read(file));
        }
        try (InputStream in = terminal.in()) {
            return new Source("standard input", FileHost.text(in.readAllBytes()));
        } catch (IOException trouble) {
            throw new Host.FileTrouble(FileReason.of(trouble), 0);
        } catch (OutOfMemoryError tooLarge) {
            throw new Host.FileTrouble("it is too large for the memory", 0);
        }
    }
}

package org.nnlang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.nnlang.documents.DocumentFiles;
import org.nnlang.documents.DocumentFormat;
import org.nnlang.files.AtomicFile;
import org.nnlang.files.FileReason;
import org.nnlang.language.DerivationFormat;
import org.nnlang.language.Event;
import org.nnlang.language.Host;
import org.nnlang.session.Result;
import org.nnlang.session.Session;
import org.nnlang.syntax.Formatter;
import org.nnlang.syntax.Syntax;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Nearest;
import org.nnlang.text.Printable;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;

/** Runs or checks scripts: files, and the script on the command line. */
final class ScriptRunner {
    private static final String GIVEN = "-e";
    private static final String INPUT = "standard input";

    private final Terminal terminal;
    private final Options options;
    private final Stop stop;
    private final FileHost host;
    /** The text of the script on the command line, which is named {@link #GIVEN}, or null. */
    private String text;
    /** Whether to stop, because the next script continues one that did not run to its end. */
    private boolean ended;

    ScriptRunner(Terminal terminal, Options options, Stop stop) {
        this(terminal, options, stop, new FileHost());
    }

    /** A runner whose scripts read the files of {@code host}. */
    ScriptRunner(Terminal terminal, Options options, Stop stop, FileHost host) {
        this.terminal = terminal;
        this.options = options;
        this.stop = stop;
        this.host = host;
    }

    /** The source of a script on the command line. */
    static Source given(String text) {
        return new Source(GIVEN, text);
    }

    /**
     * Runs each file in a separate session. If there is also a text, runs all files and then the text in one session, up to
     * the first that does not run to its end.
     *
     * @return the worst exit status
     */
    int run(List<String> files, String text) {
        if (text == null) {
            return each(files, (session, source, reporter) -> session.run(source, reporter, reporter));
        }
        this.text = text;
        Session shared = new Session(host);
        return each(with(files, text), (_, source, reporter) -> {
            UsageErrors mistakes = new UsageErrors(reporter, false);
            Result ran = shared.run(source, mistakes, reporter);
            ended = !isAtEnd(ran, mistakes);
            return ran;
        });
    }

    private static List<String> with(List<String> files, String text) {
        List<String> all = new ArrayList<>(files);
        if (text != null) {
            all.add(GIVEN);
        }
        return all;
    }

    /** Checks each file separately, and the text if there is one; returns the worst exit status. */
    int check(List<String> files, String text) {
        this.text = text;
        return each(with(files, text), (session, source, reporter) -> session.check(source, reporter));
    }

    /**
     * Formats each script and the scripts in each document, or standard input to standard output; returns the worst exit status.
     *
     * @param dry whether only to name the files that would change, which is a failure
     */
    int format(List<String> files, boolean dry) {
        return each(files, (_, source, reporter) -> {
            List<Diagnostic> wrong = new ArrayList<>();
            String formatted = formatted(source, wrong);
            wrong.forEach(diagnostic -> reporter.on(new Event.Reported(diagnostic)));
            if (!wrong.isEmpty()) {
                return Result.INVALID;
            }
            boolean same = formatted.equals(source.text());
            if (dry && !same) {
                terminal.out().write("would format " + Printable.line(source.name()) + "\n");
                return Result.FAILED;
            }
            if (source.name().equals(INPUT) && !dry) {
                terminal.out().write(formatted);
            }
            return same || source.name().equals(INPUT) ? Result.FINE : replaced(source, formatted, reporter);
        });
    }

    /** A script or a document, formatted; meaningless if something is wrong with it. */
    private static String formatted(Source source, List<Diagnostic> wrong) {
        if (DocumentFiles.isDocument(source.name())) {
            return DocumentFormat.format(source, wrong::add);
        }
        wrong.addAll(Syntax.parse(source).diagnostics());
        return wrong.isEmpty() ? Formatter.format(source) : source.text();
    }

    private Result replaced(Source old, String now, Reporter reporter) {
        try {
            byte[] before = old.text().getBytes(StandardCharsets.UTF_8);
            AtomicFile.replace(Path.of(old.name()), before, now.getBytes(StandardCharsets.UTF_8));
            terminal.out().write("formatted " + Printable.line(old.name()) + "\n");
            return Result.FINE;
        } catch (IOException trouble) {
            reporter.withoutPlace(Problem.UNWRITABLE_FILE.with(old.name(), FileReason.of(trouble)));
            return Result.FAILED;
        }
    }

    /** Checks a script, and gives it to {@code taker} if nothing is wrong; returns the exit status. */
    int checked(String file, Consumer<Source> taker) {
        return each(List.of(file), (session, source, reporter) -> {
            Result result = session.check(source, reporter);
            if (result == Result.FINE) {
                taker.accept(source);
            }
            return result;
        });
    }

    /** Runs a script without its output, then derives a quantity as it is at the end. */
    int explain(String file, String quantity, boolean full, DerivationFormat format) {
        Source source = new Source("quantity", quantity);
        return after(file, (session, reporter) -> session.explain(source, full, format, reporter, reporter));
    }

    /** Runs a script without its output, then looks for the slip behind numbers, or a file of them, at its end. */
    int why(String file, String question) {
        boolean named = question.indexOf('=') < 0 && host.exists(host.resolve(question, ""));
        String asked = named ? quoted(question) : question;
        Source source = new Source("question", "why " + asked);
        return after(file, (session, reporter) -> session.why(source, reporter, reporter));
    }

    /** A text as a script writes it. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private int after(String file, BiFunction<Session, Reporter, Result> question) {
        return each(List.of(file), (session, source, reporter) -> {
            UsageErrors mistakes = new UsageErrors(reporter, true);
            Result ran = session.run(source, mistakes, reporter);
            if (!isAtEnd(ran, mistakes)) {
                return ran;
            }
            Result answered = question.apply(session, reporter);
            return answered == Result.FINE ? ran : answered;
        });
    }

    /** Whether a script ran to its end, even if one of its expectations failed. */
    private static boolean isAtEnd(Result ran, UsageErrors mistakes) {
        return ran == Result.FINE || ran == Result.FAILED && !mistakes.ended();
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
            if (result == Result.INTERRUPTED && !stop.isCancelled()) {
                return Math.max(worst, reporter.failed() ? 1 : 0); // output is closed
            }
            worst = Math.max(worst, result.status());
            if (ended || result == Result.INTERRUPTED || terminal.out().closed()) {
                return worst;
            }
        }
        return worst;
    }

    private Result one(String file, Work work, Reporter reporter) {
        try {
            if (!file.equals("-") && !isGiven(file) && !host.exists(file)) {
                reporter.withoutPlace(Problem.MISSING_FILE.with(file, near(file)));
                ended = text != null;
                return Result.INVALID;
            }
            return work.apply(new Session(host), source(file), reporter);
        } catch (Host.FileTrouble trouble) {
            reporter.withoutPlace(trouble.problem(file));
            ended = text != null;
            return Result.INVALID;
        }
    }

    private boolean isGiven(String file) {
        return text != null && file.equals(GIVEN);
    }

    /** The script or command that the user probably meant. */
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
        if (isGiven(file)) {
            return given(text);
        }
        if (!file.equals("-")) {
            return new Source(file, host.read(file));
        }
        try (InputStream in = terminal.in()) {
            return new Source(INPUT, FileHost.text(in.readAllBytes()));
        } catch (IOException trouble) {
            throw new Host.FileTrouble(FileReason.of(trouble), 0);
        } catch (OutOfMemoryError tooLarge) {
            throw new Host.FileTrouble("it is too large for the memory", 0);
        }
    }
}

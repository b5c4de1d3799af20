package org.nnlang.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.nnlang.data.ByteSource;
import org.nnlang.data.DataException;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/** The files of a script: those it includes, parsed once, and which of them is running. */
public final class Scripts {
    /** An included script: its statements, or what is wrong with its text. */
    public record Entered(List<Statement> statements, List<Diagnostic> diagnostics) {}

    private static final int DEEPEST = 100;

    private final Host host;
    private final Function<Source, Entered> parser;
    private final Map<String, Entered> parsed = new HashMap<>();
    private final List<String> chain = new ArrayList<>();

    Scripts(Host host, Function<Source, Entered> parser) {
        this.host = host;
        this.parser = parser;
    }

    /** The host of the script. */
    public Host host() {
        return host;
    }

    /** Begins at the outermost script. */
    void begin(String name) {
        chain.clear();
        parsed.clear();
        chain.add(host.resolve(name, ""));
    }

    /** The path of a file that is named in the script of that span. */
    public String resolve(String path, Span span) {
        return host.resolve(path, span.source().name());
    }

    /** Enters an included script; {@link #leave} ends it. */
    public Entered enter(Expr.Text name) {
        String path = resolve(name.value(), name.span());
        if (chain.contains(path)) {
            List<String> loop = new ArrayList<>(chain.subList(chain.indexOf(path), chain.size()));
            loop.add(path);
            throw new Failure(name.span(), new Problem.IncludesItself(loop));
        }
        if (chain.size() >= DEEPEST) {
            throw new Failure(name.span(), new Problem.IncludesTooDeep(DEEPEST));
        }
        Entered entered = parsed.get(path);
        if (entered == null) {
            entered = parser.apply(new Source(path, read(name)));
            parsed.put(path, entered);
        }
        chain.add(path);
        return entered;
    }

    /** Leaves the script that was entered last. */
    public void leave() {
        chain.removeLast();
    }

    /** The text of a file that a script names. */
    String read(Expr.Text name) {
        return from(name, host::read);
    }

    /** What is made of the bytes of a data file that a script names; fails if they are no data. */
    public <T> T open(Expr.Text name, Function<ByteSource, T> use) {
        try {
            return from(name, path -> {
                try (ByteSource bytes = host.open(path)) {
                    return use.apply(bytes);
                }
            });
        } catch (DataException fault) {
            throw new Failure(name.span(), DataWording.of(name.value(), fault.fault()));
        }
    }

    private <T> T from(Expr.Text name, Function<String, T> reader) {
        try {
            return host.from(resolve(name.value(), name.span()), name.value(), reader);
        } catch (Host.Unreadable unreadable) {
            throw new Failure(name.span(), unreadable.problem());
        }
    }

    /** Writes a file that a script names. */
    public void write(Expr.Text name, String text) {
        try {
            host.write(resolve(name.value(), name.span()), text);
        } catch (Host.FileTrouble trouble) {
            throw new Failure(name.span(), new Problem.UnwritableFile(name.value(), trouble.getMessage()));
        }
    }
}

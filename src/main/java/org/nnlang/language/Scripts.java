package org.nnlang.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.nnlang.data.ByteSource;
import org.nnlang.data.DataException;
import org.nnlang.picture.Figure;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/** The files of a script: parses each included script once, and knows which one is running. */
public final class Scripts {
    /** An included script: its statements, or its syntax errors. */
    public record Entered(List<Statement> statements, List<Diagnostic> diagnostics) {}

    private static final int DEEPEST = 100;

    private final Host host;
    private final Function<Source, Entered> parser;
    private final Function<Source, Entered> ofAnswers;
    private final Map<String, Entered> parsed = new HashMap<>();
    private final Map<String, Entered> answers = new HashMap<>();
    private final List<String> chain = new ArrayList<>();

    Scripts(Host host, Function<Source, Entered> parser, Function<Source, Entered> ofAnswers) {
        this.host = host;
        this.parser = parser;
        this.ofAnswers = ofAnswers;
    }

    /** The host of the script. */
    public Host host() {
        return host;
    }

    /** Begins with the outermost script. */
    void begin(String name) {
        chain.clear();
        parsed.clear();
        answers.clear();
        chain.add(host.resolve(name, ""));
    }

    /** Resolves a path that the script of {@code span} names. */
    public String resolve(String path, Span span) {
        return host.resolve(path, span.source().name());
    }

    /** Enters an included script; {@link #leave} ends it. */
    public Entered enter(Expr.Text name) {
        String path = resolve(name.value(), name.span());
        if (chain.contains(path)) {
            List<String> loop = new ArrayList<>(chain.subList(chain.indexOf(path), chain.size()));
            loop.add(path);
            throw new Failure(name.span(), Problem.INCLUDES_ITSELF, String.join(" → ", loop));
        }
        if (chain.size() >= DEEPEST) {
            throw new Failure(name.span(), Problem.INCLUDES_TOO_DEEP, DEEPEST);
        }
        Entered entered = parsed.get(path);
        if (entered == null) {
            entered = parser.apply(new Source(path, read(name)));
            parsed.put(path, entered);
        }
        chain.add(path);
        return entered;
    }

    /** Leaves the script entered last. */
    public void leave() {
        chain.removeLast();
    }

    /** Reads a file of answers: each of its lines is a {@code why}. */
    public Entered answers(Expr.Text name) {
        String path = resolve(name.value(), name.span());
        Entered known = answers.get(path);
        if (known == null) {
            known = ofAnswers.apply(new Source(path, read(name)));
            answers.put(path, known);
        }
        return known;
    }

    /** Reads a file that a script names. */
    String read(Expr.Text name) {
        return from(name, host::read);
    }

    /** Opens a data file that a script names and passes its bytes to {@code use}; fails if they can't be used. */
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
        write(name, path -> host.write(path, text));
    }

    /** Writes a picture into a file that a script names; fails unless its ending is one of pictures. */
    public void write(Expr.Text name, Figure figure) {
        PictureFormat format = PictureFormat.of(name);
        write(name, path -> host.writePicture(path, format.file(figure, host)));
    }

    private void write(Expr.Text name, Consumer<String> writer) {
        try {
            writer.accept(resolve(name.value(), name.span()));
        } catch (Host.FileTrouble trouble) {
            throw new Failure(name.span(), Problem.UNWRITABLE_FILE, name.value(), trouble.getMessage());
        }
    }
}

package org.nnlang.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.nnlang.language.Event;
import org.nnlang.language.Host;
import org.nnlang.prompt.Conversation;
import org.nnlang.prompt.ConversationView;
import org.nnlang.session.Result;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;

/**
 * Runs statements from a pipe, each as soon as it is complete, and writes plain results. Like a file, it ends at the first
 * statement that fails.
 */
final class Pipe implements ConversationView {
    private static final String NAME = "standard input";

    private final Terminal terminal;
    private final Options options;
    private final Reporter reporter;
    private final Conversation conversation;
    private boolean broken;
    private int status;

    Pipe(Terminal terminal, Options options, Reporter reporter, Host host) {
        this.terminal = terminal;
        this.options = options;
        this.reporter = reporter;
        conversation = new Conversation(host, this);
    }

    int run(List<Source> scripts) {
        for (Source script : scripts) {
            note(conversation.run(script));
        }
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8.newDecoder()))) {
            Lines lines = new Lines(in, NAME);
            Source next = broken ? null : lines.next();
            while (next != null) {
                note(conversation.say(next));
                terminal.out().flush();
                next = broken || conversation.isOver() || terminal.out().closed() ? null : lines.next();
            }
        } catch (CharacterCodingException bad) {
            reporter.withoutPlace(Problem.NOT_TEXT.with(NAME, null));
            status = 2;
        } catch (IOException gone) {
            reporter.withoutPlace(Problem.UNREADABLE_FILE.with(NAME, String.valueOf(gone.getMessage())));
            status = 2;
        }
        reporter.end();
        return status;
    }

    private void note(Result result) {
        boolean nowhereToWrite = result == Result.INTERRUPTED && terminal.out().closed();
        int own = nowhereToWrite ? reporter.failed() ? 1 : 0 : result.status();
        status = Math.max(status, own);
        broken |= result == Result.INVALID || result == Result.INTERRUPTED;
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.Reported(Diagnostic diagnostic)) {
            broken |= diagnostic.endsScript();
        }
        reporter.on(event);
    }

    @Override
    public boolean isCancelled() {
        return reporter.isCancelled();
    }

    @Override
    public void progress(long step, long done, long total, DoubleSupplier loss) {
        reporter.progress(step, done, total, loss);
    }

    @Override
    public void print(String text) {
        if (!options.json() && !options.quiet()) {
            terminal.out().write(text);
        }
    }

    @Override
    public int width() {
        return terminal.width();
    }

    @Override
    public void clear() {
        // there is no screen
    }

    @Override
    public List<String> history() {
        return List.of();
    }
}

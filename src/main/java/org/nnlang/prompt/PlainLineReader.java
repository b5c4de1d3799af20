package org.nnlang.prompt;

import java.io.IOException;
import org.jline.reader.EndOfFileException;
import org.jline.terminal.Terminal;
import org.nnlang.syntax.Syntax;
import org.nnlang.text.Source;

/** Reads lines from a terminal that can't move its cursor, and that echoes and edits each line itself. */
final class PlainLineReader {
    private final Terminal terminal;

    PlainLineReader(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The next lines, up to the end of a statement. */
    String read(String prompt) throws IOException {
        StringBuilder text = new StringBuilder(line(prompt));
        while (Syntax.parse(new Source("", OpenIf.completed(text.toString()) + "\n"))
                        .ending()
                == Syntax.Ending.OPEN) {
            text.append('\n').append(line("...> "));
        }
        return text.toString();
    }

    private String line(String prompt) throws IOException {
        terminal.writer().print(prompt);
        terminal.writer().flush();
        StringBuilder line = new StringBuilder();
        int c = terminal.reader().read();
        while (c >= 0 && c != '\n') {
            line.append((char) c);
            c = terminal.reader().read();
        }
        if (c < 0 && line.isEmpty()) {
            throw new EndOfFileException();
        }
        return line.toString().stripTrailing();
    }
}

package org.nnlang.repl;

import java.util.List;
import org.nnlang.interpreter.Listener;

/** Where a conversation shows what comes of it. */
public interface Face extends Listener {
    /** Writes a text, whose lines have their ends. */
    void print(String text);

    /** How many columns a line has. */
    int width();

    /** Empties the screen. */
    void clear();

    /** What was typed before, the oldest first. */
    List<String> history();
}

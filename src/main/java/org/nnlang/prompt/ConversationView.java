package org.nnlang.prompt;

import java.util.List;
import org.nnlang.language.Listener;
import org.nnlang.network.Cancellation;

/** Where a conversation shows what comes of it, and is cancelled from. */
public interface ConversationView extends Listener, Cancellation {
    /** Writes a text, whose lines have their ends. */
    void print(String text);

    /** How many columns a line has. */
    int width();

    /** Empties the screen. */
    void clear();

    /** What was typed before, the oldest first. */
    List<String> history();

    /** Whether there is somebody to ask. */
    default boolean canAsk() {
        return false;
    }

    /** Asks a question, and returns whether the answer is yes. */
    default boolean agrees(String question) {
        return false;
    }

    /** Whether what is longer than the window is shown page by page. */
    default void pager(boolean on) {}

    /** Takes a text as if it had been typed. */
    default void remember(String text) {}

    /**
     * Has the user edit a text.
     *
     * @throws GivenUp when that is not possible, or was given up
     */
    default String edit(String text) throws GivenUp {
        throw new GivenUp("there is no terminal");
    }
}

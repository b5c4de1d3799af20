package org.nnlang.prompt;

import java.util.List;
import org.nnlang.language.Listener;
import org.nnlang.network.Cancellation;

/** Shows a conversation's results to the user, who can cancel what runs. */
public interface ConversationView extends Listener, Cancellation {
    /** Writes a text; each line has its line end. */
    void print(String text);

    /** The number of columns in a line. */
    int width();

    /** Clears the screen. */
    void clear();

    /** The lines typed before, oldest first. */
    List<String> history();

    /** Whether there is a user to ask. */
    default boolean canAsk() {
        return false;
    }

    /** Asks a question, and returns whether the answer is yes. */
    default boolean agrees(String question) {
        return false;
    }

    /** Sets whether to show output longer than the window page by page. */
    default void pager(boolean on) {}

    /** Adds a text to the lines typed before. */
    default void remember(String text) {}

    /**
     * Lets the user edit a text.
     *
     * @throws GivenUp if the text can't be edited, or the user gave up
     */
    default String edit(String text) throws GivenUp {
        throw new GivenUp("there is no terminal");
    }
}

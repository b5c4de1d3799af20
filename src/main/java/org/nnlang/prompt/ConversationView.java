package org.nnlang.prompt;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.nnlang.language.Listener;
import org.nnlang.network.Cancellation;
import org.nnlang.picture.Figure;

/** Shows a conversation's results to the user, who can cancel what runs. */
public interface ConversationView extends Listener, Cancellation {
    /** Writes a text; each line has its line end. */
    void print(String text);

    /** The number of columns in a line. */
    int width();

    /**
     * Receives the progress of a training run, as {@link #progress(long, long, long, DoubleSupplier)}, with the watched pictures.
     *
     * @param pictures computes them as they are now; null in the middle of an update
     */
    default void progress(long step, long done, long total, DoubleSupplier loss, Supplier<List<Figure>> pictures) {
        progress(step, done, total, loss);
    }

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

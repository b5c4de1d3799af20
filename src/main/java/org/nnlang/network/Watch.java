package org.nnlang.network;

/**
 * Is asked, in the middle of what takes long, whether it goes on: in an update of many samples, a mean over many, or as a
 * step of the past is looked for.
 */
public interface Watch {
    /** After how many samples it is asked. */
    int SAMPLES = 256;

    /** Everything goes on to its end. */
    Watch NONE = () -> {};

    /** Returns to go on. An exception ends the work: of an update that was begun nothing is left. */
    void look();
}

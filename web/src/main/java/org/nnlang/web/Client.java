package org.nnlang.web;

import org.teavm.jso.JSObject;

/** What JavaScript gives to a run: it receives what happens, and says when to stop. */
interface Client extends JSObject {
    /**
     * Receives a result, an error or a notice. What a run wasn't asked for is null.
     *
     * @param kind {@code shown}, {@code listed}, {@code derived}, {@code narrated}, {@code answered}, {@code stated}, {@code
     *     pictured}, {@code printed}, {@code error} or {@code notice}
     * @param file the name of the source that the offsets are in
     * @param line the line, from 1
     * @param from the offset of the first character
     * @param to the offset after the last
     * @param text as nn prints it on a page; a diagnostic with its excerpt of the source
     * @param json the lines that {@code --json} prints; for a diagnostic an object with its title, label, notes and help
     * @param html a derivation as MathML, a picture as SVG; null for others
     */
    void event(String kind, String file, int line, int from, int to, String text, String json, String html);

    /** Receives the progress of a training run between two of its slices. */
    void progress(double step, double done, double total, double loss);

    /** A statement has run, which ends at an offset. */
    void done(int to);

    /** Whether to wait, between two updates or two statements. */
    boolean paused();

    /** Whether to stop. */
    boolean stopped();
}

package org.nnlang.web;

import org.teavm.jso.JSObject;

/** The files that JavaScript keeps in memory. */
public interface PageFiles extends JSObject {
    /** The text of a file, or null. */
    String read(String path);

    /** The names of all files, one on each line. */
    String names();

    /** Takes a file that a script has written. */
    void write(String path, String text);
}

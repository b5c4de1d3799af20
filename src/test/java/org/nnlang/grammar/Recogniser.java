package org.nnlang.grammar;

/** Something that tells the scripts of nn from other text. */
public interface Recogniser {

    /** Whether {@code script} is well-formed, known names and fitting shapes aside. */
    boolean accepts(String script);
}

package org.nnlang.data;

/** How to scale input columns. */
public enum Scale {
    /** Not at all. */
    NONE,
    /** To mean 0 and standard deviation 1. */
    STANDARD,
    /** To [0, 1]. */
    MINMAX
}

package org.nnlang.training;

/**
 * Which kernel trains, and why.
 *
 * @param kernel its name
 * @param reason in a few words, as it is shown
 */
public record KernelChoice(String kernel, String reason) {
    /** The plain arithmetic, for want of an engine. */
    static final KernelChoice PLAIN = new KernelChoice("plain arithmetic", "no engine was given");
}

package org.nnlang.language;

/**
 * What is known of the samples before a script runs.
 *
 * @param input whether there is a sample, or the input of one
 * @param target whether the sample has a target
 * @param test whether there are test samples
 * @param data whether the samples were given as data, not as the one sample
 * @param file whether they come from a file
 * @param count how many there are, −1 if that isn't known
 */
public record KnownSamples(boolean input, boolean target, boolean test, boolean data, boolean file, int count) {
    /** None. */
    static final KnownSamples NONE = new KnownSamples(false, false, false, false, false, 0);

    /** After {@code input = …}, which replaces data. */
    public KnownSamples withInput() {
        return new KnownSamples(true, target && !data, false, false, false, 1);
    }

    /** After {@code target = …}, which replaces data. */
    public KnownSamples withTarget() {
        return new KnownSamples(input && !data, true, false, false, false, 1);
    }

    /** After {@code data = [ … ]} with this many rows. */
    public static KnownSamples ofRows(int count) {
        return new KnownSamples(true, true, false, true, false, count);
    }

    /** After {@code data = csv(…)}. */
    public static KnownSamples ofFile(boolean test) {
        return new KnownSamples(true, true, test, true, true, -1);
    }

    /** After another output layer: the target no longer belongs to it. */
    KnownSamples withoutTarget() {
        return new KnownSamples(input, false, test, false, false, count);
    }

    /** What is known if the samples are these or those. */
    KnownSamples or(KnownSamples others) {
        return new KnownSamples(
                input || others.input,
                target || others.target,
                test || others.test,
                data && others.data,
                file && others.file,
                count == others.count ? count : -1);
    }
}

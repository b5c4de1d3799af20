package org.nnlang.language;

/**
 * What a check knows of the samples.
 *
 * @param input whether the sample has an input
 * @param target whether the sample has a target
 * @param test whether there are test samples
 * @param data whether the samples are data, not a single sample
 * @param file whether they come from a file
 * @param count the number of samples, −1 if it isn't known
 */
public record KnownSamples(boolean input, boolean target, boolean test, boolean data, boolean file, int count) {
    /** No samples. */
    static final KnownSamples NONE = new KnownSamples(false, false, false, false, false, 0);

    /** What is known after {@code target = …}, or else {@code input = …}, which drops any data. */
    public KnownSamples with(boolean asTarget) {
        return new KnownSamples(!asTarget || input && !data, asTarget || target && !data, false, false, false, 1);
    }

    /** What is known after {@code data = [ … ]} with {@code count} rows. */
    public static KnownSamples ofRows(int count) {
        return new KnownSamples(true, true, false, true, false, count);
    }

    /** What is known after {@code data = csv(…)}; {@code test} is whether it may hold out test samples. */
    public static KnownSamples ofFile(boolean test) {
        return new KnownSamples(true, true, test, true, true, -1);
    }

    /** What is known after another output layer, to which the target doesn't belong. */
    KnownSamples withoutTarget() {
        return new KnownSamples(input, false, test, false, false, count);
    }

    /** What is known after a branch: an input, a target or test samples count as given if either path gives them. */
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

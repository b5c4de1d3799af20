package org.nnlang.language;

import org.nnlang.data.FileSummary;
import org.nnlang.network.Sample;
import org.nnlang.network.Samples;

/**
 * The samples that a script has given. Immutable.
 *
 * @param input of the current sample, null if there is none
 * @param target of the current sample, null if there is none
 * @param data the whole data set, null if the script gave only a single sample
 * @param all the samples to train on: the data, or the single sample if it has both input and target; else null
 * @param file what nn understood of the data's file, null if the data are not from a file
 * @param path the path of that file
 * @param row the index of the current sample in the data, from 0
 */
public record GivenSamples(
        double[] input, double[] target, Samples data, Samples all, FileSummary file, String path, int row) {
    /** No samples. */
    static final GivenSamples NONE = single(null, null);

    /** Data with their first row as the current sample. */
    public static GivenSamples of(Samples data) {
        return of(data, null, null);
    }

    /** Data from a file, with their first row as the current sample. */
    public static GivenSamples of(Samples data, FileSummary file, String path) {
        return new GivenSamples(null, null, data, data, file, path, 0).withRow(0);
    }

    private static GivenSamples single(double[] input, double[] target) {
        Samples all =
                input != null && target != null ? Samples.of(new double[][] {input}, new double[][] {target}) : null;
        return new GivenSamples(input, target, null, all, null, null, 0);
    }

    /** The same input with another target, or the other way round; drops any data. */
    public GivenSamples with(boolean asTarget, double[] values) {
        double[] kept = data != null ? null : asTarget ? input : target;
        return asTarget ? single(kept, values) : single(values, kept);
    }

    /** The input alone, without the target and the data, which belong to the previous output layer. */
    GivenSamples withoutTarget() {
        return single(input, null);
    }

    /** The same data with another current sample. */
    GivenSamples withRow(int other) {
        return data == null
                ? this
                : new GivenSamples(data.inputs()[other], data.targets()[other], data, data, file, path, other);
    }

    /** What a check knows of these samples. */
    KnownSamples known() {
        boolean test = data != null && data.testInputs().length > 0;
        int count = data == null ? 1 : data.size();
        return new KnownSamples(input != null, target != null, test, data != null, file != null, count);
    }

    /** The current sample, or null. */
    Sample current() {
        return input == null && target == null ? null : new Sample(input, target, data == null ? 1 : data.weight(row));
    }
}

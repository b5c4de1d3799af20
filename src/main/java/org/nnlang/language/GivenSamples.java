package org.nnlang.language;

import org.nnlang.data.FileSummary;
import org.nnlang.network.Sample;
import org.nnlang.network.Samples;

/**
 * The samples that a script has given. They never change.
 *
 * @param input of the current sample, null if there is none
 * @param target of the current sample, null if there is none
 * @param data all samples, null if there is only the one
 * @param file what was understood of the file that the data come from, null if they come from none
 * @param path where that file is
 * @param row the current sample's row in the data, from 0
 */
public record GivenSamples(double[] input, double[] target, Samples data, FileSummary file, String path, int row) {
    /** None. */
    static final GivenSamples NONE = new GivenSamples(null, null, null, null, null, 0);

    /** Data of which the first row is the current sample. */
    public static GivenSamples of(Samples data) {
        return of(data, null, null);
    }

    /** Data from a file. */
    public static GivenSamples of(Samples data, FileSummary file, String path) {
        return new GivenSamples(null, null, data, file, path, 0).withRow(0);
    }

    /** With another input, which replaces data. */
    public GivenSamples withInput(double[] values) {
        return new GivenSamples(values, data == null ? target : null, null, null, null, 0);
    }

    /** With another target, which replaces data. */
    public GivenSamples withTarget(double[] values) {
        return new GivenSamples(data == null ? input : null, values, null, null, null, 0);
    }

    /** Without target and data: they belong to another output layer. */
    GivenSamples withoutTarget() {
        return new GivenSamples(input, null, null, null, null, 0);
    }

    /** With another row of the data as the current sample. */
    GivenSamples withRow(int other) {
        return data == null
                ? this
                : new GivenSamples(data.inputs()[other], data.targets()[other], data, file, path, other);
    }

    /** What a check knows of them. */
    KnownSamples known() {
        boolean test = data != null && data.testInputs().length > 0;
        int count = data == null ? 1 : data.size();
        return new KnownSamples(input != null, target != null, test, data != null, file != null, count);
    }

    /** The current sample, or null. */
    Sample current() {
        return input == null && target == null ? null : new Sample(input, target);
    }

    /** The samples to train on, or null: the data, or the one sample. */
    public Samples all() {
        if (data != null) {
            return data;
        }
        return input != null && target != null ? Samples.of(new double[][] {input}, new double[][] {target}) : null;
    }
}

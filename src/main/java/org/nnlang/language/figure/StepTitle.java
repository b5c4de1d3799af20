package org.nnlang.language.figure;

import org.nnlang.text.Thousands;

/** Says at which step a picture is. */
final class StepTitle {
    private StepTitle() {}

    /** {@code  after 10,000 updates}, with the space before it. */
    static String after(long step) {
        return step == 0 ? " before training" : " after " + Thousands.count(step, "update");
    }
}

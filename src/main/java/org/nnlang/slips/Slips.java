package org.nnlang.slips;

import java.util.List;

/** All slips that can be made in one calculation, the simplest first. */
final class Slips {
    private Slips() {}

    static List<Slip> of(Calculation calculation) {
        SlipList list = new SlipList(calculation);
        BackwardSlips backward = new BackwardSlips(list);
        FunctionSlips functions = new FunctionSlips(list);
        UpdateSlips update = new UpdateSlips(list);
        StartSlips start = new StartSlips(list);
        update.order();
        backward.factors();
        backward.sign();
        update.sign();
        update.rate();
        backward.missing();
        backward.means();
        update.samples();
        new BiasSlips(list).add();
        update.weights();
        update.steps();
        new OtherSlips(list).add();
        start.columns();
        update.decimals();
        backward.misplaced();
        functions.degrees();
        functions.logarithms();
        start.inputs();
        backward.others();
        start.weights();
        return list.slips();
    }
}

package org.nnlang.slips;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.nnlang.network.Network;

/** Slips as they are put together, for one calculation. */
final class SlipList {
    /** A change that a slip makes in one layer. */
    interface InLayer {
        Calculation change(Calculation calculation, int layer);
    }

    private final Calculation calculation;
    private final List<Slip> slips = new ArrayList<>();

    SlipList(Calculation calculation) {
        this.calculation = calculation;
    }

    Calculation calculation() {
        return calculation;
    }

    Network network() {
        return calculation.network();
    }

    /** All slips so far. */
    List<Slip> slips() {
        return slips;
    }

    /** How many slips of a kind there are so far. */
    long count(String kind) {
        return slips.stream().filter(slip -> slip.kind().equals(kind)).count();
    }

    /** The name of layer {@code l}. */
    String layer(int l) {
        return network().neurons(l).layer();
    }

    /** Adds a slip, where it applies. */
    void add(boolean applies, String kind, String words, UnaryOperator<Calculation> change) {
        if (applies) {
            slips.add(new Slip(kind, "", words, change));
        }
    }

    /** Adds a slip about something. */
    void add(String kind, String argument, String words, UnaryOperator<Calculation> change) {
        slips.add(new Slip(kind, argument, words, change));
    }

    /** Adds a slip for all layers to which it applies together, then for each; {@code words} are followed by the layer. */
    void addByLayer(String kind, String about, String words, IntPredicate applies, InLayer change) {
        List<Integer> layers = new ArrayList<>();
        for (int l = 1; l <= network().depth(); l++) {
            if (applies.test(l)) {
                layers.add(l);
            }
        }
        String before = about.isEmpty() ? "" : about + " ";
        if (layers.size() > 1) {
            slips.add(new Slip(kind, before + "*", words + " all layers", s -> all(s, layers, change)));
        }
        for (int l : layers) {
            slips.add(new Slip(kind, before + layer(l), words + " " + layer(l), s -> change.change(s, l)));
        }
    }

    private static Calculation all(Calculation calculation, List<Integer> layers, InLayer change) {
        Calculation changed = calculation;
        for (int l : layers) {
            changed = changed == null ? null : change.change(changed, l);
        }
        return changed;
    }
}

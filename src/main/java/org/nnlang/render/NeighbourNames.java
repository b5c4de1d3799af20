package org.nnlang.render;

import java.util.Map;

/** What a number is called that was used instead of another one. */
final class NeighbourNames {
    /** What a number of another neuron, layer, sample or update is called, by the relation of the two. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("out for net", "out"),
            Map.entry("out for delta", "the same neuron's out"),
            Map.entry("own out for the source's", "the neuron's own out"),
            Map.entry("out of the layer before for net", "the previous layer's out"),
            Map.entry("output for target", "the output"),
            Map.entry("target for output", "the target"),
            Map.entry("net for out", "net"),
            Map.entry("error for ∂error/∂out", "the error"),
            Map.entry("first net", "the first neuron's net"),
            Map.entry("first input", "the first input"),
            Map.entry("first out", "the first neuron's out"),
            Map.entry("first target", "the first output's target"),
            Map.entry("first error", "the first output's error"),
            Map.entry("first ∂error/∂out", "the first neuron's ∂error/∂out"),
            Map.entry("first delta", "the first neuron's delta"),
            Map.entry("slope of the first neuron", "the first neuron's derivative f′"),
            Map.entry("slope of the next layer's first neuron", "the derivative f′ of the next layer's first neuron"),
            Map.entry("next net", "the next neuron's net"),
            Map.entry("net before", "the previous neuron's net"),
            Map.entry("next input", "the next input"),
            Map.entry("input before", "the previous input"),
            Map.entry("next out", "the next neuron's out"),
            Map.entry("out before", "the previous neuron's out"),
            Map.entry("out of the layer before", "the previous layer's out"),
            Map.entry("out of the next layer", "the next layer's out"),
            Map.entry("next target", "the next output's target"),
            Map.entry("target before", "the previous output's target"),
            Map.entry("next error", "the next output's error"),
            Map.entry("error before", "the previous output's error"),
            Map.entry("next ∂error/∂out", "the next neuron's ∂error/∂out"),
            Map.entry("∂error/∂out before", "the previous neuron's ∂error/∂out"),
            Map.entry("∂error/∂out for delta", "∂error/∂out"),
            Map.entry("∂error/∂out for out", "∂error/∂out"),
            Map.entry("delta for out", "delta"),
            Map.entry("delta for net", "delta"),
            Map.entry("next delta", "the next neuron's delta"),
            Map.entry("delta before", "the previous neuron's delta"),
            Map.entry("delta of the next layer", "the next layer's delta"),
            Map.entry("slope of the next neuron", "the next neuron's derivative f′"),
            Map.entry("slope of the neuron before", "the previous neuron's derivative f′"),
            Map.entry("slope of the next layer", "the next layer's derivative f′"),
            Map.entry("slope of the layer before", "the previous layer's derivative f′"),
            Map.entry("weight of the next source", "the weight from the next source"),
            Map.entry("weight of the source before", "the weight from the previous source"),
            Map.entry("weight of the next neuron", "the next neuron's weight"),
            Map.entry("weight of the neuron before", "the previous neuron's weight"),
            Map.entry("bias of the next neuron", "the next neuron's bias"),
            Map.entry("bias of the next layer", "the next layer's bias"),
            Map.entry("bias of the layer before", "the previous layer's bias"),
            Map.entry("delta for gradient", "delta"),
            Map.entry("corrected memory kept", "the corrected mean"),
            Map.entry("not corrected", "the uncorrected mean"),
            Map.entry("old memory for new", "the memory from before the update"),
            Map.entry("old for new", "the old value"),
            Map.entry("v for m", "the other memory"),
            Map.entry("m for gradient", "the memory m"),
            Map.entry("v for gradient", "the memory v"),
            Map.entry("g for memory", "the decayed gradient g"),
            Map.entry("gradient for memory", "the gradient"));

    /** Whose number was used: of the same kind, but of another weight, bias or sample. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("gradient of the next source", " of the weight from the next source"),
            Map.entry("gradient of the source before", " of the weight from the previous source"),
            Map.entry("gradient of the next neuron", " of the next neuron's weight"),
            Map.entry("gradient of the neuron before", " of the previous neuron's weight"),
            Map.entry("gradient of the next bias", " of the next neuron's bias"),
            Map.entry("next sample", " of the next sample"),
            Map.entry("sample before", " of the previous sample"),
            Map.entry("first sample", " of the first sample"));

    private NeighbourNames() {}

    /** Whose number of the same kind it was: {@code of the next sample}, with its blank; null if it is of another kind. */
    static String elsewhere(String how) {
        return ELSEWHERE.get(how);
    }

    /** The number's name, by the relation of the two. */
    static String other(String how) {
        String name = OTHERS.get(how);
        if (name == null) {
            throw new IllegalArgumentException("no words for " + how);
        }
        return name;
    }
}

package org.nnlang.network;

/** One example: what goes in, and what should come out; {@code target} is null when only the input is known. */
public record Sample(double[] input, double[] target) {}

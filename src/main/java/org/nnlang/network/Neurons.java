package org.nnlang.network;

import java.util.List;

/**
 * The neurons of one layer: how many there are and what each is called.
 *
 * <p>Neurons of {@code h[2]} are {@code h1} and {@code h2}; of a layer whose name ends in a digit, {@code h1[1]} and
 * {@code h1[2]}; of {@code y(cat, dog)}, {@code cat} and {@code dog}.
 *
 * @param layer the layer's name
 * @param size the number of neurons, at least 1
 * @param names the neurons' own names, empty when they are numbered
 */
public record Neurons(String layer, int size, List<String> names) {
    public Neurons {
        names = List.copyOf(names);
        if (size < 1 || !names.isEmpty() && names.size() != size) {
            throw new IllegalArgumentException("a layer of " + size + " neurons with " + names.size() + " names");
        }
    }

    /** Numbered neurons. */
    public static Neurons numbered(String layer, int size) {
        return new Neurons(layer, size, List.of());
    }

    /** Neurons with names of their own. */
    public static Neurons named(String layer, List<String> names) {
        return new Neurons(layer, names.size(), names);
    }

    /** Whether neuron {@code i} is also written as the layer's name followed by its number. */
    public boolean shortNames() {
        return names.isEmpty() && !endsInDigit(layer);
    }

    /** The name of neuron {@code index}, counted from 0. */
    public String name(int index) {
        if (!names.isEmpty()) {
            return names.get(index);
        }
        return shortNames() ? layer + (index + 1) : layer + "[" + (index + 1) + "]";
    }

    /** The index, from 0, of the neuron of that name, or -1. Bracket forms are not names. */
    public int indexOf(String name) {
        if (!names.isEmpty()) {
            return names.indexOf(name);
        }
        if (!shortNames() || !name.startsWith(layer)) {
            return -1;
        }
        int number = number(name, layer.length());
        return number >= 1 && number <= size ? number - 1 : -1;
    }

    /** The natural number written from {@code start} to the end of the text, or -1. */
    public static int number(String text, int start) {
        int digits = text.length() - start;
        if (digits < 1 || digits > 9 || text.charAt(start) == '0') {
            return -1;
        }
        int value = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = 10 * value + (c - '0');
        }
        return value;
    }

    private static boolean endsInDigit(String name) {
        return Character.isDigit(name.codePointBefore(name.length()));
    }
}

package org.nnlang.language;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An immutable map from names to values, sorted by name. A map with one more name shares all but a few nodes with the
 * original, so that a script can name thousands of values one by one.
 *
 * <p>Each node of the tree is itself a map. It is an AA tree (Andersson, 1993): levels fall by one from a node to its left
 * child, by one or none to its right child, and by at least one to the right child's right child.
 */
final class NameMap<V> extends AbstractMap<String, V> {
    private static final NameMap<?> EMPTY = new NameMap<>(0, null, null, null, null);

    private final int level;
    private final int size;
    private final NameMap<V> left;
    private final String name;
    private final V value;
    private final NameMap<V> right;

    private NameMap(int level, NameMap<V> left, String name, V value, NameMap<V> right) {
        this.level = level;
        this.left = left;
        this.name = name;
        this.value = value;
        this.right = right;
        size = level == 0 ? 0 : left.size + 1 + right.size;
    }

    /** A map without names. */
    @SuppressWarnings("unchecked") // it has no values
    static <V> NameMap<V> empty() {
        return (NameMap<V>) EMPTY;
    }

    /** A map that may get other values than the original, which stays as it is. */
    @SuppressWarnings("unchecked") // it never changes
    static <V> NameMap<V> copyOf(NameMap<? extends V> other) {
        return (NameMap<V>) other;
    }

    /** The same map with one more name, or another value for a name. */
    NameMap<V> with(String added, V itsValue) {
        if (level == 0) {
            return new NameMap<>(1, this, added, itsValue, this);
        }
        int order = added.compareTo(name);
        if (order == 0) {
            return new NameMap<>(level, left, name, itsValue, right);
        }
        NameMap<V> grown = order < 0
                ? new NameMap<>(level, left.with(added, itsValue), name, value, right)
                : new NameMap<>(level, left, name, value, right.with(added, itsValue));
        return grown.skewed().split();
    }

    /** Rotates a left child on this level to the right. */
    private NameMap<V> skewed() {
        return left.level < level
                ? this
                : new NameMap<>(
                        level, left.left, left.name, left.value, new NameMap<>(level, left.right, name, value, right));
    }

    /** Lifts the right child if its own right child is on this level too. */
    private NameMap<V> split() {
        return right.level < level || right.right.level < level
                ? this
                : new NameMap<>(
                        level + 1,
                        new NameMap<>(level, left, name, value, right.left),
                        right.name,
                        right.value,
                        right.right);
    }

    /** The node of a name, or null. */
    private NameMap<V> find(String wanted) {
        NameMap<V> node = this;
        while (node.level > 0) {
            int order = wanted.compareTo(node.name);
            if (order == 0) {
                return node;
            }
            node = order < 0 ? node.left : node.right;
        }
        return null;
    }

    /** The number of nodes on the longest way down. */
    int depth() {
        return level == 0 ? 0 : 1 + Math.max(left.depth(), right.depth());
    }

    @Override
    public boolean containsKey(Object wanted) {
        return find((String) wanted) != null;
    }

    @Override
    public V get(Object wanted) {
        NameMap<V> found = find((String) wanted);
        return found == null ? null : found.value;
    }

    /** Passes each value that another map doesn't have under the same name to {@code action}; skips what the maps share. */
    void forEachNotIn(NameMap<V> other, Consumer<V> action) {
        NameMap<V> there = level == 0 ? this : other.find(name);
        if (there != this) {
            if (there == null || there.value != value) {
                action.accept(value);
            }
            left.forEachNotIn(other, action);
            right.forEachNotIn(other, action);
        }
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        Map<String, V> entries = new LinkedHashMap<>();
        addTo(entries);
        return Collections.unmodifiableMap(entries).entrySet();
    }

    @Override
    public int size() {
        return size;
    }

    private void addTo(Map<String, V> entries) {
        if (level > 0) {
            left.addTo(entries);
            entries.put(name, value);
            right.addTo(entries);
        }
    }
}

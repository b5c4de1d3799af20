package org.nnlang.language;

import java.util.Collection;
import java.util.List;
import org.nnlang.language.statement.SetBias;
import org.nnlang.language.statement.SetParameter;
import org.nnlang.language.statement.StartSpec;
import org.nnlang.network.Layer;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.network.Quantity;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** What can be set of a layer, and whether the value fits. */
final class Layers {
    private Layers() {}

    /** The number of the layer of that name, from 1; {@code what} of it is meant. */
    static int find(Declarations declarations, Expr.Name name, String what) {
        List<String> all = declarations.layerNames();
        if (!all.isEmpty() && all.getFirst().equals(name.name())) {
            throw new Failure(name.span(), new Problem.InputHasNone(name.name(), what));
        }
        List<String> layers = all.isEmpty() ? all : all.subList(1, all.size());
        int found = layers.indexOf(name.name());
        if (found < 0) {
            throw new Failure(name.span(), new Problem.NotALayer(name.name(), layers));
        }
        return found + 1;
    }

    /** Fails unless a value has a row for each neuron and a column for each source. */
    static void checkWeights(Network network, int l, Shape shape, Span span) {
        int rows = network.size(l);
        int columns = network.size(l - 1);
        int foundRows;
        int foundColumns;
        switch (shape) {
            case Shape.Number _ -> {
                foundRows = 1;
                foundColumns = 1;
            }
            case Shape.Vector v -> {
                foundRows = 1;
                foundColumns = v.size();
            }
            case Shape.Matrix m -> {
                foundRows = m.rows();
                foundColumns = m.columns();
            }
            case Shape.Any _ -> {
                return;
            }
            case Shape.Truth t ->
                throw new Failure(span, new Problem.WrongKind("a matrix or an initialiser", t.text()));
        }
        if (foundRows != rows || foundColumns != columns) {
            String source = l == 1
                    ? "input of " + network.input().layer()
                    : "neuron of " + network.neurons(l - 1).layer();
            throw new Failure(
                    span,
                    new Problem.WeightsShape(
                            network.neurons(l).layer(), rows, source, columns, foundRows, foundColumns));
        }
    }

    /** Fails unless a value is a number, or a vector with one for each neuron. */
    static void checkBias(Layer layer, Shape shape, boolean shared, Span span) {
        String name = layer.neurons().layer();
        switch (shape.asVector()) {
            case Shape.Number _, Shape.Any _ -> {}
            case Shape.Vector v -> {
                if (shared) {
                    throw new Failure(span, new Problem.SharedWithoutNumber());
                }
                if (v.size() != layer.size()) {
                    throw new Failure(span, new Problem.BiasShape(name, layer.size(), v.size()));
                }
            }
            case Shape.Matrix _, Shape.Truth _ ->
                throw new Failure(
                        span, new Problem.WrongKind("a number, a vector, an initialiser or `none`", shape.text()));
        }
    }

    static Layer.BiasMode biasMode(SetBias s) {
        if (s.start() instanceof StartSpec.None) {
            return Layer.BiasMode.NONE;
        }
        return s.shared() ? Layer.BiasMode.SHARED : Layer.BiasMode.SEPARATE;
    }

    /** Fails unless a value is a vector, or a matrix of one row, with a number for each neuron; a number will do for one. */
    static void checkVector(String what, Neurons neurons, Shape shape, Span span) {
        int found = switch (shape.asVector()) {
            case Shape.Number _ -> 1;
            case Shape.Vector v -> v.size();
            case Shape.Any _ -> neurons.size();
            case Shape.Matrix _, Shape.Truth _ ->
                throw new Failure(span, new Problem.WrongKind("a vector", shape.text()));
        };
        if (found != neurons.size()) {
            throw new Failure(span, new Problem.VectorSize(what, neurons.size(), neurons.layer(), found));
        }
    }

    /** Fails unless a row of data has so many inputs and targets as the network takes; −1 is not known yet. */
    static void checkRow(Network network, Span row, int inputs, int targets) {
        checkRow("input", network.input(), inputs, row);
        checkRow("target", network.output().neurons(), targets, row);
    }

    private static void checkRow(String what, Neurons neurons, int found, Span span) {
        if (!Shape.fits(found, neurons.size())) {
            throw new Failure(span, new Problem.DataRowSize(what, neurons.size(), neurons.layer(), found));
        }
    }

    /** The index of the parameter on the left of a {@code =}. */
    static int parameter(Quantities quantities, Declarations declarations, Collection<String> lets, SetParameter s) {
        if (s.parameter() instanceof Expr.Name name && !Words.isParameter(name.name())) {
            throw Suggestions.notSettable(declarations, lets, name, s.value());
        }
        if (quantities.find(s.parameter()) instanceof Quantity.Parameter parameter) {
            return parameter.index();
        }
        throw new IllegalStateException(s.parameter().toString());
    }
}

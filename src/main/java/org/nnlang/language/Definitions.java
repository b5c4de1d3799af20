package org.nnlang.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.language.statement.DefineActivation;
import org.nnlang.language.statement.DefineLoss;
import org.nnlang.network.Activation;
import org.nnlang.network.Loss;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** The activations and losses that a script has defined, in their order, and those that it defines further down. */
final class Definitions {
    private final Map<String, Definition> defined = new LinkedHashMap<>();
    private final Map<String, Span> later = new HashMap<>();
    /** The name that is being defined, or null. */
    private String current;

    /** A copy that changes on its own. */
    Definitions copy() {
        Definitions copy = new Definitions();
        copy.defined.putAll(defined);
        return copy;
    }

    /** All of them, first to last. */
    Collection<Definition> all() {
        return defined.values();
    }

    /** The definition of that name, or null. */
    Definition find(String name) {
        return defined.get(name);
    }

    /** The activation of that name, or null. */
    Activation.Own activation(String name) {
        return find(name) instanceof Definition.OfActivation a ? a.own() : null;
    }

    /** The loss of that name, or null. */
    Loss.Own loss(String name) {
        return find(name) instanceof Definition.OfLoss l ? l.own() : null;
    }

    /** The names of all activations. */
    List<String> activationNames() {
        return names(Definition.OfActivation.class);
    }

    /** The names of all losses. */
    List<String> lossNames() {
        return names(Definition.OfLoss.class);
    }

    private List<String> names(Class<? extends Definition> kind) {
        return new ArrayList<>(
                all().stream().filter(kind::isInstance).map(Definition::name).toList());
    }

    /** Begins the definition of a name: from here on it is no longer one of further down. */
    void begin(String name) {
        later.remove(name);
        current = name;
    }

    /** Ends it, whether it was defined or not. */
    void end() {
        current = null;
    }

    void add(Definition definition) {
        defined.put(definition.name(), definition);
    }

    /** Notes what the statements will define. */
    void lookAhead(List<Statement> statements) {
        for (Statement statement : statements) {
            switch (statement) {
                case DefineActivation s -> lookAhead(s.name());
                case DefineLoss s -> lookAhead(s.name());
                default -> {}
            }
        }
    }

    private void lookAhead(Expr.Name name) {
        later.putIfAbsent(name.name(), name.span());
    }

    /** Fails where a name that is not known is the one that is being defined, or is defined further down. */
    void checkOrder(String name, Span span) {
        if (name.equals(current)) {
            throw new Failure(span, new Problem.RecursiveDefinition(name));
        }
        Span definition = later.get(name);
        if (definition != null) {
            throw new Failure(span, new Problem.UsedBeforeDefinition(name, Definition.place(definition, span)));
        }
    }

    /** What a name stands for, in words, or null; {@code span} is where it would be given another meaning. */
    String meaning(String name, Span span) {
        Definition definition = find(name);
        return definition == null
                ? null
                : definition.kind() + ", defined "
                        + Definition.place(definition.origin().span(), span);
    }
}

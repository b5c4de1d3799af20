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

/**
 * The activations and losses that a script has defined, in order, and the names of those that it defines further down.
 * Immutable.
 */
public final class Definitions {
    /** No definitions. */
    static final Definitions NONE = new Definitions(new LinkedHashMap<>(), Map.of(), null);

    private final Map<String, Definition> defined;
    private final Map<String, Span> later;
    /** The name that is being defined, or null. */
    private final String current;

    private Definitions(Map<String, Definition> defined, Map<String, Span> later, String current) {
        this.defined = defined;
        this.later = later;
        this.current = current;
    }

    /** These definitions and one more. */
    Definitions with(Definition definition) {
        Map<String, Definition> more = new LinkedHashMap<>(defined);
        more.put(definition.name(), definition);
        return new Definitions(more, later, current);
    }

    /** Notes that a name is being defined, so that it no longer counts as defined further down. */
    Definitions begin(String name) {
        Map<String, Span> rest = new HashMap<>(later);
        rest.remove(name);
        return new Definitions(defined, rest, name);
    }

    /** Notes that a definition has ended, whether it succeeded or not. */
    Definitions end() {
        return new Definitions(defined, later, null);
    }

    /** Adds the names that statements will define. */
    Definitions lookAhead(List<Statement> statements) {
        Map<String, Span> more = new HashMap<>(later);
        for (Statement statement : statements) {
            Expr.Name name = statement instanceof DefineActivation activation
                    ? activation.name()
                    : statement instanceof DefineLoss loss ? loss.name() : null;
            if (name != null) {
                more.putIfAbsent(name.name(), name.span());
            }
        }
        return more.isEmpty() ? this : new Definitions(defined, more, current);
    }

    /** All definitions, in order. */
    public Collection<Definition> all() {
        return defined.values();
    }

    /** Finds a definition by its name; null if there is none. */
    Definition find(String name) {
        return defined.get(name);
    }

    /** Finds an activation by its name; null if there is none. */
    Activation.Own activation(String name) {
        Definition definition = find(name);
        return definition == null ? null : definition.activation();
    }

    /** Finds a loss by its name; null if there is none. */
    Loss.Own loss(String name) {
        Definition definition = find(name);
        return definition == null ? null : definition.loss();
    }

    /** The names of all losses or all activations. */
    List<String> names(boolean losses) {
        List<String> names = new ArrayList<>();
        for (Definition definition : all()) {
            if (losses == (definition.loss() != null)) {
                names.add(definition.name());
            }
        }
        return names;
    }

    /** Fails if an unknown name is the one being defined, or is defined further down. */
    void checkOrder(String name, Span span) {
        if (name.equals(current)) {
            throw new Failure(span, new Problem.RecursiveDefinition(name));
        }
        Span definition = later.get(name);
        if (definition != null) {
            throw new Failure(span, new Problem.UsedBeforeDefinition(name, Definition.place(definition, span)));
        }
    }

    /** What a name means, in words, null if nothing; {@code span} is where the script would give it another meaning. */
    String meaning(String name, Span span) {
        Definition definition = find(name);
        return definition == null ? null : definition.kind() + ", defined " + Definition.place(definition.span(), span);
    }
}

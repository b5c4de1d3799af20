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
 * The activations and losses that a script has defined, in their order, and those that it defines further down. They never
 * change.
 */
public final class Definitions {
    /** None. */
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

    /** With one more. */
    Definitions with(Definition definition) {
        Map<String, Definition> more = new LinkedHashMap<>(defined);
        more.put(definition.name(), definition);
        return new Definitions(more, later, current);
    }

    /** While a name is being defined: it is no longer one of further down. */
    Definitions begin(String name) {
        Map<String, Span> rest = new HashMap<>(later);
        rest.remove(name);
        return new Definitions(defined, rest, name);
    }

    /** After a definition, whether it was right or not. */
    Definitions end() {
        return new Definitions(defined, later, null);
    }

    /** With what the statements will define. */
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

    /** All of them, first to last. */
    public Collection<Definition> all() {
        return defined.values();
    }

    /** The definition of that name, or null. */
    Definition find(String name) {
        return defined.get(name);
    }

    /** The activation of that name, or null. */
    Activation.Own activation(String name) {
        Definition definition = find(name);
        return definition == null ? null : definition.activation();
    }

    /** The loss of that name, or null. */
    Loss.Own loss(String name) {
        Definition definition = find(name);
        return definition == null ? null : definition.loss();
    }

    /** The names of all activations, or of all losses. */
    List<String> names(boolean losses) {
        List<String> names = new ArrayList<>();
        for (Definition definition : all()) {
            if (losses == (definition.loss() != null)) {
                names.add(definition.name());
            }
        }
        return names;
    }

    /** Fails if a name that isn't known is being defined, or is defined further down. */
    void checkOrder(String name, Span span) {
        if (name.equals(current)) {
            throw new Failure(span, new Problem.RecursiveDefinition(name));
        }
        Span definition = later.get(name);
        if (definition != null) {
            throw new Failure(span, new Problem.UsedBeforeDefinition(name, Definition.place(definition, span)));
        }
    }

    /** What a name stands for, in words, or null; {@code span} is where it would get another meaning. */
    String meaning(String name, Span span) {
        Definition definition = find(name);
        return definition == null ? null : definition.kind() + ", defined " + Definition.place(definition.span(), span);
    }
}

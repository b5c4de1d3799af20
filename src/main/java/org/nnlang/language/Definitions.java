package org.nnlang.language;

import java.util.List;
import org.nnlang.network.Activation;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * The activations, losses and optimizers that a script has defined, in order, and the names of those that it defines further down.
 * Immutable.
 */
public final class Definitions {
    /** No definitions. */
    static final Definitions NONE = new Definitions(NameMap.empty(), NameMap.empty(), null);

    private final NameMap<Definition> defined;
    /** The places of definitions further down; null for one that has been reached. */
    private final NameMap<Span> later;
    /** The name that is being defined, or null. */
    private final String current;

    private Definitions(NameMap<Definition> defined, NameMap<Span> later, String current) {
        this.defined = defined;
        this.later = later;
        this.current = current;
    }

    /** These definitions and one more. */
    Definitions with(Definition definition) {
        return new Definitions(defined.with(definition.name(), definition), later, current);
    }

    /** Notes that a name is being defined, so that it no longer counts as defined further down. */
    Definitions begin(String name) {
        return new Definitions(defined, later.with(name, null), name);
    }

    /** Notes that a definition has ended, whether it succeeded or not. */
    Definitions end() {
        return new Definitions(defined, later, null);
    }

    /** Adds the names that statements will define. */
    Definitions lookAhead(List<Statement> statements) {
        NameMap<Span> more = later;
        for (Statement statement : statements) {
            Expr.Name name = statement.defines();
            if (name != null && more.get(name.name()) == null) {
                more = more.with(name.name(), name.span());
            }
        }
        return more == later ? this : new Definitions(defined, more, current);
    }

    /** All definitions, in order. */
    public List<Definition> all() {
        return defined.values().stream()
                .sorted((a, b) -> Integer.compare(a.number(), b.number()))
                .toList();
    }

    /** The number of definitions. */
    int size() {
        return defined.size();
    }

    /** Finds a definition by its name; null if there is none. */
    Definition find(String name) {
        return defined.get(name);
    }

    /** Finds an activation by its name; null if there is none. */
    Activation activation(String name) {
        Definition definition = find(name);
        return definition == null || definition.kind() != MethodKind.ACTIVATION
                ? null
                : (Activation) definition.entry().standard();
    }

    /** The names of all definitions of a kind. */
    List<String> names(MethodKind kind) {
        return all().stream()
                .filter(definition -> definition.kind() == kind)
                .map(Definition::name)
                .toList();
    }

    /** Fails if an unknown name is the one being defined, or is defined further down. */
    void checkOrder(String name, Span span) {
        if (name.equals(current)) {
            throw new Failure(span, Problem.RECURSIVE_DEFINITION, name);
        }
        Span definition = later.get(name);
        if (definition != null) {
            throw new Failure(span, Problem.USED_BEFORE_DEFINITION, name, Definition.place(definition, span));
        }
    }

    /** What a name means, in words, null if nothing; {@code span} is where the script would give it another meaning. */
    String meaning(String name, Span span) {
        Definition definition = find(name);
        return definition == null
                ? null
                : definition.kind().described() + ", defined " + Definition.place(definition.span(), span);
    }
}

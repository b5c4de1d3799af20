package org.nnlang.language;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.nnlang.text.Problem;

/** Checks the definitions of activations and losses, and that nothing takes a name that has a meaning already. */
final class DefinitionChecker {
    private final Declarations declarations;
    private final Map<String, Typer.Known> lets;
    private final Definer definer;
    private final DiagnosticCollector findings;

    DefinitionChecker(Declarations declarations, Map<String, Typer.Known> lets, DiagnosticCollector findings) {
        this.declarations = declarations;
        this.lets = lets;
        this.definer = new Definer(declarations, lets);
        this.findings = findings;
    }

    /** Checks a definition, and keeps it for what follows; {@code what} is the word that begins it. */
    void check(
            String what,
            Expr.Name name,
            List<Expr.Name> variables,
            boolean inBlock,
            Function<Definer, Definition> definition) {
        Definitions definitions = declarations.definitions();
        definitions.begin(name.name());
        boolean fine = findings.attempt(() -> {
            if (inBlock) {
                throw new Failure(name.span(), new Problem.DefinitionInBlock(what));
            }
            builtIn(name);
            unnamed(name);
            unused(name);
            undefined(name);
            variables.forEach(DefinitionChecker::builtIn);
            definitions.add(definition.apply(definer));
        });
        definitions.end();
        if (!fine && definitions.find(name.name()) == null) {
            findings.lostDefinition(name.name());
        }
    }

    /** Fails where a name belongs to the language. */
    static void builtIn(Expr.Name name) {
        if (Words.BUILT_IN.contains(name.name())) {
            throw new Failure(name.span(), new Problem.ReservedName(name.name()));
        }
    }

    /** Fails where a name belongs to a value. */
    void unnamed(Expr.Name name) {
        if (lets.containsKey(name.name())) {
            throw taken(name, "a value that `let` named");
        }
    }

    /** Fails where a name belongs to the network. */
    void unused(Expr.Name name) {
        String meaning = declarations.meaning(name.name());
        if (meaning != null) {
            throw taken(name, meaning);
        }
    }

    /** Fails where a name belongs to a definition. */
    void undefined(Expr.Name name) {
        String meaning = declarations.definitions().meaning(name.name(), name.span());
        if (meaning != null) {
            throw taken(name, meaning);
        }
    }

    private static Failure taken(Expr.Name name, String meaning) {
        return new Failure(name.span(), new Problem.NameTaken(name.name(), meaning));
    }
}

package org.nnlang.language;

import java.util.List;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Optimizers;

/** What a script chooses by a name with arguments, and what nn has of each kind. */
public enum MethodKind {
    ACTIVATION("activation", Catalogue.ACTIVATIONS),
    LOSS("loss", Catalogue.LOSSES),
    OPTIMIZER("optimizer", Optimizers.ALL),
    INITIALIZER("initialiser", Catalogue.INITIALIZERS);

    private final String text;
    private final List<? extends Catalogue.Entry<?>> entries;

    MethodKind(String text, List<? extends Catalogue.Entry<?>> entries) {
        this.text = text;
        this.entries = entries;
    }

    /** Its word: "activation". */
    String text() {
        return text;
    }

    /** Its word with an article. */
    String described() {
        return (this == LOSS ? "a " : "an ") + text;
    }

    /** What nn has of this kind. */
    public List<? extends Catalogue.Entry<?>> entries() {
        return entries;
    }

    /** What nn has of this kind under a name; null if nothing. */
    Catalogue.Entry<?> find(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The kind of what nn has under a name, and can show the formula of; null if nothing. */
    public static MethodKind of(String name) {
        for (MethodKind kind : values()) {
            if (kind != INITIALIZER && kind.find(name) != null) {
                return kind;
            }
        }
        return null;
    }
}

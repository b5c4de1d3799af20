package org.nnlang.lsp;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.TextEdit;
import org.nnlang.language.BuiltInNames;
import org.nnlang.lsp.Names.Declared;
import org.nnlang.lsp.Names.Role;
import org.nnlang.lsp.Names.Use;
import org.nnlang.syntax.Keywords;
import org.nnlang.syntax.Syntax;
import org.nnlang.syntax.Syntax.Token;
import org.nnlang.text.Source;

/** Gives a declared name another one, wherever it stands. */
final class Renaming {
    private Renaming() {}

    /** All places of the name that a use has. */
    static List<Use> places(TextFile file, Use use) {
        Declared one = use.declared();
        return file.names().uses().stream()
                .filter(other -> isSame(one, other.declared()))
                .toList();
    }

    /** Whether two declarations declare the same: a later {@code let} gives a name another value. */
    private static boolean isSame(Declared one, Declared other) {
        return one.role() == Role.VARIABLE
                ? one.name().equals(other.name()) && one.from() == other.from() && other.role() == Role.VARIABLE
                : one.name().equals(other.name()) && one.role() == other.role() && one.to() == other.to();
    }

    /** The edits; an exception says to the user why there are none. */
    static List<TextEdit> edits(TextFile file, Use use, String name) {
        refuse(
                !use.number().isEmpty(),
                "`" + use.declared().name() + use.number() + "` is neuron " + use.number() + " of "
                        + use.declared().name() + "; rename the layer");
        List<Token> word = Syntax.tokens(new Source("", name));
        boolean free = word.size() == 1
                && word.getFirst().kind() == Token.Kind.WORD
                && word.getFirst().end() == name.length()
                && !Keywords.RESERVED.contains(name)
                && !BuiltInNames.ALL.contains(name)
                && !BuiltInNames.isParameter(name);
        refuse(
                !free,
                "`" + name
                        + "` can't be a name: it is a word of the language, or has other characters than letters, digits and `_`");
        boolean brackets = Character.isDigit(name.charAt(name.length() - 1));
        StringBuilder text = new StringBuilder();
        List<TextEdit> edits = new ArrayList<>();
        int at = 0;
        for (Use place : places(file, use)) {
            String now = place.number().isEmpty()
                    ? name
                    : brackets ? name + "[" + place.number() + "]" : name + place.number();
            edits.add(new TextEdit(file.range(place.start(), place.end()), now));
            text.append(file.text(), at, place.start()).append(now);
            at = place.end();
        }
        text.append(file.text().substring(at));
        int before = Analysis.checked(file).diagnostics().size();
        TextFile after = new TextFile(file.uri(), text.toString());
        var wrong = Analysis.checked(after).diagnostics();
        refuse(
                wrong.size() > before,
                () -> "then there would be an error: " + wrong.getFirst().what().title());
        return edits;
    }

    private static void refuse(boolean when, String why) {
        refuse(when, () -> why);
    }

    private static void refuse(boolean when, java.util.function.Supplier<String> why) {
        if (when) {
            throw new IllegalArgumentException(why.get());
        }
    }
}

package org.nnlang.syntax;

import java.util.List;
import org.nnlang.language.Expr;
import org.nnlang.language.Spec;
import org.nnlang.language.Statement;
import org.nnlang.language.statement.DefineActivation;
import org.nnlang.language.statement.DefineLoss;
import org.nnlang.syntax.Token.Kind;
import org.nnlang.text.Problem;

/** New activations and losses: {@code activation NAME(z) = EXPR}, {@code loss NAME(t, o) = EXPR}. */
final class DefinitionParser {
    private final Tokens tokens;
    private final ExpressionParser expressions;

    DefinitionParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** A new activation, from the {@code =} on; {@code defined} is its name with its variable. */
    Statement activation(Spec defined, int start) {
        List<Expr.Name> variables = variables("activation", defined, 1);
        return new DefineActivation(name(defined), variables.getFirst(), formula(), tokens.from(start));
    }

    /** A new loss, from the {@code =} on; {@code defined} is its name with its variables. */
    Statement loss(Spec defined, int start) {
        List<Expr.Name> variables = variables("loss", defined, 2);
        return new DefineLoss(name(defined), variables.getFirst(), variables.getLast(), formula(), tokens.from(start));
    }

    private static Expr.Name name(Spec defined) {
        return new Expr.Name(defined.name(), defined.nameSpan());
    }

    private List<Expr.Name> variables(String what, Spec defined, int count) {
        boolean named = defined.arguments().stream().allMatch(DefinitionParser::isName);
        if (!tokens.at(Kind.ASSIGN) || !named || defined.arguments().size() != count) {
            String form = what + " " + defined.name() + (count == 1 ? "(z) = …" : "(t, o) = …");
            throw new SyntaxError(defined.span(), new Problem.DefinitionForm(what, form));
        }
        return defined.arguments().stream()
                .map(argument -> (Expr.Name) argument.value())
                .toList();
    }

    private static boolean isName(Spec.Argument argument) {
        return argument.name() == null
                && argument.value() instanceof Expr.Name name
                && OperandParser.isFree(name.name())
                && name.span().equals(argument.span());
    }

    private Expr formula() {
        tokens.expectAssign();
        return expressions.expression();
    }
}

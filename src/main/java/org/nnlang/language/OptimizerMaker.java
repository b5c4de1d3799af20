package org.nnlang.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.nnlang.language.statement.DefineOptimizer;
import org.nnlang.language.statement.SetParameter;
import org.nnlang.math.Formula;
import org.nnlang.math.Recipe;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Optimizers;
import org.nnlang.text.Problem;

/** Makes an optimizer from the lines that a script gives. */
final class OptimizerMaker {
    private static final String RATE = "rate";

    /** What lines are given; they can assign the first two. */
    private static final List<String> GIVEN = List.of("p", "g", "n", RATE);

    private final Spec defined;
    private final List<Catalogue.Parameter> parameters = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>(GIVEN);
    private final StringBuilder text = new StringBuilder("optimizer ");

    private OptimizerMaker(Spec defined) {
        this.defined = defined;
    }

    /** The definition; {@code number} evaluates the default of an argument, to NaN if a check can't know it. */
    static Definition of(
            DefineOptimizer statement,
            Declarations declarations,
            Map<String, ? extends Known> lets,
            ToDoubleFunction<Expr> number) {
        OptimizerMaker maker = new OptimizerMaker(statement.defined());
        maker.arguments(number);
        List<SetParameter> lines = maker.lines(statement.lines());
        FormulaMaker formulas = new FormulaMaker(List.copyOf(maker.names), declarations, lets);
        Recipe recipe = maker.recipe(lines, formulas);
        return new Definition(
                MethodKind.OPTIMIZER,
                Optimizers.own(maker.defined.name(), maker.parameters, maker.with(recipe)),
                maker.defined.nameSpan(),
                maker.text.append(" }").toString(),
                formulas.captured(),
                formulas.size(),
                declarations.definitions().size());
    }

    /** Reads {@code (p, g, mu: 0.9)}. */
    private void arguments(ToDoubleFunction<Expr> number) {
        List<Spec.Argument> arguments = defined.arguments();
        for (int i = 0; i < Math.max(2, arguments.size()); i++) {
            boolean fine =
                    i < arguments.size() && (i < 2 ? isName(arguments.get(i), GIVEN.get(i)) : isNew(arguments.get(i)));
            if (!fine) {
                throw new Failure(
                        defined.span(),
                        Problem.DEFINITION_FORM,
                        "optimizer",
                        "optimizer " + defined.name() + "(p, g) { p = p - rate * g }",
                        "an optimizer is given p, the parameter, and g, its gradient; its arguments have defaults");
            }
        }
        text.append(defined.name()).append("(p, g");
        for (Spec.Argument argument : arguments.subList(2, arguments.size())) {
            if (Specs.isOnOff(argument.value())) {
                String word = Texts.source(argument.value().span());
                throw new Failure(argument.value().span(), Problem.WRONG_KIND, "a number", "`" + word + "`");
            }
            double value = number.applyAsDouble(argument.value());
            double standard = Double.isNaN(value) ? 0.5 : value;
            parameters.add(new Catalogue.Parameter(argument.name(), standard, Catalogue.Range.ANY));
            text.append(", ").append(argument.name()).append(": ").append(Texts.exact(standard));
        }
        text.append(") {");
    }

    private static boolean isName(Spec.Argument argument, String name) {
        return argument.name() == null
                && argument.value() instanceof Expr.Name given
                && given.name().equals(name);
    }

    private boolean isNew(Spec.Argument argument) {
        return argument.name() != null && names.add(argument.name());
    }

    /** The lines, each of which assigns a name; p is among them. */
    private List<SetParameter> lines(Block block) {
        Set<String> given = Set.copyOf(names);
        List<SetParameter> lines = new ArrayList<>();
        boolean result = false;
        for (Statement statement : block.statements()) {
            if (!(statement instanceof SetParameter line)
                    || line.fixed()
                    || !(line.parameter() instanceof Expr.Name name)
                    || BuiltInNames.isParameter(name.name())) {
                throw new Failure(statement.span(), Problem.OPTIMIZER_LINE);
            }
            boolean changes = name.name().equals("p") || name.name().equals("g");
            if (given.contains(name.name()) && !changes) {
                throw new Failure(name.span(), Problem.OPTIMIZER_GIVEN, name.name());
            }
            result |= name.name().equals("p");
            names.add(name.name());
            lines.add(line);
            text.append(lines.size() == 1 ? " " : "; ").append(Texts.source(line.span()));
        }
        if (!result) {
            throw new Failure(defined.nameSpan(), Problem.OPTIMIZER_WITHOUT_RESULT, defined.name());
        }
        return lines;
    }

    private Recipe recipe(List<SetParameter> lines, FormulaMaker formulas) {
        List<Recipe.Line> recipe = new ArrayList<>();
        for (SetParameter line : lines) {
            recipe.add(new Recipe.Line(((Expr.Name) line.parameter()).name(), formulas.make(line.value())));
        }
        return new Recipe(recipe).bind(Map.of(RATE, Formula.variable("η")));
    }

    /** The recipe with values for the arguments. */
    private Function<double[], Recipe> with(Recipe recipe) {
        return values -> {
            Map<String, Formula> arguments = new HashMap<>();
            for (int i = 0; i < values.length; i++) {
                String name = parameters.get(i).name();
                arguments.put(name, Formula.named(name, values[i]));
            }
            return recipe.bind(arguments);
        };
    }
}

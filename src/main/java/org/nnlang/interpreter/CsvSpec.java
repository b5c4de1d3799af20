package org.nnlang.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.nnlang.ast.Expr;
import org.nnlang.ast.Spec;
import org.nnlang.data.Scale;
import org.nnlang.source.Nearest;
import org.nnlang.source.Problem;

/**
 * {@code csv("iris.csv", target: species, test: 20%, scale: standard)}, its options read.
 *
 * @param test NaN where it is not known before running
 */
record CsvSpec(Expr.Text path, List<Expr> targets, List<Expr> inputs, double test, Scale scale) {
    private static final List<String> OPTIONS = List.of("target", "inputs", "test", "scale");

    static CsvSpec of(Spec spec, ToDoubleFunction<Expr> number) {
        Expr.Text path = null;
        List<Expr> targets = List.of();
        List<Expr> inputs = List.of();
        double test = 0;
        Scale scale = Scale.NONE;
        List<String> seen = new ArrayList<>();
        for (Spec.Argument argument : spec.arguments()) {
            String name = argument.name() == null ? "the file" : argument.name();
            if (seen.contains(name)) {
                throw new Failure(argument.span(), new Problem.ArgumentTwice("csv", name));
            }
            seen.add(name);
            switch (name) {
                case "the file" -> path = path(argument);
                case "target" -> targets = columns(argument.value());
                case "inputs" -> inputs = columns(argument.value());
                case "test" -> test = share(argument.value(), number);
                case "scale" -> scale = scale(argument.value());
                default ->
                    throw new Failure(
                            argument.span(),
                            new Problem.UnknownArgument("csv", name, Nearest.to(name, OPTIONS), OPTIONS));
            }
        }
        if (path == null) {
            throw new Failure(spec.span(), new Problem.MissingArgument("csv", "\"file.csv\""));
        }
        if (targets.isEmpty()) {
            throw new Failure(spec.span(), new Problem.MissingArgument("csv", "target: column"));
        }
        return new CsvSpec(path, targets, inputs, test, scale);
    }

    private static Expr.Text path(Spec.Argument argument) {
        if (argument.value() instanceof Expr.Text text) {
            return text;
        }
        throw new Failure(argument.span(), new Problem.WrongKind("a file's name in quotes", "something else"));
    }

    private static List<Expr> columns(Expr value) {
        if (value instanceof Expr.Matrix matrix && matrix.rows().size() == 1) {
            matrix.rows().getFirst().forEach(CsvSpec::column);
            return matrix.rows().getFirst();
        }
        column(value);
        return List.of(value);
    }

    /** The name of a column, as a name or in quotes. */
    static String column(Expr value) {
        return switch (value) {
            case Expr.Name name -> name.name();
            case Expr.Text text -> text.value();
            default ->
                throw new Failure(
                        value.span(),
                        new Problem.WrongKind("a column's name, or a list of them in brackets,", "something else"));
        };
    }

    private static double share(Expr value, ToDoubleFunction<Expr> number) {
        double share = number.applyAsDouble(value);
        if (share < 0 || share >= 1) {
            throw new Failure(
                    value.span(),
                    new Problem.BadValue(
                            "`test`", "a share from 0% up to, but not including, 100%", Texts.number(share)));
        }
        return share;
    }

    private static Scale scale(Expr value) {
        List<String> all = List.of("none", "standard", "minmax");
        if (value instanceof Expr.Name name) {
            int place = all.indexOf(name.name());
            if (place >= 0) {
                return Scale.values()[place];
            }
            throw new Failure(
                    value.span(), new Problem.UnknownEntry("scale", name.name(), Nearest.to(name.name(), all), all));
        }
        throw new Failure(value.span(), new Problem.WrongKind("`none`, `standard` or `minmax`", "something else"));
    }
}

package org.nnlang.language.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.nnlang.data.CsvFormat;
import org.nnlang.data.Scale;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Spec;
import org.nnlang.language.Specs;
import org.nnlang.language.Texts;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;

/**
 * {@code csv("iris.csv", target: species, test: 20%, scale: standard)} with its options parsed.
 *
 * @param weight the column of the samples' weights, null if there is none
 * @param test the fraction of rows held out for testing, NaN if a check can't know it
 */
record CsvSpec(
        Expr.Text path,
        List<Expr> targets,
        List<Expr> inputs,
        String weight,
        double test,
        Scale scale,
        CsvFormat format) {
    /** Parses the options of training data. */
    static CsvSpec of(Spec spec, ToDoubleFunction<Expr> number) {
        CsvSpec csv = read(spec, number, CsvFormat.STANDARD);
        if (csv.targets.isEmpty()) {
            throw new Failure(spec.span(), Problem.MISSING_ARGUMENT, "csv", "target: column");
        }
        return csv;
    }

    /** Parses the options of rows to predict; the format is by default the training data's. */
    static CsvSpec toPredict(Spec spec, CsvFormat training) {
        for (Spec.Argument argument : spec.arguments()) {
            CsvOption option = CsvOption.find(argument.name());
            if (option != null && !FormatOptions.has(option)) {
                throw new Failure(argument.span(), Problem.NOT_WHEN_PREDICTING, argument.name());
            }
        }
        return read(spec, _ -> Double.NaN, training);
    }

    private static CsvSpec read(Spec spec, ToDoubleFunction<Expr> number, CsvFormat standard) {
        Expr.Text path = null;
        List<Expr> targets = List.of();
        List<Expr> inputs = List.of();
        String weight = null;
        double test = 0;
        Scale scale = Scale.NONE;
        CsvFormat format = standard;
        List<String> seen = new ArrayList<>();
        for (Spec.Argument argument : spec.arguments()) {
            String name = argument.name();
            if (seen.contains(name)) {
                throw new Failure(
                        argument.span(),
                        name == null ? Problem.FILE_TWICE.with() : Problem.ARGUMENT_TWICE.with(name, "csv"));
            }
            seen.add(name);
            if (name == null) {
                path = path(argument);
                continue;
            }
            CsvOption option = CsvOption.find(name);
            Expr value = argument.value();
            switch (option) {
                case TARGET -> targets = columns(value);
                case INPUTS -> inputs = columns(value);
                case WEIGHT -> weight = column(value);
                case TEST -> test = share(value, number);
                case SCALE -> scale = choice(option, value, Scale.values());
                case HEADER, MISSING, SEPARATOR, DECIMAL, THOUSANDS, ENCODING, COMMENT ->
                    format = FormatOptions.with(format, option, value);
                case null -> throw unknown(argument);
            }
        }
        if (path == null) {
            throw new Failure(spec.span(), Problem.MISSING_ARGUMENT, "csv", "\"file.csv\"");
        }
        FormatOptions.check(format, spec);
        return new CsvSpec(path, targets, inputs, weight, test, scale, format);
    }

    private static Failure unknown(Spec.Argument argument) {
        List<String> options = new ArrayList<>();
        for (CsvOption option : CsvOption.values()) {
            options.add(option.text());
        }
        return Specs.unknownArgument("csv", argument, options);
    }

    private static Expr.Text path(Spec.Argument argument) {
        if (argument.value() instanceof Expr.Text text) {
            return text;
        }
        throw new Failure(argument.span(), Problem.WRONG_KIND, "a file's name in quotes", "something else");
    }

    private static List<Expr> columns(Expr value) {
        if (value instanceof Expr.Matrix matrix && matrix.rows().size() == 1) {
            matrix.rows().getFirst().forEach(CsvSpec::column);
            return matrix.rows().getFirst();
        }
        column(value);
        return List.of(value);
    }

    /** The name of a column, which may be in quotes. */
    static String column(Expr value) {
        return switch (value) {
            case Expr.Name name -> name.name();
            case Expr.Text text -> text.value();
            default ->
                throw new Failure(
                        value.span(),
                        Problem.WRONG_KIND,
                        "a column's name, or a list of them in brackets,",
                        "something else");
        };
    }

    private static double share(Expr value, ToDoubleFunction<Expr> number) {
        double share = number.applyAsDouble(value);
        if (share < 0 || share >= 1) {
            throw new Failure(
                    value.span(),
                    Problem.BAD_VALUE,
                    "`test`",
                    Texts.number(share),
                    "a fraction of at least 0% and below 100%");
        }
        return share;
    }

    /** The meaning of one of an option's words. */
    static <T> T choice(CsvOption option, Expr value, T[] meanings) {
        List<String> words = option.words();
        if (value instanceof Expr.Name || value instanceof Expr.Text) {
            String word = column(value);
            boolean anyCase = option == CsvOption.ENCODING; // UTF-8 is utf8
            int place = words.indexOf(anyCase ? word.toLowerCase(Locale.ROOT).replace("-", "") : word);
            if (place >= 0) {
                return meanings[place];
            }
            throw new Failure(value.span(), Message.unknown(option.text(), word, words, words));
        }
        String last = "`" + words.getLast() + "`";
        String all = "`" + String.join("`, `", words.subList(0, words.size() - 1)) + "` or " + last;
        throw new Failure(value.span(), Problem.WRONG_KIND, all, "something else");
    }
}

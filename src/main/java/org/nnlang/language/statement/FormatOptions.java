package org.nnlang.language.statement;

import java.util.Map;
import org.nnlang.data.CsvFormat;
import org.nnlang.data.CsvFormat.Header;
import org.nnlang.data.CsvFormat.Missing;
import org.nnlang.data.Encoding;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Spec;
import org.nnlang.text.Problem;

/** The options of {@code csv} that describe a file's format. */
final class FormatOptions {
    private static final Map<String, Character> SEPARATORS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "blanks", ' ');

    private FormatOptions() {}

    /** Whether an option describes the file's format, not the use of its columns. */
    static boolean has(CsvOption option) {
        return option.compareTo(CsvOption.HEADER) >= 0;
    }

    /** The format with one option changed. */
    static CsvFormat with(CsvFormat f, CsvOption option, Expr value) {
        Header header = f.header();
        Missing missing = f.missing();
        char separator = f.separator();
        char decimal = f.decimal();
        char thousands = f.thousands();
        Encoding encoding = f.encoding();
        char comment = f.comment();
        switch (option) {
            case HEADER -> header = CsvSpec.choice(option, value, new Header[] {Header.NONE, Header.FIRST});
            case MISSING ->
                missing = CsvSpec.choice(option, value, new Missing[] {Missing.SKIP, Missing.MEAN, Missing.KEEP});
            case SEPARATOR -> separator = separator(value);
            case DECIMAL -> decimal = sign(value, ".,", "`\",\"` or `\".\"`");
            case THOUSANDS -> thousands = sign(value, ",.' _", "`\",\"`, `\".\"`, `\"'\"`, `\"_\"` or `\" \"`");
            case ENCODING -> encoding = CsvSpec.choice(option, value, Encoding.values());
            case COMMENT -> comment = sign(value, "", "one character in quotes, like `\"#\"`,");
            case TARGET, INPUTS, TEST, SCALE -> throw new IllegalArgumentException(option.text());
        }
        return new CsvFormat(header, missing, separator, decimal, thousands, encoding, comment);
    }

    private static char separator(Expr value) {
        if (value instanceof Expr.Name name && SEPARATORS.containsKey(name.name())) {
            return SEPARATORS.get(name.name());
        }
        return sign(value, "", "one character in quotes, like `\";\"`, or `tab`, or `blanks`,");
    }

    /** A character in quotes. */
    private static char sign(Expr value, String allowed, String expected) {
        String text = value instanceof Expr.Text t ? t.value() : "";
        boolean fits = text.length() == 1 && (allowed.isEmpty() ? isSign(text.charAt(0)) : allowed.contains(text));
        if (!fits) {
            throw new Failure(value.span(), Problem.WRONG_KIND, expected, "something else");
        }
        return text.charAt(0);
    }

    private static boolean isSign(char c) {
        return c != '"' && c != '\n' && c != '\r' && !Character.isLetterOrDigit(c) && !Character.isSurrogate(c);
    }

    /** Fails if a character has two meanings. */
    static void check(CsvFormat f, Spec spec) {
        differ("decimal", f.decimal(), "thousands", f.thousands(), spec);
        differ("separator", f.separator(), "decimal", f.decimal(), spec);
        differ("separator", f.separator(), "comment", f.comment(), spec);
    }

    private static void differ(String one, char a, String other, char b, Spec spec) {
        if (a == b && a != 0) {
            throw new Failure(spec.span(), Problem.SAME_SIGN, one, other, String.valueOf(a));
        }
    }
}

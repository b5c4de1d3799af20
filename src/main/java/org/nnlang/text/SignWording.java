package org.nnlang.text;

/** The words for symbols and words that nn does not expect: what to write instead. */
final class SignWording {
    private SignWording() {}

    /** The message for a character, or a symbol of two characters, that nn does not know. */
    static Message unknown(String sign) {
        int c = sign.codePointAt(0);
        String shown = isVisible(c) ? "`" + sign + "`" : code(c);
        return Message.of(
                "unknown " + (sign.length() > Character.charCount(c) ? "symbol " : "character ") + shown,
                ours(sign, c));
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> true;
        };
    }

    private static String code(int c) {
        String digits = Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT);
        return "U+" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    private static String ours(String sign, int c) {
        return switch (sign) {
            case "&", "&&" -> "write `and`";
            case "|", "||" -> "write `or`; the absolute value is `abs(…)`";
            case "!" -> "write `not`; unequal is `!=`";
            case "<>", "≠" -> "write `!=`";
            case "===" -> "write `==`";
            case "=<", "≤" -> "write `<=`";
            case "=>", "≥" -> "write `>=`";
            case "≈", "≃" -> "write `~`";
            case "→" -> "write `->`";
            case "**" -> "write `^`";
            case "²" -> "write `^2`";
            case "³" -> "write `^3`";
            case "√" -> "write `sqrt(…)`";
            case "∂" -> "write a derivative as `d(error, w5)`";
            case "÷", "∕" -> "write `/`";
            case "∗", "⋅", "∙" -> "write `*`";
            case "–", "—", "‐", "‑" -> "write `-`";
            case ":=" -> "write `=`";
            case "//", "/*" -> "a comment begins with `#`";
            case "'", "‘", "’", "“", "”", "„", "«", "»" -> "put a string between `\"`";
            case "%" -> "it goes right after a number: `20%`";
            case "?" -> "to choose a value, write `if(condition, a, b)`";
            case "." -> "put a decimal point before a digit: `0.5`";
            case "\\" -> "leave it out: a statement continues after an operator or a comma";
            default ->
                c >= 0xff01 && c <= 0xff5e
                        ? "write `" + (char) (c - 0xfee0) + "`"
                        : isVisible(c) ? "nn does not use this character" : "remove this invisible character";
        };
    }

    /** Says where a word belongs that can't begin a statement. */
    static String place(String word) {
        return switch (word) {
            case "until", "every" -> "it belongs to `train`, on the same line";
            case "within" -> "it belongs to `expect A ~ B within T`, on the same line";
            case "gradients" -> "write `check gradients`";
            case "rate" -> "write `learning rate`";
            case "else" -> "it follows the `}` of an `if`";
            case "in" -> "it belongs to `for NAME in VECTOR { … }` or `explain Q in full`, on the same line";
            case "as" -> "it belongs to `explain`, on the same line";
            case "to", "boundary" -> "it belongs to `plot`, on the same line";
            case "shared", "fixed" -> "it goes after the value of `weights` or `bias`, on the same line";
            case "{" -> "put a block on the line of its `repeat`, `for`, `if` or `train … every K`";
            case "and",
                    "or",
                    "+",
                    "*",
                    "·",
                    "×",
                    "/",
                    "^",
                    "@",
                    ",",
                    "<",
                    "<=",
                    ">",
                    ">=",
                    "==",
                    "!=",
                    "=",
                    "~",
                    "->" -> "to continue the line before, put it at that line's end";
            case "all" -> "it is a value, as in `batch = all`";
            case "none" -> "it is a value, as in `bias h = none`";
            case "on", "off" -> "it is a value, as in `shuffle = on`";
            case ":" -> "it goes after the name of an argument, in parentheses";
            default -> "it is a command of the prompt, not of a script";
        };
    }

    /** Explains a word of the language used instead of a value. */
    static String instead(String word) {
        return switch (word) {
            case "not" -> "put it in parentheses: `(not …)`";
            case "w" -> "a weight is `w5` or `w(from, to)`";
            case "bias" -> "a bias is `b1` or `bias(neuron)`";
            default -> "it is a word of the language";
        };
    }
}

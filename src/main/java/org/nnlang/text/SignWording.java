package org.nnlang.text;

import java.util.List;

/** The messages about symbols and words that nn does not expect: what to write instead. */
public final class SignWording {
    private static final TextPattern NO_EXPONENT = new TextPattern("[0-9._]+[eE]");

    private SignWording() {}

    /** The message for a character, or a symbol of two characters, that nn does not know. */
    public static Message unknown(String sign) {
        int c = sign.codePointAt(0);
        String shown = isVisible(c) ? "`" + sign + "`" : code(c);
        String kind = sign.length() > Character.charCount(c) ? "symbol " : "character ";
        return Problem.UNKNOWN_CHARACTER.with(kind + shown, ours(sign, c));
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

    /** The message for text that begins with a digit but isn't a number. */
    public static Message badNumber(String text) {
        boolean exponent = NO_EXPONENT.fits(text);
        boolean name =
                !exponent && text.codePoints().anyMatch(c -> Character.isLetter(c) && c != 'e' && c != 'E' || c == '…');
        return Problem.BAD_NUMBER.with(
                text,
                name
                        ? "a name can't begin with a digit; write a product with `*`"
                        : "write it like 1, 0.5, .5, 1e-3, 1_000 or 20%");
    }

    /** The message for a closing bracket that closes nothing. */
    public static Message unopened(String bracket) {
        return Problem.UNOPENED.with(
                bracket,
                switch (bracket) {
                    case ")" -> "(";
                    case "]" -> "[";
                    default -> "{";
                });
    }

    /** The message for something after the end of a statement; {@code near} is what was probably meant, or null. */
    public static Message notTheEnd(String found, String near) {
        return Problem.NOT_THE_END.with(
                found,
                switch (near == null ? found : "") {
                    case "" -> new Correction(near);
                    case "`{`" -> "a block goes with `repeat`, `for`, `if` or `every`";
                    case "`if`", "`else`" -> "to choose a value, write `if(condition, a, b)`";
                    case "`->`" -> "it goes with `data`: `data = [0, 1 -> 1]`";
                    case "`:`" -> "it goes after the name of an argument, in parentheses";
                    default -> null;
                });
    }

    /** The message for something that can't be set with {@code =}. */
    public static Message cantBeSet(String what) {
        return Problem.CANT_BE_SET.with(
                what,
                switch (what) {
                    case "loss" -> "declare a loss without `=`, like `loss squared`";
                    case "optimizer" -> "declare an optimizer without `=`, like `optimizer adam`";
                    case "activation" -> "name the layer, like `activation h = tanh`";
                    case "weights" -> "name the layer, like `weights h = he`";
                    default -> "settings and parameters like w5, w(h1, y1) and b1 can";
                });
    }

    /** The message for a word of the language, or a parameter, as a new name. */
    public static Message reserved(String name) {
        boolean parameter = Character.isDigit(name.charAt(name.length() - 1));
        return Problem.RESERVED_NAME.with(
                name, !parameter ? "a word of the language" : name.startsWith("w") ? "a weight" : "a bias");
    }

    /** The message that one of a few words is missing; {@code near} is the one that was probably meant, or null. */
    public static Message expectedWord(List<String> words, String found, String near) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            String joint = i == 0 ? "" : i < words.size() - 1 ? ", " : " or ";
            text.append(joint).append('`').append(words.get(i)).append('`');
        }
        return Problem.EXPECTED_WORD.with(text.toString(), found, near);
    }

    /** The message for a word that can't begin a statement. */
    public static Message misplaced(String word) {
        return Problem.MISPLACED_WORD.with(word, place(word));
    }

    /** The message for a word of the language instead of a value. */
    public static Message forValue(String word) {
        return Problem.WORD_FOR_VALUE.with(word, instead(word));
    }

    private static String place(String word) {
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

    private static String instead(String word) {
        return switch (word) {
            case "not" -> "put it in parentheses: `(not …)`";
            case "w" -> "a weight is `w5` or `w(from, to)`";
            case "bias" -> "a bias is `b1` or `bias(neuron)`";
            default -> "it is a word of the language";
        };
    }
}

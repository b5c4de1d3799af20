package org.nnlang.text;

/** Numbers and strings of JSON. */
public final class Json {
    private Json() {}

    /** Writes a finite number with the shortest digits that read back as the same double. */
    public static String number(double value) {
        return value == 0 && 1 / value < 0 ? "-0.0" : Digits.shortest(value);
    }

    /** Writes a JSON string, without characters that would control a terminal. */
    public static String text(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (!Printable.is(c)) {
                        String hex = "000" + Integer.toHexString(c);
                        quoted.append("\\u").append(hex, hex.length() - 4, hex.length());
                    } else {
                        quoted.append(isHalf(text, i) ? '\ufffd' : c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    /** Whether a character is half a surrogate pair, which no JSON reader accepts. */
    private static boolean isHalf(String text, int i) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}

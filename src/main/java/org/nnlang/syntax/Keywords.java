package org.nnlang.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Vocabulary;
import org.nnlang.language.BuiltInNames;
import org.nnlang.syntax.Syntax.Token.Kind;

/** The words and symbols of the grammar, with the types of their tokens. */
public final class Keywords {
    private static final Map<String, Integer> TYPES = new HashMap<>();
    private static final int[] SIGNS = new int[Kind.values().length];

    static {
        Vocabulary vocabulary = NnParser.VOCABULARY;
        for (int type = 1; type <= vocabulary.getMaxTokenType(); type++) {
            String literal = vocabulary.getLiteralName(type);
            if (literal != null) {
                TYPES.put(literal.substring(1, literal.length() - 1), type);
            }
        }
        for (Kind kind : Kind.values()) {
            String text = kind.text();
            SIGNS[kind.ordinal()] = TYPES.getOrDefault(text.substring(1, text.length() - 1), NnParser.STRAY);
        }
        SIGNS[Kind.WORD.ordinal()] = NnParser.NAME;
        SIGNS[Kind.NUMBER.ordinal()] = NnParser.NUMBER;
        SIGNS[Kind.TEXT.ordinal()] = NnParser.STRING;
        SIGNS[Kind.LINE_END.ordinal()] = NnParser.NEWLINE;
        SIGNS[Kind.END.ordinal()] = NnParser.EOF;
    }

    /** The words that begin a statement. */
    public static final List<String> STATEMENTS = words(NnParser.INPUT, NnParser.NEW);

    /** The words that begin a statement of a later version. */
    public static final List<String> LATER = words(NnParser.EXPORT, NnParser.EXPORT);

    /** The words that begin a command of the prompt. */
    public static final List<String> COMMANDS = words(NnParser.HELP, NnParser.QUIT);

    /** The words that can't be declared. */
    public static final Set<String> RESERVED = Set.copyOf(words(NnParser.INPUT, NnParser.QUIT));

    /** The words that have a meaning in one place and are names everywhere else. */
    public static final List<String> CHOICES = words(NnParser.SIMULTANEOUS, NnParser.PATH);

    private Keywords() {}

    private static List<String> words(int first, int last) {
        List<String> words = new ArrayList<>();
        for (int type = first; type <= last; type++) {
            words.add(text(type));
        }
        return Collections.unmodifiableList(words);
    }

    /** Whether a word begins a statement, including those of later versions. */
    static boolean beginsStatement(String word) {
        Integer type = TYPES.get(word);
        return type != null && type >= NnParser.INPUT && type <= NnParser.EXPORT;
    }

    /** Whether a type has only one word. */
    static boolean isWord(int type) {
        return type >= NnParser.INPUT && type <= NnParser.PATH;
    }

    /** The word or symbol of a type that has only one. */
    static String text(int type) {
        String literal = NnParser.VOCABULARY.getLiteralName(type);
        return literal.substring(1, literal.length() - 1);
    }

    /** The type of a symbol, inside or outside brackets. */
    static int type(Kind kind, boolean inside) {
        return switch (kind) {
            case OPEN_BRACE, CLOSE_BRACE, ASSIGN, ABOUT -> inside ? NnParser.STRAY : SIGNS[kind.ordinal()];
            case ARROW, COLON -> inside ? SIGNS[kind.ordinal()] : NnParser.STRAY;
            default -> SIGNS[kind.ordinal()];
        };
    }

    /** The type of a word, inside or outside brackets. */
    static int type(String word, boolean inside) {
        Integer type = TYPES.get(word);
        if (type == null) {
            return BuiltInNames.isParameter(word) ? NnParser.PARAMETER : NnParser.NAME;
        }
        return inside ? inside(type) : type;
    }

    private static int inside(int type) {
        return switch (type) {
            case NnParser.BIAS,
                    NnParser.W,
                    NnParser.AND,
                    NnParser.OR,
                    NnParser.NOT,
                    NnParser.IF,
                    NnParser.NONE,
                    NnParser.ON,
                    NnParser.OFF -> type;
            default -> isFree(type) ? NnParser.NAME : isQuantity(type) ? type : NnParser.RESERVED;
        };
    }

    /** Whether a script may declare a word of this type. */
    static boolean isFree(int type) {
        return type == NnParser.NAME || type >= NnParser.SIMULTANEOUS && type <= NnParser.PATH;
    }

    /** Whether a word of this type can stand for a value, and have an index. */
    static boolean isQuantity(int type) {
        return switch (type) {
            case NnParser.INPUT, NnParser.TARGET, NnParser.DATA, NnParser.LOSS, NnParser.WEIGHTS -> true;
            default -> isFree(type);
        };
    }
}

package org.nnlang.lsp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.nnlang.syntax.Keywords;
import org.nnlang.syntax.Syntax;
import org.nnlang.syntax.Syntax.Token;
import org.nnlang.syntax.Syntax.Token.Kind;
import org.nnlang.text.Source;

/**
 * The names that a script declares, and where it uses them. It reads tokens only, so it knows the names of a script that is
 * half typed, too.
 */
final class Names {
    /** What a name stands for. */
    enum Role {
        LAYER,
        NEURON,
        VALUE,
        FUNCTION,
        /** A variable of a formula. */
        VARIABLE
    }

    /**
     * A declaration.
     *
     * @param word where the name is
     * @param from the offset from which the name has this meaning
     * @param to the offset up to which it has
     * @param end where the declaring statement's head ends
     */
    record Declared(Role role, String name, Token word, int from, int to, int end) {
        /** Whether the neurons have short names: {@code h1}. */
        private boolean hasShortNames() {
            return role == Role.LAYER && !Character.isDigit(name.charAt(name.length() - 1));
        }
    }

    /**
     * A place where a name stands, even in its declaration.
     *
     * @param number the number of the neuron, if a layer's name stands in a neuron's: {@code h1}; otherwise empty
     */
    record Use(int start, int end, Declared declared, String number) {}

    private final String text;
    /** The words, numbers and symbols, without comments and line ends within statements; also those in printed braces. */
    private final List<Token> tokens = new ArrayList<>();
    /** For each token, the index of the innermost open bracket or brace before it, or −1. */
    private final List<Integer> outer = new ArrayList<>();

    /** The offsets of {@code new}, after which nothing is declared. */
    private final TreeSet<Integer> parts = new TreeSet<>();

    private final List<Declared> declared = new ArrayList<>();
    private final Map<String, List<Declared>> byName = new HashMap<>();
    private final List<Use> uses = new ArrayList<>();

    Names(Source source, List<Token> all) {
        text = source.text();
        read(all);
        declare();
        declared.forEach(
                one -> byName.computeIfAbsent(one.name, _ -> new ArrayList<>()).add(one));
        use();
    }

    /** All tokens that mean something, even in the braces of printed strings. */
    List<Token> tokens() {
        return tokens;
    }

    /** All declarations, in order. */
    List<Declared> declared() {
        return declared;
    }

    /** All places where declared names stand, in order. */
    List<Use> uses() {
        return uses;
    }

    /** The use at an offset, or null. */
    Use at(int offset) {
        for (Use use : uses) {
            if (use.start <= offset && offset <= use.end) {
                return use;
            }
        }
        return null;
    }

    // -------------------------------------------------------------------------------------------------------- reading

    private void read(List<Token> all) {
        List<Integer> open = new ArrayList<>();
        Token previous = null;
        for (Token token : all) {
            boolean inBrackets = !open.isEmpty() && tokens.get(open.getLast()).kind() != Kind.OPEN_BRACE;
            boolean blank = token.kind() == Kind.LINE_END
                    && (inBrackets || previous != null && previous.kind().needsMore());
            if (token.kind() == Kind.COMMENT || blank) {
                continue;
            }
            switch (token.kind()) {
                case CLOSE_PAREN, CLOSE_BRACKET, CLOSE_BRACE -> {
                    if (!open.isEmpty()) {
                        open.removeLast();
                    }
                }
                default -> {}
            }
            outer.add(open.isEmpty() ? -1 : open.getLast());
            tokens.add(token);
            switch (token.kind()) {
                case OPEN_PAREN, OPEN_BRACKET, OPEN_BRACE -> open.add(tokens.size() - 1);
                case TEXT -> {
                    if (previous != null && word(previous).equals("print")) {
                        readBraces(token, open.isEmpty() ? -1 : open.getLast());
                    }
                }
                case WORD -> {
                    if (open.isEmpty() && word(token).equals("new")) {
                        parts.add(token.start());
                    }
                }
                default -> {}
            }
            previous = token;
        }
    }

    /** Adds the tokens of the values in a printed string: {@code "loss {loss}"}. */
    private void readBraces(Token printed, int bracket) {
        int open = -1;
        for (int i = printed.start(); i < printed.end(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                open = i + 1;
            } else if (c == '}' && open > 0) {
                for (Token token : Syntax.tokens(new Source("", text.substring(open, i)))) {
                    tokens.add(new Token(token.kind(), open + token.start(), open + token.end(), false));
                    outer.add(bracket);
                }
                open = -1;
            }
        }
    }

    private String word(Token token) {
        return token.kind() == Kind.WORD ? text.substring(token.start(), token.end()) : "";
    }

    private String word(int i) {
        return i >= 0 && i < tokens.size() ? word(tokens.get(i)) : "";
    }

    private boolean is(int i, Kind kind) {
        return i >= 0 && i < tokens.size() && tokens.get(i).kind() == kind;
    }

    private boolean isName(int i) {
        return is(i, Kind.WORD) && !Keywords.RESERVED.contains(word(i)) && !isChoice(i);
    }

    /** Whether a word means something in its place, though it may be a name elsewhere: after a value, or {@code rate}. */
    private boolean isChoice(int i) {
        boolean afterValue = is(i - 1, Kind.NUMBER)
                || is(i - 1, Kind.CLOSE_PAREN)
                || is(i - 1, Kind.CLOSE_BRACKET)
                || is(i - 1, Kind.WORD) && !Keywords.RESERVED.contains(word(i - 1));
        return Keywords.CHOICES.contains(word(i)) && (afterValue || word(i - 1).equals("learning"));
    }

    // ---------------------------------------------------------------------------------------------------- declarations

    private void declare() {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean statement = outer.get(i) < 0 || is(outer.get(i), Kind.OPEN_BRACE);
            if (statement && isName(i + 1)) {
                switch (word(i)) {
                    case "input", "layer" -> layer(i + 1);
                    case "let", "for" -> declare(Role.VALUE, i + 1, endOfStatement(i));
                    case "activation", "loss", "optimizer" -> definition(i);
                    default -> {}
                }
            }
        }
    }

    private void declare(Role role, int name, int end) {
        declare(role, name, tokens.get(name).start(), endOfPart(name), end);
    }

    private void declare(Role role, int name, int from, int to, int end) {
        declared.add(new Declared(role, word(name), tokens.get(name), from, to, end));
    }

    private void layer(int name) {
        int end = endOfStatement(name);
        declare(Role.LAYER, name, end);
        if (is(name + 1, Kind.OPEN_PAREN)) {
            for (int i = name + 2; i < tokens.size() && outer.get(i) == name + 1; i++) {
                if (isName(i)) {
                    declare(Role.NEURON, i, end);
                }
            }
        }
    }

    /** {@code activation mish(z) = …}, {@code optimizer heavy(p, g) { … }}; {@code activation h = tanh} defines nothing. */
    private void definition(int keyword) {
        int name = keyword + 1;
        int close = name + 1;
        if (is(close, Kind.OPEN_PAREN)) {
            while (close < tokens.size()
                    && !(is(close, Kind.CLOSE_PAREN) && outer.get(close) == (int) outer.get(name))) {
                close++;
            }
            close++;
        }
        boolean formula = is(close, Kind.ASSIGN) && is(name + 1, Kind.OPEN_PAREN);
        boolean lines = is(close, Kind.OPEN_BRACE) && word(keyword).equals("optimizer");
        if (!formula && !lines) {
            return;
        }
        declare(Role.FUNCTION, name, tokens.get(close).end());
        int last = close + 1;
        while (last < tokens.size() && (formula ? !isEnd(last) : outer.get(last) != (int) outer.get(name))) {
            last++;
        }
        int to = last < tokens.size() ? tokens.get(last).end() : text.length();
        for (int i = name + 1; i < Math.min(last, tokens.size()); i++) {
            boolean parameter =
                    i < close && outer.get(i) == name + 1 && (is(i - 1, Kind.OPEN_PAREN) || is(i - 1, Kind.COMMA));
            boolean line = lines && outer.get(i) == close && is(i + 1, Kind.ASSIGN);
            if (isName(i) && (parameter || line)) {
                declare(
                        Role.VARIABLE,
                        i,
                        tokens.get(name).start(),
                        to,
                        tokens.get(i).end());
            }
        }
    }

    private boolean isEnd(int i) {
        boolean inBrackets = outer.get(i) >= 0 && !is(outer.get(i), Kind.OPEN_BRACE);
        return !inBrackets && (is(i, Kind.LINE_END) || is(i, Kind.SEMICOLON) || is(i, Kind.CLOSE_BRACE));
    }

    private int endOfStatement(int i) {
        int end = i;
        while (end < tokens.size() && !isEnd(end) && !is(end, Kind.OPEN_BRACE)) {
            end++;
        }
        return tokens.get(end - 1).end();
    }

    /** The offset of the first {@code new} after a token, or the end. */
    private int endOfPart(int i) {
        Integer end = parts.higher(tokens.get(i).start());
        return end == null ? text.length() : end;
    }

    // ----------------------------------------------------------------------------------------------------------- uses

    private void use() {
        for (int i = 0; i < tokens.size(); i++) {
            if (isName(i) && !isLabel(i) && !isColumn(i)) {
                Token token = tokens.get(i);
                Declared found = find(word(i), token.start(), false);
                if (found != null) {
                    uses.add(new Use(token.start(), token.end(), found, ""));
                    continue;
                }
                int digits = word(i).length();
                while (digits > 1 && Character.isDigit(word(i).charAt(digits - 1))) {
                    digits--;
                }
                Declared layer =
                        digits == word(i).length() ? null : find(word(i).substring(0, digits), token.start(), true);
                if (layer != null) {
                    uses.add(new Use(token.start(), token.end(), layer, word(i).substring(digits)));
                }
            }
        }
    }

    /** The name of an argument, or of what an optimizer remembers; a variable of an optimizer may have a colon, too. */
    private boolean isLabel(int i) {
        boolean label = is(i + 1, Kind.COLON) && is(outer.get(i), Kind.OPEN_PAREN);
        return label && declared.stream().noneMatch(one -> one.word == tokens.get(i))
                || is(i - 1, Kind.OPEN_PAREN) && word(i - 2).equals("memory");
    }

    private boolean isColumn(int i) {
        for (int open = outer.get(i); open >= 0; open = outer.get(open)) {
            if (word(open - 1).equals("csv")) {
                return true;
            }
        }
        return false;
    }

    /** The declaration that gives a name its meaning at an offset: the last before it, or else the first after it. */
    private Declared find(String name, int offset, boolean ofNeuron) {
        Declared best = null;
        for (Declared one : byName.getOrDefault(name, List.of())) {
            boolean fits = !ofNeuron || one.hasShortNames();
            boolean inScope = offset < one.to && (one.role != Role.VARIABLE || offset >= one.from);
            boolean variable = best != null && best.role == Role.VARIABLE;
            if (fits && inScope && !variable && (best == null || one.from <= offset || one.role == Role.VARIABLE)) {
                best = one;
            }
        }
        return best;
    }
}

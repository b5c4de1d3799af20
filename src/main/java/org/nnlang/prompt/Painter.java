package org.nnlang.prompt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.nnlang.language.BuiltInNames;
import org.nnlang.language.Outline;
import org.nnlang.syntax.Keywords;
import org.nnlang.syntax.Syntax;
import org.nnlang.syntax.Syntax.Token;
import org.nnlang.syntax.Syntax.Token.Kind;
import org.nnlang.text.Source;

/** Colours the text while the user types it. */
final class Painter implements Highlighter {
    private static final AttributedStyle WORD =
            AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE).bold();
    private static final AttributedStyle BUILT_IN = AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA);
    private static final AttributedStyle NAME = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
    private static final AttributedStyle NUMBER = AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
    private static final AttributedStyle TEXT = AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
    private static final AttributedStyle UNKNOWN =
            AttributedStyle.DEFAULT.faint().underline();
    private static final AttributedStyle COMMENT = AttributedStyle.DEFAULT.faint();
    private static final AttributedStyle WRONG = AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;

    /** Words that mean something in one position only, like an option of csv. */
    private static final Set<String> IN_PLACE = Set.of("test", "session", "columns");

    private final Supplier<Outline> outline;

    Painter(Supplier<Outline> outline) {
        this.outline = outline;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        Reader own = reader instanceof Reader r ? r : null;
        int cursor = own != null && own.isEditing() ? reader.getBuffer().cursor() : -1;
        return paint(buffer, cursor);
    }

    /** Colours the text, and highlights the bracket at the cursor and its partner. */
    AttributedString paint(String text, int cursor) {
        List<Token> tokens = Syntax.tokens(new Source("", text));
        NamesInText own = new NamesInText(text, tokens);
        AttributedStyle[] styles = new AttributedStyle[tokens.size()];
        int csv = 0;
        for (int i = 0; i < styles.length; i++) {
            csv = csvDepth(csv, text, tokens, i);
            boolean named = i + 1 < styles.length && tokens.get(i + 1).kind() == Kind.COLON;
            styles[i] = named || csv > 0 && tokens.get(i).kind() == Kind.WORD ? PLAIN : style(text, tokens.get(i), own);
        }
        markBrackets(tokens, styles, cursor);
        return joined(text, tokens, styles);
    }

    /** The depth of parentheses inside {@code csv(…)}, where words may be column names; 0 outside. */
    private static int csvDepth(int depth, String text, List<Token> tokens, int i) {
        if (depth == 0) {
            boolean opens = i > 0 && tokens.get(i).kind() == Kind.OPEN_PAREN;
            return opens && text.startsWith("csv", tokens.get(i - 1).start()) ? 1 : 0;
        }
        return depth + InputSplitter.level(tokens.get(i).kind());
    }

    private AttributedStyle style(String text, Token token, NamesInText own) {
        return switch (token.kind()) {
            case WORD -> word(text.substring(token.start(), token.end()), own);
            case NUMBER -> NUMBER;
            case TEXT -> TEXT;
            case COMMENT -> COMMENT;
            case UNREADABLE -> text.charAt(token.start()) == '"' ? TEXT : WRONG;
            default -> PLAIN;
        };
    }

    private AttributedStyle word(String word, NamesInText own) {
        Outline known = outline.get();
        if (Keywords.RESERVED.contains(word)) {
            return WORD;
        }
        if (BuiltInNames.ALL.contains(word) || Keywords.CHOICES.contains(word) || IN_PLACE.contains(word)) {
            return BUILT_IN;
        }
        boolean parameter = own.hasLayers() && BuiltInNames.isParameter(word);
        return known.knows(word) || own.knows(word) || parameter ? NAME : UNKNOWN;
    }

    private static void markBrackets(List<Token> tokens, AttributedStyle[] styles, int cursor) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < styles.length; i++) {
            int level = InputSplitter.level(tokens.get(i).kind());
            if (level > 0) {
                open.push(i);
            } else if (level < 0) {
                Integer partner = open.isEmpty() ? null : open.pop();
                if (partner == null) {
                    styles[i] = WRONG;
                } else if (isAt(tokens.get(i), cursor) || isAt(tokens.get(partner), cursor)) {
                    styles[i] = styles[i].bold().underline();
                    styles[partner] = styles[partner].bold().underline();
                }
            }
        }
    }

    private static boolean isAt(Token bracket, int cursor) {
        return cursor == bracket.start() || cursor == bracket.end();
    }

    private static AttributedString joined(String text, List<Token> tokens, AttributedStyle[] styles) {
        AttributedStringBuilder painted = new AttributedStringBuilder(text.length());
        int at = 0;
        for (int i = 0; i < styles.length; i++) {
            painted.append(text, at, tokens.get(i).start());
            painted.styled(
                    styles[i],
                    text.substring(tokens.get(i).start(), tokens.get(i).end()));
            at = tokens.get(i).end();
        }
        return painted.append(text, at, text.length()).toAttributedString();
    }
}

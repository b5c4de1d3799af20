package org.nnlang.prompt;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.nnlang.assist.Place;
import org.nnlang.language.Statement;
import org.nnlang.language.statement.IfElse;
import org.nnlang.syntax.Syntax;
import org.nnlang.text.Source;

/** Tells the line reader whether a text continues, and which of its words to complete. */
final class LineParser implements Parser {
    private final BooleanSupplier moreIsThere;

    /** {@code moreIsThere}: whether more keys are waiting, as when the user pastes a script. */
    LineParser(BooleanSupplier moreIsThere) {
        this.moreIsThere = moreIsThere;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && goesOn(line)) {
            throw new EOFError(-1, -1, "", "");
        }
        return new Word(line, cursor, Place.wordStart(line, cursor));
    }

    private boolean goesOn(String text) {
        Syntax.Result result = Syntax.parse(new Source("", OpenIf.completed(Pasted.withoutPrompts(text)) + "\n"));
        return switch (result.ending()) {
            case OPEN -> true;
            case GOES_ON -> moreIsThere.getAsBoolean();
            case COMPLETE -> elseMayFollow(result.script().statements()) && moreIsThere.getAsBoolean();
        };
    }

    private static boolean elseMayFollow(List<Statement> statements) {
        return !statements.isEmpty() && IfElse.isOpen(statements.getLast());
    }

    /** The word before the cursor. */
    private record Word(String line, int cursor, int start) implements CompletingParsedLine {
        @Override
        public String word() {
            return line.substring(start, cursor);
        }

        @Override
        public int wordCursor() {
            return cursor - start;
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return word().length();
        }
    }
}

package org.nnlang.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.nnlang.assist.HelpText;
import org.nnlang.assist.LazyHelp;
import org.nnlang.language.Event;
import org.nnlang.language.Statement;
import org.nnlang.language.statement.Picture;
import org.nnlang.language.statement.Show;
import org.nnlang.session.Result;
import org.nnlang.syntax.Syntax;
import org.nnlang.syntax.Syntax.Token;
import org.nnlang.syntax.Syntax.Token.Kind;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/** The commands of the prompt. */
final class PromptCommands {
    /** As long as {@code watch}, so that positions stay the same. */
    private static final String SHOW = "show ";

    private final CurrentSession session;
    private final ConversationView view;
    private final Watches watches;
    private final EntryHistory entries;
    private final SessionCommands sessions;
    private final Function<String, Result> say;

    /** The commands of a session; {@code say} runs a text as if the user had typed it. */
    PromptCommands(
            CurrentSession session,
            ConversationView view,
            Watches watches,
            EntryHistory entries,
            Function<String, Result> say) {
        this.say = say;
        this.entries = entries;
        this.session = session;
        this.view = view;
        this.watches = watches;
        sessions = new SessionCommands(session, view, watches);
    }

    /** Executes a command, and reports what is wrong with it. */
    Result run(InputSplitter.Piece piece) {
        return switch (piece.word(0)) {
            case "load" -> sessions.load(piece);
            case "reload" -> sessions.reload(piece);
            case "edit" -> edit(piece);
            case "save" -> sessions.save(piece);
            default -> carriedOut(piece) ? Result.FINE : Result.INVALID;
        };
    }

    /** {@code edit}, {@code edit session}. */
    private Result edit(InputSplitter.Piece piece) {
        boolean session = piece.word(1).equals("session");
        if (!piece.ends(view, session ? 2 : 1)) {
            return Result.INVALID;
        }
        if (session) {
            return sessions.editSession(piece);
        }
        String text = sessions.edit(piece);
        if (text == null) {
            return Result.FINE;
        }
        view.remember(text);
        view.print(text + "\n");
        return say.apply(text);
    }

    private boolean carriedOut(InputSplitter.Piece piece) {
        return switch (piece.word(0)) {
            case "help" -> help(piece);
            case "watch" -> piece.tokens().size() == 1 ? nowWatched() : watch(piece);
            case "unwatch" -> unwatch(piece);
            case "undo", "redo" -> go(piece, piece.word(0).equals("undo"));
            case "history" -> history(piece);
            case "pager" -> pager(piece);
            case "clear" -> piece.ends(view, 1) && clear();
            default -> piece.ends(view, 1);
        };
    }

    private boolean wrong(InputSplitter.Piece piece, int from, int to, Message problem) {
        return piece.wrong(view, from, to, problem);
    }

    private boolean help(InputSplitter.Piece piece) {
        HelpText text = new HelpText(LazyHelp.get(), view.width());
        boolean alone = piece.tokens().size() == 1;
        int end = piece.tokens().getLast().end();
        int start = alone ? end : piece.tokens().get(1).start();
        String asked = piece.source().text().substring(start, end);
        String said = text.of(asked);
        if (said == null) {
            return wrong(piece, start, end, text.unknown(asked));
        }
        view.print(said);
        return true;
    }

    private boolean nowWatched() {
        if (watches.names().isEmpty()) {
            view.print("nothing is watched yet: try `watch error, w5` or `watch plot error`\n");
        }
        watches.show(view);
        return true;
    }

    /** Finds quantities that can't be watched by checking {@code show …} instead, and pictures by checking themselves. */
    private boolean watch(InputSplitter.Piece piece) {
        Token word = piece.tokens().getFirst();
        String text = piece.source().text();
        boolean picture = List.of("plot", "draw").contains(piece.word(1));
        Source show = new Source(
                piece.source().name(),
                text.substring(0, word.start())
                        + (picture ? " ".repeat(SHOW.length()) : SHOW)
                        + text.substring(word.end()),
                piece.source().line(0));
        Result result = session.get().check(show, event -> {
            Span span = event.span();
            if (event instanceof Event.Reported(Diagnostic d)) {
                view.on(new Event.Reported(
                        Diagnostic.error(new Span(piece.source(), span.start(), span.end()), d.what())));
            }
        });
        return result == Result.FINE && watch(piece, Syntax.parse(show).script().statements());
    }

    private boolean watch(InputSplitter.Piece piece, List<Statement> statements) {
        if (statements.getFirst() instanceof Picture picture) {
            if (picture.writes()) {
                Span span = picture.span();
                return wrong(
                        piece,
                        span.start(),
                        span.end(),
                        Problem.WRONG_KIND.with("a picture to show", "a file to write"));
            }
            watches.addPicture(picture.span().text());
            watches.show(view);
            return true;
        }
        List<String> quantities = new ArrayList<>();
        for (Show.Item item : ((Show) statements.getFirst()).items()) {
            switch (item) {
                case Show.Item.Value value ->
                    quantities.add(value.value().span().text());
                case Show.Item.Overview table -> {
                    Span span = table.span();
                    Message problem = Problem.WRONG_KIND.with("a quantity", "a table");
                    return wrong(piece, span.start(), span.end(), problem);
                }
            }
        }
        quantities.forEach(watches::add);
        watches.show(view);
        return true;
    }

    private boolean unwatch(InputSplitter.Piece piece) {
        if (piece.tokens().size() == 1) {
            watches.clear();
            return true;
        }
        int from = 1;
        int depth = 0;
        for (int i = 1; i <= piece.tokens().size(); i++) {
            boolean end = i == piece.tokens().size();
            if (end || depth == 0 && piece.tokens().get(i).kind() == Kind.COMMA) {
                if (from == i
                        || !forget(
                                piece, piece.tokens().get(from), piece.tokens().get(i - 1))) {
                    return false;
                }
                from = i + 1;
            }
            depth += end ? 0 : InputSplitter.level(piece.tokens().get(i).kind());
        }
        return true;
    }

    private boolean forget(InputSplitter.Piece piece, Token first, Token last) {
        String quantity = piece.source().text().substring(first.start(), last.end());
        return watches.remove(quantity)
                || wrong(
                        piece,
                        first.start(),
                        last.end(),
                        Message.unknown("watched quantity", quantity, watches.names(), watches.names()));
    }

    /** The number after the word of a command, {@code usual} without one; reports any other word and returns 0. */
    private int count(InputSplitter.Piece piece, String what, int usual) {
        if (piece.tokens().size() == 1) {
            return usual;
        }
        Token count = piece.tokens().get(1);
        if (piece.text(count).matches("[1-9][0-9]{0,8}")) {
            return piece.ends(view, 2) ? Integer.parseInt(piece.text(count)) : 0;
        }
        wrong(piece, count.start(), count.end(), Problem.EXPECTED.with(what, "`" + piece.text(count) + "`", null));
        return 0;
    }

    private static Message tooFew(boolean back, int asked, int there, boolean dropped) {
        String verb = back ? "take back" : "repeat";
        String note = dropped ? "to save memory, nn keeps only the states before the latest entries" : null;
        if (there > 0) {
            return Problem.TOO_FEW_ENTRIES.with(verb, asked, there == 1 ? "is 1" : "are " + there, note);
        }
        String why = back ? "no entry changed anything" : "nothing was taken back, or something has changed since";
        return Problem.NO_ENTRIES.with(verb, dropped ? null : why, note);
    }

    /** {@code undo}, {@code undo 2}, {@code redo}: takes entries back, or repeats them. */
    private boolean go(InputSplitter.Piece piece, boolean back) {
        int count = count(piece, "a number of entries", 1);
        if (count == 0) {
            return false;
        }
        entries.end(); // of `train 1; redo`, what is before it
        int most = back ? entries.undoable() : entries.redoable();
        if (count > most) {
            int start = piece.tokens().getFirst().start();
            int end = piece.tokens().getLast().end();
            return wrong(piece, start, end, tooFew(back, count, most, back && entries.dropped()));
        }
        List<String> gone = back ? entries.undo(count) : entries.redo(count);
        String note = (back ? "took back " : "repeated ") + (count == 1 ? "`" : count + " entries, from `");
        String end = count == 1 ? "`\n" : "` on\n";
        view.print(note + firstLine(gone.getFirst(), view.width() - note.length() - end.length()) + end);
        watches.showChanges(view);
        return true;
    }

    /** The first line of an entry, cut to a width. */
    private static String firstLine(String entry, int width) {
        String text = entry.strip();
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end).strip() + " …";
        return line.length() <= width ? line : line.substring(0, Math.max(0, width - 1)) + "…";
    }

    /** {@code history}, {@code history 10}: the last lines, with their numbers. */
    private boolean history(InputSplitter.Piece piece) {
        List<String> lines = view.history();
        int count = count(piece, "a number of lines", Integer.MAX_VALUE);
        if (count == 0) {
            return false;
        }
        int first = Math.max(0, lines.size() - count);
        StringBuilder text = new StringBuilder();
        for (int i = first; i < lines.size(); i++) {
            String number = Integer.toString(i + 1);
            text.append(" ".repeat(Math.max(0, 5 - number.length())))
                    .append(number)
                    .append("  ")
                    .append(lines.get(i).replace("\n", "\n       "))
                    .append('\n');
        }
        view.print(text.toString());
        return true;
    }

    /** {@code pager = off}. */
    private boolean pager(InputSplitter.Piece piece) {
        boolean on = piece.word(2).equals("on");
        if (!on && !piece.word(2).equals("off")) {
            Token at = piece.tokens().get(Math.min(2, piece.tokens().size() - 1));
            String found = piece.tokens().size() < 3 ? Kind.LINE_END.text() : "`" + piece.text(at) + "`";
            return wrong(piece, at.start(), at.end(), Problem.EXPECTED.with("`on` or `off`", found, null));
        }
        if (!piece.ends(view, 3)) {
            return false;
        }
        view.pager(on);
        return true;
    }

    private boolean clear() {
        view.clear();
        return true;
    }
}

package org.nnlang.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.nnlang.language.Event;
import org.nnlang.language.Statement;
import org.nnlang.language.statement.Show;
import org.nnlang.session.Result;
import org.nnlang.syntax.Syntax;
import org.nnlang.syntax.Token;
import org.nnlang.syntax.Token.Kind;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Nearest;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/** The commands of the prompt. */
final class PromptCommands {
    private final CurrentSession session;
    private final ConversationView view;
    private final Watches watches;
    private final SessionCommands sessions;
    private final Function<String, Result> say;

    /** The commands of a session; {@code say} runs a text as if the user had typed it. */
    PromptCommands(CurrentSession session, ConversationView view, Watches watches, Function<String, Result> say) {
        this.say = say;
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
            case "history" -> history(piece);
            case "pager" -> pager(piece);
            case "clear" -> piece.ends(view, 1) && clear();
            default -> piece.ends(view, 1);
        };
    }

    private boolean wrong(InputSplitter.Piece piece, int from, int to, Problem problem) {
        return piece.wrong(view, from, to, problem);
    }

    private boolean help(InputSplitter.Piece piece) {
        HelpText text = new HelpText(view.width());
        if (piece.tokens().size() == 1) {
            view.print(text.overview());
            return true;
        }
        int start = piece.tokens().get(1).start();
        int end = piece.tokens().getLast().end();
        String asked = piece.source().text().substring(start, end);
        String word = text.find(asked);
        if (word == null) {
            List<String> all = List.of("help", "train", "sigmoid", "grad");
            return wrong(
                    piece,
                    start,
                    end,
                    new Problem.UnknownEntry(
                            "word", asked, Nearest.to(asked, LazyHelp.get().words()), all));
        }
        view.print(text.about(word));
        return true;
    }

    private boolean nowWatched() {
        view.print(
                watches.names().isEmpty()
                        ? "nothing is watched yet: try `watch error, w5`\n"
                        : watches.now(view.width()));
        return true;
    }

    /** Finds quantities that can't be watched by checking {@code show …} instead. */
    private boolean watch(InputSplitter.Piece piece) {
        Token word = piece.tokens().getFirst();
        String text = piece.source().text();
        Source show = new Source(
                piece.source().name(),
                text.substring(0, word.start()) + "show " + text.substring(word.end()),
                piece.source().line(0));
        Result result = session.get().check(show, event -> {
            Span span = event.span();
            if (event instanceof Event.Reported(Diagnostic d)) {
                view.on(new Event.Reported(
                        Diagnostic.error(new Span(piece.source(), span.start(), span.end()), d.problem())));
            }
        });
        return result == Result.FINE && watch(piece, Syntax.parse(show).script().statements());
    }

    private boolean watch(InputSplitter.Piece piece, List<Statement> statements) {
        List<String> quantities = new ArrayList<>();
        for (Show.Item item : ((Show) statements.getFirst()).items()) {
            switch (item) {
                case Show.Item.Value value ->
                    quantities.add(value.value().span().text());
                case Show.Item.Overview table -> {
                    Span span = table.span();
                    Problem problem = new Problem.WrongKind("a quantity", "a table");
                    return wrong(piece, span.start(), span.end(), problem);
                }
            }
        }
        quantities.forEach(watches::add);
        view.print(watches.now(view.width()));
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
                        new Problem.UnknownEntry(
                                "watched quantity", quantity, Nearest.to(quantity, watches.names()), watches.names()));
    }

    /** {@code history}, {@code history 10}: the last lines, with their numbers. */
    private boolean history(InputSplitter.Piece piece) {
        List<String> lines = view.history();
        int first = 0;
        if (piece.tokens().size() > 1) {
            Token count = piece.tokens().get(1);
            if (!piece.text(count).matches("[1-9][0-9]{0,8}")) {
                return wrong(
                        piece,
                        count.start(),
                        count.end(),
                        new Problem.Expected("how many lines", "`" + piece.text(count) + "`"));
            }
            first = Math.max(0, lines.size() - Integer.parseInt(piece.text(count)));
        }
        if (!piece.ends(view, 2)) {
            return false;
        }
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
            return wrong(piece, at.start(), at.end(), new Problem.Expected("`on` or `off`", found));
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

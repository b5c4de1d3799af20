package org.nnlang.repl;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.ast.Stmt;
import org.nnlang.help.Help;
import org.nnlang.interpreter.Event;
import org.nnlang.interpreter.Host;
import org.nnlang.session.Result;
import org.nnlang.session.Session;
import org.nnlang.source.Diagnostic;
import org.nnlang.source.Problem;
import org.nnlang.source.Source;
import org.nnlang.source.Span;
import org.nnlang.syntax.Syntax;
import org.nnlang.syntax.Token;
import org.nnlang.syntax.Token.Kind;

/** The commands of the prompt. */
final class Commands {
    private final Session session;
    private final Host host;
    private final Face face;
    private final Typed typed;
    private final Watches watches;

    Commands(Session session, Host host, Face face, Typed typed, Watches watches) {
        this.session = session;
        this.host = host;
        this.face = face;
        this.typed = typed;
        this.watches = watches;
    }

    /** Carries out a command; false when it is wrong, which is then reported. */
    boolean run(Pieces.Piece piece) {
        return switch (piece.word(0)) {
            case "help" -> help(piece);
            case "watch" -> piece.tokens().size() == 1 ? nowWatched() : watch(piece);
            case "unwatch" -> unwatch(piece);
            case "save" -> save(piece);
            case "history" -> ends(piece, 1) && history();
            case "clear" -> ends(piece, 1) && clear();
            default -> ends(piece, 1);
        };
    }

    private boolean wrong(Pieces.Piece piece, int from, int to, Problem problem) {
        face.on(new Event.Reported(Diagnostic.error(new Span(piece.source(), from, to), problem)));
        return false;
    }

    /** Whether the command has no more than so many words. */
    private boolean ends(Pieces.Piece piece, int count) {
        if (piece.tokens().size() <= count) {
            return true;
        }
        Token extra = piece.tokens().get(count);
        return wrong(piece, extra.start(), extra.end(), new Problem.NotTheEnd("`" + piece.text(extra) + "`", null));
    }

    private boolean help(Pieces.Piece piece) {
        Help help = Help.load();
        HelpText text = new HelpText(help, face.width());
        if (piece.tokens().size() == 1) {
            face.print(text.overview());
            return true;
        }
        int start = piece.tokens().get(1).start();
        int end = piece.tokens().getLast().end();
        String asked = piece.source().text().substring(start, end);
        String word = text.find(asked);
        if (word == null) {
            List<String> all = List.of("help", "train", "sigmoid", "grad");
            return wrong(piece, start, end, new Problem.UnknownEntry("word", asked, help.near(asked), all));
        }
        face.print(text.about(word));
        return true;
    }

    private boolean nowWatched() {
        face.print(watches.names().isEmpty() ? "nothing is watched: `watch error, w5`\n" : watches.now(face.width()));
        return true;
    }

    /** A check of {@code show …} in its place finds what can't be watched. */
    private boolean watch(Pieces.Piece piece) {
        Token word = piece.tokens().getFirst();
        String text = piece.source().text();
        Source show = new Source(
                piece.source().name(),
                text.substring(0, word.start()) + "show " + text.substring(word.end()),
                piece.source().line(0));
        Result result = session.check(show, event -> {
            Span span = event.span();
            if (event instanceof Event.Reported(Diagnostic d)) {
                face.on(new Event.Reported(
                        Diagnostic.error(new Span(piece.source(), span.start(), span.end()), d.problem())));
            }
        });
        return result == Result.FINE && watch(piece, Syntax.parse(show).script().statements());
    }

    private boolean watch(Pieces.Piece piece, List<Stmt> statements) {
        List<String> quantities = new ArrayList<>();
        for (Stmt.Item item : ((Stmt.Show) statements.getFirst()).items()) {
            switch (item) {
                case Stmt.Item.Value value ->
                    quantities.add(value.value().span().text());
                case Stmt.Item.Overview table -> {
                    Span span = table.span();
                    Problem problem = new Problem.WrongKind("a quantity", "a table");
                    return wrong(piece, span.start(), span.end(), problem);
                }
            }
        }
        quantities.forEach(watches::add);
        face.print(watches.now(face.width()));
        return true;
    }

    private boolean unwatch(Pieces.Piece piece) {
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
            depth += end ? 0 : Pieces.level(piece.tokens().get(i).kind());
        }
        return true;
    }

    private boolean forget(Pieces.Piece piece, Token first, Token last) {
        String quantity = piece.source().text().substring(first.start(), last.end());
        return watches.remove(quantity)
                || wrong(
                        piece,
                        first.start(),
                        last.end(),
                        new Problem.UnknownEntry(
                                "watched quantity",
                                quantity,
                                org.nnlang.source.Nearest.to(quantity, watches.names()),
                                watches.names()));
    }

    private boolean history() {
        List<String> lines = face.history();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String number = Integer.toString(i + 1);
            text.append(" ".repeat(Math.max(0, 5 - number.length())))
                    .append(number)
                    .append("  ")
                    .append(lines.get(i).replace("\n", "\n       "))
                    .append('\n');
        }
        face.print(text.toString());
        return true;
    }

    private boolean clear() {
        face.clear();
        return true;
    }

    /** {@code save session "mine.nn"}. */
    private boolean save(Pieces.Piece piece) {
        if (piece.tokens().size() < 3 || piece.tokens().get(2).kind() != Kind.TEXT) {
            boolean nothing = piece.tokens().size() < 3;
            Token at = piece.tokens().get(nothing ? 1 : 2);
            String found = nothing ? Kind.LINE_END.text() : "`" + piece.text(at) + "`";
            int start = nothing ? at.end() : at.start();
            return wrong(piece, start, at.end(), new Problem.Expected(Kind.TEXT.text(), found));
        }
        Token file = piece.tokens().get(2);
        String path = piece.text(file).substring(1, piece.text(file).length() - 1);
        if (!path.endsWith(".nn")) {
            return wrong(piece, file.start(), file.end(), new Problem.NotAScript(path));
        }
        return ends(piece, 3) && write(piece, file, path);
    }

    private boolean write(Pieces.Piece piece, Token file, String path) {
        try {
            host.write(host.resolve(path, ""), typed.script());
            return true;
        } catch (Host.FileTrouble trouble) {
            return wrong(piece, file.start(), file.end(), new Problem.UnwritableFile(path, trouble.getMessage()));
        }
    }
}

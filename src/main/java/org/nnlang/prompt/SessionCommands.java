package org.nnlang.prompt;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Host;
import org.nnlang.session.Result;
import org.nnlang.syntax.Syntax.Token;
import org.nnlang.syntax.Syntax.Token.Kind;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;

/** The commands that save the session or replace it. */
final class SessionCommands {
    private final CurrentSession session;
    private final ConversationView view;
    private final Watches watches;
    /** The edited text of an {@code edit session} that failed, or null. */
    private String draft;

    SessionCommands(CurrentSession session, ConversationView view, Watches watches) {
        this.session = session;
        this.view = view;
        this.watches = watches;
    }

    /** {@code load "mine.nn"}. */
    Result load(InputSplitter.Piece piece) {
        Token file = text(piece, 1);
        if (file == null || !piece.ends(view, 2)) {
            return Result.INVALID;
        }
        Source script = read(piece, file, content(piece, file));
        if (script == null) {
            return Result.INVALID;
        }
        watches.clear();
        return session.load(List.of(script), view);
    }

    /** {@code reload}: loads the files again, as they are now. */
    Result reload(InputSplitter.Piece piece) {
        Token word = piece.tokens().getFirst();
        if (!piece.ends(view, 1)) {
            return Result.INVALID;
        }
        if (session.files().isEmpty()) {
            piece.wrong(view, word.start(), word.end(), Problem.NOTHING_LOADED.with());
            return Result.INVALID;
        }
        List<Source> scripts = new ArrayList<>();
        for (String file : session.files()) {
            Source script = read(piece, word, file);
            if (script == null) {
                return Result.INVALID;
            }
            scripts.add(script);
        }
        Result result = session.load(scripts, view);
        watches.showChanges(view);
        return result;
    }

    /** {@code edit}: the last entry after editing, or null if there is nothing to run. */
    String edit(InputSplitter.Piece piece) {
        List<String> lines = view.history();
        String last = "";
        for (String line : lines) {
            last = line.strip().matches("edit( .*)?") ? last : line;
        }
        String text = edited(piece, last);
        return text == null || text.isBlank() ? null : text;
    }

    /** {@code edit session}: runs all entries again, after editing. */
    Result editSession(InputSplitter.Piece piece) {
        String text = edited(piece, draft == null ? session.typed().script() : draft);
        if (text == null) {
            return Result.FINE;
        }
        Result result = session.rerun(new Source("session", text), view);
        draft = result == Result.FINE ? null : text;
        if (result == Result.FINE) {
            watches.showChanges(view);
        } else {
            view.print("notice: the session has not changed; `edit session` opens the edited text again\n");
        }
        return result;
    }

    /** A text after editing; reports it and returns null if the user changed nothing. */
    private String edited(InputSplitter.Piece piece, String text) {
        try {
            String edited = view.edit(text.endsWith("\n") ? text : text + "\n").stripTrailing();
            if (!edited.equals(text.stripTrailing())) {
                return edited;
            }
            view.print("you changed nothing, so nothing runs\n");
        } catch (GivenUp why) {
            Token word = piece.tokens().getFirst();
            piece.wrong(view, word.start(), word.end(), Problem.CANT_EDIT.with(why.getMessage()));
        }
        return null;
    }

    /** The quoted text at a position of a command; reports it and returns null if there is none. */
    private Token text(InputSplitter.Piece piece, int place) {
        boolean nothing = piece.tokens().size() <= place;
        Token at = piece.tokens().get(nothing ? place - 1 : place);
        if (!nothing && at.kind() == Kind.TEXT) {
            return at;
        }
        String found = nothing ? Kind.LINE_END.text() : "`" + piece.text(at) + "`";
        piece.wrong(
                view, nothing ? at.end() : at.start(), at.end(), Problem.EXPECTED.with(Kind.TEXT.text(), found, null));
        return null;
    }

    private static String content(InputSplitter.Piece piece, Token text) {
        return piece.text(text).substring(1, piece.text(text).length() - 1);
    }

    private Source read(InputSplitter.Piece piece, Token at, String name) {
        Host host = session.host();
        try {
            return new Source(name, host.from(host.resolve(name, ""), name, host::read));
        } catch (Host.Unreadable unreadable) {
            piece.wrong(view, at.start(), at.end(), unreadable.problem());
            return null;
        }
    }

    /** {@code save session "mine.nn"}, {@code save session "mine.nn" replace}. */
    Result save(InputSplitter.Piece piece) {
        Token file = text(piece, 2);
        if (file == null) {
            return Result.INVALID;
        }
        String path = content(piece, file);
        if (!path.endsWith(".nn")) {
            piece.wrong(view, file.start(), file.end(), Problem.NOT_A_SCRIPT.with(path));
            return Result.INVALID;
        }
        boolean replace = piece.word(3).equals("replace");
        if (!piece.ends(view, replace ? 4 : 3)) {
            return Result.INVALID;
        }
        return write(piece, file, path, replace) ? Result.FINE : Result.FAILED;
    }

    private boolean write(InputSplitter.Piece piece, Token file, String path, boolean replace) {
        Host host = session.host();
        String resolved = host.resolve(path, "");
        boolean exists = host.exists(resolved);
        if (exists && !replace) {
            if (!view.canAsk()) {
                return piece.wrong(view, file.start(), file.end(), Problem.FILE_EXISTS.with(path));
            }
            if (!view.agrees(path + " exists. Replace it? [y/N] ")) {
                view.print("not saved\n");
                return true;
            }
        }
        try {
            String script = session.typed().script();
            host.write(resolved, script);
            long lines = script.lines().count();
            view.print((exists ? "replaced " : "wrote ") + path + ": " + lines + (lines == 1 ? " line\n" : " lines\n"));
            return true;
        } catch (Host.FileTrouble trouble) {
            return piece.wrong(
                    view, file.start(), file.end(), Problem.UNWRITABLE_FILE.with(path, trouble.getMessage()));
        }
    }
}

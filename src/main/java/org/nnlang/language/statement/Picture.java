package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Event;
import org.nnlang.language.Expr;
import org.nnlang.language.PictureFormat;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.language.Texts;
import org.nnlang.language.figure.Clauses;
import org.nnlang.language.figure.PictureKind;
import org.nnlang.picture.Figure;
import org.nnlang.text.Span;

/** A statement that makes a picture. */
public sealed interface Picture extends Statement permits Plot, Draw {
    /** The clauses after what it plots or draws. */
    List<Clause> clauses();

    /** The step at which it is drawn; null for now. */
    Expr step();

    /** Whether it writes a file, so that it shows nothing. */
    default boolean writes() {
        return clauses().stream().anyMatch(Clause.To.class::isInstance);
    }

    /** Its kind, with what it asks for; fails if no picture shows that. */
    PictureKind kind(Context c, Clauses given);

    @Override
    default boolean asksForLoss() {
        return Texts.mentionsLoss(span());
    }

    @Override
    default void check(Checking c) {
        Clauses given = Clauses.of(clauses());
        PictureKind kind = kind(c, given);
        given.check(kind.name(), kind.takes(), Clause.Kind.TO);
        PictureKind.checkStep(kind, step(), c);
        kind.check(c);
        checkFile(given, c);
    }

    @Override
    default void run(Running r) {
        Clauses given = Clauses.of(clauses());
        PictureKind kind = kind(r, given);
        long step = step() == null ? r.workspace().step() : r.stepOf(step());
        show(kind.figure(r, step), span(), given, r);
    }

    /** Checks the file that a figure is written to, if one is given. */
    static void checkFile(Clauses given, Checking c) {
        if (given.to() != null) {
            PictureFormat.of(given.to());
            c.writes(given.to());
        }
    }

    /** Writes a figure into the file that is given, or else shows it. */
    static void show(Figure figure, Span span, Clauses given, Running r) {
        if (given.to() != null) {
            r.scripts().write(given.to(), figure);
        } else {
            r.tell(new Event.Pictured(span, figure, r.digits()));
        }
    }
}

package org.nnlang.language.statement;

import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.PictureFormat;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.language.figure.Clauses;
import org.nnlang.language.figure.Frames;
import org.nnlang.language.figure.PictureKind;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** {@code animate draw every 100 to "net.svg"}: how a picture changes during the training. */
public record Animate(Picture picture, Span span) implements Statement {
    @Override
    public boolean asksForLoss() {
        return picture.asksForLoss();
    }

    @Override
    public void check(Checking c) {
        Clauses given = Clauses.of(picture.clauses());
        PictureKind kind = kind(given, c);
        if (picture.step() != null) {
            throw new Failure(picture.step().span(), Problem.PICTURE_WITHOUT_STEP, "animate", "it shows all steps");
        }
        kind.check(c);
        c.network(span);
        given.every(c);
        Picture.checkFile(given, c);
        Expr.Text file = given.to();
        if (file != null && PictureFormat.of(file) != PictureFormat.SVG) {
            throw new Failure(file.span(), Problem.NOT_AN_ANIMATION, file.value());
        }
    }

    /** The kind of picture of each frame; its clause {@code every} says how many updates are between them. */
    private PictureKind kind(Clauses given, Context c) {
        PictureKind kind = picture.kind(c, given.without(Clause.Kind.EVERY));
        Frames.check(kind, picture.span());
        given.check("animate " + kind.name(), kind.takes(), Clause.Kind.EVERY, Clause.Kind.TO);
        return kind;
    }

    @Override
    public void run(Running r) {
        Clauses given = Clauses.of(picture.clauses());
        Picture.show(Frames.of(kind(given, r), given.every(r), r, span), span, given, r);
    }
}

package org.nnlang.language.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.nnlang.language.Failure;
import org.nnlang.language.Running;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;
import org.nnlang.text.Thousands;
import org.nnlang.training.Timeline;

/** {@code animate}: a picture at several steps of the training, with the same axes and scales in all of them. */
public final class Frames {
    private static final int MOST = 60;

    private Frames() {}

    /** Fails if a kind of picture can't be animated. */
    public static void check(PictureKind kind, Span span) {
        if (kind.insteadOfStep() != null) {
            throw new Failure(span, Problem.NOT_ANIMATED, kind.name());
        }
    }

    /** Computes the frames from the first step to the current one, one each {@code every} updates; 0 for as many as are allowed. */
    public static Figure.Animation of(PictureKind kind, long every, Running r, Span span) {
        Timeline history = r.workspace().timeline(span);
        long now = r.workspace().step();
        CurveSteps chosen = CurveSteps.of(history, history.first(), now, every, MOST - 1, "frames");
        List<Figure> frames = new ArrayList<>();
        LongFunction<Figure> at = kind.frames(r);
        for (long step : chosen.steps()) {
            r.cancellation().check();
            frames.add(at.apply(step));
        }
        List<String> notes = new ArrayList<>(frames.getLast().caption().notes());
        if (frames.size() > 1) {
            notes.add(
                    frames.size() + " frames, from step " + Thousands.of(history.first()) + " to " + Thousands.of(now));
        }
        notes.addAll(chosen.notes());
        Figure.Caption caption = new Figure.Caption(frames.getLast().caption().title(), notes);
        return new Figure.Animation(caption, aligned(frames), chosen.steps());
    }

    /** The same frames with axes and scales that hold the numbers of all. */
    private static List<Figure> aligned(List<Figure> frames) {
        return switch (frames.getFirst()) {
            case Figure.Lines _ -> {
                List<Figure.Lines> all = cast(frames);
                Axis x = union(all, Figure.Lines::x);
                Axis y = union(all, Figure.Lines::y);
                yield map(all, f -> new Figure.Lines(f.caption(), x, y, f.curves(), f.marks(), f.ticks()));
            }
            case Figure.Points _ -> {
                List<Figure.Points> all = cast(frames);
                Axis x = union(all, Figure.Points::x);
                Axis y = union(all, Figure.Points::y);
                yield map(all, f -> new Figure.Points(f.caption(), x, y, f.classes(), f.target(), f.points()));
            }
            case Figure.Field f when f.surface() instanceof Figure.Surface.Heights -> fields(cast(frames));
            case Figure.Field _ -> frames;
            case Figure.Bars _ -> {
                List<Figure.Bars> all = cast(frames);
                Axis x = union(all, Figure.Bars::x);
                Axis y = union(all, Figure.Bars::y);
                yield map(all, f -> new Figure.Bars(f.caption(), x, y, f.names(), f.edges(), f.values()));
            }
            case Figure.Matrices _ -> {
                List<Figure.Matrices> all = cast(frames);
                Axis scale = union(all, Figure.Matrices::scale);
                boolean diverging = all.stream().anyMatch(Figure.Matrices::diverging);
                yield map(all, f -> new Figure.Matrices(f.caption(), scale, diverging, f.matrices()));
            }
            case Figure.Diagram f
            when f.scale() != null -> {
                List<Figure.Diagram> all = cast(frames);
                Axis scale = union(all, Figure.Diagram::scale);
                yield map(all, one -> one.with(scale));
            }
            case Figure.Diagram _, Figure.Animation _ -> frames;
        };
    }

    private static List<Figure> fields(List<Figure.Field> all) {
        Axis scale = union(all, f -> heights(f).scale());
        double[] first = heights(all.getFirst()).levels();
        boolean same = all.stream().allMatch(f -> Arrays.equals(heights(f).levels(), first));
        double[] levels = same ? first : Levels.of(scale);
        return map(all, f -> {
            Figure.Surface.Heights h = heights(f);
            Figure.Surface surface = new Figure.Surface.Heights(scale, h.values(), h.rows(), h.columns(), levels);
            return new Figure.Field(f.caption(), f.x(), f.y(), surface, f.points(), f.path());
        });
    }

    private static Figure.Surface.Heights heights(Figure.Field field) {
        return (Figure.Surface.Heights) field.surface();
    }

    @SuppressWarnings("unchecked") // all frames come from one kind of picture
    private static <F extends Figure> List<F> cast(List<Figure> frames) {
        return (List<F>) frames;
    }

    private static <F extends Figure> List<Figure> map(List<F> frames, Function<F, Figure> change) {
        return frames.stream().map(change).toList();
    }

    /** The axis that holds all of one kind; logarithmic if all are. */
    private static <F> Axis union(List<F> frames, Function<F, Axis> of) {
        List<Axis> axes = frames.stream().map(of).toList();
        return new Axis(
                axes.getFirst().label(),
                axes.stream().mapToDouble(Axis::from).min().orElseThrow(),
                axes.stream().mapToDouble(Axis::to).max().orElseThrow(),
                axes.stream().allMatch(Axis::log));
    }
}

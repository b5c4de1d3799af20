package org.nnlang.draw;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;
import org.nnlang.text.Digits;

/**
 * Writes a figure as a {@code tikzpicture}, for {@code \input} in a paper that loads pgfplots. A field has at most 60 × 60
 * cells there, since TeX sets each by itself.
 */
public final class TikzPicture {
    private static final int DIGITS = 6;
    private static final int MOST_CELLS = 60;
    private static final int COLORS_OF_A_MAP = 11;

    private final StringBuilder tex = new StringBuilder();

    private TikzPicture() {}

    /** A figure in TeX; of an animation, its last frame. */
    public static String of(Figure figure) {
        TikzPicture picture = new TikzPicture();
        picture.line("% " + Tex.comment(figure.caption().title()));
        figure.caption().notes().forEach(note -> picture.line("% " + Tex.comment(note)));
        picture.line("% needs \\usepackage{pgfplots} \\pgfplotsset{compat=1.16}");
        picture.body(figure instanceof Figure.Animation moving ? moving.frames().getLast() : figure);
        return picture.tex.toString();
    }

    private void body(Figure figure) {
        if (figure instanceof Figure.Diagram diagram) {
            tex.append(TikzDiagram.of(diagram));
            return;
        }
        colors();
        line("\\begin{tikzpicture}");
        switch (figure) {
            case Figure.Lines f -> lines(f);
            case Figure.Points f -> {
                axis(f, f.x(), f.y(), scatter(f.target()));
                points(f.points(), f.classes());
                line("\\end{axis}");
            }
            case Figure.Field f -> field(f);
            case Figure.Bars f -> bars(f);
            case Figure.Matrices f -> f.matrices().forEach(matrix -> matrix(f, matrix));
            case Figure.Diagram _, Figure.Animation _ -> throw new IllegalArgumentException("drawn before");
        }
        line("\\end{tikzpicture}");
    }

    private void colors() {
        for (int i = 0; i < Paint.COLORS; i++) {
            line(color(color(i), Paint.series(i)));
        }
    }

    /** The definition of a colour. */
    static String color(String name, Paint paint) {
        return "\\definecolor{" + name + "}{HTML}{" + Rgb.hex(paint.rgb()).toUpperCase(Locale.ROOT) + "}";
    }

    private static String color(int i) {
        return "nn" + (char) ('a' + i % Paint.COLORS);
    }

    // the kinds

    private void lines(Figure.Lines f) {
        axis(f, f.x(), f.y(), "legend pos=outer north east, legend cell align=left, unbounded coords=jump");
        for (Figure.Mark mark : f.marks()) {
            line("\\draw[gray, dashed] (axis cs:" + number(mark.at())
                    + ",\\pgfkeysvalueof{/pgfplots/ymin}) -- (axis cs:" + number(mark.at())
                    + ",\\pgfkeysvalueof{/pgfplots/ymax});");
        }
        int[] families = f.families();
        for (int i = 0; i < families.length; i++) {
            Figure.Curve curve = f.curves().get(i);
            String style =
                    curve.x().length == 1 ? "only marks" : "no marks, thick" + (curve.secondary() ? ", dashed" : "");
            line("\\addplot[" + color(families[i]) + ", " + style + "] coordinates {");
            coordinates(curve.x(), curve.y());
            line("\\addlegendentry{" + Tex.text(curve.name()) + "}");
        }
        // The ticks' names are in three rows, since ticks may be close to each other.
        for (int i = 0; i < f.ticks().size(); i++) {
            Figure.Mark tick = f.ticks().get(i);
            line("\\draw (axis cs:" + number(tick.at()) + ",\\pgfkeysvalueof{/pgfplots/ymin}) -- ++(0,"
                    + (4 + 7 * (i % 3)) + "pt) node[above, inner sep=1pt] {\\scriptsize " + Tex.text(tick.name())
                    + "};");
        }
        line("\\end{axis}");
    }

    private void field(Figure.Field f) {
        Figure.Surface surface = f.surface();
        int columns = Math.min(surface.columns(), MOST_CELLS);
        int rows = Math.min(surface.rows(), MOST_CELLS);
        List<String> classes = List.of();
        ToDoubleFunction<Integer> meta;
        String options;
        switch (surface) {
            case Figure.Surface.Heights s -> {
                meta = cell -> s.values()[cell];
                options = "colormap={nn}{" + map(ColorScale.VIRIDIS) + "}, colorbar, point meta min="
                        + number(s.scale().from()) + ", point meta max="
                        + number(s.scale().to()) + ", colorbar style={title={"
                        + Tex.text(s.scale().label()) + "}}";
            }
            case Figure.Surface.Regions s -> {
                classes = s.classes();
                meta = cell -> s.strongest()[cell] < 0 ? Double.NaN : s.strongest()[cell];
                StringBuilder regions = new StringBuilder();
                for (int i = 0; i < classes.size(); i++) {
                    regions.append("color=(").append(color(i)).append("!40) ");
                }
                options = "colormap={nn}{" + (classes.size() == 1 ? regions + regions.toString() : regions)
                        + "}, colormap access=direct, point meta min=0, point meta max="
                        + Math.max(1, classes.size() - 1);
            }
        }
        axis(f, f.x(), f.y(), options + ", axis on top, legend pos=outer north east, legend cell align=left");
        line("\\addplot[forget plot, matrix plot*, point meta=explicit, mesh/cols=" + columns + "] coordinates {");
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int row = i * surface.rows() / rows;
                int column = j * surface.columns() / columns;
                double value = meta.applyAsDouble(row * surface.columns() + column);
                tex.append('(').append(number(f.x().middle(j, columns))).append(',');
                tex.append(number(f.y().middle(i, rows)))
                        .append(") [")
                        .append(number(value))
                        .append("] ");
            }
            tex.append('\n');
        }
        line("};");
        points(f.points(), classes);
        if (f.path() != null) {
            line("\\addplot[white, thick, mark=none] coordinates {");
            coordinates(f.path().x(), f.path().y());
            line("\\addplot[white, mark=*, only marks] coordinates {");
            int last = f.path().x().length - 1;
            coordinates(
                    new double[] {f.path().x()[last]}, new double[] {f.path().y()[last]});
        }
        line("\\end{axis}");
    }

    private void bars(Figure.Bars f) {
        boolean named = !f.names().isEmpty();
        StringBuilder options = new StringBuilder(
                "ybar, bar shift=0pt, ymin=" + number(Math.min(0, f.y().from())) + ", ymax=" + number(f.y().to()));
        if (named) {
            options.append(", xtick={");
            for (int i = 0; i < f.names().size(); i++) {
                options.append(i == 0 ? "" : ",").append(i);
            }
            options.append("}, xticklabels={");
            f.names().forEach(name -> options.append('{').append(Tex.text(name)).append("},"));
            options.append("}, x tick label style={rotate=45, anchor=east}");
        } else {
            options.append(", ybar interval, xticklabel interval boundaries=false");
        }
        line("\\begin{axis}[" + common(f) + ", xlabel={" + Tex.text(f.x().label()) + "}, ylabel={"
                + Tex.text(f.y().label()) + "}, " + options + "]");
        line("\\addplot[fill=nna, draw=nna] coordinates {");
        for (int i = 0; i < f.values().length; i++) {
            tex.append('(')
                    .append(named ? String.valueOf(i) : number(f.edges()[i]))
                    .append(',');
            tex.append(number(f.values()[i])).append(") ");
        }
        line(named ? "};" : "(" + number(f.edges()[f.values().length]) + ",0)};");
        line("\\end{axis}");
    }

    /** A matrix; those after the first stand in a row of axes, each right of the one before. */
    private void matrix(Figure.Matrices f, Figure.Matrix matrix) {
        int index = f.matrices().indexOf(matrix);
        boolean one = f.matrices().size() == 1;
        String place = index == 0 ? "" : ", at={(m" + (index - 1) + ".right of south east)}, anchor=left of south west";
        line("\\begin{axis}[name=m" + index + place + ", "
                + (one ? common(f) : "title={" + Tex.text(matrix.name()) + "}, width=4cm, height=4cm, ticks=none")
                + ", colormap={nn}{" + map(ColorScale.of(f))
                + "}, point meta min=" + number(f.scale().from()) + ", point meta max="
                + number(f.scale().to()) + ", y dir=reverse, enlargelimits=false, axis on top"
                + (one ? ", colorbar" + names("x", matrix.columnNames()) + names("y", matrix.rowNames()) : "") + "]");
        boolean numbers = one && matrix.values().length <= 100;
        line("\\addplot[matrix plot*, point meta=explicit, mesh/cols=" + matrix.columns()
                + (numbers ? ", nodes near coords, nodes near coords style={anchor=center, font=\\scriptsize}" : "")
                + "] coordinates {");
        for (int i = 0; i < matrix.values().length; i++) {
            tex.append('(')
                    .append(i % matrix.columns())
                    .append(',')
                    .append(i / matrix.columns())
                    .append(") [");
            tex.append(number(matrix.values()[i])).append("] ");
        }
        line("};");
        line("\\end{axis}");
    }

    private static String names(String axis, List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        StringBuilder places = new StringBuilder(", " + axis + "tick={");
        StringBuilder labels = new StringBuilder("}, " + axis + "ticklabels={");
        for (int i = 0; i < names.size(); i++) {
            places.append(i == 0 ? "" : ",").append(i);
            labels.append('{').append(Tex.text(names.get(i))).append("},");
        }
        return places.append(labels).append('}').toString();
    }

    private static String map(ColorScale colors) {
        StringBuilder map = new StringBuilder();
        for (int i = 0; i < COLORS_OF_A_MAP; i++) {
            int rgb = colors.onWhite((double) i / (COLORS_OF_A_MAP - 1));
            map.append("rgb255=(")
                    .append(rgb >> 16)
                    .append(',')
                    .append(rgb >> 8 & 0xFF)
                    .append(',')
                    .append(rgb & 0xFF)
                    .append(") ");
        }
        return map.toString();
    }

    private static String scatter(Axis target) {
        return target == null
                ? "legend pos=outer north east, legend cell align=left"
                : "colormap={nn}{" + map(ColorScale.VIRIDIS) + "}, colorbar, point meta min=" + number(target.from())
                        + ", point meta max=" + number(target.to());
    }

    /** The samples in groups of one look, and a legend of the classes and looks. */
    private void points(List<Figure.Point> points, List<String> classes) {
        for (int kind = -1; kind < classes.size(); kind++) {
            points(points, kind, false);
            points(points, kind, true);
        }
        List<Figure.Point> wrong = points.stream().filter(Figure.Point::wrong).toList();
        if (!wrong.isEmpty()) {
            line("\\addplot[forget plot, only marks, mark=o, mark size=4pt, black] coordinates {");
            coordinates(wrong);
        }
        for (int i = 0; i < classes.size(); i++) {
            legend("mark=*, " + color(i), classes.get(i));
        }
        if (points.stream().anyMatch(Figure.Point::test)) {
            legend("mark=o, black", "test sample");
        }
        if (!wrong.isEmpty()) {
            legend("mark=o, mark size=4pt, black", "taken for another class");
        }
    }

    private void legend(String style, String words) {
        line("\\addlegendimage{only marks, " + style + "}");
        line("\\addlegendentry{" + Tex.text(words) + "}");
    }

    private void points(List<Figure.Point> points, int kind, boolean test) {
        List<Figure.Point> group = points.stream()
                .filter(point -> point.kind() == kind && point.test() == test)
                .toList();
        if (group.isEmpty()) {
            return;
        }
        String mark = test ? "mark=*, mark options={fill=white}" : "mark=*";
        String mapped = test ? "draw=mapped color, fill=white" : "draw=black, fill=mapped color";
        boolean plain = kind < 0 && group.stream().allMatch(point -> Double.isNaN(point.target()));
        String color = plain
                ? "black"
                : kind < 0 ? "scatter, scatter src=explicit, scatter/use mapped color={" + mapped + "}" : color(kind);
        line("\\addplot[forget plot, " + color + ", only marks, " + mark + "] coordinates {");
        for (Figure.Point point : group) {
            tex.append('(')
                    .append(number(point.x()))
                    .append(',')
                    .append(number(point.y()))
                    .append(')');
            tex.append(kind < 0 && !plain ? " [" + number(point.target()) + "] " : " ");
        }
        line("};");
    }

    private void coordinates(List<Figure.Point> points) {
        coordinates(
                points.stream().mapToDouble(Figure.Point::x).toArray(),
                points.stream().mapToDouble(Figure.Point::y).toArray());
    }

    // the frame

    private void axis(Figure figure, Axis x, Axis y, String options) {
        line("\\begin{axis}[" + common(figure) + range("x", x) + range("y", y) + ", " + options + "]");
    }

    private static String common(Figure figure) {
        return "title={" + Tex.text(figure.caption().title()) + "}, width=10cm, height=7cm, scaled ticks=false";
    }

    private static String range(String name, Axis axis) {
        return ", " + name + "label={" + Tex.text(axis.label()) + "}, " + name + "min=" + number(axis.from()) + ", "
                + name + "max=" + number(axis.to()) + (axis.log() ? ", " + name + "mode=log" : "");
    }

    private void coordinates(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            tex.append('(')
                    .append(number(x[i]))
                    .append(',')
                    .append(number(y[i]))
                    .append(") ");
        }
        line("};");
    }

    private static String number(double value) {
        return Digits.format(value, DIGITS);
    }

    private void line(String line) {
        tex.append(line).append('\n');
    }
}

package org.nnlang.draw;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;
import org.nnlang.text.Json;

/** Writes a figure's words and numbers as JSON, so that any program can draw it; a gap is {@code null}. */
public final class FigureJson {
    private final StringBuilder json = new StringBuilder("{");

    private FigureJson() {}

    /** A figure as one JSON object on one line. */
    public static String of(Figure figure) {
        String kind = switch (figure) {
            case Figure.Lines _ -> "lines";
            case Figure.Points _ -> "points";
            case Figure.Field _ -> "field";
            case Figure.Bars _ -> "bars";
            case Figure.Matrices _ -> "matrices";
            case Figure.Diagram _ -> "diagram";
            case Figure.Animation _ -> "animation";
        };
        FigureJson object = new FigureJson()
                .text("kind", kind)
                .text("title", figure.caption().title())
                .list("notes", figure.caption().notes(), Json::text);
        return (switch (figure) {
                    case Figure.Lines f ->
                        object.axis("x", f.x())
                                .axis("y", f.y())
                                .list("curves", f.curves(), FigureJson::curve)
                                .list("marks", f.marks(), FigureJson::mark)
                                .list("ticks", f.ticks(), FigureJson::mark);
                    case Figure.Points f -> {
                        object.axis("x", f.x()).axis("y", f.y());
                        if (f.target() == null) {
                            object.list("classes", f.classes(), Json::text);
                        } else {
                            object.axis("target", f.target());
                        }
                        yield object.list("points", f.points(), FigureJson::point);
                    }
                    case Figure.Field f -> {
                        object.axis("x", f.x())
                                .axis("y", f.y())
                                .put("surface", surface(f.surface()))
                                .list("points", f.points(), FigureJson::point);
                        yield f.path() == null ? object : object.put("path", path(f.path()));
                    }
                    case Figure.Bars f -> {
                        object.axis("x", f.x()).axis("y", f.y());
                        if (f.names().isEmpty()) {
                            object.numbers("edges", f.edges());
                        } else {
                            object.list("names", f.names(), Json::text);
                        }
                        yield object.numbers("values", f.values());
                    }
                    case Figure.Matrices f ->
                        object.axis("scale", f.scale()).list("matrices", f.matrices(), FigureJson::matrix);
                    case Figure.Diagram f ->
                        object.list("columns", f.columns(), FigureJson::column)
                                .list("edges", f.edges(), FigureJson::edge)
                                .list("sums", f.sums(), FigureJson::sum);
                    case Figure.Animation f ->
                        object.put("steps", Arrays.toString(f.steps()).replace(" ", ""))
                                .list("frames", f.frames(), FigureJson::of);
                })
                .end();
    }

    private static String curve(Figure.Curve curve) {
        return new FigureJson()
                .text("name", curve.name())
                .numbers("x", curve.x())
                .numbers("y", curve.y())
                .end();
    }

    private static String mark(Figure.Mark mark) {
        return new FigureJson()
                .number("at", mark.at())
                .text("name", mark.name())
                .end();
    }

    private static String point(Figure.Point point) {
        FigureJson object = new FigureJson().number("x", point.x()).number("y", point.y());
        if (point.kind() >= 0) {
            object.put("class", String.valueOf(point.kind()));
        } else {
            object.number("target", point.target());
        }
        return object.put("test", String.valueOf(point.test()))
                .put("wrong", String.valueOf(point.wrong()))
                .end();
    }

    private static String surface(Figure.Surface surface) {
        FigureJson object = new FigureJson()
                .put("rows", String.valueOf(surface.rows()))
                .put("columns", String.valueOf(surface.columns()));
        return (switch (surface) {
                    case Figure.Surface.Heights s ->
                        object.axis("scale", s.scale())
                                .numbers("levels", s.levels())
                                .numbers("values", s.values());
                    case Figure.Surface.Regions s ->
                        object.list("classes", s.classes(), Json::text)
                                .put("strongest", Arrays.toString(s.strongest()).replace(" ", ""))
                                .numbers("certainty", s.certainty());
                })
                .end();
    }

    private static String path(Figure.Path path) {
        return new FigureJson()
                .text("name", path.name())
                .numbers("x", path.x())
                .numbers("y", path.y())
                .end();
    }

    private static String matrix(Figure.Matrix matrix) {
        return new FigureJson()
                .text("name", matrix.name())
                .put("rows", String.valueOf(matrix.rows()))
                .put("columns", String.valueOf(matrix.columns()))
                .list("row_names", matrix.rowNames(), Json::text)
                .list("column_names", matrix.columnNames(), Json::text)
                .numbers("values", matrix.values())
                .end();
    }

    private static String column(Figure.Column column) {
        return new FigureJson()
                .text("name", column.name())
                .text("words", column.words())
                .list("nodes", column.nodes(), FigureJson::node)
                .end();
    }

    private static String node(Figure.Node node) {
        String kind = switch (node.kind()) {
            case INPUT -> "input";
            case NEURON -> "neuron";
            case BIAS -> "bias";
            case ERROR -> "error";
            case GAP -> "gap";
        };
        return new FigureJson()
                .text("kind", kind)
                .text("name", node.name())
                .list("numbers", node.readings(), FigureJson::reading)
                .factor(node.factor())
                .put("lit", String.valueOf(node.lit()))
                .end();
    }

    private static String edge(Figure.Edge edge) {
        return new FigureJson()
                .put("from", place(edge.from()))
                .put("to", place(edge.to()))
                .text("name", edge.name())
                .list("numbers", edge.readings(), FigureJson::reading)
                .factor(edge.factor())
                .put("fixed", String.valueOf(edge.fixed()))
                .put("lit", String.valueOf(edge.lit()))
                .end();
    }

    private static String sum(Figure.Sum sum) {
        return new FigureJson()
                .text("name", sum.name())
                .list("terms", sum.terms(), FigureJson::term)
                .number("value", sum.value())
                .end();
    }

    private static String term(Figure.Term term) {
        return new FigureJson()
                .text("through", term.through())
                .list("factors", term.factors(), FigureJson::factorOf)
                .number("value", term.value())
                .end();
    }

    private static String factorOf(Figure.Factor factor) {
        return new FigureJson()
                .text("name", factor.name())
                .text("means", factor.means())
                .number("value", factor.value())
                .end();
    }

    private FigureJson factor(Figure.Factor factor) {
        return factor == null ? this : put("factor", factorOf(factor));
    }

    private static String place(Figure.Place place) {
        return "[" + place.column() + "," + place.node() + "]";
    }

    private static String reading(Figure.Reading reading) {
        return new FigureJson()
                .text("name", reading.words())
                .number("value", reading.value())
                .end();
    }

    private FigureJson axis(String name, Axis axis) {
        return put(
                name,
                new FigureJson()
                        .text("label", axis.label())
                        .number("from", axis.from())
                        .number("to", axis.to())
                        .put("log", String.valueOf(axis.log()))
                        .end());
    }

    private FigureJson text(String name, String text) {
        return put(name, Json.text(text));
    }

    private FigureJson number(String name, double number) {
        return put(name, number(number));
    }

    private static String number(double number) {
        return Double.isFinite(number) ? Json.number(number) : "null";
    }

    private FigureJson numbers(String name, double[] numbers) {
        StringBuilder array = new StringBuilder("[");
        for (int i = 0; i < numbers.length; i++) {
            array.append(i == 0 ? "" : ",").append(number(numbers[i]));
        }
        return put(name, array.append(']').toString());
    }

    private <T> FigureJson list(String name, List<T> all, Function<T, String> each) {
        return put(name, "[" + String.join(",", all.stream().map(each).toList()) + "]");
    }

    private FigureJson put(String name, String value) {
        json.append(json.length() == 1 ? "" : ",")
                .append(Json.text(name))
                .append(':')
                .append(value);
        return this;
    }

    private String end() {
        return json.append('}').toString();
    }
}

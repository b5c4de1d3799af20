package org.nnlang.draw;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.picture.Figure;
import org.nnlang.picture.Figure.Surface;

/** Draws heights or classes over a plane: an image of them, contour lines, a path, samples. */
final class FieldDrawing implements SvgDrawing {
    private static final double SIZE = SvgPicture.SMALL_SIZE;
    private static final int CERTAINTIES = 8;
    private static final int COLORS = 255;

    /** Above this share of a scale, viridis is so light that dark lines show on it. */
    private static final double LIGHT = 0.6;

    /** Contour lines that are shorter have no number. */
    private static final double SHORT = 70;

    /** How much room the path of a training takes from the numbers of contours. */
    private static final double PATH = 10;

    private static final int MOST_STEPS = 100;

    private final Figure.Field figure;
    private final SamplePoints samples;

    FieldDrawing(Figure.Field figure) {
        this.figure = figure;
        samples = switch (figure.surface()) {
            case Surface.Heights heights -> new SamplePoints(figure.points(), List.of(), heights.scale(), true);
            case Surface.Regions regions -> new SamplePoints(figure.points(), regions.classes(), null, true);
        };
    }

    @Override
    public double width() {
        return Plane.WIDTH;
    }

    @Override
    public double draw(SvgWriter out, double top) {
        double y = Legend.draw(out, legend(), top);
        ColorBar bar = figure.surface() instanceof Surface.Heights heights
                ? new ColorBar(heights.scale(), ColorScale.VIRIDIS, PointsDrawing.HEIGHT)
                : null;
        Plane plane = Plane.of(figure.x(), figure.y(), y, PointsDrawing.HEIGHT, bar == null ? 0 : bar.width(), false);
        Box area = plane.area();
        switch (figure.surface()) {
            case Surface.Heights heights -> {
                drawImage(out, area, heights, pixels(heights), ColorScale.VIRIDIS.palette());
                drawContours(out, plane, heights);
            }
            case Surface.Regions regions -> drawImage(out, area, regions, pixels(regions), palette(regions));
        }
        drawPath(out, plane);
        samples.draw(out, plane);
        if (bar != null) {
            plane.drawAxes(out, bar.roomForName());
            bar.draw(out, area, Plane.WIDTH - Plane.MARGIN);
        } else {
            plane.drawAxes(out);
        }
        return plane.bottom();
    }

    private List<Legend.Entry> legend() {
        List<Legend.Entry> entries = new ArrayList<>(samples.legend());
        if (figure.points().isEmpty() && figure.surface() instanceof Surface.Regions regions) {
            for (int i = 0; i < regions.classes().size(); i++) {
                int index = i;
                entries.add(new Legend.Entry(
                        regions.classes().get(i),
                        (out, x, y) -> out.rectangle(x - 8, y - 6, 16, 12)
                                .attribute("fill", "#" + Rgb.hex(Paint.region(index)))
                                .attribute("fill-opacity", opacity(1))
                                .close()));
            }
        }
        if (figure.path() != null) {
            entries.add(new Legend.Entry(figure.path().name(), (out, x, y) -> {
                out.line(x - 7, y, x + 7, y).stroke(Paint.INK, 1.6).close();
                drawStart(out, x - 8, y);
                drawEnd(out, x + 7, y);
            }));
        }
        return entries;
    }

    /** Draws the lowest row at the bottom. */
    private static void drawImage(SvgWriter out, Box area, Surface surface, byte[] pixels, int[] palette) {
        int columns = surface.columns();
        byte[] flipped = new byte[pixels.length];
        for (int row = 0; row < surface.rows(); row++) {
            System.arraycopy(pixels, row * columns, flipped, (surface.rows() - 1 - row) * columns, columns);
        }
        out.image(area)
                .attribute("href", PngImage.link(columns, surface.rows(), flipped, palette))
                .close();
    }

    private static byte[] pixels(Surface.Heights heights) {
        byte[] pixels = new byte[heights.values().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = ColorScale.VIRIDIS.index(AxisScale.share(heights.scale(), heights.values()[i]));
        }
        return pixels;
    }

    /** The last colour is for no class. */
    private static byte[] pixels(Surface.Regions regions) {
        int levels = levels(regions);
        byte[] pixels = new byte[regions.strongest().length];
        for (int i = 0; i < pixels.length; i++) {
            int strongest = regions.strongest()[i];
            double certainty = Math.clamp(regions.certainty()[i], 0, 1);
            int level = levels == 1 ? 0 : (int) Math.rint(certainty * (levels - 1));
            pixels[i] = (byte)
                    (strongest < 0 || Double.isNaN(certainty)
                            ? levels * shown(regions)
                            : strongest % shown(regions) * levels + level);
        }
        return pixels;
    }

    private static int[] palette(Surface.Regions regions) {
        int levels = levels(regions);
        int[] palette = new int[levels * shown(regions) + 1];
        for (int i = 0; i < palette.length - 1; i++) {
            double certainty = levels == 1 ? 1 : i % levels / (levels - 1.0);
            palette[i] = (int) Math.rint(255 * opacity(certainty)) << 24 | Paint.region(i / levels);
        }
        return palette;
    }

    private static int shown(Surface.Regions regions) {
        return Math.clamp(regions.classes().size(), 1, COLORS);
    }

    private static int levels(Surface.Regions regions) {
        return Math.clamp(COLORS / shown(regions), 1, CERTAINTIES);
    }

    private static double opacity(double certainty) {
        return 0.12 + 0.5 * certainty;
    }

    private void drawContours(SvgWriter out, Plane plane, Surface.Heights heights) {
        LabelPlacer placer = new LabelPlacer(plane.area().grown(-2));
        takePath(placer, plane);
        for (Figure.Point point : figure.points()) {
            placer.take(new Box(plane.x().at(point.x()) - 5, plane.y().at(point.y()) - 5, 10, 10));
        }
        List<Label> labels = new ArrayList<>();
        List<String> grounds = new ArrayList<>();
        for (double level : heights.levels()) {
            double share = AxisScale.share(heights.scale(), level);
            Paint paint = share > LIGHT ? Paint.DARK : Paint.WHITE;
            PathData path = new PathData();
            for (Contours.Line line : Contours.of(heights.values(), heights.rows(), heights.columns(), level)) {
                double[] x = new double[line.column().length];
                double[] y = new double[x.length];
                for (int i = 0; i < x.length; i++) {
                    x[i] = plane.area().x()
                            + (line.column()[i] + 0.5)
                                    / heights.columns()
                                    * plane.area().width();
                    y[i] = plane.area().bottom()
                            - (line.row()[i] + 0.5)
                                    / heights.rows()
                                    * plane.area().height();
                    if (i == 0) {
                        path.move(x[i], y[i]);
                    } else {
                        path.line(x[i], y[i]);
                    }
                }
                Label label = placer.place(choices(NumberLabel.of(level, 3), x, y, paint), 3);
                if (label != null) {
                    labels.add(label);
                    grounds.add("#" + Rgb.hex(ColorScale.VIRIDIS.rgb(share)));
                }
            }
            if (!path.isEmpty()) {
                out.path(path)
                        .noFill()
                        .stroke(paint, heights.levels().length == 1 ? 1.8 : 1)
                        .attribute("stroke-opacity", 0.85)
                        .close();
            }
        }
        for (int i = 0; i < labels.size(); i++) {
            out.haloed(labels.get(i), grounds.get(i));
        }
    }

    /** Keeps numbers off the path, also between points that are far apart. */
    private void takePath(LabelPlacer placer, Plane plane) {
        Figure.Path path = figure.path();
        for (int i = 0; path != null && i < path.x().length; i++) {
            double toX = plane.x().at(path.x()[i]);
            double toY = plane.y().at(path.y()[i]);
            double fromX = i == 0 ? toX : plane.x().at(path.x()[i - 1]);
            double fromY = i == 0 ? toY : plane.y().at(path.y()[i - 1]);
            double length = Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY));
            int steps = Math.clamp((long) (length / PATH), 1, MOST_STEPS);
            for (int step = 1; step <= steps; step++) {
                double x = fromX + (toX - fromX) * step / steps;
                double y = fromY + (toY - fromY) * step / steps;
                placer.take(new Box(x - PATH / 2, y - PATH / 2, PATH, PATH));
            }
        }
    }

    /** Where a contour's number may stand: in its middle, or further to its ends; nowhere if it is short. */
    private static List<Label> choices(String text, double[] x, double[] y, Paint paint) {
        double length = 0;
        for (int i = 1; i < x.length; i++) {
            length += Math.abs(x[i] - x[i - 1]) + Math.abs(y[i] - y[i - 1]);
        }
        List<Label> choices = new ArrayList<>();
        for (double share : length < SHORT ? new double[0] : new double[] {.5, .4, .6, .3, .7, .2, .8}) {
            int i = (int) (share * (x.length - 1));
            choices.add(new Label(text, x[i], Label.baseline(y[i], SIZE), SIZE, Label.Anchor.MIDDLE, paint));
        }
        return choices;
    }

    private void drawPath(SvgWriter out, Plane plane) {
        Figure.Path path = figure.path();
        if (path == null || path.x().length == 0) {
            return;
        }
        PathData data = new PathData();
        for (int i = 0; i < path.x().length; i++) {
            double x = plane.x().at(path.x()[i]);
            double y = plane.y().at(path.y()[i]);
            if (i == 0) {
                data.move(x, y);
            } else {
                data.line(x, y);
            }
        }
        plane.openClipped(out);
        out.path(data)
                .noFill()
                .stroke(Paint.WHITE, 3.6)
                .attribute("stroke-linejoin", "round")
                .close();
        out.path(data)
                .noFill()
                .stroke(Paint.DARK, 1.6)
                .attribute("stroke-linejoin", "round")
                .close();
        out.close();
        int last = path.x().length - 1;
        drawStart(out, plane.x().at(path.x()[0]), plane.y().at(path.y()[0]));
        drawEnd(out, plane.x().at(path.x()[last]), plane.y().at(path.y()[last]));
    }

    private static void drawStart(SvgWriter out, double x, double y) {
        out.circle(x, y, 3.4).fill(Paint.WHITE).stroke(Paint.DARK, 1.5).close();
    }

    private static void drawEnd(SvgWriter out, double x, double y) {
        out.circle(x, y, 4.6).fill(Paint.VERMILION).stroke(Paint.WHITE, 1.4).close();
    }

    @Override
    public String description() {
        return AltText.of(figure);
    }
}

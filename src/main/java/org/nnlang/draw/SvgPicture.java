package org.nnlang.draw;

import org.nnlang.picture.Figure;

/** Draws figures as SVG. */
public final class SvgPicture {
    static final double TITLE_SIZE = 15;
    static final double TEXT_SIZE = 12.5;
    static final double SMALL_SIZE = 11.5;

    private static final double MARGIN = 10;
    /** In a narrow page pictures shrink to this at least, so that their text stays legible; most still fit a phone. */
    private static final double LEAST_SCALE = 0.65;

    private static final double TITLE_LINE = 19;
    private static final double NOTE_LINE = 15;

    private SvgPicture() {}

    /** A file: it is complete, and follows its reader's preference for light or dark colours. */
    public static String file(Figure figure) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + draw(figure, Scheme.FILE, "");
    }

    /**
     * An element for a page of HTML. Its colours are CSS variables such as {@code --nn-ink}, which the page may set. It
     * shrinks to the page's width, but wide ones not below what can be read: what it is in should scroll.
     *
     * @param idPrefix what its ids begin with: another one for each picture on the page
     */
    public static String inline(Figure figure, String idPrefix) {
        return draw(figure, Scheme.INLINE, idPrefix);
    }

    /** The CSS variables of {@link #inline} with their values for dark pages. */
    public static String darkVariables() {
        StringBuilder variables = new StringBuilder();
        for (Paint paint : Paint.values()) {
            variables
                    .append("--nn-")
                    .append(paint.label())
                    .append(": ")
                    .append(paint.dark())
                    .append("; ");
        }
        return variables.toString().strip();
    }

    /** A picture in plain colours, for programs that know neither style sheets nor variables; an animation's last frame. */
    public static String plain(Figure figure, boolean dark) {
        Figure still =
                figure instanceof Figure.Animation moving ? moving.frames().getLast() : figure;
        return draw(still, dark ? Scheme.DARK : Scheme.LIGHT, "");
    }

    /** How narrow a page may show a picture, in pixels: what is narrower should scroll. */
    public static long leastWidth(double width) {
        return Math.round(LEAST_SCALE * width);
    }

    private static String draw(Figure figure, Scheme scheme, String prefix) {
        SvgDrawing drawing = drawing(figure);
        double width = drawing.width();
        SvgWriter body = new SvgWriter(scheme, prefix);
        boolean ownTitles = figure instanceof Figure.Animation;
        double y = ownTitles ? MARGIN : drawTitle(body, figure.caption().title(), width, MARGIN);
        y = drawing.draw(body, y);
        for (String note : figure.caption().notes()) {
            for (String line : TextBlock.wrap(note, SMALL_SIZE, width - 2 * MARGIN)) {
                y += NOTE_LINE;
                body.text(new Label(line, MARGIN, y, SMALL_SIZE, Label.Anchor.START, Paint.MUTED));
            }
        }
        return page(figure.caption().title(), drawing.description(), width, Math.rint(y + MARGIN), body, prefix);
    }

    /** Draws a title in as many lines as it needs, and returns where they end. */
    static double drawTitle(SvgWriter out, String title, double width, double top) {
        double y = top;
        for (String line : TextBlock.wrap(title, TITLE_SIZE, width - 2 * MARGIN)) {
            y += TITLE_LINE;
            out.text(new Label(line, MARGIN, y - 4, TITLE_SIZE, Label.Anchor.START, Paint.INK));
        }
        return y + 4;
    }

    private static String page(
            String title, String description, double width, double height, SvgWriter body, String prefix) {
        Scheme scheme = body.scheme();
        SvgWriter page = new SvgWriter(scheme, prefix);
        page.open("svg")
                .attribute("xmlns", "http://www.w3.org/2000/svg")
                .attribute("width", width)
                .attribute("height", height)
                .attribute("viewBox", "0 0 " + SvgWriter.number(width) + " " + SvgWriter.number(height))
                .attribute("role", "img")
                .attribute("aria-labelledby", prefix + "title " + prefix + "desc")
                .attribute("font-family", FontAdvances.FAMILY);
        if (scheme == Scheme.INLINE) {
            page.attribute("style", "max-width:100%;min-width:" + leastWidth(width) + "px;height:auto");
        }
        page.open("title").id("title").content(title).close();
        page.open("desc").id("desc").content(description).close();
        if (scheme.ownPaper()) {
            page.rectangle(0, 0, width, height).fill(Paint.PAPER).close();
        }
        page.append(body);
        String styles = page.darkStyles();
        if (!styles.isEmpty()) {
            page.open("style").content(styles).close();
        }
        return page.close().toString().stripLeading() + "\n";
    }

    static SvgDrawing drawing(Figure figure) {
        return switch (figure) {
            case Figure.Lines lines -> new LinesDrawing(lines);
            case Figure.Points points -> new PointsDrawing(points);
            case Figure.Field field -> new FieldDrawing(field);
            case Figure.Bars bars -> new BarsDrawing(bars);
            case Figure.Matrices matrices -> new MatricesDrawing(matrices);
            case Figure.Diagram diagram -> new DiagramDrawing(diagram);
            case Figure.Animation animation -> new AnimationDrawing(animation);
        };
    }
}

package org.nnlang.draw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.nnlang.text.Printable;

/** Writes elements of SVG: numbers with two decimals at most, the same bytes everywhere. */
final class SvgWriter {
    private final Scheme scheme;
    private final String prefix;
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<String> classes = new ArrayList<>();
    private final Set<Paint> fills = EnumSet.noneOf(Paint.class);
    private final Set<Paint> strokes = EnumSet.noneOf(Paint.class);
    private int ids;
    private boolean inTag;
    private boolean inText;

    /**
     * @param prefix what ids begin with, so that those of several pictures on a page differ
     */
    SvgWriter(Scheme scheme, String prefix) {
        this.scheme = scheme;
        this.prefix = prefix;
    }

    /** How colours are written. */
    Scheme scheme() {
        return scheme;
    }

    /** Begins an element; its attributes follow. */
    SvgWriter open(String element) {
        endTag();
        if (!inText) {
            out.append('\n');
        }
        out.append('<').append(element);
        open.push(element);
        inTag = true;
        return this;
    }

    /** Ends the element that was begun last. */
    SvgWriter close() {
        String element = open.pop();
        if (inTag) {
            writeClasses();
            out.append("/>");
        } else {
            if (!inText) {
                out.append('\n');
            }
            out.append("</").append(element).append('>');
        }
        inTag = false;
        inText = false;
        return this;
    }

    SvgWriter attribute(String name, String value) {
        out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
        return this;
    }

    SvgWriter attribute(String name, double value) {
        out.append(' ').append(name).append("=\"").append(number(value)).append('"');
        return this;
    }

    /** The element's id, with the picture's prefix. */
    SvgWriter id(String id) {
        return attribute("id", prefixed(id));
    }

    /** An id, or a class or name of a style sheet's, that no other picture on the page has. */
    String prefixed(String name) {
        return prefix + name;
    }

    /** An id that no other element of the picture has. */
    String newId(String kind) {
        ids++;
        return kind + ids;
    }

    /** How another element refers to an id: {@code url(#…)}. */
    String reference(String id) {
        return "url(#" + prefixed(id) + ")";
    }

    SvgWriter fill(Paint paint) {
        return paint("fill", paint);
    }

    SvgWriter stroke(Paint paint, double width) {
        return paint("stroke", paint).attribute("stroke-width", width);
    }

    /**
     * A colour of the element.
     *
     * @param property {@code fill} or {@code stroke}
     */
    SvgWriter paint(String property, Paint paint) {
        if (scheme == Scheme.FILE && !paint.light().equals(paint.dark())) {
            (property.equals("fill") ? fills : strokes).add(paint);
            classes.add(property.charAt(0) + "-" + paint.label());
        }
        return attribute(property, scheme.value(paint));
    }

    SvgWriter noFill() {
        return attribute("fill", "none");
    }

    /** What is in the element, as text. */
    SvgWriter content(String text) {
        endTag();
        out.append(escaped(text));
        inText = true;
        return this;
    }

    SvgWriter line(double x1, double y1, double x2, double y2) {
        return open("line")
                .attribute("x1", x1)
                .attribute("y1", y1)
                .attribute("x2", x2)
                .attribute("y2", y2);
    }

    /** Begins an image that fills a box, whatever its pixels' proportions are. */
    SvgWriter image(Box box) {
        return open("image")
                .attribute("x", box.x())
                .attribute("y", box.y())
                .attribute("width", box.width())
                .attribute("height", box.height())
                .attribute("preserveAspectRatio", "none");
    }

    SvgWriter rectangle(double x, double y, double width, double height) {
        return open("rect")
                .attribute("x", x)
                .attribute("y", y)
                .attribute("width", width)
                .attribute("height", height);
    }

    SvgWriter circle(double x, double y, double radius) {
        return open("circle").attribute("cx", x).attribute("cy", y).attribute("r", radius);
    }

    SvgWriter path(PathData data) {
        return open("path").attribute("d", data.toString());
    }

    /** A whole line of text, as wide as the table of advances says, whatever the font. */
    SvgWriter text(Label label) {
        begin(label);
        return content(label.text()).close();
    }

    /** A line of text with a rim of the paper's colour, which keeps it legible over lines and colours. */
    SvgWriter haloed(Label label) {
        begin(label);
        stroke(Paint.PAPER, label.size() / 4)
                .attribute("stroke-linejoin", "round")
                .attribute("paint-order", "stroke");
        return content(label.text()).close();
    }

    /** The same with a rim of another colour, {@code #0072b2}, that of what is below. */
    SvgWriter haloed(Label label, String color) {
        begin(label);
        attribute("stroke", color)
                .attribute("stroke-width", label.size() / 3)
                .attribute("stroke-linejoin", "round")
                .attribute("paint-order", "stroke");
        return content(label.text()).close();
    }

    private void begin(Label label) {
        open("text").attribute("x", label.x()).attribute("y", label.y()).attribute("font-size", label.size());
        if (label.anchor() != Label.Anchor.START) {
            attribute("text-anchor", label.anchor().svg());
        }
        double width = label.width();
        if (width > 0) {
            attribute("textLength", width).attribute("lengthAdjust", "spacingAndGlyphs");
        }
        if (label.turned() != 0) {
            attribute(
                    "transform",
                    "rotate(" + number(label.turned()) + " " + number(label.x()) + " " + number(label.y()) + ")");
        }
        fill(label.paint());
    }

    /** Adds what another writer of the same picture has written. */
    SvgWriter append(SvgWriter other) {
        endTag();
        out.append(other.out);
        fills.addAll(other.fills);
        strokes.addAll(other.strokes);
        return this;
    }

    /** The style sheet with the dark values of the colours that were used; empty if none is needed. */
    String darkStyles() {
        StringBuilder styles = new StringBuilder();
        fills.forEach(paint -> styles.append(rule("f", "fill", paint)));
        strokes.forEach(paint -> styles.append(rule("s", "stroke", paint)));
        return styles.isEmpty() ? "" : "@media screen and (prefers-color-scheme:dark){" + styles + "}";
    }

    private static String rule(String kind, String property, Paint paint) {
        return "." + kind + "-" + paint.label() + "{" + property + ":" + paint.dark() + "}";
    }

    private void endTag() {
        if (inTag) {
            writeClasses();
            out.append('>');
            inTag = false;
        }
    }

    private void writeClasses() {
        if (!classes.isEmpty()) {
            attribute("class", String.join(" ", classes));
            classes.clear();
        }
    }

    /** A number with two decimals at most, and none that are 0. */
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        long size = Math.abs(hundredths);
        long rest = size % 100;
        String text = (hundredths < 0 ? "-" : "") + size / 100;
        if (rest == 0) {
            return text;
        }
        return text + (rest < 10 ? ".0" : ".") + (rest % 10 == 0 ? rest / 10 : rest);
    }

    /** Text with the characters that mean something in XML escaped, and those that it forbids replaced. */
    static String escaped(String text) {
        String printable = Printable.line(text);
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < printable.length(); ) {
            int c = printable.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isOfXml(c) ? c : 0xfffd);
            }
        }
        return escaped.toString();
    }

    private static boolean isOfXml(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !surrogate && (c & 0xfffe) != 0xfffe;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}

package org.nnlang.jupyter;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.nnlang.draw.FigureJson;
import org.nnlang.draw.SvgPicture;
import org.nnlang.language.Event;
import org.nnlang.network.Cancellation;
import org.nnlang.picture.Figure;
import org.nnlang.raster.PngPicture;
import org.nnlang.render.HtmlPrinter;
import org.nnlang.render.LatexPrinter;
import org.nnlang.render.TextPrinter;
import org.nnlang.text.Html;

/** An event in the formats that a notebook shows, by their MIME types. */
final class Formats {
    /** The width of texts, in columns. */
    static final int WIDTH = 100;

    private final TextPrinter text;
    private final HtmlPrinter html;
    private final LatexPrinter latex;

    Formats(Cancellation cancellation) {
        text = new TextPrinter(WIDTH, cancellation);
        html = new HtmlPrinter("nn-", cancellation);
        latex = new LatexPrinter(cancellation);
    }

    /** The text alone, with its line ends. */
    String text(Event event) {
        return text.print(event);
    }

    /** The event as more than text; null if it is only text. */
    JsonObject display(Event event) {
        JsonObject data = new JsonObject();
        switch (event) {
            case Event.Derived _, Event.Narrated _, Event.Answered _ -> {
                String drawn = html.print(event);
                if (drawn != null) {
                    String source = latex.print(event);
                    String instead = event instanceof Event.Derived
                            ? Html.escaped(source)
                            : "<pre>" + Html.escaped(text(event)) + "</pre>"; // its LaTeX has more than formulas
                    data.addProperty("text/html", trusted(drawn, instead));
                    data.addProperty("text/latex", source);
                }
            }
            case Event.Pictured pictured -> picture(pictured.figure(), data);
            case Event.Shown _, Event.Listed _ -> {
                String tables = html.tables(event);
                if (!tables.isEmpty()) {
                    data.addProperty("text/html", tables);
                }
            }
            case Event.Stated _, Event.Printed _, Event.Reported _ -> {}
        }
        if (data.isEmpty()) {
            return null;
        }
        data.addProperty("text/plain", text(event).stripTrailing());
        return Content.display(data, new JsonObject());
    }

    /**
     * MathML, and what is shown instead if a front end takes away what it doesn't trust: styles, and the elements of MathML but
     * not their text. JupyterLab drops attributes without a value, too. A style is for this output alone, since others on the page may be trusted.
     */
    private static String trusted(String mathMl, String instead) {
        String own = "nn-" + Integer.toHexString(mathMl.hashCode());
        String style =
                "<style>.%1$s-mathml[hidden] { display: block !important } .%1$s-instead { display: none }</style>\n"
                        .formatted(own);
        String shown = "<div class=\"" + own + "-mathml\" hidden=\"hidden\">\n" + mathMl + "</div>\n";
        return style + shown + "<div class=\"" + own + "-instead\">\n" + instead + "</div>\n";
    }

    /** As HTML, too: some of nbconvert's versions empty an SVG of its contents, and front ends prefer HTML. */
    private static void picture(Figure figure, JsonObject data) {
        String svg = SvgPicture.file(figure);
        String element = svg.substring(svg.indexOf("<svg")); // pages contain it, so there is no XML declaration
        data.addProperty("image/svg+xml", element);
        String address = "data:image/svg+xml;base64," + base64(element.getBytes(StandardCharsets.UTF_8));
        data.addProperty(
                "text/html", "<img alt=\"" + Html.escaped(figure.caption().title()) + "\" src=\"" + address + "\">");
        PngPicture png = new PngPicture(SvgPicture.plain(figure, false), FigureJson.of(figure));
        try {
            data.addProperty("image/png", base64(png.bytes()));
        } catch (LinkageError unable) {
            // a Java without graphics
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

package org.nnlang.jupyter;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import org.nnlang.draw.FigureJson;
import org.nnlang.draw.SvgPicture;
import org.nnlang.language.DerivationFormat;
import org.nnlang.language.Event;
import org.nnlang.network.Cancellation;
import org.nnlang.picture.Figure;
import org.nnlang.raster.PngPicture;
import org.nnlang.render.HtmlPrinter;
import org.nnlang.render.LatexRenderer;
import org.nnlang.render.TextPrinter;
import org.nnlang.text.Html;

/** An event in the formats that a notebook shows, by their MIME types. */
final class Formats {
    /** The width of texts, in columns. */
    static final int WIDTH = 100;

    private final TextPrinter text;
    private final HtmlPrinter html;
    private final Cancellation cancellation;

    Formats(Cancellation cancellation) {
        this.cancellation = cancellation;
        text = new TextPrinter(WIDTH, cancellation);
        html = new HtmlPrinter("nn-", cancellation);
    }

    /** The text alone, with its line ends. */
    String text(Event event) {
        return text.print(event);
    }

    /** The event as more than text; null if it is only text. */
    JsonObject display(Event event) {
        JsonObject data = new JsonObject();
        switch (event) {
            case Event.Derived derived
            when derived.format() == DerivationFormat.TEXT || derived.format() == DerivationFormat.MATHML -> {
                data.addProperty("text/html", html.print(derived));
                LatexRenderer latex = new LatexRenderer(derived.network(), derived.digits(), cancellation);
                data.addProperty("text/latex", latex.render(derived.derivation()));
            }
            case Event.Narrated narrated -> {
                String title = "<p>" + Html.escaped(narrated.title()) + "</p>\n";
                data.addProperty("text/html", title + html.lines(narrated));
                LatexRenderer latex = new LatexRenderer(narrated.network(), narrated.digits(), cancellation);
                data.addProperty(
                        "text/latex",
                        narrated.lines().stream().map(latex::render).collect(Collectors.joining()));
            }
            case Event.Pictured pictured -> picture(pictured.figure(), data);
            case Event.Shown _, Event.Listed _ -> {
                String tables = html.tables(event);
                if (!tables.isEmpty()) {
                    data.addProperty("text/html", tables);
                }
            }
            case Event.Derived _, Event.Answered _, Event.Stated _, Event.Printed _, Event.Reported _ -> {}
        }
        if (data.isEmpty()) {
            return null;
        }
        data.addProperty("text/plain", text(event).stripTrailing());
        return Content.display(data, new JsonObject());
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
        data.addProperty("image/png", base64(png.bytes()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

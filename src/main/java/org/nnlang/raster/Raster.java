package org.nnlang.raster;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Component;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Paints pictures with jsvg and Java's own graphics, in the font DejaVu Sans that comes with nn, so that a picture has the same
 * points on every machine with the same Java. Nothing of this is loaded before the first picture.
 */
public final class Raster {
    /** Points of a PNG for each of the picture's, for displays of twice the usual density. */
    private static final double SCALE = 2;

    private Raster() {}

    /** A picture as a PNG. */
    public static byte[] png(String svg) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image(svg, SCALE), "png", png);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        return png.toByteArray();
    }

    /** A picture as an image of {@code scale} points for each of its own. */
    public static BufferedImage image(String svg, double scale) {
        System.setProperty("java.awt.headless", "true");
        String family = "font-family=\"" + OwnFont.NAME + "\"";
        int from = svg.indexOf("font-family=\"");
        String painted =
                svg.substring(0, from) + family + svg.substring(svg.indexOf('"', svg.indexOf('"', from) + 1) + 1);
        InputStream bytes = new ByteArrayInputStream(painted.getBytes(StandardCharsets.UTF_8));
        SVGDocument picture = new SVGLoader().load(bytes, null, LoaderContext.createDefault());
        float width = picture.size().width;
        float height = picture.size().height;
        BufferedImage image = new BufferedImage(
                (int) Math.round(width * scale), (int) Math.round(height * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.scale(scale, scale);
        picture.render((Component) null, graphics, new ViewBox(width, height));
        graphics.dispose();
        return image;
    }

    /** Made known to Java when it is first used. */
    private static final class OwnFont {
        static final String NAME = register();

        private static String register() {
            Path fonts = null;
            try {
                fonts = withoutFonts();
                return registered();
            } catch (IOException | FontFormatException unexpected) {
                throw new IllegalStateException(unexpected);
            } finally {
                if (fonts != null) {
                    fonts.toFile().delete();
                }
            }
        }

        /**
         * Lets Java draw on a Linux without fontconfig or without any font, as in a container, where it would fail: it reads a
         * file about fonts first. Since the font in it isn't there, Java asks fontconfig if it can. Returns the file, or null.
         */
        private static Path withoutFonts() throws IOException {
            String property = "sun.awt.fontconfig";
            if (!System.getProperty("os.name").equals("Linux") || System.getProperty(property) != null) {
                return null;
            }
            Path file = Files.createTempFile("nn-fonts", ".properties");
            Files.writeString(
                    file,
                    "version=1\nallfonts.default=none\nsequence.allfonts=default\nfilename.none=/dev/null/none\n");
            System.setProperty(property, file.toString());
            return file;
        }

        private static String registered() throws IOException, FontFormatException {
            try (InputStream file = Raster.class.getResourceAsStream("DejaVuSans.ttf")) {
                Font font = Font.createFont(Font.TRUETYPE_FONT, file);
                GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
                return font.getFamily();
            }
        }
    }
}

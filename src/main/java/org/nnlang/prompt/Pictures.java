package org.nnlang.prompt;

import java.io.IOException;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.SixelGraphics;
import org.jline.terminal.impl.TerminalGraphics;
import org.jline.terminal.impl.TerminalGraphicsManager;
import org.nnlang.draw.SvgPicture;
import org.nnlang.draw.TextColors;
import org.nnlang.draw.TextPicture;
import org.nnlang.picture.Figure;
import org.nnlang.raster.Raster;
import org.nnlang.text.Printable;

/** Shows pictures on a terminal: as images if it can show any, else in characters, with the colours that it has. */
public final class Pictures {
    /** How to show pictures. */
    public enum Mode {
        /** As images if the terminal shows any, else in characters. */
        auto,
        /** As images, in sixels if the terminal doesn't say which kind it shows. */
        image,
        text,
        /** Only their titles and notes. */
        off
    }

    /** The most columns of a picture in characters; wider ones are harder to read, not easier. */
    private static final int WIDEST = 100;

    /** The rows around the plane of a picture in characters, and the columns for each row of a plane. */
    private static final int ROWS_AROUND = 8;

    private static final int COLUMNS_OF_A_ROW = 4;
    private static final int NARROWEST = 40;

    private final Mode mode;
    private final TextColors palette;
    private final Terminal terminal;
    private TerminalGraphics graphics;
    private boolean asked;

    /** Pictures for a terminal; if it is null, for that of this process, which is opened to ask it what it can show. */
    public Pictures(Mode mode, TextColors palette, Terminal terminal) {
        this.mode = mode;
        this.palette = palette;
        this.terminal = terminal;
    }

    /** The colours of a terminal, from its environment. */
    public static TextColors palette(Map<String, String> environment) {
        String type = environment.getOrDefault("TERM", "");
        String colors = environment.getOrDefault("COLORTERM", "");
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty() || type.isEmpty() || type.startsWith("dumb")) {
            return TextColors.NONE;
        }
        if (colors.equals("truecolor") || colors.equals("24bit")) {
            return TextColors.TRUE;
        }
        return type.equals("vt100") || type.equals("linux") ? TextColors.NONE : TextColors.INDEXED;
    }

    /**
     * What to write to the terminal for a figure.
     *
     * @param width the columns of the window
     * @param height its rows, 0 if they don't matter
     */
    public String text(Figure figure, int width, int height) {
        if (mode == Mode.off) {
            StringBuilder words =
                    new StringBuilder(Printable.line(figure.caption().title()) + "\n");
            figure.caption()
                    .notes()
                    .forEach(note -> words.append(Printable.line(note)).append('\n'));
            return words.toString();
        }
        String image = mode == Mode.text ? null : image(figure);
        if (image != null) {
            return image;
        }
        return characters(figure, width, height);
    }

    /** The same in characters on any terminal; nothing if pictures are off. */
    String live(Figure figure, int width, int height) {
        return mode == Mode.off ? "" : characters(figure, width, height);
    }

    private String characters(Figure figure, int width, int height) {
        int fitting = height == 0 ? WIDEST : Math.max(NARROWEST, COLUMNS_OF_A_ROW * (height - ROWS_AROUND));
        return TextPicture.of(figure, Math.min(Math.min(width, WIDEST), fitting), palette);
    }

    private void ask() throws IOException {
        TerminalGraphics otherwise = mode == Mode.image ? new SixelGraphics() : null;
        if (terminal != null) {
            graphics = TerminalGraphicsManager.getBestProtocol(terminal).orElse(otherwise);
        } else {
            try (Terminal own = SystemTerminal.open(System.getenv("TERM"))) {
                graphics = TerminalGraphicsManager.getBestProtocol(own).orElse(otherwise);
            }
        }
    }

    /** The sequence that shows an image; null if the terminal shows none. */
    private String image(Figure figure) {
        try {
            if (!asked) {
                asked = true;
                ask();
            }
            return graphics == null
                    ? null
                    : graphics.convertImage(
                                    Raster.image(SvgPicture.plain(figure, false), 1),
                                    new TerminalGraphics.ImageOptions().name("nn"))
                            + "\n";
        } catch (IOException | IllegalStateException | LinkageError unable) {
            graphics = null; // no terminal, or a Java without graphics
            return null;
        }
    }
}

package org.nnlang.language;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.nnlang.draw.FigureJson;
import org.nnlang.draw.SvgPicture;
import org.nnlang.draw.TikzPicture;
import org.nnlang.picture.Figure;
import org.nnlang.picture.PictureFile;
import org.nnlang.text.Problem;

/** The formats of picture files, by the endings of their names. */
public enum PictureFormat {
    SVG(".svg") {
        @Override
        PictureFile file(Figure figure, Host host) {
            return text(SvgPicture.file(figure));
        }
    },
    PNG(".png") {
        @Override
        PictureFile file(Figure figure, Host host) {
            return host.png(SvgPicture.plain(figure, false), FigureJson.of(figure));
        }
    },
    TIKZ(".tex") {
        @Override
        PictureFile file(Figure figure, Host host) {
            return text(TikzPicture.of(figure));
        }
    };

    private final String ending;

    PictureFormat(String ending) {
        this.ending = ending;
    }

    /** The format of a file; fails if its ending isn't one of pictures. */
    public static PictureFormat of(Expr.Text file) {
        if (file.value().indexOf('{') >= 0) { // what print would fill in
            throw new Failure(file.span(), Problem.PICTURE_NAME_WITH_VALUE);
        }
        for (PictureFormat format : values()) {
            if (file.value().toLowerCase(Locale.ROOT).endsWith(format.ending)) {
                return format;
            }
        }
        throw new Failure(file.span(), Problem.NOT_A_PICTURE, file.value());
    }

    /** The file of a figure. */
    abstract PictureFile file(Figure figure, Host host);

    private static PictureFile text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return () -> bytes;
    }
}

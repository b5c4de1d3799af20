package org.nnlang.language;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.nnlang.draw.FigureJson;
import org.nnlang.draw.SvgPicture;
import org.nnlang.draw.TikzPicture;
import org.nnlang.picture.Figure;
import org.nnlang.text.Problem;

/** The formats of picture files, by the endings of their names. */
public enum PictureFormat {
    SVG(".svg") {
        @Override
        byte[] bytes(Figure figure, Host host) {
            return SvgPicture.file(figure).getBytes(StandardCharsets.UTF_8);
        }
    },
    PNG(".png") {
        @Override
        byte[] bytes(Figure figure, Host host) {
            return host.png(SvgPicture.plain(figure, false), FigureJson.of(figure));
        }
    },
    TIKZ(".tex") {
        @Override
        byte[] bytes(Figure figure, Host host) {
            return TikzPicture.of(figure).getBytes(StandardCharsets.UTF_8);
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

    /** The contents of a file. */
    abstract byte[] bytes(Figure figure, Host host);
}

package org.nnlang.draw;

/**
 * A colour by its role, with a value on light paper and one on dark paper. In a page it is the CSS variable {@code
 * --nn-NAME}, which the page may set.
 *
 * <p>Curves and classes take the colours of Okabe and Ito, which colour-blind people tell apart, without yellow, which is
 * too faint on paper. Beyond the seven, curves differ by their dashes ({@link Strokes#dashes}) and points by their shapes
 * ({@link Marker}).
 */
enum Paint {
    PAPER("paper", "#ffffff", "#16171a"),
    INK("ink", "#1b1b1f", "#e8e8ea"),
    /** Names of axes, numbers at ticks, notes. */
    MUTED("muted", "#5c5f66", "#a3a6ad"),
    AXIS("axis", "#8a8d93", "#74777d"),
    GRID("grid", "#e3e4e8", "#303237"),
    BLUE("1", "#0072b2", "#3394d6"),
    VERMILION("2", "#d55e00", "#e8742c"),
    GREEN("3", "#009e73", "#16b386"),
    PURPLE("4", "#cc79a7", "#dc8fba"),
    ORANGE("5", "#e69f00", "#efb02f"),
    SKY("6", "#56b4e9", "#90d2f6"),
    BLACK("7", "#1b1b1f", "#e8e8ea"),
    /** What is above 0 where colours diverge from it; strength is opacity, so 0 is the paper. */
    POSITIVE("positive", "#1666b0", "#2f80cf"),
    /** What is below 0. */
    NEGATIVE("negative", "#b35806", "#c96a17"),
    /** Lines and text on dark colours, on light and dark paper. */
    WHITE("white", "#ffffff", "#ffffff"),
    /** Lines and text on light colours. */
    DARK("dark", "#1b1b1f", "#1b1b1f");

    private static final Paint[] SERIES = {BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY, BLACK};

    /** How many curves or classes have a colour of their own. */
    static final int COLORS = SERIES.length;

    private final String name;
    private final String light;
    private final String dark;

    Paint(String name, String light, String dark) {
        this.name = name;
        this.light = light;
        this.dark = dark;
    }

    /** The colour of the curve or class of an index, from 0; they repeat. */
    static Paint series(int index) {
        return SERIES[index % COLORS];
    }

    /** Red, green and blue of the region of a class; beyond the seven colours darker, then lighter ones. */
    static int region(int index) {
        int rgb = series(index).rgb();
        return switch (index / COLORS % 3) {
            case 0 -> rgb;
            case 1 -> Rgb.mix(rgb, Rgb.BLACK, 0.45);
            default -> Rgb.mix(rgb, Rgb.WHITE, 0.5);
        };
    }

    /** What follows {@code --nn-} in its CSS variable. */
    String label() {
        return name;
    }

    /** Its value on light paper: {@code #0072b2}. */
    String light() {
        return light;
    }

    /** Its value on dark paper. */
    String dark() {
        return dark;
    }

    /** Red, green and blue of its value on light paper, 8 bits each. */
    int rgb() {
        return Integer.parseInt(light, 1, light.length(), 16);
    }
}

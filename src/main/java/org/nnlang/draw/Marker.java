package org.nnlang.draw;

/** The shapes of points: they tell classes apart without colour, and beyond the seven colours. */
enum Marker {
    CIRCLE(),
    SQUARE(-.88, -.88, .88, -.88, .88, .88, -.88, .88),
    TRIANGLE(0, -1.3, 1.15, .8, -1.15, .8),
    DIAMOND(0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0),
    DOWN(0, 1.3, 1.15, -.8, -1.15, -.8),
    PLUS(
            -.4, -1.15, .4, -1.15, .4, -.4, 1.15, -.4, 1.15, .4, .4, .4, .4, 1.15, -.4, 1.15, -.4, .4, -1.15, .4, -1.15,
            -.4, -.4, -.4),
    STAR(0, -1.4, .36, -.5, 1.33, -.43, .59, .19, .82, 1.13, 0, .62, -.82, 1.13, -.59, .19, -1.33, -.43, -.36, -.5),
    HEXAGON(-.53, -.92, .53, -.92, 1.06, 0, .53, .92, -.53, .92, -1.06, 0);

    private static final Marker[] ALL = values();

    /** The corners, x and y in turn, for a radius of 1 around 0; none for a circle. */
    private final double[] corners;

    Marker(double... corners) {
        this.corners = corners;
    }

    /** The shape of the class of an index: with its colour, it is no other's up to 56 classes. */
    static Marker of(int index) {
        return ALL[index % ALL.length];
    }

    /** Begins the shape's element, as large as a circle of this radius looks. */
    SvgWriter open(SvgWriter out, double x, double y, double radius) {
        if (corners.length == 0) {
            return out.circle(x, y, radius);
        }
        PathData outline = new PathData();
        for (int i = 0; i < corners.length; i += 2) {
            double cornerX = x + corners[i] * radius;
            double cornerY = y + corners[i + 1] * radius;
            if (i == 0) {
                outline.move(cornerX, cornerY);
            } else {
                outline.line(cornerX, cornerY);
            }
        }
        return out.path(outline.close());
    }
}

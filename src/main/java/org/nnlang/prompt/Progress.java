package org.nnlang.prompt;

import java.util.function.DoubleSupplier;
import org.nnlang.text.Digits;
import org.nnlang.text.Thousands;

/** One line with the progress of a long training run: the loss as a curve, its value, and the percentage done. */
final class Progress {
    private static final long FIRST = 200_000_000L;
    private static final long EVERY = 100_000_000L;

    /** The fraction of the time that computing the loss may take. */
    private static final int SELDOM = 20;

    private static final int CURVE = 32;

    private long started;
    private long last;
    private long lastDone;
    private long cost;
    private double loss;
    private Curve curve;

    /** Resets the line when training ends or something else is shown. */
    void end() {
        started = 0;
    }

    /** The line, or null if the next one is not due yet. */
    String line(long done, long total, int width, DoubleSupplier lossNow) {
        long now = System.nanoTime();
        if (started == 0 || done < lastDone) {
            started = now;
            last = now;
            curve = new Curve(Math.min(CURVE, width / 3));
            look(lossNow);
        }
        lastDone = done;
        if (now - started < FIRST && now - last < FIRST || now - last < Math.max(EVERY, SELDOM * cost)) {
            return null;
        }
        last = now;
        look(lossNow);
        String line = curve.text() + " loss " + Digits.format(loss, 4) + " · " + share(done, total) + " · "
                + Thousands.of(done) + " updates";
        String rest = " · Ctrl-C stops";
        return line.length() + rest.length() < width
                ? line + rest
                : line.substring(0, Math.min(line.length(), width - 1));
    }

    private void look(DoubleSupplier lossNow) {
        long before = System.nanoTime();
        loss = lossNow.getAsDouble();
        cost = System.nanoTime() - before;
        curve.add(loss);
    }

    private static String share(long done, long total) {
        return Digits.format(Math.floor(1000.0 * done / Math.max(1, total)) / 10, 4) + "%";
    }
}

package org.nnlang.prompt;

import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.nnlang.text.Digits;
import org.nnlang.text.Thousands;

/** The progress of a long training run: what is watched, and a line with the loss as a curve, its value, and the percentage done. */
final class Progress {
    private static final long FIRST = 200_000_000L;
    private static final long EVERY = 100_000_000L;

    /** Computing the loss takes at most one part in so many of the time. */
    private static final int SELDOM = 20;

    /** The same of what is watched, which a user asked for. */
    private static final int OFTEN = 4;

    private static final int CURVE = 32;

    private long started;
    private long last;
    private long lastDone;
    /** The nanoseconds until the next line is due. */
    private long pause;

    private double loss;
    private Curve curve;

    /** Resets the line when training ends or something else is shown. */
    void end() {
        started = 0;
    }

    /**
     * What is watched and the line below, or null if the next one is not due yet.
     *
     * @param watched what is watched, in lines with their ends; null if that can't be told in this moment
     */
    String text(long done, long total, int width, DoubleSupplier lossNow, Supplier<String> watched) {
        long now = System.nanoTime();
        if (started == 0 || done < lastDone) {
            started = now;
            last = now;
            curve = new Curve(Math.min(CURVE, width / 3));
            look(lossNow);
        }
        lastDone = done;
        if (now - started < FIRST && now - last < FIRST || now - last < Math.max(EVERY, pause)) {
            return null;
        }
        String above = watched.get();
        if (above == null) {
            return null;
        }
        last = now;
        long watching = System.nanoTime() - now;
        look(lossNow);
        pause += OFTEN * watching;
        String line = curve.text() + " loss " + Digits.format(loss, 4) + " · " + share(done, total) + " · "
                + Thousands.of(done) + " updates";
        String rest = " · Ctrl-C stops";
        return above
                + (line.length() + rest.length() < width
                        ? line + rest
                        : line.substring(0, Math.min(line.length(), width - 1)));
    }

    private void look(DoubleSupplier lossNow) {
        long before = System.nanoTime();
        loss = lossNow.getAsDouble();
        pause = SELDOM * (System.nanoTime() - before);
        curve.add(loss);
    }

    private static String share(long done, long total) {
        return Digits.format(Math.floor(1000.0 * done / Math.max(1, total)) / 10, 4) + "%";
    }
}

package org.nnlang.cli;

import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.nnlang.text.Digits;
import org.nnlang.text.Thousands;

/** One line with the progress of a long training run: the percentage, the rate, the time left, and the loss. */
public final class ProgressLine {
    private static final long FIRST = 500_000_000L;
    private static final long EVERY = 200_000_000L;

    private final Consumer<String> view;
    private long started;
    private long startedAt;
    private long last;
    private long lastDone;
    private boolean drawn;
    private double lossSeconds;

    /** The view replaces the line by the text that it receives; if it is empty, it erases the line. */
    public ProgressLine(Consumer<String> view) {
        this.view = view;
    }

    /** Draws the line if it is due. */
    public void update(long done, long total, DoubleSupplier loss) {
        long now = System.nanoTime();
        if (started == 0 || done < lastDone) {
            started = now;
            startedAt = done;
            last = now;
        }
        lastDone = done;
        boolean due = now - started > FIRST && now - last > EVERY;
        if (!due) {
            return;
        }
        last = now;
        double seconds = (now - started) / 1e9;
        double rate = (done - startedAt) / seconds;
        StringBuilder line = new StringBuilder();
        line.append(100 * done / Math.max(1, total)).append("% · ");
        line.append(Thousands.of(done)).append(" updates");
        if (rate > 0) { // 0 during a long first update
            line.append(" · ").append(short3(rate)).append("/s · ");
            line.append(time((total - done) / rate)).append(" left");
        }
        if (lossSeconds < 0.05) { // skip a slow loss after the first time
            long before = System.nanoTime();
            line.append(" · loss ").append(Digits.format(loss.getAsDouble(), 4));
            lossSeconds = (System.nanoTime() - before) / 1e9;
        }
        view.accept(line.toString());
        drawn = true;
    }

    /** Erases the line. */
    public void clear() {
        if (drawn) {
            view.accept("");
            drawn = false;
        }
        started = 0;
    }

    private static String short3(double rate) {
        if (rate >= 1e6) {
            return Digits.format(rate / 1e6, 3) + " M";
        }
        return rate >= 1e3 ? Digits.format(rate / 1e3, 3) + " k" : Digits.format(rate, 3) + " ";
    }

    private static String time(double seconds) {
        long s = Math.round(seconds);
        if (s < 60) {
            return s + " s";
        }
        return s < 3600 ? s / 60 + " min " + s % 60 + " s" : s / 3600 + " h " + s % 3600 / 60 + " min";
    }
}

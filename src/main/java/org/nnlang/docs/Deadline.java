package org.nnlang.docs;

import java.util.function.BooleanSupplier;

/** When a document has had its time, or the user wants no more. */
final class Deadline implements BooleanSupplier {
    private final long end;
    private final double seconds;
    private final BooleanSupplier goesOn;

    Deadline(double seconds, BooleanSupplier goesOn) {
        this.seconds = seconds;
        this.goesOn = goesOn;
        end = System.nanoTime() + (long) (seconds * 1e9);
    }

    /** Whether it goes on. */
    @Override
    public boolean getAsBoolean() {
        return !passed() && goesOn.getAsBoolean();
    }

    boolean passed() {
        return System.nanoTime() - end >= 0;
    }

    /** The seconds in all, as they were given. */
    String seconds() {
        return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
    }
}

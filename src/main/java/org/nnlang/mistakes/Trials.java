package org.nnlang.mistakes;

import org.nnlang.network.Course;
import org.nnlang.network.Reading;
import org.nnlang.network.State;
import org.nnlang.network.Timeline;

/** Runs setups and reads what they ask for; the right one is run once, and read once where only another quantity is asked. */
final class Trials {
    private final Setup right;
    private final Timeline.Monitor monitor;
    private final State state;
    private final Reading reading;
    /** The course that was run last, and where it ended. */
    private Course last;

    private State lastEnd;

    Trials(Setup right, Timeline.Monitor monitor) {
        this.right = right;
        this.monitor = monitor;
        state = right.course().run(monitor);
        reading = right.reading(state);
    }

    /** The right value. */
    double right() {
        return reading.value(right.asked());
    }

    /** How much work a setup's run is. */
    double work(Setup setup) {
        return setup.course() == right.course() || setup.course() == last ? 0 : setup.course().work();
    }

    /** The value of what a setup asks for; NaN where its training leaves the finite numbers. */
    double value(Setup setup) {
        Course course = setup.course();
        if (course != right.course()) {
            if (course != last) {
                lastEnd = course.run(monitor);
                last = course;
            }
            return lastEnd == null ? Double.NaN : setup.reading(lastEnd).value(setup.asked());
        }
        boolean same = setup.now() == right.now() && setup.sample() == right.sample();
        return (same ? reading : setup.reading(state)).value(setup.asked());
    }
}

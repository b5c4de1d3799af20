package org.nnlang.slips;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nnlang.network.Cancellation;

/**
 * Finds the slips that give a number: alone, and where none does, two together.
 *
 * <p>How much is tried depends on the amount of work, never on time, so that an answer is the same on every machine. Pairs
 * are tried, simplest first, only as long as a number with so few digits isn't likely to be hit by chance: an answer that
 * would fit any number explains none.
 */
public final class SlipFinder {
    /** Parameters updated, times samples: what the slips alone may cost, and what the pairs may. */
    private static final double SINGLE_WORK = 4e8;

    private static final double PAIR_WORK = 1.5e7;

    /** Values that differ by less, relatively, are one value worked out in two ways. */
    private static final double SAME = 1e-12;

    /** Pairs are tried while fewer numbers than this share of all would be hit by chance. */
    private static final double MOST_CHANCE = 0.005;

    private final Calculation calculation;
    private final Written number;
    private final Cancellation cancellation;
    private final Trials trials;
    private final List<Trial> tried = new ArrayList<>();
    private final Set<Double> near = new HashSet<>();
    private int singlesLeft;
    private int pairs;
    private int pairsLeft;
    private boolean tooMuch;

    private SlipFinder(Calculation calculation, Written number, Cancellation cancellation) {
        this.calculation = calculation;
        this.number = number;
        this.cancellation = cancellation;
        trials = new Trials(calculation, cancellation);
    }

    /**
     * Answers for a number.
     *
     * @param name what the quantity is called in the script
     */
    public static Answer answer(String name, Calculation calculation, Written number, Cancellation cancellation) {
        return new SlipFinder(calculation, number, cancellation).answer(name);
    }

    private Answer answer(String name) {
        double right = trials.right();
        Written.How how = number.match(right);
        Calculation hand = calculation.with(plan -> plan.with(plan.arithmetic().withZerosByHand()));
        double byHand = byHand(hand, right, how == Written.How.NOT ? SINGLE_WORK : PAIR_WORK);
        if (how == Written.How.NOT && number.match(byHand) != Written.How.NOT) {
            how = Written.How.BY_HAND;
        }
        if (how != Written.How.NOT) {
            FirstDifference parting =
                    Double.isNaN(byHand) ? null : new Comparison(calculation, hand, cancellation).parting();
            return new Answer(
                    name, number, calculation, right, how, List.of(), null, parting, Answer.Tried.NOTHING, byHand);
        }
        List<Slip> slips = Slips.of(calculation);
        singles(slips);
        int singles = tried.size();
        List<Trial> fits = fits();
        if (fits.isEmpty()) {
            pairs(slips);
            fits = fits();
        }
        Answer.Tried counts = new Answer.Tried(singles, singlesLeft, pairs, pairsLeft, tooMuch, chance());
        FirstDifference parting = fits.isEmpty() ? null : parting(fits.getFirst());
        return new Answer(
                name,
                number,
                calculation,
                right,
                how,
                fits,
                fits.isEmpty() ? nearest() : null,
                parting,
                counts,
                Double.NaN);
    }

    /** The value if nets that can't be told from 0 are 0; NaN if it is the same, or too much work. */
    private double byHand(Calculation hand, double right, double most) {
        if (calculation.now().arithmetic().rounds() || trials.work(hand) > most) {
            return Double.NaN;
        }
        double value = trials.value(hand);
        return Math.abs(value - right) <= SAME * Math.abs(right) ? Double.NaN : value + 0.0; // −0 is 0
    }

    private FirstDifference parting(Trial trial) {
        return trial.isElsewhere()
                ? WrongQuantity.parting(calculation, trials.right(), trial, cancellation)
                : new Comparison(calculation, trial.calculation(), cancellation).parting();
    }

    private void singles(List<Slip> slips) {
        double work = 0;
        for (Slip slip : slips) {
            Calculation changed = slip.change().apply(calculation);
            double cost = changed == null ? 0 : trials.work(changed);
            if (work + cost > SINGLE_WORK) {
                singlesLeft++;
            } else if (changed != null) {
                cancellation.check();
                work += cost;
                attempt(List.of(slip), changed);
            }
        }
    }

    private void pairs(List<Slip> slips) {
        double work = 0;
        for (Pairs.Pair pair : Pairs.of(slips, calculation)) {
            if (tooMuch || chance() > MOST_CHANCE) {
                pairsLeft++;
                continue; // to make the change is work, too: large networks are copied
            }
            cancellation.check();
            Calculation changed = pair.change(calculation);
            double cost = changed == null ? 0 : trials.work(changed);
            tooMuch = work + cost > PAIR_WORK;
            if (tooMuch) {
                pairsLeft++;
            } else if (changed != null) {
                work += cost;
                pairs++;
                attempt(List.of(pair.first(), pair.second()), changed);
            }
        }
    }

    private void attempt(List<Slip> slips, Calculation changed) {
        double value = trials.value(changed);
        boolean fits = number.match(value) != Written.How.NOT;
        tried.add(new Trial(slips, fits ? changed : null, value)); // calculations of large networks are large
        if (Math.abs(value - number.value()) <= 0.1 * Math.abs(number.value())) {
            near.add(Math.rint(value / number.unit()));
        }
    }

    /** How many of the values tried a number of as many digits would hit, were it anywhere within 10% of this one. */
    private double chance() {
        double room = 0.2 * Math.abs(number.value()) / number.unit();
        return room == 0 ? 1 : 1.5 * near.size() / room; // a value gives one number, or two where cutting off differs
    }

    private List<Trial> fits() {
        return tried.stream()
                .filter(trial -> number.match(trial.value()) != Written.How.NOT)
                .toList();
    }

    /** A slip that leaves the right number as it is comes no nearer than that. */
    private Trial nearest() {
        Trial nearest = null;
        double least = Double.POSITIVE_INFINITY;
        double right = trials.right();
        double same = Double.isFinite(right) ? SAME * Math.abs(right) : 0;
        for (Trial trial : tried) {
            double distance = Math.abs(trial.value() - number.value());
            if (distance < least && !(Math.abs(trial.value() - right) <= same)) {
                least = distance;
                nearest = trial;
            }
        }
        return nearest;
    }
}

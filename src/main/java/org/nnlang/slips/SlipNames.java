package org.nnlang.slips;

import java.util.List;
import org.nnlang.network.Network;

/** Names slips for programs: {@code bias-left-out h1}, {@code drop-in-slope of sample 2 in update 1}. */
final class SlipNames {
    private final Network network;
    private final int rows;
    private final long start;

    SlipNames(Course course) {
        network = course.calculation().network();
        rows = course.isLarge() ? 0 : course.first().rows();
        start = course.stepAfter(0);
    }

    /** A candidate as part of an answer. */
    Answer.Slip slip(Candidate candidate) {
        List<Candidate> parts = candidate.parts().isEmpty() ? List.of(candidate) : candidate.parts();
        return new Answer.Slip(parts.stream().map(this::part).toList());
    }

    private Answer.Part part(Candidate candidate) {
        List<Rewriting> all = candidate.change().rewritings();
        Description description = candidate.description();
        Belief belief = Beliefs.of(description);
        String id = belief != null ? belief.id() : slug(description);
        return new Answer.Part(id + about(description, all), description, all, belief);
    }

    private static String slug(Description description) {
        String of = description instanceof Description.InLine in
                ? " in " + in.line().kind()
                : "";
        return (description.operation() + of).replace(' ', '-');
    }

    /** The lines that a slip's name ends with, unless they are all of a kind. */
    private String about(Description description, List<Rewriting> rewritings) {
        if (rewritings.isEmpty()) {
            return "";
        }
        Rewriting rewriting = rewritings.getFirst();
        String where = description instanceof Description.InLine in
                ? where(rewriting.scope().width(), in.line().cell())
                : "";
        long at = rewriting.at();
        String once = at == Rewriting.ALWAYS
                ? ""
                : at == Rewriting.READING ? " at the end" : " in update " + (start + at + 1);
        return (where.isEmpty() ? "" : " " + where) + once;
    }

    private String where(Rewriting.Scope.Width width, Cell cell) {
        return switch (width) {
            case FAMILY, KIND -> "";
            case FORMULA -> Rewriting.Scope.activation(cell, network);
            case PARAMETERS -> cell.ofBias() ? "b" : "w";
            case LAYER -> network.neurons(cell.layer()).layer();
            case UNIT -> cell.neuron() < 0 ? "" : network.neurons(cell.layer()).name(cell.neuron());
            case LINE -> Symbols.name(cell, network);
            case ONE ->
                Symbols.name(cell, network) + (cell.isOfSample() && rows > 1 ? " of sample " + (cell.row() + 1) : "");
        };
    }
}

package org.nnlang.render;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.explain.Derivation;
import org.nnlang.network.Network;
import org.nnlang.slips.Answer;
import org.nnlang.slips.FirstDifference;
import org.nnlang.slips.Trial;
import org.nnlang.text.Digits;
import org.nnlang.text.TextLines;
import org.nnlang.text.TextWidth;
import org.nnlang.text.Thousands;

/** An answer as plain text. */
public final class AnswerText {
    /** Of more slips that fit, so many are told. */
    private static final int MOST_TOLD = 30;

    private static final String HERE = "   ← here they part";

    private final int digits;
    private final int width;
    private final StringBuilder text = new StringBuilder();

    /** For numbers of so many significant digits and a page of so many columns. */
    public AnswerText(int digits, int width) {
        this.digits = digits;
        this.width = width;
    }

    /** The answer; lines end with a line feed, the last one too. */
    public String render(Answer answer) {
        String right = answer.name() + " = " + digits(answer, answer.right());
        switch (answer.how()) {
            case EXACTLY -> line(answer.number().text() + " is right: " + right);
            case ROUNDED -> line(answer.number().text() + " is right: " + right + ", rounded to " + places(answer));
            case CUT_OFF -> line(answer.number().text() + " is right: " + right + ", cut off after " + places(answer));
            case BY_HAND ->
                line(answer.number().text() + " is right by hand; in binary arithmetic " + right
                        + ", because a net that is 0 by hand is not quite 0 there");
            case NOT -> {
                line(right + ", not " + answer.number().text());
                if (answer.fits().isEmpty()) {
                    unexplained(answer);
                } else {
                    explained(answer);
                }
                tried(answer.tried());
            }
        }
        if (!Double.isNaN(answer.byHand())) {
            byHand(answer);
        }
        return text.toString();
    }

    /** Where the double's working leaves the one by hand. */
    private void byHand(Answer answer) {
        if (!answer.isByHand()) {
            line("by hand it is " + digits(answer, answer.byHand()) + ", because a net that is not quite 0 is 0 there");
        }
        if (answer.parting() != null) {
            parting(answer, answer.byHand(), "in binary", "by hand");
        }
    }

    /** As many digits as the answer's number needs to be compared. */
    private String digits(Answer answer, double value) {
        return Digits.format(value, Math.clamp(answer.number().digits() + 2L, digits, 17));
    }

    private String number(double value) {
        return Digits.format(value, digits);
    }

    private static String places(Answer answer) {
        return answer.number().places();
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    private void explained(Answer answer) {
        List<Trial> fits = answer.fits();
        Trial first = fits.getFirst();
        String count = first.slips().size() == 1 ? "one slip gives " : "two slips together give ";
        wrapped(count + answer.number().text() + ": ", first.words());
        List<Trial> others = fits.subList(1, Math.min(fits.size(), MOST_TOLD));
        for (Trial other : others) {
            wrapped("  or: ", other.words());
        }
        if (fits.size() > MOST_TOLD) {
            line("  or " + (fits.size() - MOST_TOLD) + " more");
        }
        if (fits.size() > 1) {
            line(fits.size() + " explanations give it"
                    + (answer.tried().tooFewDigits() ? ": with so few digits nn can't tell which" : ""));
        }
        if (answer.parting() != null) {
            parting(answer, answer.fits().getFirst().value(), "right", "with the slip");
        }
    }

    private void wrapped(String start, String words) {
        String indent = " ".repeat(start.startsWith(" ") ? start.length() : 2);
        StringBuilder line = new StringBuilder(start);
        for (String word : TextLines.split(words, ' ')) {
            if (TextWidth.of(line.toString()) + 1 + TextWidth.of(word) > width && !line.isEmpty()) {
                line(line.toString());
                line = new StringBuilder(indent);
            }
            line.append(word).append(' ');
        }
        line(line.toString());
    }

    /** Both workings, and what they are called. */
    private void parting(Answer answer, double value, String left, String other) {
        FirstDifference parting = answer.parting();
        if (!parting.rows().isEmpty()) {
            line("");
            table(answer, value, left, other);
        }
        if (parting.first() >= 0 || parting.right() != null) {
            line("");
            line("  " + left);
            derivation(parting.right(), parting.network(), parting);
            line(parting.rows().isEmpty() ? "  " + answer.number().text() : "  " + other);
            derivation(parting.wrong(), parting.wrongNetwork(), parting);
        }
    }

    private void table(Answer answer, double value, String left, String other) {
        FirstDifference parting = answer.parting();
        List<String[]> cells = new ArrayList<>();
        cells.add(new String[] {parting.where(), left, other});
        for (FirstDifference.Row row : parting.rows()) {
            if (row.left() > 0) {
                cells.add(new String[] {"⋯", "", ""});
            }
            cells.add(new String[] {row.name(), number(row.right()), number(row.wrong())});
        }
        String last = parting.rows().getLast().name();
        if (!isLast(answer, last)) {
            cells.add(new String[] {answer.name(), number(answer.right()), number(value)});
        }
        int at = parting.first() < 0 ? -1 : rowOf(parting);
        write(cells, at);
    }

    private static boolean isLast(Answer answer, String last) {
        String plain = answer.name().replace(" ", "");
        return last.replace(" ", "").equals(plain) || last.startsWith(answer.name() + " @ ");
    }

    private static int rowOf(FirstDifference parting) {
        int row = 1;
        for (int i = 0; i < parting.first(); i++) {
            row += parting.rows().get(i).left() > 0 ? 2 : 1;
        }
        return row + (parting.rows().get(parting.first()).left() > 0 ? 1 : 0);
    }

    private void write(List<String[]> cells, int marked) {
        int[] widths = new int[3];
        for (String[] row : cells) {
            for (int column = 0; column < 3; column++) {
                widths[column] = Math.max(widths[column], TextWidth.of(row[column]));
            }
        }
        for (int i = 0; i < cells.size(); i++) {
            StringBuilder line = new StringBuilder("  ");
            for (int column = 0; column < 3; column++) {
                String cell = cells.get(i)[column];
                line.append(cell).append(" ".repeat(widths[column] - TextWidth.of(cell) + 3));
            }
            line(line.toString().stripTrailing() + (i == marked ? HERE : ""));
        }
    }

    private void derivation(Derivation derivation, Network network, FirstDifference parting) {
        if (derivation == null) {
            line("    " + parting.rows().get(parting.first()).name() + " stays as it is");
            return;
        }
        String lines = new TextRenderer(network, digits, width - 4).narrate(List.of(derivation.from(List.of())));
        text.append(TextLines.indented(lines, 4));
    }

    private void unexplained(Answer answer) {
        line("no slip that nn tried gives " + answer.number().text());
        Trial nearest = answer.nearest();
        if (nearest != null) {
            double off = Math.abs(nearest.value() - answer.number().value())
                    / Math.abs(answer.number().value());
            String far = off < 10 ? ", off by " + Digits.format(100 * off, 2) + "%" : "";
            wrapped("the nearest gives " + digits(answer, nearest.value()) + far + ": ", nearest.words());
        }
    }

    private void tried(Answer.Tried tried) {
        line("");
        String singles = "tried: " + count(tried.singles(), "slip");
        String pairs = tried.pairs() > 0 ? " and " + count(tried.pairs(), "pair") + " of them" : ", each alone";
        line(singles + pairs);
        if (tried.singlesLeft() > 0) {
            line("not tried: " + count(tried.singlesLeft(), "slip")
                    + ", because computing everything again for each is too much work");
        }
        if (tried.pairsLeft() > 0) {
            line("not tried: " + count(tried.pairsLeft(), "pair") + ", because "
                    + (tried.work()
                            ? "computing everything again for each is too much work"
                            : "with so few digits some pair would fit almost any number"));
        }
    }

    private static String count(int n, String noun) {
        return Thousands.of(n) + " " + noun + (n == 1 ? "" : "s");
    }
}

package org.nnlang.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nnlang.explain.Derivation;
import org.nnlang.math.Formula;
import org.nnlang.math.Parts;
import org.nnlang.network.Network;
import org.nnlang.slips.Answer;
import org.nnlang.slips.Belief;
import org.nnlang.slips.Claim;
import org.nnlang.slips.FirstDifference;
import org.nnlang.slips.Written;
import org.nnlang.text.Digits;
import org.nnlang.text.Thousands;

/** Puts the answer to {@code why} into words, tables and mathematics. */
final class AnswerPassages {
    private static final String HERE = "← here they part";

    private static final String FOLLOWS = "follows from your other numbers";

    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth");

    /** A page of this many numbers is summed up in a line. */
    private static final int MANY = 10;

    /** More numbers that one slip gives are counted, not listed. */
    private static final int MOST_NUMBERS = 4;

    /** Digits that a double surely has. */
    private static final int MOST_DIGITS = 15;

    /** What the letters of the lines mean. */
    private static final Map<String, String> LETTERS = new TreeMap<>(Map.ofEntries(
            Map.entry("η", "the learning rate"),
            Map.entry("λ", "the weight decay"),
            Map.entry("μ", "the share of the velocity that is kept"),
            Map.entry("β", "the share of the memory that is kept"),
            Map.entry("ρ", "the share of the memory that is kept"),
            Map.entry("ε", "a small number against divisions by 0"),
            Map.entry("ḡ", "the mean gradient of the batch"),
            Map.entry("ĝ", "the gradient after clipping and decay"),
            Map.entry("g", "the gradient with its decay"),
            Map.entry("m", "the mean of the gradients"),
            Map.entry("v", "what the optimizer remembers of the gradients"),
            Map.entry("m̂", "the corrected mean of the gradients"),
            Map.entry("v̂", "the corrected mean of their squares"),
            Map.entry("‖g‖", "the length of all gradients together"),
            Map.entry("c", "the clipping limit"),
            Map.entry("s", "what the optimizer remembers of the squares"),
            Map.entry("f′", "the derivative of the activation"),
            Map.entry("φ", "the density of the normal distribution"),
            Map.entry("Φ", "the share of the normal distribution below a number"),
            Map.entry("a source", "the input or the out that a weight multiplies")));

    private final int digits;
    private final List<Passage> passages = new ArrayList<>();
    private final Set<String> explained = new HashSet<>();
    private SlipWording wording;

    /** For numbers with {@code digits} significant digits. */
    AnswerPassages(int digits) {
        this.digits = digits;
    }

    /** What the answer says. */
    List<Passage> of(Answer answer) {
        wording = new SlipWording(answer);
        if (!answer.given().isEmpty()) {
            line("going on from "
                    + answer.given().stream()
                            .map(claim -> claim.name() + " = " + claim.number().text())
                            .collect(Collectors.joining(", ")));
        }
        int count = answer.checked().size();
        if (count >= MANY) {
            summary(answer);
        }
        if (answer.first() >= 0) {
            Answer.Checked first = answer.checked().get(answer.first());
            line((count == 1 ? "" : "first wrong: ") + first.claim().name() + " = " + value(first, first.right())
                    + ", not " + first.claim().number().text());
            byHand(first);
            wrong(answer, first);
            further(answer.next());
        } else if (count == 1) {
            Answer.Checked right = answer.checked().getFirst();
            right(right);
            difference(answer.difference(), right, right.byHand(), "in binary", "by hand");
        } else {
            line("all are right");
        }
        if (count > 1) {
            table(answer);
        }
        if (answer.first() >= 0) {
            tried(answer);
        }
        return passages;
    }

    /** How many numbers are right, and what the others are. */
    private void summary(Answer answer) {
        long right = answer.checked().stream().filter(Answer.Checked::isRight).count();
        long follow = answer.checked().stream().filter(Answer.Checked::follows).count();
        long wrong = answer.checked().size() - right - follow;
        if (wrong + follow > 0) {
            line("of " + answer.checked().size() + " numbers " + right + (right == 1 ? " is" : " are") + " right, "
                    + (follow == 0 ? "" : follow + (follow == 1 ? " follows" : " follow") + " from a wrong one, ")
                    + "and " + wrong + (wrong == 1 ? " is" : " are") + " wrong");
        }
    }

    /** The slips in what the first one leaves. */
    private void further(Answer answer) {
        if (answer == null || answer.first() < 0) {
            return;
        }
        Answer.Checked first = answer.checked().get(answer.first());
        gap();
        line("next wrong, going on from the numbers before: " + first.claim().name() + " = "
                + value(first, first.right()) + ", not "
                + first.claim().number().text());
        wrong(answer, first);
        further(answer.next());
    }

    private void right(Answer.Checked one) {
        String number = one.claim().number().text();
        String is = one.claim().name() + " = " + value(one, one.right());
        line(
                switch (one.how()) {
                    case EXACTLY -> number + " is right: " + is;
                    case ROUNDED -> number + " is right: " + is + ", rounded to " + places(one);
                    case CUT_OFF -> number + " is right: " + is + ", cut off after " + places(one);
                    case BY_HAND ->
                        number + " is right by hand; in binary arithmetic " + is
                                + ", because a net that is 0 by hand is not quite 0 there";
                    case SINGLE -> number + " is right in float32; in double precision " + is;
                    case NOT -> number + " is right for the numbers it goes on from; from the right ones " + is;
                });
        if (one.how() != Written.How.BY_HAND) {
            byHand(one);
        }
        if (!Double.isNaN(one.before())) {
            line("it was " + value(one, one.before())
                    + " before the last update, so it takes more digits to check that update");
        }
    }

    private void byHand(Answer.Checked one) {
        if (!Double.isNaN(one.byHand())) {
            line("by hand it is " + value(one, one.byHand()) + ", because a net that is not quite 0 is 0 there");
        }
    }

    /** With as many digits as the number needs to be compared. */
    private String value(Answer.Checked one, double value) {
        return Digits.format(value, Math.clamp(one.claim().number().digits() + 2L, digits, 17));
    }

    private static String places(Answer.Checked one) {
        return one.claim().number().places();
    }

    private void gap() {
        passages.add(new Passage.Gap());
    }

    private void line(String text) {
        sentence(Passage.Role.SHORT, 0, text);
    }

    private void sentence(Passage.Role role, int level, String text) {
        passages.add(new Passage.Sentence(role, level, text));
    }

    private void wrong(Answer answer, Answer.Checked first) {
        switch (answer.verdict()) {
            case UNKNOWN -> {
                if (answer.tried().slips() > 0) {
                    line("no slip that nn tried gives " + numbers(answer, null));
                }
                if (answer.nearest() != null) {
                    double value = answer.nearest().values()[answer.checked().indexOf(first)];
                    sentence(
                            Passage.Role.USUAL,
                            0,
                            value(first, value) + " is near: "
                                    + wording.text(answer.nearest().slips().getFirst()));
                }
            }
            case STATED -> {
                Answer.Reason reason = answer.reasons().getFirst();
                Answer.Slip slip = reason.slips().getFirst();
                String count = slip.isPair() ? "two slips together give " : "one slip gives ";
                sentence(Passage.Role.USUAL, 0, count + numbers(answer, reason) + ": " + wording.text(slip));
                same(reason).forEach(other -> sentence(Passage.Role.USUAL, 1, other));
                letters(List.of(reason));
                difference(answer, first);
                instead(reason);
            }
            case POSSIBLE -> {
                line(numbers(answer, answer.reasons().getFirst()) + " could come from a slip:");
                passages.add(new Passage.Choices(
                        answer.reasons().stream().map(this::choice).toList()));
                letters(answer.reasons());
                deciding(answer);
                if (answer.reasons().size() == 1) {
                    difference(answer, first);
                }
            }
            case RIGHT -> {}
        }
    }

    /** The wrong numbers that a reason gives; without a reason, the first one. */
    private static String numbers(Answer answer, Answer.Reason reason) {
        List<String> wrong = IntStream.range(0, answer.checked().size())
                .filter(i -> reason == null ? i == answer.first() : reason.gives()[i])
                .mapToObj(answer.checked()::get)
                .filter(Answer.Checked::isWrong)
                .map(c -> c.claim().number().text())
                .toList();
        if (wrong.size() > MOST_NUMBERS) {
            return wrong.getFirst() + " and " + (wrong.size() - 1) + " other numbers";
        }
        return wrong.size() < 3
                ? String.join(" and ", wrong)
                : String.join(", ", wrong.subList(0, wrong.size() - 1)) + " and " + wrong.getLast();
    }

    private List<String> choice(Answer.Reason reason) {
        return Stream.concat(Stream.of(wording.text(reason.slips().getFirst())), same(reason))
                .toList();
    }

    /** The slips that give the same numbers as a reason's first. */
    private Stream<String> same(Answer.Reason reason) {
        return reason.slips().stream().skip(1).map(slip -> "or, the same number here: " + wording.text(slip));
    }

    /** Which further digits would tell the reasons apart. */
    private void deciding(Answer answer) {
        for (int i = 0; i < answer.checked().size(); i++) {
            Answer.Checked one = answer.checked().get(i);
            int claim = i;
            List<Double> values =
                    answer.reasons().stream().map(r -> r.values()[claim]).toList();
            int from = one.claim().number().digits() + 1;
            boolean given = answer.reasons().getFirst().gives()[i];
            if (one.isRight() || !given || from > MOST_DIGITS) {
                continue;
            }
            int needed = from;
            while (needed < MOST_DIGITS && formatted(values, needed).size() < values.size()) {
                needed++;
            }
            Set<String> told = formatted(values, values.size() == 1 ? Math.min(MOST_DIGITS, from + 2) : needed);
            boolean whole = values.size() == 1
                    && Math.abs(values.getFirst() - one.claim().number().value()) < 1e-12;
            if (told.size() == values.size() && !whole) {
                String name = one.claim().name();
                line(
                        values.size() == 1
                                ? "more digits would tell: with the slip " + name + " is "
                                        + told.iterator().next()
                                : needed + " digits of " + name + " would tell: " + String.join(", ", told));
                return;
            }
        }
    }

    private static Set<String> formatted(List<Double> values, int digits) {
        return values.stream()
                .map(value -> Digits.format(value, digits))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What is right, in the words of the belief. */
    private void instead(Answer.Reason reason) {
        for (Belief belief : reason.slips().getFirst().beliefs()) {
            gap();
            sentence(Passage.Role.PARAGRAPH, 0, belief.why());
        }
    }

    private void difference(Answer answer, Answer.Checked first) {
        double slipped = answer.reasons().getFirst().values()[answer.checked().indexOf(first)];
        difference(answer.difference(), first, slipped, "right", "with the slip");
    }

    /** Both calculations, from the line where they part; {@code left} and {@code right} say which is which. */
    private void difference(FirstDifference difference, Answer.Checked one, double other, String left, String right) {
        if (difference == null) {
            return;
        }
        gap();
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of(difference.where(), left, right));
        int marked = 0;
        for (FirstDifference.Row row : difference.rows()) {
            if (row.left() > 0) {
                cells.add(List.of("⋯", "", ""));
            }
            marked = row == difference.rows().get(difference.first()) ? cells.size() : marked;
            cells.add(List.of(row.name(), number(row.right()), number(row.wrong())));
        }
        List<String> last = List.of(one.claim().name(), number(one.right()), number(other));
        if (!last.subList(1, 3).equals(cells.getLast().subList(1, 3))) {
            cells.add(last);
        }
        passages.add(new Passage.Table(cells, true, marked, HERE));
        if (difference.right() != null && difference.wrong() != null) {
            gap();
            derivation(left, difference.right(), difference.network());
            derivation(right, difference.wrong(), difference.wrongNetwork());
            letters(difference);
        }
    }

    private String number(double value) {
        return Digits.format(value, digits);
    }

    private void derivation(String title, Derivation derivation, Network network) {
        passages.add(new Passage.Mathematics(1, title, List.of(derivation), network, digits));
    }

    /** What the letters in the two lines mean. */
    private void letters(FirstDifference difference) {
        Set<String> used = new LinkedHashSet<>();
        collect(difference.right(), used);
        collect(difference.wrong(), used);
        explain(used, 2);
    }

    /** What the letters in the sentences about slips mean. */
    private void letters(List<Answer.Reason> reasons) {
        Set<String> used = new LinkedHashSet<>();
        for (Answer.Reason reason : reasons) {
            reason.slips().forEach(slip -> used.addAll(letters(wording.text(slip))));
        }
        explain(used, 1);
    }

    /** The words of a sentence, and what its signs and brackets part. */
    private static List<String> letters(String text) {
        List<String> all = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean part = Character.isLetter(c) || c == '\'' || c == '\u0302' || c == '′' || c == '‖';
            if (!part) {
                String word = text.substring(from, i);
                all.add(word.startsWith("source") ? "a source" : word);
                from = i + 1;
            }
        }
        return all;
    }

    /** Says what letters mean, each once. */
    private void explain(Set<String> used, int level) {
        String known = used.stream()
                .filter(letter -> LETTERS.containsKey(letter) && explained.add(letter))
                .map(letter -> letter + " is " + LETTERS.get(letter))
                .collect(Collectors.joining("; "));
        if (!known.isEmpty()) {
            sentence(Passage.Role.NOTE, level, "(" + known + ")");
        }
    }

    private static void collect(Derivation derivation, Set<String> used) {
        collect(derivation.lhs(), used);
        derivation.forms().forEach(form -> collect(form, used));
    }

    private static void collect(Formula formula, Set<String> used) {
        Parts.walk(formula, part -> {
            if (part instanceof Formula.Named named) {
                used.add(named.letter());
            }
        });
    }

    /** Each number with what is said of it. */
    private void table(Answer answer) {
        gap();
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of("", "yours", "right", ""));
        IntStream.range(0, answer.checked().size()).forEach(i -> {
            Answer.Checked one = answer.checked().get(i);
            cells.add(List.of(
                    one.claim().name(), one.claim().number().text(), value(one, one.right()), said(answer, i, one)));
        });
        passages.add(new Passage.Table(cells, false, 0, ""));
    }

    private static String said(Answer answer, int i, Answer.Checked one) {
        return switch (one.how()) {
            case EXACTLY, ROUNDED -> Double.isNaN(one.before()) ? "right" : "right, as before the update";
            case CUT_OFF -> "right, cut off";
            case BY_HAND -> "right by hand";
            case SINGLE -> "right in float32";
            case NOT -> one.follows() ? FOLLOWS : slip(answer, one.claim(), 0);
        };
    }

    /** Which slip gives a number that is wrong; the first of {@code answer} is the slip number {@code number}, from 0. */
    private static String slip(Answer answer, Claim claim, int number) {
        for (int i = 0; answer != null && i < answer.checked().size(); i++) {
            Answer.Checked one = answer.checked().get(i);
            if (one.claim() == claim && !one.isWrong()) {
                return FOLLOWS;
            }
            if (one.claim() == claim
                    && !answer.reasons().isEmpty()
                    && answer.reasons().getFirst().gives()[i]) {
                boolean stated = answer.verdict() == Answer.Verdict.STATED;
                boolean several = number > 0 || answer.next() != null;
                String which = several ? "the " + ORDINALS.get(number) + " slip" : "the slip";
                return stated ? "given by " + which : "could be " + which;
            }
        }
        boolean counted = answer != null && !answer.reasons().isEmpty();
        return answer == null ? "not explained" : slip(answer.next(), claim, number + (counted ? 1 : 0));
    }

    private void tried(Answer answer) {
        gap();
        int tried = 0;
        int left = 0;
        boolean large = false;
        for (Answer one = answer; one != null; one = one.next()) {
            large |= one.tried().large();
            tried += one.tried().slips();
            left += one.tried().left();
        }
        if (tried == 0 && left == 0) {
            line(
                    "tried: no slips, because "
                            + (answer.tried().large()
                                    ? "the network or the batch is too large to rewrite each line of the calculation"
                                    : "nn has no worksheet for this quantity and these settings; explain shows its calculation"));
            return;
        }
        line("tried: " + count(tried));
        if (left > 0) {
            line("not tried: " + count(left) + ", because computing everything again for each is too much work");
        }
        if (large) {
            line("not tried: slips in lines that are too long, or too many, to rewrite");
        }
    }

    private static String count(int n) {
        return Thousands.of(n) + " slip" + (n == 1 ? "" : "s");
    }
}

package org.nnlang.slips;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nnlang.language.Event;
import org.nnlang.network.Cancellation;
import org.nnlang.session.Session;
import org.nnlang.text.Source;

/** Wrong numbers that a program independent of nn made by known slips; {@code wrong/README.md} describes them. */
final class WrongNumbers {
    static final int[] DIGITS = {4, 6, 9};

    /** A quantity of a network after some updates. */
    record Question(String network, int after, String quantity) {
        Question in(int other) {
            return new Question(network + "-" + other, after, quantity);
        }

        private String asked() {
            return quantity + " @ " + after;
        }
    }

    /** What a slip gives, here and in three other networks. */
    record Case(String slip, String site, Question question, double wrong, double right, double[] others) {
        String written(int digits) {
            return WrongNumbers.written(wrong, digits);
        }
    }

    private static final Map<String, Integer> UPDATES = new HashMap<>();

    private WrongNumbers() {}

    static String written(double value, int digits) {
        return new BigDecimal(value)
                .round(new MathContext(digits, RoundingMode.HALF_UP))
                .toString();
    }

    static List<Case> cases(String file) {
        List<Case> cases = new ArrayList<>();
        String[] head = {};
        for (String line : lines(file)) {
            if (line.startsWith("> ")) {
                head = line.substring(2).split(",");
            } else {
                String[] f = line.split(",");
                double[] others = {Double.parseDouble(f[4]), Double.parseDouble(f[5]), Double.parseDouble(f[6])};
                Question question = new Question(head[0], Integer.parseInt(f[0]), f[1]);
                cases.add(new Case(
                        head[1],
                        head.length > 2 ? head[2] : "",
                        question,
                        Double.parseDouble(f[2]),
                        Double.parseDouble(f[3]),
                        others));
            }
        }
        return cases;
    }

    static List<String> lines(String file) {
        try (BufferedReader reader = new BufferedReader(new java.io.InputStreamReader(
                Objects.requireNonNull(WrongNumbers.class.getResourceAsStream("/wrong/" + file), file),
                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int updatesPerEpoch(String network) {
        if (UPDATES.isEmpty()) {
            lines("networks.csv").stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(f -> UPDATES.put(f[0], Integer.parseInt(f[1])));
        }
        String base = network.replaceFirst("-[123]$", "");
        return UPDATES.get(base);
    }

    /** The answer to the right number: nothing is tried. */
    static Answer askRight(Question question) {
        Session session = session(question);
        List<Double> values = new ArrayList<>();
        listen(session, "show " + question.asked(), event -> {
            if (event instanceof Event.Shown shown) {
                values.add(((org.nnlang.language.Value.Scalar) shown.value()).value());
            }
        });
        return ask(session, question, new BigDecimal(values.getFirst()).toPlainString());
    }

    /** The answers to some numbers. */
    static List<Answer> ask(Question question, List<String> numbers) {
        Session session = session(question);
        return numbers.stream().map(number -> ask(session, question, number)).toList();
    }

    private static Session session(Question question) {
        int perEpoch = updatesPerEpoch(question.network);
        int epochs = (question.after + perEpoch - 1) / perEpoch;
        Session session = new Session();
        session.run(String.join("\n", lines("networks/" + question.network + ".nn")));
        if (epochs > 0) {
            session.run("train " + epochs);
        }
        return session;
    }

    private static Answer ask(Session session, Question question, String number) {
        List<Answer> answers = new ArrayList<>();
        listen(session, "why " + question.asked() + " = " + number, event -> {
            if (event instanceof Event.Answered answered) {
                answers.add(answered.answer());
            }
        });
        return answers.getFirst();
    }

    private static void listen(Session session, String statement, java.util.function.Consumer<Event> to) {
        session.run(
                new Source("question", statement),
                event -> {
                    if (event instanceof Event.Reported e) {
                        throw new AssertionError(
                                statement + ": " + e.diagnostic().what().title());
                    }
                    to.accept(event);
                },
                Cancellation.NONE);
    }

    /** Cases by their question. */
    static Map<Question, List<Case>> byQuestion(List<Case> cases) {
        Map<Question, List<Case>> all = new LinkedHashMap<>();
        cases.forEach(
                c -> all.computeIfAbsent(c.question, _ -> new ArrayList<>()).add(c));
        return all;
    }
}

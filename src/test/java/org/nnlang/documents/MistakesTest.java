package org.nnlang.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nnlang.language.Event;
import org.nnlang.network.Cancellation;
import org.nnlang.render.SlipWording;
import org.nnlang.session.Session;
import org.nnlang.slips.Answer;
import org.nnlang.text.Source;

/** What {@code why} says of numbers on public pages: the slip that was found there without nn is its first reason. */
class MistakesTest {
    private static final Path FOLDER = Path.of("samples/mistakes");

    private static final String RIGHT = "right";

    private static final String NONE = "none";

    /**
     * For each question of a script what is expected: that all is right, that no slip is named, or the id of a belief, or words,
     * of one of the first reason's slips; with a question mark in front if it is only one that could be.
     */
    private static final Map<String, List<String>> EXPECTED = Map.ofEntries(
            Map.entry(
                    "biases",
                    List.of(
                            "bias-separate",
                            "bias-separate",
                            "bias-separate",
                            "bias-separate",
                            "bias-separate",
                            RIGHT)),
            Map.entry("carried", List.of(RIGHT, RIGHT, NONE, RIGHT)),
            Map.entry("columns", List.of("by-columns", "by-columns")),
            Map.entry("copied", List.of("?", "sign", "sign")),
            Map.entry(
                    "forgotten",
                    List.of(
                            RIGHT,
                            NONE,
                            "?",
                            NONE,
                            RIGHT,
                            "the old bias was left out of the update",
                            "the old weight was left out of the update",
                            "the old weight was left out of the update",
                            "the old weight was left out of the update")),
            Map.entry("half", List.of("factor-half", RIGHT)),
            Map.entry("lecture", List.of("updated-weights", NONE)),
            Map.entry(
                    "neighbours",
                    List.of(
                            "?miscopied",
                            RIGHT,
                            RIGHT,
                            "?the next neuron's out was used instead of the second source in net",
                            RIGHT,
                            "?the next neuron's out was used instead of the second source in net",
                            RIGHT,
                            "the next output's target was used instead of the target in the error",
                            RIGHT,
                            "?∂error/∂out was used instead of each out in the derivative f′")),
            Map.entry(
                    "order",
                    List.of("?updated-weights", RIGHT, "?", "updated-weights", "updated-weights", "?updated-weights")),
            Map.entry("paths", List.of("the weight was left out of ∂out/∂out", RIGHT)),
            Map.entry("sign", List.of("?miscopied", "plus-in-update")),
            Map.entry("single", List.of(RIGHT, RIGHT, RIGHT, RIGHT)),
            Map.entry("slope", List.of(RIGHT, "derivative-missing", RIGHT, RIGHT)),
            Map.entry("subtracted", List.of("gradient-or-value", "gradient-or-value")),
            Map.entry("sums", List.of("sum-of-samples", "the number of outputs", "sum-of-samples")),
            Map.entry("transposed", List.of(NONE, "?", "?rows and columns of the gradients were exchanged", RIGHT)));

    @TestFactory
    Stream<DynamicTest> pages() {
        return EXPECTED.keySet().stream().sorted().map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
    }

    @Test
    void everyScriptIsRun() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".nn")))
                    .containsExactlyInAnyOrderElementsOf(
                            EXPECTED.keySet().stream().map(name -> name + ".nn").toList());
        }
    }

    private static void check(String name) throws IOException {
        Path script = FOLDER.resolve(name + ".nn");
        Transcript transcript = Transcript.of(
                new Session(new FolderHost(FOLDER)),
                new Source(script.toString(), Files.readString(script)),
                Cancellation.NONE);
        assertThat(transcript.diagnostics()).isEmpty();
        List<Answer> answers = transcript.events().stream()
                .filter(Event.Answered.class::isInstance)
                .map(event -> ((Event.Answered) event).answer())
                .toList();
        List<String> expected = EXPECTED.get(name);
        assertThat(answers).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            check(answers.get(i), expected.get(i), "answer " + (i + 1) + ":\n" + transcript.results());
        }
    }

    private static void check(Answer answer, String expected, String as) {
        boolean possible = expected.startsWith("?");
        String slip = expected.substring(possible ? 1 : 0);
        Answer.Verdict verdict = expected.equals(RIGHT)
                ? Answer.Verdict.RIGHT
                : expected.equals(NONE)
                        ? Answer.Verdict.UNKNOWN
                        : possible ? Answer.Verdict.POSSIBLE : Answer.Verdict.STATED;
        assertThat(answer.verdict()).as(as).isEqualTo(verdict);
        if (possible || verdict == Answer.Verdict.STATED) {
            assertThat(answer.reasons().getFirst().slips())
                    .as(as)
                    .anyMatch(one -> new SlipWording(answer).text(one).contains(slip)
                            || one.beliefs().stream()
                                    .anyMatch(belief -> belief.id().equals(slip)));
        }
    }
}

package org.nnlang.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.embed.Nn;
import org.nnlang.language.Event;
import org.nnlang.language.Listener;
import org.nnlang.picture.Figure;
import org.nnlang.text.Source;

/** Looking at a network while it trains shows it as it is then, and changes nothing. */
class LookTest {
    private static final String START =
            "input x[2]; layer h[3] tanh; layer y[1] sigmoid; seed = 3; learning rate = 0.5\n"
                    + "data = [0, 0 -> 0; 0, 1 -> 1; 1, 0 -> 1; 1, 1 -> 0]\n";

    private static final String TRAIN = "train 40000; train 3";

    private final Session session = Nn.session();

    /** Looks at the network whenever it hears of progress. */
    private final class Looking implements Listener {
        private final List<Figure.Curve> curves = new ArrayList<>();

        @Override
        public void on(Event event) {
            assertThat(event).isNotInstanceOf(Event.Reported.class);
        }

        @Override
        public void progress(long step, long done, long total, DoubleSupplier loss) {
            List<Figure> seen = new ArrayList<>();
            boolean looked = session.look(new Source("look", "plot loss\nplot out(h)\ndraw path w1"), event -> {
                assertThat(event).isInstanceOf(Event.Pictured.class);
                seen.add(((Event.Pictured) event).figure());
            });
            assertThat(seen).hasSize(looked ? 3 : 0);
            if (looked) {
                Figure.Curve curve = ((Figure.Lines) seen.getFirst()).curves().getFirst();
                assertThat(curve.x()[curve.x().length - 1]).isEqualTo(step);
                assertThat(curve.y()[curve.y().length - 1]).isCloseTo(loss.getAsDouble(), within(1e-6));
                curves.add(curve);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "engine = exact", "precision = single", "optimizer adam", "batch = all", "round = 4"})
    void whileItTrains(String setting) {
        session.run(START + setting);
        Looking looking = new Looking();
        assertThat(session.run(new Source("script", TRAIN), looking)).isEqualTo(Result.FINE);
        assertThat(looking.curves).isNotEmpty();
        Session alone = Nn.session();
        alone.run(START + setting + "\n" + TRAIN);
        for (String quantity : List.of("weights(h)", "weights(y)", "w1 @ 7777", "loss", "step")) {
            assertThat(session.vector(quantity)).as(quantity).containsExactly(alone.vector(quantity));
        }
        session.run("undo");
        alone.run("undo");
        assertThat(session.vector("weights(h)")).containsExactly(alone.vector("weights(h)"));
    }
}

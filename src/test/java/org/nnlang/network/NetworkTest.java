package org.nnlang.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where the parameters of random networks are, and which of them training changes. */
class NetworkTest {
    private static final int NETWORKS = 500;

    private final SplittableRandom random = new SplittableRandom(53);

    private Network next() {
        Network network = Networks.random(random, Activations.LINEAR.standard(), Losses.SQUARED.standard());
        return Networks.marked(random, network);
    }

    /** Counted layer by layer: first the weights, neuron by neuron and source by source, then the biases. */
    @Test
    void eachParameterHasItsPlaceAndName() {
        for (int i = 0; i < NETWORKS; i++) {
            Network network = next();
            int index = 0;
            int weights = 0;
            int biases = 0;
            for (int l = 1; l <= network.depth(); l++) {
                assertThat(network.weightStart(l)).isEqualTo(index);
                for (int j = 0; j < network.size(l); j++) {
                    for (int source = 0; source < network.size(l - 1); source++) {
                        assertThat(network.weightIndex(l, j, source)).isEqualTo(index);
                        assertThat(network.weightNumbered(++weights)).isEqualTo(index);
                        isAt(network, index++, l, true, "w" + weights);
                    }
                }
                assertThat(network.biasStart(l)).isEqualTo(index);
                for (int b = 0; b < network.layer(l).biasCount(); b++) {
                    assertThat(network.biasNumbered(++biases)).isEqualTo(index);
                    isAt(network, index++, l, false, "b" + biases);
                }
                for (int j = 0; j < network.size(l); j++) {
                    int at = switch (network.layer(l).biasMode()) {
                        case NONE -> -1;
                        case SHARED -> network.biasStart(l);
                        case SEPARATE -> network.biasStart(l) + j;
                    };
                    assertThat(network.biasIndex(l, j)).isEqualTo(at);
                }
                assertThat(network.end(l)).isEqualTo(index);
            }
            assertThat(network.parameterCount()).isEqualTo(index);
            assertThat(network.biasCount()).isEqualTo(biases);
            assertThat(IntStream.of(0, weights + 1).map(network::weightNumbered))
                    .containsOnly(-1);
            assertThat(IntStream.of(0, biases + 1).map(network::biasNumbered)).containsOnly(-1);
        }
    }

    private static void isAt(Network network, int index, int l, boolean weight, String name) {
        assertThat(network.layerOf(index)).isEqualTo(l);
        assertThat(network.isWeight(index)).isEqualTo(weight);
        assertThat(network.parameterName(index)).isEqualTo(name);
    }

    @Test
    void aLayerIsTrainedIfAnyOfItIs() {
        for (int i = 0; i < NETWORKS; i++) {
            Network network = next();
            for (int l = 1; l <= network.depth(); l++) {
                assertThat(network.trainsWeights(l))
                        .isEqualTo(IntStream.range(network.weightStart(l), network.biasStart(l))
                                .anyMatch(network::isTrained));
                assertThat(network.trainsBiases(l))
                        .isEqualTo(IntStream.range(network.biasStart(l), network.end(l))
                                .anyMatch(network::isTrained));
            }
        }
    }

    /** What is given alone is fixed or trained as said, and so is what is tied to it; the rest stays. */
    @Test
    void whatIsGivenIsFixedAsSaid() {
        for (int i = 0; i < NETWORKS; i++) {
            Network network = next();
            int given = random.nextInt(network.parameterCount());
            boolean fixed = random.nextBoolean();
            Network after = network.withGiven(given, given + 1, fixed);
            for (int p = 0; p < network.parameterCount(); p++) {
                int other = p;
                boolean one = IntStream.of(network.tied(given)).anyMatch(index -> index == other);
                assertThat(after.isTrained(p)).isEqualTo(one ? !fixed : network.isTrained(p));
                assertThat(after.tied(p)).isEqualTo(network.tied(p));
            }
            double[] values = IntStream.range(0, network.parameterCount())
                    .mapToDouble(p -> p)
                    .toArray();
            after.tieValues(values);
            for (int index : network.tied(given)) {
                assertThat(values[index]).isEqualTo(given);
            }
        }
    }
}

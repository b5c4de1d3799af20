package org.nnlang.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nnlang.math.Elementary;

class Random64Test {
    /** The first numbers of splitmix64.c from the seed 1234567, as rosettacode.org prints them. */
    @Test
    void givesThePublishedNumbers() {
        var random = new Random64(1234567);
        String[] published = {
            "6457827717110365317",
            "3203168211198807973",
            "9817491932198370423",
            "4593380528125082431",
            "16408922859458223821",
        };
        for (String number : published) {
            assertThat(random.nextLong()).isEqualTo(Long.parseUnsignedLong(number));
        }
    }

    /** The JDK's SplittableRandom is the paper's own generator, and starts with the same gamma. */
    @Test
    void agreesWithTheGeneratorOfThePaper() {
        for (long seed : new long[] {0, 1, -1, 42, Long.MIN_VALUE, 0x123456789abcdefL}) {
            var ours = new Random64(seed);
            var theirs = new SplittableRandom(seed);
            for (int i = 0; i < 1000; i++) {
                assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
            }
        }
    }

    @Test
    void seedsAndStreamsShareNothing() {
        Set<Long> starts = new HashSet<>();
        for (long seed = -50; seed < 50; seed++) {
            for (long stream = 0; stream < 50; stream++) {
                starts.add(Random64.of(seed, stream).nextLong());
            }
        }
        assertThat(starts).hasSize(100 * 50);
    }

    @Test
    void neighbouringStreamsAreUncorrelated() {
        int count = 100_000;
        for (long stream = 0; stream < 5; stream++) {
            var a = Random64.of(1, stream);
            var b = Random64.of(1, stream + 1);
            double sum = 0;
            int equalBits = 0;
            for (int i = 0; i < count; i++) {
                sum += (a.nextDouble() - 0.5) * (b.nextDouble() - 0.5) * 12;
                equalBits += Long.bitCount(~(a.nextLong() ^ b.nextLong()));
            }
            assertThat(sum / count).isCloseTo(0, within(4 / Math.sqrt(count)));
            assertThat(equalBits / (64.0 * count)).isCloseTo(0.5, within(2 / Math.sqrt(64.0 * count)));
        }
    }

    @Test
    void doublesAreUniform() {
        var random = Random64.of(1, 0);
        int[] cells = new int[100];
        for (int i = 0; i < 1_000_000; i++) {
            double x = random.nextDouble();
            assertThat(x >= 0 && x < 1).isTrue();
            cells[(int) (x * 100)]++;
        }
        assertThat(chiSquare(cells, 10_000)).isBetween(60.0, 150.0); // 99 degrees of freedom
    }

    /** A generator whose first number is this one: the mixer, step by step backwards. */
    private static Random64 startingWith(long number) {
        long z = unshifted(number, 31);
        z = unshifted(z * inverse(0x94d049bb133111ebL), 27);
        z = unshifted(z * inverse(0xbf58476d1ce4e5b9L), 30);
        return new Random64(z - 0x9e3779b97f4a7c15L);
    }

    /** The x of x ^ (x >>> shift). */
    private static long unshifted(long shifted, int shift) {
        return shifted ^ (shifted >>> shift) ^ (shifted >>> 2 * shift);
    }

    /** The number that an odd one times is 1, modulo 2⁶⁴, by Newton's method. */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int i = 0; i < 5; i++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }

    /** Of the numbers below 2⁶³, those beyond the last whole run of 0 … bound − 1 are drawn again. */
    @Test
    void integersOfAnIncompleteRunAreDrawnAgain() {
        BigInteger all = BigInteger.TWO.pow(63);
        for (int bound : new int[] {1, 2, 3, 5, 7, 10, 1000, Integer.MAX_VALUE}) {
            int incomplete = all.mod(BigInteger.valueOf(bound)).intValue();
            for (int below = 1; below <= Math.min(incomplete + bound, 2000); below++) {
                long bits = Long.MAX_VALUE - (below - 1);
                assertThat(startingWith(bits << 1).nextLong()).isEqualTo(bits << 1);
                var next = startingWith(bits << 1);
                next.nextLong();
                long expected = below > incomplete ? bits % bound : next.nextInt(bound);
                assertThat(startingWith(bits << 1).nextInt(bound))
                        .as("%s of %s", bound, bits)
                        .isEqualTo((int) expected);
            }
        }
    }

    @Test
    void integersAreUnbiased() {
        var random = Random64.of(1, 1);
        int[] cells = new int[7];
        for (int i = 0; i < 700_000; i++) {
            cells[random.nextInt(7)]++;
        }
        assertThat(chiSquare(cells, 100_000)).isLessThan(22.5); // 6 degrees of freedom: once in a thousand
        assertThat(random.nextInt(1)).isZero();
        assertThat(random.nextInt(Integer.MAX_VALUE)).isNotNegative();
        assertThatThrownBy(() -> random.nextInt(0)).hasMessage("bound 0 is not positive");
    }

    @Test
    void uniformFillsItsRange() {
        var random = Random64.of(1, 2);
        double[] drawn = IntStream.range(0, 100_000)
                .mapToDouble(i -> random.uniform(-2, 3))
                .sorted()
                .toArray();
        assertThat(drawn[0]).isBetween(-2.0, -1.99);
        assertThat(drawn[drawn.length - 1]).isBetween(2.99, 3.0);
        assertThat(Arrays.stream(drawn).average().orElseThrow()).isCloseTo(0.5, within(0.02));
    }

    /** Each quantile of the sample lies where the distribution function says. */
    @Test
    void normalHasTheNormalDistribution() {
        var random = Random64.of(1, 3);
        int count = 400_000;
        double[] drawn = IntStream.range(0, count)
                .mapToDouble(i -> random.normal())
                .sorted()
                .toArray();
        double distance = 0;
        for (int i = 0; i < count; i++) {
            distance = Math.max(distance, Math.abs(Elementary.normalCdf(drawn[i]) - (i + 0.5) / count));
        }
        assertThat(distance * Math.sqrt(count)).isLessThan(1.95); // Kolmogorov and Smirnov: once in a thousand
    }

    /** Pinned: the draws behind every printed figure of a script. */
    @Test
    void drawsStayTheSame() {
        var random = Random64.of(1, 0);
        assertThat(random.nextLong()).isEqualTo(7982734928498899980L);
        assertThat(random.nextDouble()).isEqualTo(0.4256321780286294);
        assertThat(random.normal()).isEqualTo(0.16593460708419905);
        assertThat(random.nextInt(1000)).isEqualTo(673);
    }

    @Test
    void shuffleGivesEveryOrderEquallyOften() {
        var random = Random64.of(1, 4);
        int[] orders = new int[1000];
        for (int i = 0; i < 240_000; i++) {
            int[] order = {1, 2, 3, 4};
            random.shuffle(order);
            orders[order[0] * 100 + order[1] * 10 + order[2]]++;
        }
        int[] seen = Arrays.stream(orders).filter(count -> count > 0).toArray();
        assertThat(seen).hasSize(24);
        assertThat(chiSquare(seen, 10_000)).isLessThan(49.7); // 23 degrees of freedom: once in a thousand
    }

    @Test
    void shuffleLosesNothing() {
        int[] elements = IntStream.range(0, 1000).toArray();
        Random64.of(5, 5).shuffle(elements);
        assertThat(elements).isNotEqualTo(IntStream.range(0, 1000).toArray());
        Arrays.sort(elements);
        assertThat(elements).isEqualTo(IntStream.range(0, 1000).toArray());
        Random64.of(5, 5).shuffle(new int[0]);
    }

    private static double chiSquare(int[] cells, double expected) {
        return Arrays.stream(cells)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
    }
}

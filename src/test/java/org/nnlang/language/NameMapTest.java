package org.nnlang.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NameMapTest {
    @Test
    void isASortedMapWhoseEarlierVersionsStay() {
        Random random = new Random(3);
        NameMap<Integer> map = NameMap.empty();
        Map<String, Integer> same = new TreeMap<>();
        List<NameMap<Integer>> versions = new ArrayList<>();
        List<Map<String, Integer>> expected = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            versions.add(map);
            expected.add(Map.copyOf(same));
            String name = "n" + random.nextInt(200);
            map = map.with(name, i);
            same.put(name, i);
            assertThat(map.keySet()).containsExactlyElementsOf(same.keySet());
        }
        assertThat(versions).isEqualTo(expected);
        assertThat(map.containsKey("n")).isFalse();
    }

    @Test
    void findsWhatAnotherVersionDoesNotHave() {
        NameMap<Integer> before = NameMap.empty();
        for (int i = 0; i < 1000; i++) {
            before = before.with("n" + i, i);
        }
        NameMap<Integer> after = before.with("n7", -7).with("new", -1).with("n8", 8000);
        assertThat(missing(before, after)).containsExactlyInAnyOrder(7, 8);
        assertThat(missing(after, before)).containsExactlyInAnyOrder(-7, -1, 8000);
        assertThat(missing(after, after)).isEmpty();
        assertThat(missing(before, NameMap.empty())).hasSize(1000);
    }

    private static List<Integer> missing(NameMap<Integer> from, NameMap<Integer> in) {
        List<Integer> missing = new ArrayList<>();
        from.forEachNotIn(in, missing::add);
        return missing;
    }

    @Test
    void staysFlatForNamesInAnyOrder() {
        NameMap<Integer> rising = NameMap.empty();
        NameMap<Integer> falling = NameMap.empty();
        for (int i = 0; i < 10_000; i++) {
            rising = rising.with("n" + (10_000 + i), i);
            falling = falling.with("n" + (20_000 - i), i);
        }
        int most = 2 * 14; // twice the levels of a full tree
        assertThat(rising.depth()).isLessThanOrEqualTo(most);
        assertThat(falling.depth()).isLessThanOrEqualTo(most);
    }
}

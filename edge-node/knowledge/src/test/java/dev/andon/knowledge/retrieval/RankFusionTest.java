package dev.andon.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.andon.knowledge.retrieval.RankFusion.Fused;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

class RankFusionTest {
    @Test
    void addsReciprocalRanks() {
        List<Fused> fused = RankFusion.fuse(List.of(List.of(1L, 2L), List.of(2L), List.of()));
        assertThat(fused).extracting(Fused::passage).containsExactly(2L, 1L);
        assertThat(fused.getFirst().score()).isCloseTo(1.0 / 62 + 1.0 / 61, within(1e-12));
    }

    @Test
    void ordersEqualOnesById() {
        assertThat(RankFusion.fuse(List.of(List.of(9L), List.of(3L))))
                .extracting(Fused::passage)
                .containsExactly(3L, 9L);
    }

    @Property
    void keepsEveryPassageOnce(
            @ForAll @Size(max = 20) @UniqueElements List<@LongRange(min = 0, max = 30) Long> one,
            @ForAll @Size(max = 20) @UniqueElements List<@LongRange(min = 0, max = 30) Long> two) {
        Set<Long> all = new HashSet<>(one);
        all.addAll(two);
        assertThat(RankFusion.fuse(List.of(one, two)))
                .extracting(Fused::passage)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Property
    void keepsTheOrderThatAllRankingsShare(
            @ForAll @Size(min = 1, max = 20) @UniqueElements
                    List<@LongRange(min = 0, max = 30) Long> ranking) {
        assertThat(RankFusion.fuse(List.of(ranking, ranking, ranking)))
                .extracting(Fused::passage)
                .containsExactlyElementsOf(ranking);
    }
}

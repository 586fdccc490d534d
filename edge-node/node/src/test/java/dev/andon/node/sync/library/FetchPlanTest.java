package dev.andon.node.sync.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

class FetchPlanTest {
    private static final long LATER = FetchPlan.SILENCE_MS;

    private final FetchPlan plan = new FetchPlan();

    @Test
    void asksForAWindowAndNoMoreUntilHalfOfItCame() {
        plan.want(blocks(200));
        List<String> first = plan.ask(0);
        assertThat(first).hasSize(FetchPlan.WINDOW_MIN);
        assertThat(plan.ask(1)).isEmpty();
        first.subList(0, 4).forEach(block -> plan.arrived(block, 2));
        assertThat(plan.ask(3)).isEmpty();
        first.subList(4, 8).forEach(block -> plan.arrived(block, 4));
        assertThat(plan.ask(5)).isNotEmpty();
    }

    @Test
    void asksInTheOrderOfTheFile() {
        plan.want(blocks(20));
        assertThat(plan.ask(0)).isEqualTo(blocks(FetchPlan.WINDOW_MIN));
    }

    @Test
    void widensTheWindowWhileAllGoesWell() {
        plan.want(blocks(2_000));
        int most = 0;
        for (int round = 0; round < 100; round++) {
            List<String> asked = plan.ask(round);
            most = Math.max(most, asked.size());
            for (String block : asked) {
                plan.arrived(block, round);
            }
        }
        assertThat(most).isEqualTo(FetchPlan.WINDOW_MAX);
    }

    @Test
    void asksForEverythingAgainAfterASilenceThatGrows() {
        plan.want(blocks(3));
        assertThat(plan.ask(0)).hasSize(3);
        assertThat(plan.ask(LATER - 1)).isEmpty();
        assertThat(plan.ask(LATER)).hasSize(3);
        assertThat(plan.ask(2 * LATER)).isEmpty();
        assertThat(plan.ask(3 * LATER)).hasSize(3);
        assertThat(plan.silences()).isEqualTo(2);
        for (long now = 4 * LATER; now < 1_000_000; now += 1_000) {
            plan.ask(now);
        }
        assertThat(plan.silenceMs()).isEqualTo(FetchPlan.SILENCE_MS_MAX);
    }

    @Test
    void asksForABlockAgainThatOthersOvertook() {
        plan.want(blocks(FetchPlan.WINDOW_MIN + 8));
        List<String> first = plan.ask(0);
        first.subList(1, first.size()).forEach(block -> plan.arrived(block, 10));
        plan.ask(20).forEach(block -> plan.arrived(block, LATER));
        assertThat(plan.ask(LATER + 1)).containsExactly(first.getFirst());
        assertThat(plan.silences()).isZero();
    }

    @Test
    void doesNotAskForWhatCameUnasked() {
        plan.want(blocks(20));
        plan.arrived("b3", 0);
        plan.arrived("b19", 0);
        assertThat(plan.ask(0)).hasSize(18).doesNotContain("b3", "b19");
    }

    @Test
    void givesUpABlockThatComesWithOtherBytesTooOften() {
        plan.want(blocks(1));
        for (int i = 1; i < FetchPlan.CORRUPT_MAX; i++) {
            assertThat(plan.ask(i)).containsExactly("b0");
            assertThat(plan.spoilt("b0")).isFalse();
        }
        plan.ask(9);
        assertThat(plan.spoilt("b0")).isTrue();
    }

    @Test
    void holdsNothingAgainstABlockThatWasNotAskedFor() {
        for (int i = 0; i < 20; i++) {
            assertThat(plan.spoilt("b0")).isFalse();
            assertThat(plan.missing("b0")).isFalse();
        }
    }

    @Test
    void givesUpABlockThatTheHubDoesNotHave() {
        plan.want(blocks(1));
        plan.ask(0);
        for (int i = 1; i < FetchPlan.MISSING_MAX; i++) {
            assertThat(plan.missing("b0")).isFalse();
        }
        assertThat(plan.missing("b0")).isTrue();
    }

    /// Whatever is lost, doubled or reordered, all comes, and never more is out than the window.
    @Test
    void bringsEverythingOverALossyLink() {
        for (int seed = 0; seed < 50; seed++) {
            bringAll(new Random(seed));
        }
    }

    private static void bringAll(Random random) {
        FetchPlan plan = new FetchPlan();
        Set<String> lacking = new HashSet<>(blocks(300));
        plan.want(blocks(300));
        List<String> air = new ArrayList<>();
        long now = 0;
        while (!lacking.isEmpty() && now < 3_600_000) {
            now += random.nextInt(200);
            List<String> asked = plan.ask(now);
            assertThat(asked).hasSizeLessThanOrEqualTo(FetchPlan.WINDOW_MAX);
            asked.stream().filter(_ -> random.nextInt(10) > 1).forEach(air::add);
            for (int i = random.nextInt(20); i > 0 && !air.isEmpty(); i--) {
                String block = air.remove(random.nextInt(air.size()));
                plan.arrived(block, now);
                lacking.remove(block);
            }
        }
        assertThat(lacking).isEmpty();
    }

    private static List<String> blocks(int count) {
        return IntStream.range(0, count).mapToObj(i -> "b" + i).toList();
    }
}

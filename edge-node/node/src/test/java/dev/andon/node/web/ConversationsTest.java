package dev.andon.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.node.audio.MemorySink;
import dev.andon.node.turn.TurnInput;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

class ConversationsTest {
    private static final WebLimits LIMITS = TestLimits.with(1, 1);

    private final AtomicLong clockMs = new AtomicLong(1_000);
    private final AtomicInteger begun = new AtomicInteger();
    private final List<Integer> turns = new ArrayList<>();
    private final Conversations conversations =
            new Conversations(this::begin, LIMITS, clockMs::get);

    private TurnRunner begin() {
        int number = begun.incrementAndGet();
        return (_, _, _) -> turns.add(number);
    }

    @Test
    void goesOnWithTheConversationOfAnId() {
        says("one");
        says("two");
        says("one");
        assertThat(turns).containsExactly(1, 2, 1);
    }

    @Test
    void beginsOneForEachTurnWithoutAnId() {
        says(null);
        says(null);
        assertThat(turns).containsExactly(1, 2);
    }

    @Test
    void forgetsOneInTimeAfterItsLastTurn() {
        says("one");
        clockMs.addAndGet(LIMITS.conversationMsMax() - 1);
        says("one");
        clockMs.addAndGet(LIMITS.conversationMsMax() - 1);
        says("one");
        clockMs.addAndGet(LIMITS.conversationMsMax());
        says("one");
        assertThat(turns).containsExactly(1, 1, 1, 2);
    }

    @Test
    void forgetsTheOneThatWasSilentForLongestWhenThereAreTooMany() {
        says("silent");
        says("talking");
        for (int i = 2; i <= LIMITS.sessionsMax(); i++) {
            says("talking");
            says("other-" + i);
        }
        says("talking");
        assertThat(turns).last().isEqualTo(2);
        int before = begun.get();
        says("silent");
        assertThat(begun.get()).isEqualTo(before + 1);
    }

    @Test
    void runsTwoTurnsOfOneConversationOneAfterTheOther() throws InterruptedException {
        CountDownLatch within = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Conversations slow =
                new Conversations(
                        () ->
                                (_, _, _) -> {
                                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                                    within.countDown();
                                    await(goOn);
                                    atOnce.decrementAndGet();
                                },
                        LIMITS,
                        clockMs::get);
        Thread first = Thread.ofVirtual().start(() -> turn(slow.of("one")));
        within.await();
        Thread second = Thread.ofVirtual().start(() -> turn(slow.of("one")));
        goOn.countDown();
        first.join();
        second.join();
        assertThat(most).hasValue(1);
    }

    private void says(@Nullable String id) {
        turn(conversations.of(id));
    }

    private static void turn(TurnRunner runner) {
        runner.run(new TurnInput.Typed("hello", null), new MemorySink(1), _ -> {});
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

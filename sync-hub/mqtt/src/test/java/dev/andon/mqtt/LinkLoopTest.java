package dev.andon.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(120)
class LinkLoopTest {
    private static final MqttFailure UNREACHABLE = new MqttFailure("unreachable", "nobody there");

    private final BlockingQueue<MqttFailure> failures = new LinkedBlockingQueue<>();

    @Test
    void triesAgainUntilALinkStands() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch worked = new CountDownLatch(1);
        try (LinkLoop loop =
                LinkLoop.start(
                        "test",
                        () -> {
                            if (tries.incrementAndGet() < 3) {
                                throw UNREACHABLE;
                            }
                            return new ScriptedLink();
                        },
                        link -> {
                            worked.countDown();
                            Thread.sleep(Duration.ofMinutes(5));
                        },
                        failures::add)) {
            assertThat(worked.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(loop).isNotNull();
        }
        assertThat(tries).hasValue(3);
        assertThat(failures).hasSize(2);
    }

    @Test
    void makesANewLinkWhenOneIsLostAndClosesTheOld() throws Exception {
        List<ScriptedLink> links = new ArrayList<>();
        CountDownLatch twice = new CountDownLatch(2);
        try (LinkLoop loop =
                LinkLoop.start(
                        "test",
                        () -> {
                            ScriptedLink link = new ScriptedLink();
                            links.add(link);
                            return link;
                        },
                        link -> {
                            twice.countDown();
                            if (twice.getCount() > 0) {
                                throw new MqttFailure("lost", "cut");
                            }
                            Thread.sleep(Duration.ofMinutes(5));
                        },
                        failures::add)) {
            assertThat(twice.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(loop).isNotNull();
        }
        assertThat(failures).extracting(MqttFailure::code).containsExactly("lost");
        assertThat(links).hasSize(2).allMatch(ScriptedLink::closed);
    }

    @Test
    void waitsLongerEachTimeAndShortAgainAfterALinkThatStood() throws Exception {
        BlockingQueue<Long> tries = new LinkedBlockingQueue<>();
        AtomicInteger count = new AtomicInteger();
        try (LinkLoop loop =
                LinkLoop.start(
                        "test",
                        () -> {
                            tries.add(System.nanoTime());
                            if (count.incrementAndGet() != 5) {
                                throw UNREACHABLE;
                            }
                            return new ScriptedLink();
                        },
                        link -> Thread.sleep(Duration.ofSeconds(5)),
                        failures::add)) {
            List<Long> at = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Long next = tries.poll(60, TimeUnit.SECONDS);
                assertThat(next).isNotNull();
                at.add(next);
            }
            assertThat(loop).isNotNull();
            assertThat(millis(at, 1)).isBetween(100L, 20_000L);
            assertThat(millis(at, 4)).as("half of 1.6 s at least").isGreaterThanOrEqualTo(800);
            assertThat(millis(at, 5)).as("5 s of work, then a short rest").isLessThan(25_000);
        }
    }

    @Test
    void outlivesAFaultInTheWork() throws Exception {
        CountDownLatch twice = new CountDownLatch(2);
        try (LinkLoop loop =
                LinkLoop.start(
                        "test",
                        ScriptedLink::new,
                        link -> {
                            twice.countDown();
                            throw new IllegalStateException("a fault");
                        },
                        failures::add)) {
            assertThat(twice.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(loop).isNotNull();
        }
        assertThat(failures.take())
                .satisfies(
                        e -> {
                            assertThat(e.code()).isEqualTo("broken");
                            assertThat(e).hasMessageContaining("a fault");
                        });
    }

    @Test
    void endsWhileItConnectsWorksOrRests() throws Exception {
        CountDownLatch connecting = new CountDownLatch(1);
        LinkLoop loop =
                LinkLoop.start(
                        "connecting",
                        () -> {
                            connecting.countDown();
                            try {
                                Thread.sleep(Duration.ofMinutes(5));
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            throw UNREACHABLE;
                        },
                        link -> {},
                        failures::add);
        assertThat(connecting.await(60, TimeUnit.SECONDS)).isTrue();
        loop.close();
        LinkLoop resting =
                LinkLoop.start(
                        "resting",
                        () -> {
                            throw UNREACHABLE;
                        },
                        link -> {},
                        failures::add);
        assertThat(failures.poll(60, TimeUnit.SECONDS)).isNotNull();
        resting.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("connecting", "resting");
    }

    private static long millis(List<Long> at, int which) {
        return TimeUnit.NANOSECONDS.toMillis(at.get(which) - at.get(which - 1));
    }
}

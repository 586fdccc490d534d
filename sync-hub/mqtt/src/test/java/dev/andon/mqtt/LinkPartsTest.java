package dev.andon.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

class LinkPartsTest {
    private final ScriptedLink link = new ScriptedLink();

    @Test
    void givesEachMessageToWhomeverWantedItAndThenAcknowledges() {
        Listener acks = new Listener("node/edge-1/ack");
        Listener all = new Listener("node/#");
        link.arrive("node/edge-1/ack");
        link.arrive("node/edge-1/blocks");
        link.arrive("nobody/wants/it");
        link.lose();

        assertThatThrownBy(() -> new LinkParts(List.of(acks, all)).on(link))
                .isInstanceOf(MqttFailure.class);

        assertThat(link.subscribed).containsExactly("node/edge-1/ack 1", "node/# 1");
        assertThat(acks.heard).containsExactly("connected", "node/edge-1/ack", "lost");
        assertThat(all.heard)
                .containsExactly("connected", "node/edge-1/ack", "node/edge-1/blocks", "lost");
        assertThat(link.acknowledged).hasValue(3);
        assertThat(acks.ticks).isGreaterThanOrEqualTo(3);
    }

    @Test
    void doesNotAcknowledgeWhatAPartCouldNotTake() {
        Listener full =
                new Listener("a") {
                    @Override
                    public void arrived(Delivery delivery) {
                        throw new MqttFailure("lost", "the store is full");
                    }
                };
        link.arrive("a");

        assertThatThrownBy(() -> new LinkParts(List.of(full)).on(link))
                .hasMessageContaining("the store is full");

        assertThat(link.acknowledged).hasValue(0);
        assertThat(full.heard).containsExactly("connected", "lost");
    }

    @Test
    void endsWhenItsThreadIsInterrupted() {
        Listener listener = new Listener("a");
        Thread.currentThread().interrupt();

        new LinkParts(List.of(listener)).on(link);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(listener.heard).containsExactly("connected", "lost");
    }

    @Test
    void asksAgainForWhatIsRetainedMoreAndMoreSeldom() {
        Listener kept =
                new Listener("library/catalog") {
                    @Override
                    public List<Subscription> subscriptions() {
                        return List.of(Subscription.kept("library/catalog"));
                    }
                };
        Listener passing = new Listener("node/edge-1/ack");
        AtomicLong second = new AtomicLong();
        List<Long> asked = new ArrayList<>();
        ScriptedLink watched =
                new ScriptedLink() {
                    @Override
                    public void subscribe(String filter, int qos) {
                        if (filter.equals("library/catalog")) {
                            asked.add(second.get());
                        }
                        super.subscribe(filter, qos);
                    }

                    @Override
                    public @Nullable Delivery next(Duration wait) {
                        if (second.incrementAndGet() > 4_000) {
                            throw new MqttFailure("lost", "the script says so");
                        }
                        return null;
                    }
                };

        assertThatThrownBy(
                        () ->
                                new LinkParts(
                                                List.of(kept, passing),
                                                () -> TimeUnit.SECONDS.toNanos(second.get()))
                                        .on(watched))
                .isInstanceOf(MqttFailure.class);

        assertThat(asked)
                .startsWith(0L, 2L, 6L, 14L, 30L, 62L, 126L, 254L, 510L, 1_022L, 1_622L, 2_222L);
        assertThat(watched.subscribed).containsOnlyOnce("node/edge-1/ack 1");
    }

    private static class Listener implements LinkPart {
        final List<String> heard = new ArrayList<>();
        int ticks;
        private final String filter;

        Listener(String filter) {
            this.filter = filter;
        }

        @Override
        public List<Subscription> subscriptions() {
            return List.of(Subscription.passing(filter, 1));
        }

        @Override
        public void connected(MqttLink connected) {
            heard.add("connected");
        }

        @Override
        public void arrived(Delivery delivery) {
            heard.add(delivery.topic());
        }

        @Override
        public void lost() {
            heard.add("lost");
        }

        @Override
        public void tick() {
            ticks++;
        }
    }
}

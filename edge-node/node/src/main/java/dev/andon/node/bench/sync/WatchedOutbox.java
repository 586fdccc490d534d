package dev.andon.node.bench.sync;

import dev.andon.node.sync.DeadLetter;
import dev.andon.node.sync.Outbox;
import dev.andon.node.sync.StoredEvent;
import dev.andon.protocol.EventBatch.Gone;
import dev.andon.protocol.NodeStatus.OutboxState;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// A real outbox that notes when the hub acknowledged what.
final class WatchedOutbox implements Outbox {
    private final Outbox real;
    private final NavigableMap<Long, Long> acknowledged = new ConcurrentSkipListMap<>();

    WatchedOutbox(Outbox real) {
        this.real = real;
    }

    /// The highest number up to which the hub has all.
    long through() {
        return acknowledged.isEmpty() ? 0 : acknowledged.lastKey();
    }

    /// When the hub's word came that it has this event, [System#nanoTime].
    long acknowledgedAt(long seq) {
        Map.Entry<Long, Long> word = acknowledged.ceilingEntry(seq);
        if (word == null) {
            throw new IllegalArgumentException("event %d is not acknowledged".formatted(seq));
        }
        return word.getValue();
    }

    @Override
    public void committed(long through) {
        acknowledged.putIfAbsent(through, System.nanoTime());
        real.committed(through);
    }

    @Override
    public String epoch() {
        return real.epoch();
    }

    @Override
    public List<StoredEvent> after(long seq, int eventsMax, int charsMax) {
        return real.after(seq, eventsMax, charsMax);
    }

    @Override
    public List<Gone> gone() {
        return real.gone();
    }

    @Override
    public void rejected(long seq, String code) {
        real.rejected(seq, code);
    }

    @Override
    public List<DeadLetter> deadLetters(int max) {
        return real.deadLetters(max);
    }

    @Override
    public long lastSeq() {
        return real.lastSeq();
    }

    @Override
    public long sentThrough() {
        return real.sentThrough();
    }

    @Override
    public void sending(long through) {
        real.sending(through);
    }

    @Override
    public String renew() {
        return real.renew();
    }

    @Override
    public OutboxState state() {
        return real.state();
    }

    @Override
    public void onAppend(Runnable listener) {
        real.onAppend(listener);
    }
}

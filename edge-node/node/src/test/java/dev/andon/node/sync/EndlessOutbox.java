package dev.andon.node.sync;

import dev.andon.protocol.Event;
import dev.andon.protocol.EventBatch.Gone;
import dev.andon.protocol.EventCodec;
import dev.andon.protocol.NodeStatus.OutboxState;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// An outbox of many events that holds none of them: their texts are made when they are read.
final class EndlessOutbox implements Outbox {
    private static final String FILLER = "x".repeat(700);

    private final long lastSeq;
    private final AtomicLong committed = new AtomicLong();
    private final AtomicLong sentThrough = new AtomicLong();

    EndlessOutbox(long lastSeq) {
        this.lastSeq = lastSeq;
    }

    long committed() {
        return committed.get();
    }

    @Override
    public String epoch() {
        return "00000000000000ee";
    }

    @Override
    public List<StoredEvent> after(long seq, int eventsMax, int charsMax) {
        List<StoredEvent> events = new ArrayList<>();
        int chars = 0;
        for (long next = Math.max(seq, committed.get()) + 1;
                next <= lastSeq && events.size() < eventsMax && chars < charsMax;
                next++) {
            String json =
                    EventCodec.text(
                            new Event(next, next, "boot", next, Talk.ofSize((int) next, FILLER)));
            chars += json.length();
            events.add(new StoredEvent(next, json));
        }
        return events;
    }

    @Override
    public List<Gone> gone() {
        return List.of();
    }

    @Override
    public void committed(long through) {
        committed.accumulateAndGet(through, Math::max);
    }

    @Override
    public void rejected(long seq, String code) {
        throw new AssertionError(seq + " " + code);
    }

    @Override
    public List<DeadLetter> deadLetters(int max) {
        return List.of();
    }

    @Override
    public long lastSeq() {
        return lastSeq;
    }

    @Override
    public long sentThrough() {
        return sentThrough.get();
    }

    @Override
    public void sending(long through) {
        sentThrough.accumulateAndGet(through, Math::max);
    }

    @Override
    public String renew() {
        throw new AssertionError("this is no copy");
    }

    @Override
    public OutboxState state() {
        long rows = lastSeq - committed.get();
        return new OutboxState(rows, rows, rows == 0 ? null : 1L, lastSeq, 0, 0);
    }

    @Override
    public void onAppend(Runnable listener) {}
}

package dev.andon.node.sync;

import dev.andon.protocol.Event;
import dev.andon.protocol.EventBatch.Gone;
import dev.andon.protocol.EventCodec;
import dev.andon.protocol.NodeStatus.OutboxState;
import dev.andon.protocol.fact.Fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// An outbox in memory, by the contract: the fake beside [OutboxContract].
final class MemoryOutbox implements Outbox, FactLog {
    private static final String BOOT = "boot-1";

    private final Random random;
    private TreeMap<Long, String> rows = new TreeMap<>();
    private final Map<Long, String> deadLetters = new LinkedHashMap<>();
    private final List<Gone> gone = new ArrayList<>();
    private String epoch;
    private long lastSeq;
    private long sentThrough;
    private Runnable listener = () -> {};
    private BiConsumer<String, Long> beforeRemoval = (_, _) -> {};

    MemoryOutbox(long seed) {
        random = new Random(seed);
        epoch = newEpoch();
    }

    private String newEpoch() {
        return "%016x".formatted(random.nextLong());
    }

    /// Called with the epoch and the mark before rows are removed on the hub's word.
    void beforeRemoval(BiConsumer<String, Long> check) {
        beforeRemoval = check;
    }

    @Override
    public void write(Fact fact) {
        Runnable told;
        synchronized (this) {
            long seq = ++lastSeq;
            rows.put(seq, EventCodec.text(new Event(seq, 1_000_000 + seq, BOOT, seq, fact)));
            told = listener;
        }
        told.run();
    }

    /// A row as no codec writes it.
    synchronized void writeRaw(String json) {
        rows.put(++lastSeq, json.replace("SEQ", Long.toString(lastSeq)));
    }

    /// Gives up waiting events.
    synchronized void drop(long from, long to) {
        rows.subMap(from, true, to, true).clear();
        gone.add(new Gone(from, to, "turn", "disk"));
    }

    /// The same file as it is now, restored somewhere else or later.
    synchronized MemoryOutbox copy() {
        MemoryOutbox copy = new MemoryOutbox(random.nextLong());
        copy.rows = new TreeMap<>(rows);
        copy.gone.addAll(gone);
        copy.epoch = epoch;
        copy.lastSeq = lastSeq;
        copy.sentThrough = sentThrough;
        return copy;
    }

    synchronized Map<Long, String> deadLetters() {
        return new TreeMap<>(deadLetters);
    }

    @Override
    public synchronized List<DeadLetter> deadLetters(int max) {
        return List.copyOf(deadLetters.entrySet()).reversed().stream()
                .limit(max)
                .map(each -> new DeadLetter(epoch, each.getKey(), "", 0, each.getValue(), ""))
                .toList();
    }

    @Override
    public synchronized String epoch() {
        return epoch;
    }

    @Override
    public synchronized List<StoredEvent> after(long seq, int eventsMax, int charsMax) {
        List<StoredEvent> found = new ArrayList<>();
        int chars = 0;
        for (Map.Entry<Long, String> row : rows.tailMap(seq, false).entrySet()) {
            chars += row.getValue().length();
            if (!found.isEmpty() && (found.size() >= eventsMax || chars > charsMax)) {
                break;
            }
            found.add(new StoredEvent(row.getKey(), row.getValue()));
        }
        return found;
    }

    @Override
    public synchronized List<Gone> gone() {
        return List.copyOf(gone);
    }

    @Override
    public synchronized void committed(long through) {
        beforeRemoval.accept(epoch, through);
        rows.headMap(through, true).clear();
        gone.removeIf(range -> range.to() <= through);
    }

    @Override
    public synchronized void rejected(long seq, String code) {
        if (rows.remove(seq) != null) {
            deadLetters.put(seq, code);
        }
    }

    @Override
    public synchronized long lastSeq() {
        return lastSeq;
    }

    @Override
    public synchronized long sentThrough() {
        return sentThrough;
    }

    @Override
    public synchronized void sending(long through) {
        sentThrough = Math.max(sentThrough, through);
    }

    @Override
    public synchronized String renew() {
        List<String> waiting = List.copyOf(rows.values());
        rows.clear();
        gone.clear();
        lastSeq = 0;
        sentThrough = 0;
        epoch = newEpoch();
        for (String json : waiting) {
            Event event = EventCodec.event(json);
            long seq = ++lastSeq;
            rows.put(
                    seq,
                    EventCodec.text(
                            new Event(seq, event.at(), event.boot(), event.upMs(), event.fact())));
        }
        return epoch;
    }

    @Override
    public synchronized OutboxState state() {
        long bytes = rows.values().stream().mapToLong(String::length).sum();
        return new OutboxState(
                rows.size(),
                bytes,
                rows.isEmpty() ? null : 1_000_000 + rows.firstKey(),
                lastSeq,
                gone.stream().mapToLong(range -> range.to() - range.from() + 1).sum(),
                deadLetters.size());
    }

    @Override
    public synchronized void onAppend(Runnable told) {
        listener = told;
    }
}

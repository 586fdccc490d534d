package dev.andon.node.sync;

import dev.andon.protocol.Ack.Range;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// What of one outbox is under way to the hub: pure bookkeeping over numbers and milliseconds, for
/// one thread.
///
/// It begins narrow and widens with every progress; when the hub is silent it goes back to the
/// hub's mark and begins narrow again, so that a slow hub is not buried under repetitions.
final class SendWindow {
    /// Batches under way at most.
    static final int BATCHES_MAX = 16;

    private final Pace pace;
    private final Deque<Sent> underWay = new ArrayDeque<>();
    private List<Range> missing = List.of();
    private long committed;
    private long cursor;
    private long heardMs;
    private long wentBackMs = -1;
    private int width = 1;
    private long silenceMs;

    /// How long a batch took lately from its leaving to the hub's word.
    private long tookMs;

    /// Numbers in one message, and when it left.
    record Sent(long first, long last, long atMs) {
        boolean touches(long from, long to) {
            return first <= to && last >= from;
        }
    }

    SendWindow(Pace pace) {
        this.pace = pace;
        this.silenceMs = pace.silence().toMillis();
    }

    /// The hub's mark, as far as it was heard.
    long committed() {
        return committed;
    }

    /// The last number that was sent; the next batch begins after it.
    long cursor() {
        return cursor;
    }

    boolean empty() {
        return underWay.isEmpty();
    }

    boolean full() {
        return underWay.size() >= width;
    }

    /// When the oldest that is under way left; `otherwise` if nothing is.
    long oldestMs(long otherwise) {
        return underWay.stream().mapToLong(Sent::atMs).min().orElse(otherwise);
    }

    /// A batch leaves now. What it repeats counts as sent now.
    void sent(long first, long last, long nowMs) {
        underWay.removeIf(sent -> sent.first() >= first && sent.last() <= last);
        underWay.add(new Sent(first, last, nowMs));
        cursor = Math.max(cursor, last);
    }

    /// Nothing more of this will be told, as it was not sent after all.
    void unsent(long first, long last) {
        underWay.removeIf(sent -> sent.first() == first && sent.last() == last);
        cursor = Math.min(cursor, first - 1);
    }

    /// The hub's word on its mark. A lower one than before is an old word that came late, unless it
    /// is repeated long enough: then the hub lost what it had.
    ///
    /// @return whether the mark moved, in either direction
    boolean heard(long through, long nowMs) {
        heardMs = nowMs;
        if (through < committed) {
            return wentBack(through, nowMs);
        }
        wentBackMs = -1;
        arrived(through, nowMs);
        cursor = Math.max(cursor, through);
        if (through == committed) {
            return false;
        }
        committed = through;
        width = Math.min(BATCHES_MAX, width * 2);
        // Slowly, so that a slow hub is not asked again before every answer.
        silenceMs = Math.max(pace.silence().toMillis(), silenceMs - silenceMs / 4);
        return true;
    }

    private void arrived(long through, long nowMs) {
        for (Sent sent : underWay) {
            if (sent.last() <= through) {
                tookMs = Math.max(nowMs - sent.atMs(), tookMs - tookMs / 8);
            }
        }
        underWay.removeIf(sent -> sent.last() <= through);
    }

    private boolean wentBack(long through, long nowMs) {
        if (wentBackMs < 0) {
            wentBackMs = nowMs;
        }
        if (nowMs - wentBackMs < pace.patience().toMillis()) {
            return false;
        }
        committed = through;
        wentBackMs = -1;
        return true;
    }

    /// What the hub says it lacks; takes the place of what it said before.
    void lacks(List<Range> ranges) {
        missing = ranges;
    }

    /// What the hub lacks and is to be sent again now: within what was sent, above its mark, and
    /// not on its way still. Two workers of a hub that has much to do commit out of order, and what
    /// one of them says is missing may wait with the other: nothing counts as lost before
    /// [Pace#retry], nor before twice the time that batches take lately.
    List<Range> due(long nowMs) {
        List<Range> due = new ArrayList<>();
        for (Range range : missing) {
            long from = Math.max(range.from(), committed + 1);
            long to = Math.min(range.to(), cursor);
            if (from <= to && !young(from, to, nowMs)) {
                due.add(new Range(from, to));
            }
        }
        return due;
    }

    private boolean young(long from, long to, long nowMs) {
        long retryMs =
                Math.clamp(2 * tookMs, pace.retry().toMillis(), pace.silenceMax().toMillis());
        return underWay.stream()
                .anyMatch(sent -> sent.touches(from, to) && nowMs - sent.atMs() < retryMs);
    }

    /// Whether something is under way and the hub says nothing.
    boolean silent(long nowMs) {
        return !empty() && nowMs - Math.max(heardMs, oldestMs(nowMs)) > silenceMs;
    }

    /// Milliseconds since the hub was last heard.
    long quietMs(long nowMs) {
        return nowMs - heardMs;
    }

    /// Back to the hub's mark.
    void rewind() {
        underWay.clear();
        missing = List.of();
        cursor = committed;
        width = 1;
        silenceMs = Math.min(silenceMs * 2, pace.silenceMax().toMillis());
    }

    /// Back to the hub's mark on a new link: no fault of the hub's pace.
    void relink(long nowMs) {
        rewind();
        silenceMs = pace.silence().toMillis();
        tookMs = 0;
        heardMs = nowMs;
    }
}

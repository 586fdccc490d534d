package dev.andon.node.sync;

import dev.andon.protocol.EventBatch.Gone;
import dev.andon.protocol.NodeStatus.OutboxState;

import java.util.List;

/// Events that the hub has not committed yet. They are written in the transaction of the fact that
/// they tell, and leave only on the hub's word. Safe to call from any thread.
///
/// Failures are [dev.andon.knowledge.StageException]s of the stage `store`.
public interface Outbox {
    /// Which outbox this is: 64 random bits, 16 hexadecimal digits.
    String epoch();

    /// The events after a number, oldest first, until one of the bounds is reached; at least one if
    /// there is any.
    ///
    /// @param charsMax of their texts together
    List<StoredEvent> after(long seq, int eventsMax, int charsMax);

    /// What was given up and the hub does not know yet, by ascending number.
    List<Gone> gone();

    /// The hub's word: everything up to this number is in its store. It leaves the outbox, and so
    /// does what was given up before it.
    void committed(long through);

    /// The hub's word: it keeps this event as a dead letter. It leaves the outbox and is kept apart
    /// with the code, so that somebody can look at it.
    void rejected(long seq, String code);

    /// Events that were kept apart, the latest first.
    List<DeadLetter> deadLetters(int max);

    /// The highest number that was given; 0 before the first.
    long lastSeq();

    /// The highest number that may have been sent out of this file; 0 before the first. A hub that
    /// has committed a higher one of this epoch knows another file than this: a copy was restored,
    /// and what the copy has numbered since then are other events.
    long sentThrough();

    /// Says, before they are sent, that events up to this number may reach the hub. On the disk
    /// when this returns; a lower number than [#sentThrough] changes nothing.
    void sending(long through);

    /// Begins a new outbox: a new epoch, and what waits is numbered anew from 1, none of it
    /// sent. Called when this file turns out to be a copy: the hub knows numbers of this epoch that
    /// it has not sent.
    ///
    /// @return the new epoch
    String renew();

    /// What waits.
    OutboxState state();

    /// Tells whoever sends that there is something new. One listener at a time; called on the
    /// thread that wrote, after the commit.
    void onAppend(Runnable listener);
}

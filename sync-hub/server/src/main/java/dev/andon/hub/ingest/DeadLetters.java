package dev.andon.hub.ingest;

import dev.andon.hub.store.StorableText;

import org.jdbi.v3.core.Handle;

import java.util.HashMap;
import java.util.Map;

/// Keeps what could not be taken, within bounds, and counts all of it: the tables `dead_letter`
/// and `dead_letter_count`. For one transaction.
final class DeadLetters {
    private final Handle handle;
    private final IngestLimits limits;
    private final long now;
    private final Map<String, Room> rooms = new HashMap<>();
    private final Map<CountKey, Long> counts = new HashMap<>();

    private record CountKey(String node, String code) {}

    /// What a node has of letters.
    private record Room(long letters, long chars) {}

    DeadLetters(Handle handle, IngestLimits limits, long now) {
        this.handle = handle;
        this.limits = limits;
        this.now = now;
    }

    /// A whole message.
    void keep(Parcel.Poison poison) {
        OutboxKey nobody = new OutboxKey(poison.node(), "");
        keep(nobody, new Letter(0, poison.sha256(), poison.code(), poison.text()), true);
    }

    /// One event.
    ///
    /// @param sha256 of its text
    record Letter(long seq, String sha256, String code, String text) {}

    /// Keeps it if there is room.
    ///
    /// @param fresh whether it counts even if there is no room to tell whether it was there
    /// @return whether it counts: it was not there before
    boolean keep(OutboxKey key, Letter letter, boolean fresh) {
        String text = cut(StorableText.of(letter.text()));
        Room room = rooms.computeIfAbsent(key.node(), this::room);
        boolean full =
                room.letters() >= limits.deadLettersMax()
                        || room.chars() + text.length() > limits.deadLettersCharsMax();
        boolean counts = full ? fresh : insert(key, letter, text);
        if (!full && counts) {
            rooms.put(key.node(), new Room(room.letters() + 1, room.chars() + text.length()));
        }
        if (counts) {
            this.counts.merge(new CountKey(key.node(), letter.code()), 1L, Long::sum);
        }
        return counts;
    }

    void send() {
        counts.forEach(
                (key, letters) ->
                        handle.createUpdate(
                                        """
                                        insert into dead_letter_count (node, code, letters, last_at)
                                        values (:node, :code, :letters, :now)
                                        on conflict (node, code) do update set
                                            letters = dead_letter_count.letters + excluded.letters,
                                            last_at = excluded.last_at\
                                        """)
                                .bind("node", key.node())
                                .bind("code", key.code())
                                .bind("letters", letters)
                                .bind("now", now)
                                .execute());
    }

    private boolean insert(OutboxKey key, Letter letter, String text) {
        return handle.createUpdate(
                                """
                                insert into dead_letter (node, epoch, seq, sha256, code, text, received_at)
                                values (:node, :epoch, :seq, :sha256, :code, :text, :now)
                                on conflict do nothing\
                                """)
                        .bind("node", key.node())
                        .bind("epoch", key.epoch())
                        .bind("seq", letter.seq())
                        .bind("sha256", letter.sha256())
                        .bind("code", letter.code())
                        .bind("text", text)
                        .bind("now", now)
                        .execute()
                > 0;
    }

    private Room room(String node) {
        return handle.createQuery(
                        """
                        select count(*), coalesce(sum(length(text)), 0) from dead_letter
                        where node = :node\
                        """)
                .bind("node", node)
                .map((row, context) -> new Room(row.getLong(1), row.getLong(2)))
                .one();
    }

    private String cut(String text) {
        int max = limits.deadLetterCharsMax();
        return text.length() <= max ? text : StorableText.of(text.substring(0, max));
    }
}

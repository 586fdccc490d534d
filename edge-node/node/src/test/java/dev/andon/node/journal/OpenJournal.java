package dev.andon.node.journal;

import dev.andon.node.journal.sqlite.JournalFile;
import dev.andon.node.journal.sqlite.TurnTable;
import dev.andon.node.sync.sqlite.OutboxTable;
import dev.andon.node.sync.sqlite.Wakeup;
import dev.andon.protocol.Event;
import dev.andon.protocol.EventCodec;
import dev.andon.protocol.fact.TurnFact;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A journal in a folder of a test.
public record OpenJournal(JournalFile file, OutboxTable outbox, TestClock clock)
        implements AutoCloseable {
    /// Opens the journal of a folder, with a reserve that is never needed.
    public static OpenJournal in(Path folder) {
        return in(folder, new TestReserve(() -> {}));
    }

    static OpenJournal in(Path folder, Reserve reserve) {
        Wakeup wakeup = new Wakeup();
        TestClock clock = new TestClock();
        JournalFile file = JournalFile.open(folder.resolve("journal.db"), reserve, wakeup);
        return new OpenJournal(file, new OutboxTable(file, clock, wakeup), clock);
    }

    TurnTable turns(int days, long outboxBytesMax) {
        return new TurnTable(file, clock, days, outboxBytesMax);
    }

    /// Everything that waits, read.
    public List<Event> events() {
        return outbox.after(0, Integer.MAX_VALUE, Integer.MAX_VALUE).stream()
                .map(stored -> EventCodec.event(stored.json()))
                .toList();
    }

    static TurnFact turn(String id, String question) {
        return new TurnFact(
                id,
                "press-3",
                question,
                "answer",
                "45 N·m.",
                List.of(new TurnFact.Citation("hp63-service", "C", "5")),
                "quote",
                Map.of("total", 41.5),
                null);
    }

    @Override
    public void close() {
        file.close();
    }
}

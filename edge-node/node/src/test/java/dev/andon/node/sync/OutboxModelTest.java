package dev.andon.node.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.node.journal.OpenJournal;
import dev.andon.node.journal.sqlite.TurnTable;
import dev.andon.protocol.EventBatch.Gone;
import dev.andon.protocol.NodeStatus.OutboxState;
import dev.andon.protocol.fact.HealthFact;
import dev.andon.protocol.fact.TurnFact;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/// Whatever is done to the outbox, in whatever order, it holds what a model of it holds.
class OutboxModelTest {
    private static final int STEPS = 250;
    private static final int DAYS = 2;
    private static final long DAY_MS = 86_400_000;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void holdsWhatTheModelHolds(long seed) {
        Random random = new Random(seed);
        Model model = new Model();
        OpenJournal journal = OpenJournal.in(folder);
        try {
            for (int step = 0; step < STEPS; step++) {
                if (random.nextInt(40) == 0) {
                    journal.close();
                    long at = journal.clock().at();
                    journal = OpenJournal.in(folder);
                    journal.clock().set(at);
                }
                act(random, journal, model);
                check(journal, model, "seed " + seed + ", step " + step);
            }
        } finally {
            journal.close();
        }
    }

    private static void act(Random random, OpenJournal journal, Model model) {
        switch (random.nextInt(9)) {
            case 0, 1 -> {
                journal.outbox().write(new HealthFact("disk", "ok", null));
                model.append(false, journal.clock().at());
            }
            case 2, 3, 4 -> {
                turns(journal).write(turn(model.last + 1));
                model.append(true, journal.clock().at());
            }
            case 5 -> {
                long through = random.nextLong(model.last + 1);
                journal.outbox().committed(through);
                model.committed(through);
            }
            case 6 -> {
                long seq = random.nextLong(model.last + 2);
                journal.outbox().rejected(seq, "invalid-fact");
                model.waiting.remove(seq);
            }
            case 7 -> {
                journal.clock().pass(random.nextLong(DAY_MS));
                turns(journal).expire();
                model.expire(journal.clock().at() - DAYS * DAY_MS);
            }
            default -> {
                if (random.nextInt(4) == 0) {
                    journal.outbox().renew();
                    model.renew();
                }
            }
        }
    }

    private static void check(OpenJournal journal, Model model, String when) {
        Outbox outbox = journal.outbox();
        assertThat(outbox.after(0, 10_000, Integer.MAX_VALUE))
                .as(when)
                .extracting(StoredEvent::seq)
                .containsExactlyElementsOf(model.waiting.keySet());
        assertThat(outbox.lastSeq()).as(when).isEqualTo(model.last);
        OutboxState state = outbox.state();
        assertThat(state.rows()).as(when).isEqualTo(model.waiting.size());
        assertThat(state.droppedTurns()).as(when).isEqualTo(model.dropped);
        TreeSet<Long> gone = new TreeSet<>();
        long before = -1;
        for (Gone range : outbox.gone()) {
            assertThat(range.from()).as(when).isGreaterThan(before + 1);
            before = range.to();
            for (long seq = range.from(); seq <= range.to(); seq++) {
                gone.add(seq);
            }
        }
        assertThat(gone).as(when).isEqualTo(model.gone);
    }

    private static TurnTable turns(OpenJournal journal) {
        return new TurnTable(journal.file(), journal.clock(), DAYS, 1L << 40);
    }

    private static TurnFact turn(long id) {
        return new TurnFact(
                "turn-" + id + "-" + System.nanoTime(),
                null,
                "why",
                "none",
                null,
                List.of(),
                null,
                Map.of(),
                null);
    }

    /// What an outbox is, said once more without a database.
    private static final class Model {
        private final TreeMap<Long, long[]> waiting = new TreeMap<>();
        private final TreeSet<Long> gone = new TreeSet<>();
        private long last;
        private long dropped;

        void append(boolean turn, long at) {
            last++;
            waiting.put(last, new long[] {turn ? 1 : 0, at});
        }

        void committed(long through) {
            waiting.headMap(through, true).clear();
            gone.headSet(through, true).clear();
        }

        void expire(long before) {
            waiting.entrySet()
                    .removeIf(
                            row -> {
                                boolean old = row.getValue()[0] == 1 && row.getValue()[1] < before;
                                if (old) {
                                    gone.add(row.getKey());
                                    dropped++;
                                }
                                return old;
                            });
        }

        void renew() {
            TreeMap<Long, long[]> old = new TreeMap<>(waiting);
            waiting.clear();
            gone.clear();
            last = 0;
            old.values()
                    .forEach(
                            row -> {
                                last++;
                                waiting.put(last, row);
                            });
        }
    }
}

package dev.andon.node.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.protocol.Event;
import dev.andon.protocol.fact.IncidentFact;
import dev.andon.protocol.fact.MilestoneFact;
import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.TurnFact;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/// A process is killed again and again while it records; `andon.kills` says how often.
class KillTest {
    private static final int ROUNDS = Integer.getInteger("andon.kills", 20);
    private static final int ACKNOWLEDGED_MAX = 40;
    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final long SEED = 17;

    @TempDir private Path home;

    @Test
    void losesNothingThatItAcknowledgedAndKeepsNothingByHalves() throws Exception {
        Random random = new Random(SEED);
        Set<String> acknowledged = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.addAll(runAndKill(random));
            check(acknowledged, "round " + round);
        }
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
    }

    /// Kills it after a random number of lines and a random part of a moment more, in the middle of
    /// whatever it does then.
    private List<String> runAndKill(Random random) throws IOException, InterruptedException {
        Path said = home.resolve("said.txt");
        Files.deleteIfExists(said);
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledNode.class.getName(),
                                home.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(said.toFile())
                        .start();
        int lines = 1 + random.nextInt(ACKNOWLEDGED_MAX);
        long deadline = System.nanoTime() + START_MAX.toNanos();
        while (wholeLines(said).size() < lines) {
            assertThat(process.isAlive()).isTrue();
            assertThat(System.nanoTime()).as("it works").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(1);
        }
        TimeUnit.NANOSECONDS.sleep(random.nextInt(20_000_000));
        process.destroyForcibly().waitFor();
        return wholeLines(said);
    }

    /// What it said before it died counts, but a line that was cut off.
    private static List<String> wholeLines(Path said) throws IOException {
        String text = Files.readString(said);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.contains(" "))
                .toList();
    }

    private void check(Set<String> acknowledged, String when) {
        try (OpenJournal journal = OpenJournal.in(home)) {
            assertThat(journal.file().damage()).as(when).isNull();
            List<Event> events = journal.events();
            assertThat(events)
                    .as(when)
                    .extracting(Event::seq)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, journal.outbox().lastSeq()).boxed().toList());
            Set<String> told = told(events);
            assertThat(told).as(when).containsAll(acknowledged);
            assertThat(rows(journal)).as(when).isEqualTo(told);
        }
    }

    private static Set<String> told(List<Event> events) {
        Set<String> told = new HashSet<>();
        Set<String> half = new HashSet<>();
        for (Event event : events) {
            switch (event.fact()) {
                case IncidentFact fact -> half.add(fact.incident() + fact.state());
                case MilestoneFact fact -> {
                    assertThat(half.remove(fact.incident() + fact.moment())).isTrue();
                    boolean restored = fact.moment() == Moment.RESTORED;
                    told.add((restored ? "restored " : "incident ") + fact.incident());
                }
                case TurnFact fact -> told.add("turn " + fact.turn());
                default -> throw new AssertionError(event.toString());
            }
        }
        assertThat(half).isEmpty();
        return told;
    }

    private static Set<String> rows(OpenJournal journal) {
        return journal.file()
                .read(
                        t -> {
                            Set<String> rows =
                                    new HashSet<>(
                                            t.list(
                                                    "select 'turn ' || turn from turn",
                                                    row -> row.getString(1)));
                            rows.addAll(
                                    t.list(
                                            "select 'incident ' || id from incident",
                                            row -> row.getString(1)));
                            rows.addAll(
                                    t.list(
                                            "select 'restored ' || incident from milestone"
                                                    + " where moment = 'RESTORED'",
                                            row -> row.getString(1)));
                            return rows;
                        });
    }
}

package dev.andon.node.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.node.journal.OpenJournal;
import dev.andon.node.procedure.Outcome.Reading;
import dev.andon.node.procedure.Outcome.Reads;
import dev.andon.node.procedure.sqlite.RunTable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A process is killed in the middle of a procedure.
class ProcedureKillTest {
    private static final int LINES = 21;
    private static final Duration START_MAX = Duration.ofMinutes(2);

    @TempDir private Path home;

    @Test
    void standsWhereItLastSaidOrOneFurther() throws Exception {
        String[] said = lastSaid().split(" ");
        try (OpenJournal journal = OpenJournal.in(home)) {
            Bench bench = new Bench(new RunTable(journal.file()));
            if (bench.runs.open(Bench.PRESS).isEmpty()) {
                // Killed between the end of one procedure and the beginning of the next.
                assertThat(said[2]).isEqualTo(String.valueOf(Texts.SEAL.steps().size() - 1));
                return;
            }
            ProcedureRun run = bench.run();
            bench.now = new Stamp(run.changed().at() + 1, "after-the-kill", 1);
            if (run.id().equals(said[1])) {
                assertThat(run.position()).isBetween(number(said[2]), number(said[2]) + 1);
            }
            assertThat(run.text()).isEqualTo(Texts.SEAL);
            assertThat(run.confirmations())
                    .extracting(Confirmation::number)
                    .containsExactlyElementsOf(
                            run.text().steps().subList(0, run.position()).stream()
                                    .filter(Step::guarded)
                                    .map(Step::number)
                                    .toList());
            assertThat(bench.move(new Move.Next()))
                    .isEqualTo(new Reads(bench.run(), Reading.WAS_AT, new ManualNow.Same()));
            assertThat(bench.run().position()).isEqualTo(run.position());
        }
    }

    private static int number(String said) {
        return Integer.parseInt(said);
    }

    /// What it said last before it was killed.
    private String lastSaid() throws IOException, InterruptedException {
        Path said = home.resolve("said.txt");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledReader.class.getName(),
                                home.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(said.toFile())
                        .start();
        long deadline = System.nanoTime() + START_MAX.toNanos();
        while (wholeLines(said).size() < LINES) {
            assertThat(process.isAlive()).isTrue();
            assertThat(System.nanoTime()).as("it works").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(1);
        }
        process.destroyForcibly().waitFor();
        return wholeLines(said).getLast();
    }

    /// What it said before it died counts, but a line that was cut off.
    private static List<String> wholeLines(Path said) throws IOException {
        String text = Files.readString(said);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}

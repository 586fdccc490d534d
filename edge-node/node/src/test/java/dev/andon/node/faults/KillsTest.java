package dev.andon.node.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.logging.Logger;

/// Hub, broker and two nodes as processes, killed with -9 while the nodes write. Short here;
/// `-Pfaults` kills a hundred times.
class KillsTest {
    private static final Logger LOG = Logger.getLogger(KillsTest.class.getName());

    @TempDir Path folder;

    @Test
    void losesNothingAndDoublesNothingWhoeverIsKilled() throws Exception {
        int kills = Integer.getInteger("andon.faults.kills", 8);
        long seed = Long.getLong("andon.faults.seed", 20_261_128);
        try (FaultRun run = new FaultRun(folder, seed, 40 * kills)) {
            Verdict verdict = run.run(kills);

            LOG.info(verdict.line("seed " + seed));
            assertThat(verdict.lost()).isEmpty();
            assertThat(verdict.doubled()).isEmpty();
            assertThat(verdict.invented()).isEmpty();
            assertThat(verdict.holes()).isEmpty();
            assertThat(verdict.letters()).isZero();
            assertThat(verdict.promised()).isGreaterThan(20 * kills);
        }
    }
}

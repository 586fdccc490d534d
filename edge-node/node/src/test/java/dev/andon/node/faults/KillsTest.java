package dev.andon.node.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.andon.mqtt.testing.Mischief;
import dev.andon.mqtt.testing.MosquittoProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.logging.Logger;

/// Hub, broker and two nodes as processes, killed with -9 while the nodes write. Short here;
/// `-Pfaults` kills a hundred times.
class KillsTest {
    private static final Logger LOG = Logger.getLogger(KillsTest.class.getName());
    private static final int KILLS = Integer.getInteger("andon.faults.kills", 8);
    private static final long SEED = Long.getLong("andon.faults.seed", 20_261_128);

    @TempDir Path folder;

    @Test
    void losesNothingAndDoublesNothingWhoeverIsKilled() throws Exception {
        prove(FaultPlant.embedded(folder), "broker in the hub");
    }

    @Test
    void losesNothingAndDoublesNothingBehindABadNetworkWithMosquitto() throws Exception {
        assumeTrue(MosquittoProcess.installed(), "apt-get install mosquitto");
        FaultPlant plant = FaultPlant.mosquitto(folder, Mischief.bad(SEED));
        prove(plant, "Mosquitto behind a bad network");
        LOG.info("the network: " + plant.network().counts());
    }

    private void prove(FaultPlant plant, String title) throws Exception {
        try (FaultRun run = new FaultRun(plant, folder, SEED, 40 * KILLS)) {
            Verdict verdict = run.run(KILLS);

            LOG.info(verdict.line("%s, seed %d".formatted(title, SEED)));
            assertThat(verdict.lost()).isEmpty();
            assertThat(verdict.doubled()).isEmpty();
            assertThat(verdict.invented()).isEmpty();
            assertThat(verdict.holes()).isEmpty();
            assertThat(verdict.letters()).isZero();
            assertThat(verdict.promised()).isGreaterThan(20 * KILLS);
        }
    }
}

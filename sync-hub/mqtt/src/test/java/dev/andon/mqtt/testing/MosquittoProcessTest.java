package dev.andon.mqtt.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

@EnabledIf("dev.andon.mqtt.testing.MosquittoProcess#installed")
class MosquittoProcessTest {
    @Test
    void livesTwiceOnOnePort(@TempDir Path folder) {
        MosquittoProcess broker = MosquittoProcess.start(TestBroker.Options.open(folder));
        long first = broker.pid();
        int port = broker.url().getPort();
        broker.kill();
        assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();

        broker.startAgain();

        assertThat(broker.pid()).isNotEqualTo(first);
        assertThat(broker.url().getPort()).isEqualTo(port);
        broker.close();
        assertThat(ProcessHandle.of(broker.pid()).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void saysWhyItDoesNotStart(@TempDir Path folder) throws Exception {
        Path broken = folder.resolve("no-such-file");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () ->
                                MosquittoProcess.start(
                                        TestBroker.Options.open(folder),
                                        java.util.List.of("acl_file " + broken)))
                .hasRootCauseMessage(
                        "Mosquitto: " + Files.readString(folder.resolve("mosquitto.log")));
    }
}

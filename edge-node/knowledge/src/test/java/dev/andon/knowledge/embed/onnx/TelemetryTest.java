package dev.andon.knowledge.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

/// Nothing leaves the plant: the runtime's own reporting never starts.
class TelemetryTest {
    @Test
    void startsNoReportToThePublisher() {
        E5.EMBEDDER.embedQuery("torque");
        long process = ProcessHandle.current().pid();
        assertThat(Path.of("/tmp", "mat-debug-" + process + ".log")).doesNotExist();
    }
}

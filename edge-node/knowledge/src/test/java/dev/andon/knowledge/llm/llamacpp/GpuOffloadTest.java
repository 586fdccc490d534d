package dev.andon.knowledge.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

final class GpuOffloadTest {
    @Test
    void readsTheLayersFromTheLog() {
        assertThat(
                        GpuOffload.layers(
                                List.of(
                                        "load_tensors: offloading output layer to GPU",
                                        "load_tensors: offloaded 33/33 layers to GPU")))
                .isEqualTo(33);
    }

    @Test
    void isZeroWhereTheLogSaysNothing() {
        assertThat(GpuOffload.layers(List.of("load_tensors: CPU_Mapped model buffer"))).isZero();
    }
}

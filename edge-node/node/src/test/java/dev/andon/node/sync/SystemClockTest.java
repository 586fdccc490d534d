package dev.andon.node.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class SystemClockTest {
    @TempDir private Path folder;

    @Test
    void readsWhatLinuxSays() throws Exception {
        Path boot = Files.writeString(folder.resolve("boot_id"), "6f1d-77\n");
        Path uptime = Files.writeString(folder.resolve("uptime"), "35023.47 60012.11\n");
        SystemClock clock = SystemClock.open(boot, uptime);
        assertThat(clock.boot()).isEqualTo("6f1d-77");
        assertThat(clock.upMs()).isEqualTo(35_023_470);
    }

    @Test
    void namesABootOfItsOwnWhereThereIsNone() {
        Path none = folder.resolve("none");
        SystemClock clock = SystemClock.open(none, none);
        SystemClock other = SystemClock.open(none, none);
        assertThat(clock.boot()).isEqualTo(clock.boot()).isNotEqualTo(other.boot());
        assertThat(clock.upMs()).isNotNegative();
    }

    @Test
    void neverGoesBack() {
        SystemClock clock = SystemClock.open();
        long before = clock.upMs();
        assertThat(clock.upMs()).isGreaterThanOrEqualTo(before);
        assertThat(clock.boot()).isNotBlank();
        assertThat(clock.at()).isGreaterThan(1_700_000_000_000L);
    }
}

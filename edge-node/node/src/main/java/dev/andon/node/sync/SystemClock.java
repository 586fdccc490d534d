package dev.andon.node.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.LongSupplier;

/// The clocks of this computer, from Linux's own accounts. Where there are none, a boot is as long
/// as the process: nothing wrong is said, but two processes cannot be compared.
public final class SystemClock implements NodeClock {
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path UPTIME = Path.of("/proc/uptime");

    private final String boot;
    private final LongSupplier upMs;

    private SystemClock(String boot, LongSupplier upMs) {
        this.boot = boot;
        this.upMs = upMs;
    }

    /// The clocks of this computer.
    public static SystemClock open() {
        return open(BOOT_ID, UPTIME);
    }

    static SystemClock open(Path bootId, Path uptime) {
        if (Files.isReadable(bootId) && Files.isReadable(uptime)) {
            return new SystemClock(text(bootId), () -> uptimeMs(uptime));
        }
        long begin = System.nanoTime();
        return new SystemClock(
                UUID.randomUUID().toString(), () -> (System.nanoTime() - begin) / 1_000_000);
    }

    @Override
    public long at() {
        return System.currentTimeMillis();
    }

    @Override
    public String boot() {
        return boot;
    }

    @Override
    public long upMs() {
        return upMs.getAsLong();
    }

    /// Seconds with two decimals, then the idle time.
    private static long uptimeMs(Path uptime) {
        String seconds = text(uptime).split(" ", 2)[0];
        return Math.round(Double.parseDouble(seconds) * 1_000);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Linux does not say when it was started", e);
        }
    }
}

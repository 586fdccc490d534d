package dev.andon.node.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// How much memory this process holds.
public final class ProcessMemory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private ProcessMemory() {}

    /// Resident set of another process in MiB; empty where the system does not tell it (not Linux).
    public static OptionalLong residentMib(ProcessHandle process) {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        try {
            return OptionalLong.of(resident(status));
        } catch (IOException untold) {
            return OptionalLong.empty();
        }
    }

    private static long resident(Path status) throws IOException {
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024;
        }
    }

    /// Resident set in MiB; where the system does not tell it (not Linux), the Java heap in use.
    public static long residentMib() {
        try {
            return resident(STATUS);
        } catch (IOException notLinux) {
            Runtime runtime = Runtime.getRuntime();
            return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        }
    }
}

package dev.andon.node.doctor;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.models.Manifest;
import dev.andon.models.ModelEntry;
import dev.andon.models.ModelException;
import dev.andon.models.ModelSource;
import dev.andon.models.ModelState;
import dev.andon.models.ModelStore;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Looks at Java, memory, folders, models and ports. The engines look at themselves: their
/// findings come from opening them.
public final class Doctor {
    private static final long MEMORY_MIB_MIN = 1500;
    private static final long DISK_MIB_MIN = 500;
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
    private static final List<String> NEEDED_FLAGS = List.of("avx2", "fma", "f16c");

    private final NodeHome home;
    private final DeviceConfig config;

    /// A doctor for one node.
    public Doctor(NodeHome home, DeviceConfig config) {
        this.home = home;
        this.config = config;
    }

    /// Looks, and tells each finding as it is made.
    public void examine(Consumer<Finding> findings) {
        findings.accept(java());
        findings.accept(vectorApi());
        findings.accept(processor());
        findings.accept(memory());
        findings.accept(disk());
        findings.accept(port());
        ModelStore store = new ModelStore(home.models(), Manifest.bundledAnd(home.manifest()));
        store.manifest().models().forEach(entry -> findings.accept(model(store, entry)));
    }

    private static Finding java() {
        int feature = Runtime.version().feature();
        String detail = System.getProperty("java.vm.name") + " " + Runtime.version();
        return feature >= 25
                ? Finding.ok("java", detail)
                : Finding.failed("java", detail, "install a JDK 25, or set JAVA_HOME to one");
    }

    private static Finding vectorApi() {
        boolean there = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return there
                ? Finding.ok("vector search", "uses the Vector API")
                : Finding.note(
                        "vector search",
                        "plain loops: slower on many passages",
                        "start java with @device-config/jvm.args, as the launcher does");
    }

    /// What the built-in library of llama.cpp was compiled for; it ends the process without.
    private static Finding processor() {
        Set<String> flags = processorFlags();
        if (flags.isEmpty()) {
            return Finding.ok("processor", "not told by this system");
        }
        List<String> missing = NEEDED_FLAGS.stream().filter(f -> !flags.contains(f)).toList();
        return missing.isEmpty()
                ? Finding.ok("processor", String.join(", ", NEEDED_FLAGS))
                : Finding.note(
                        "processor",
                        "lacks " + String.join(", ", missing),
                        "leave answering.backend at none: a language model cannot run here");
    }

    private static Set<String> processorFlags() {
        try (Stream<String> lines = Files.lines(PROCESSOR)) {
            return lines.filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(
                            line ->
                                    Set.copyOf(
                                            List.of(
                                                    line.replaceFirst(".*:", "")
                                                            .strip()
                                                            .split(" "))))
                    .orElse(Set.of());
        } catch (IOException notLinux) {
            return Set.of();
        }
    }

    private static Finding memory() {
        long mib = availableMib();
        String detail = mib + " MiB available";
        return mib < 0 || mib >= MEMORY_MIB_MIN
                ? Finding.ok("memory", mib < 0 ? "not told by this system" : detail)
                : Finding.note("memory", detail, "a node needs about 1 GiB: end other programs");
    }

    private static long availableMib() {
        try (Stream<String> lines = Files.lines(MEMORY)) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(-1024)
                    / 1024;
        } catch (IOException notLinux) {
            return -1;
        }
    }

    private Finding disk() {
        try {
            FileStore disk = Files.getFileStore(home.root());
            long mib = disk.getUsableSpace() >> 20;
            String detail = home.root() + ", " + mib + " MiB free";
            return mib >= DISK_MIB_MIN
                    ? Finding.ok("home", detail)
                    : Finding.failed("home", detail, "make room, or choose another --home");
        } catch (IOException failure) {
            return Finding.failed(
                    "home", home.root() + ": " + failure.getMessage(), "choose another --home");
        }
    }

    private Finding port() {
        int port = config.web().port();
        String detail = config.web().host() + ":" + port;
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName(config.web().host()), port));
            return Finding.ok("port", detail + " is free");
        } catch (IOException taken) {
            return Finding.note(
                    "port",
                    detail + " cannot be used (" + taken.getMessage() + ")",
                    "andon serve --port 0, or set web.port in " + home.config());
        }
    }

    private Finding model(ModelStore store, ModelEntry entry) {
        String name = "model " + entry.name();
        ModelState state = store.status(entry);
        boolean needed = needed().contains(entry.name());
        String pull = "andon models pull " + entry.name();
        return switch (state) {
            case BUILT_IN -> Finding.ok(name, "built in");
            case PRESENT -> verified(store, entry, name);
            case ABSENT, PARTIAL ->
                    needed
                            ? Finding.failed(name, "configured, but not here", pull)
                            : Finding.ok(name, "not here, not configured");
            case OUTDATED, CORRUPT ->
                    entry.source() == ModelSource.DOWNLOAD
                            ? Finding.failed(name, label(state), pull)
                            : Finding.note(name, label(state), "nothing: it is unpacked again");
        };
    }

    private static Finding verified(ModelStore store, ModelEntry entry, String name) {
        try {
            List<String> complaints = store.verify(entry.name());
            return complaints.isEmpty()
                    ? Finding.ok(name, "every file has its sha256")
                    : Finding.failed(
                            name,
                            String.join("; ", complaints),
                            "remove its folder below the home's models and pull it again");
        } catch (ModelException failure) {
            return Finding.failed(
                    name, String.valueOf(failure.getMessage()), "andon models verify");
        }
    }

    private List<String> needed() {
        boolean here = config.answering().backend() != DeviceConfig.Backend.HTTP;
        String language = here ? config.answering().model() : null;
        return Stream.of(
                        config.hearing().model(),
                        config.retrieval().embedder(),
                        language == null ? "" : language)
                .toList();
    }

    private static String label(ModelState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}

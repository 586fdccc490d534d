package dev.andon.hub.ingest;

import dev.andon.hub.store.HubStore;
import dev.andon.hub.store.StoreSettings;
import dev.andon.mqtt.MqttSettings;
import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.protocol.Topics;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// A worker as a process of its own, to be killed.
final class WorkerProcess implements AutoCloseable {
    private final Process process;

    private WorkerProcess(Process process) {
        this.process = process;
    }

    static WorkerProcess start(URI broker, StoreSettings store) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Xmx256m");
        command.add(
                "-Djava.util.logging.config.file="
                        + System.getProperty("java.util.logging.config.file"));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(WorkerProcess.class.getName());
        command.add(broker.toString());
        command.add(store.url());
        command.add(store.user() == null ? "" : store.user());
        return new WorkerProcess(new ProcessBuilder(command).inheritIO().start());
    }

    /// SIGKILL.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws InterruptedException {
        String user = arguments[2].isEmpty() ? null : arguments[2];
        StoreSettings settings = new StoreSettings(arguments[1], user, null, 4);
        try (HubStore store = HubStore.open(settings);
                IngestWorker worker =
                        IngestWorker.start(
                                new PahoConnector(),
                                MqttSettings.of(URI.create(arguments[0]), "hub"),
                                new Topics("lyon"),
                                new EventIngest(
                                        store, InstantSource.system(), IngestLimits.USUAL))) {
            Thread.currentThread().join();
        }
    }
}

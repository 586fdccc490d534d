package dev.andon.node.hub;

import dev.andon.node.sync.SyncException;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A hub that runs.
public final class HubProcess implements AutoCloseable {
    private static final String LISTENS = "Andon hub listens on ";
    private static final long END_SECONDS_MAX = 20;

    private final HubProgram program;
    private final Path home;
    private final Process process;
    private final URI address;

    private HubProcess(HubProgram program, Path home, Process process, URI address) {
        this.program = program;
        this.home = home;
        this.process = process;
        this.address = address;
    }

    /// Starts one and waits until it says where it listens. What it complains about goes to
    /// `hub.log` in its home.
    ///
    /// @param words further options of `hub serve`
    /// @throws SyncException `hub-start`: it ended instead, with what it said
    public static HubProcess start(HubProgram program, Path home, String... words) {
        try {
            Files.createDirectories(home);
            Path log = home.resolve("hub.log");
            List<String> serve = new ArrayList<>(List.of("hub", "serve"));
            serve.addAll(List.of(words));
            Process process =
                    new ProcessBuilder(program.command(home, serve))
                            .redirectError(log.toFile())
                            .start();
            return new HubProcess(program, home, process, listening(process, log));
        } catch (IOException e) {
            throw new SyncException("hub-start", "The hub cannot be started: " + e.getMessage(), e);
        }
    }

    private static URI listening(Process process, Path log) throws IOException {
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(LISTENS)) {
                return URI.create(line.substring(LISTENS.length()).strip());
            }
        }
        throw new SyncException(
                "hub-start", "The hub did not start: " + Files.readString(log).strip());
    }

    /// Runs one of its commands, such as `fleet invite edge-1`.
    public String run(String... words) {
        return program.run(home, words);
    }

    /// Where it listens, `https://127.0.0.1:41234`.
    public URI address() {
        return address;
    }

    /// Its folder.
    public Path home() {
        return home;
    }

    /// Its process.
    public Process process() {
        return process;
    }

    /// Ends it properly; by force where it does not end.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

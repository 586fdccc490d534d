package dev.andon.knowledge.llm.llamacpp;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.llm.llamacpp.Wire.Command;
import dev.andon.knowledge.llm.llamacpp.Wire.Event;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// One life of the child: started, spoken to, listened to, killed.
final class ChildProcess implements AutoCloseable {
    /// Flags of this JVM that the child must have too; all others are the parent's own affair.
    private static final List<String> FLAGS_PASSED_ON =
            List.of(
                    "--enable-native-access",
                    "--add-modules",
                    "--sun-misc-unsafe-memory-access",
                    "-Dde.kherud.llama.lib.path",
                    "-Djava.library.path");

    /// Where the binding unpacks its library; it deletes files there.
    static final String LIBRARY_FOLDER = "de.kherud.llama.tmpdir";

    private static final int LAST_WORDS_LINES_MAX = 12;
    private static final Duration KILL_MAX = Duration.ofSeconds(10);

    private final Process process;
    private final OutputStream in;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    private ChildProcess(Process process) {
        this.process = process;
        this.in = process.getOutputStream();
        Thread.ofPlatform().name("andon-llama-out").daemon().start(this::listen);
    }

    /// Starts the process and tells it what to load; does not wait for the model.
    ///
    /// @throws StageException `child-not-started`
    static ChildProcess start(LlamaSettings settings) {
        try {
            Files.createDirectories(settings.scratch());
            Process process =
                    new ProcessBuilder(commandLine(settings)).redirectErrorStream(true).start();
            ChildProcess child = new ChildProcess(process);
            child.send(load(settings));
            return child;
        } catch (IOException e) {
            throw new StageException(
                    Stage.LANGUAGE_MODEL,
                    "child-not-started",
                    "The process of the language model could not be started with scratch folder %s (%s)."
                            .formatted(settings.scratch(), e.getMessage()),
                    e);
        }
    }

    private static List<String> commandLine(LlamaSettings settings) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (FLAGS_PASSED_ON.stream().anyMatch(flag::startsWith)) {
                line.add(flag);
            }
        }
        line.add("-Xmx" + settings.restarts().heapMib() + "m");
        line.add("-XX:+UseSerialGC");
        line.add("-XX:TieredStopAtLevel=1");
        line.add("-D" + LIBRARY_FOLDER + "=" + settings.scratch().toAbsolutePath());
        line.add("-cp");
        line.add(System.getProperty("java.class.path"));
        line.add(LlamaChild.class.getName());
        return line;
    }

    /// What the child is told first.
    static Command.Load load(LlamaSettings settings) {
        LlamaSettings.Load load = settings.load();
        return new Command.Load(
                settings.model().toAbsolutePath().toString(),
                load.contextTokens(),
                load.threads(),
                load.gpuLayers(),
                load.batchTokens(),
                load.mapped());
    }

    /// Whether the process runs.
    boolean isAlive() {
        return process.isAlive();
    }

    /// Its process number.
    long pid() {
        return process.pid();
    }

    /// Says a command. A child that is gone does not hear it; the next event tells.
    synchronized void send(Command command) {
        try {
            in.write((Wire.write(command) + "\n").getBytes(StandardCharsets.US_ASCII));
            in.flush();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    /// The next event; null if there is none in time.
    @Nullable Event next(Duration max) throws InterruptedException {
        return events.poll(max.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void listen() {
        Deque<String> lastWords = new ArrayDeque<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                Event event = Wire.readEvent(line);
                if (event != null) {
                    events.add(event);
                } else if (!line.isBlank()) {
                    remember(lastWords, line);
                }
            }
        } catch (IOException | IllegalStateException e) {
            remember(lastWords, String.valueOf(e.getMessage()));
            process.destroyForcibly();
        }
        events.add(new Event.Ended(String.join(" | ", lastWords)));
    }

    private static void remember(Deque<String> lastWords, String line) {
        if (lastWords.size() == LAST_WORDS_LINES_MAX) {
            lastWords.removeFirst();
        }
        lastWords.addLast(line.strip());
    }

    /// Closes its standard input, upon which a healthy child ends by itself.
    void closeInput() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Kills the process and waits until it is gone.
    @Override
    public void close() {
        process.destroyForcibly();
        boolean interrupted = false;
        try {
            process.waitFor(KILL_MAX);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.andon.node.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A program of the machine: the package manager, a speech synthesiser.
///
/// @param command its name and arguments
public record Program(List<String> command) {
    private static final Duration TIME_MAX = Duration.ofMinutes(10);

    public Program {
        command = List.copyOf(command);
    }

    /// Whether this machine has a program of that name.
    public static boolean onPath(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /// Runs it to its end, with nothing to read; whether it said that all went well.
    ///
    /// @param told each line that it prints
    public boolean run(Consumer<String> told) {
        return run(Path.of("/dev/null"), told);
    }

    /// The same with a file to read.
    public boolean run(Path read, Consumer<String> told) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectInput(ProcessBuilder.Redirect.from(read.toFile()))
                            .start();
            try (BufferedReader lines = process.inputReader()) {
                lines.lines().forEach(told);
            }
            if (!process.waitFor(TIME_MAX.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException notStarted) {
            told.accept(String.valueOf(notStarted.getMessage()));
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

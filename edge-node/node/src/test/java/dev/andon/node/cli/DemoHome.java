package dev.andon.node.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A home in which `andon demo --json` has run, made when a test first asks for it, the same for
/// all tests of a run and deleted at its end. Whoever changes it takes a [#copy].
final class DemoHome {
    private static final Path HOME = temporary();
    private static final CommandRun DEMO =
            CommandRun.of("--home", HOME.toString(), "demo", "--json");

    private DemoHome() {}

    /// The home that the demonstration was started with.
    static Path parent() {
        return HOME;
    }

    /// What the demonstration printed.
    static CommandRun demo() {
        return DEMO;
    }

    /// The home of the demonstration's own node: register, manuals, words.
    static Path node() {
        return HOME.resolve("demo");
    }

    /// The recording of one of its questions, `demo-1`.
    static Path recording(String question) {
        return node().resolve("manuals").resolve("questions").resolve(question + ".wav");
    }

    /// Runs a command on the demonstration's node.
    static CommandRun andon(String... arguments) {
        return CommandRun.of(
                Stream.concat(Stream.of("--home", node().toString()), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    /// A node's home of one's own that holds the same.
    static Path copy(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(node())) {
            for (Path file : files.toList()) {
                Path there = target.resolve(node().relativize(file).toString());
                if (!Files.isDirectory(there)) {
                    Files.copy(file, there);
                }
            }
        }
        return target;
    }

    private static Path temporary() {
        try {
            Path home = Files.createTempDirectory("andon-demo-home");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home)));
            return home;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : List.copyOf(files.toList()).reversed()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

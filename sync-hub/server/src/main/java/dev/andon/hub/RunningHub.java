package dev.andon.hub;

import dev.andon.config.HubHome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// Where the hub of a folder listens, for the commands beside it.
///
/// @param api address of its API on this computer
/// @param broker address of its broker on this computer
public record RunningHub(URI api, URI broker) {
    /// What the hub of that folder wrote; empty if none runs there, or it ended properly.
    public static Optional<RunningHub> of(HubHome home) {
        if (Files.notExists(home.address())) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(home.address());
            return lines.size() < 2
                    ? Optional.empty()
                    : Optional.of(
                            new RunningHub(URI.create(lines.get(0)), URI.create(lines.get(1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(HubHome home) {
        Path half = home.runtime().resolve("address.new");
        try {
            Files.writeString(half, api + "\n" + broker + "\n");
            Files.move(half, home.address(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void forget(HubHome home) {
        try {
            Files.deleteIfExists(home.address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

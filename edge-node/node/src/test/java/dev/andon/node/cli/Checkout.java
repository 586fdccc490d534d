package dev.andon.node.cli;

import java.nio.file.Path;
import java.util.Objects;

/// The checkout that the tests run in.
final class Checkout {
    private Checkout() {}

    /// A file of it, by its path below the top folder.
    static Path file(String path) {
        return Path.of(Objects.requireNonNull(System.getProperty("andon.root"))).resolve(path);
    }
}

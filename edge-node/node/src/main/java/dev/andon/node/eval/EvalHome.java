package dev.andon.node.eval;

import dev.andon.config.NodeHome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Homes of what is evaluated, below the folder `eval` of the user's, with the user's models.
public final class EvalHome {
    private static final String DEMO = "demo";

    private EvalHome() {}

    /// The home of a name. The demonstration's node lives in a folder below its home and finds the
    /// models there.
    public static NodeHome of(String name, NodeHome user) {
        Path root = user.root().resolve("eval").resolve(name);
        try {
            Files.createDirectories(root.resolve("spoken"));
            linkModels(root, user);
            linkModels(Files.createDirectories(root.resolve(DEMO)), user);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new NodeHome(root).create();
    }

    private static void linkModels(Path root, NodeHome user) throws IOException {
        Path models = root.resolve("models");
        if (Files.notExists(models)) {
            Files.createSymbolicLink(models, user.models());
        }
        if (Files.exists(user.manifest())) {
            Files.copy(
                    user.manifest(),
                    root.resolve(user.manifest().getFileName()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

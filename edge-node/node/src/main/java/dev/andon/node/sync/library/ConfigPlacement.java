package dev.andon.node.sync.library;

import dev.andon.config.ConfigException;
import dev.andon.config.DeviceConfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The settings of the device, checked in the very folder in which their paths will hold.
///
/// @param config where the node reads them
public record ConfigPlacement(Path config) implements Placement {
    private static final long BYTES_MAX = 1 << 20;

    @Override
    public Path target(Revision revision) {
        return config;
    }

    @Override
    public void draft(Path file, Path draft) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            throw new LibraryException(
                    "not-readable", "Settings have at most %d bytes.".formatted(BYTES_MAX));
        }
        PlacedInstaller.copy(file, draft);
        try {
            DeviceConfig.read(draft);
        } catch (ConfigException e) {
            Files.delete(draft);
            String problems =
                    String.valueOf(e.getMessage())
                            .replace(draft.toString(), String.valueOf(file.getFileName()));
            throw new LibraryException("not-readable", problems, e);
        }
    }

    /// Whoever configured this very node knew why.
    @Override
    public boolean replacesByHand() {
        return false;
    }
}

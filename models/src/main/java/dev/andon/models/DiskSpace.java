package dev.andon.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Asks for room before it is needed.
final class DiskSpace {
    /// @throws ModelException `disk-full`
    void require(Path target, long moreBytes) throws IOException {
        Files.createDirectories(target.getParent());
        long usable = Files.getFileStore(target.getParent()).getUsableSpace();
        if (moreBytes > usable - PullLimits.RESERVE_BYTES) {
            String message =
                    String.format(
                            "%s needs %d MiB more, and its disk has %d MiB; free space there and"
                                    + " pull again.",
                            target, moreBytes >> 20, usable >> 20);
            throw new ModelException("disk-full", message);
        }
    }

    static ModelException notWritten(Path part, IOException cause) {
        String message =
                ("%s cannot be written (%s); free space on its disk and pull again: it goes "
                                + "on where it stopped.")
                        .formatted(part, cause.getMessage());
        return new ModelException("disk-full", message, cause);
    }
}

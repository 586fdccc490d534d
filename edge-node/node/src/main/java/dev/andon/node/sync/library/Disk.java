package dev.andon.node.sync.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much room there is.
@FunctionalInterface
public interface Disk {
    /// Bytes that may still be written below a folder that exists.
    long usable(Path folder) throws IOException;

    /// The real one, less what is kept for facts.
    ///
    /// @param reserveBytes that nothing of the library may take
    static Disk leaving(long reserveBytes) {
        return folder -> Files.getFileStore(folder).getUsableSpace() - reserveBytes;
    }
}

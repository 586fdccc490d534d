package dev.andon.knowledge.corpus;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// Reads one file format. Implementations fetch nothing from anywhere and run nothing that the
/// document carries.
public interface ManualReader {
    /// How the names of this format's files end, in lower case: `.pdf`.
    Set<String> endings();

    /// Whether the file is of this reader's format, judged by its name.
    default boolean reads(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return endings().stream().anyMatch(name::endsWith);
    }

    /// Counts the changes of this reader after which the same file gives other blocks; manuals that
    /// an older version read are read anew.
    int version();

    /// Reads the whole file.
    ///
    /// @param file the manual
    /// @param declared what the command line or a sidecar file says; it wins over the document
    /// @throws dev.andon.knowledge.StageException `corpus`: the file is broken, encrypted or empty
    ManualContent read(Path file, DeclaredManual declared);
}

package dev.andon.knowledge.corpus;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// All formats of manuals: picks the reader by the file's name and asks the sidecar file.
public final class ManualReaders {
    private final List<ManualReader> readers;

    /// The readers, the first that reads a file is taken.
    public ManualReaders(List<ManualReader> readers) {
        this.readers = List.copyOf(readers);
    }

    /// Whether a file is a manual in one of the formats; sidecar files are not.
    public boolean reads(Path file) {
        return reader(file).isPresent();
    }

    /// The version of the reader of a file.
    ///
    /// @throws StageException `corpus`: `format-unknown`
    public int version(Path file) {
        return known(file).version();
    }

    /// Reads a manual.
    ///
    /// @param commandLine what the person who asks for it says of it; wins over the sidecar file,
    ///     which wins over the document
    /// @throws StageException `corpus`: `format-unknown`, `file-missing`, `file-empty`, and the
    ///     failures of the reader and of [Sidecar#read]
    public ManualContent read(Path file, DeclaredManual commandLine) {
        ManualReader reader = known(file);
        refuseMissingOrEmpty(file);
        return reader.read(file, commandLine.orElse(Sidecar.read(file)));
    }

    private ManualReader known(Path file) {
        return reader(file)
                .orElseThrow(
                        () ->
                                failure(
                                        "format-unknown",
                                        file
                                                + " is in no format that is read here: "
                                                + "give a PDF (.pdf) or Markdown (.md)."));
    }

    private Optional<ManualReader> reader(Path file) {
        return readers.stream().filter(reader -> reader.reads(file)).findFirst();
    }

    private static void refuseMissingOrEmpty(Path file) {
        if (!Files.isRegularFile(file)) {
            throw failure("file-missing", "There is no file " + file + ".");
        }
        try {
            if (Files.size(file) == 0) {
                throw failure("file-empty", file + " is empty: copy it again from its source.");
            }
        } catch (IOException e) {
            throw new StageException(Stage.CORPUS, "unreadable", "Cannot read " + file + ".", e);
        }
    }

    private static StageException failure(String code, String message) {
        return new StageException(Stage.CORPUS, code, message);
    }
}

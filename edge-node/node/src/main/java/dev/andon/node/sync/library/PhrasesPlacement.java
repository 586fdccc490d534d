package dev.andon.node.sync.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// The words of commands, a file a language.
///
/// @param folder where the node reads them
/// @param complaint what is wrong with a file of phrases; empty if it is good
public record PhrasesPlacement(Path folder, Function<Path, Optional<String>> complaint)
        implements Placement {
    private static final long BYTES_MAX = 256 * 1024;

    @Override
    public Path target(Revision revision) {
        String language = revision.manifest().language();
        if (language == null || !language.matches("[a-z]{2,3}")) {
            throw new LibraryException(
                    "not-readable",
                    "Phrases need a language of two or three letters: add them with --language.");
        }
        return folder.resolve("commands-" + language + ".txt");
    }

    @Override
    public void draft(Path file, Path draft) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            throw new LibraryException(
                    "not-readable", "A file of phrases has at most %d bytes.".formatted(BYTES_MAX));
        }
        Optional<String> wrong = complaint.apply(file);
        if (wrong.isPresent()) {
            throw new LibraryException("not-readable", wrong.get());
        }
        PlacedInstaller.copy(file, draft);
    }

    @Override
    public boolean replacesByHand() {
        return true;
    }
}

package dev.andon.knowledge.corpus;

import java.nio.file.Path;
import java.util.Set;

/// Shows the pages of manuals, also after the files that they were read from are gone or changed.
public interface PagePictures {
    /// Shows nothing and keeps nothing.
    PagePictures NONE =
            new PagePictures() {
                @Override
                public void keep(Path file, String sha256) {}

                @Override
                public void keepOnly(Set<String> sha256s) {}
            };

    /// Keeps what is needed to draw the pages of a manual; nothing of a format without pages.
    ///
    /// @param sha256 of the file, hexadecimal
    /// @throws dev.andon.knowledge.StageException `corpus`: `picture-not-kept`
    void keep(Path file, String sha256);

    /// Forgets all manuals but these.
    void keepOnly(Set<String> sha256s);
}

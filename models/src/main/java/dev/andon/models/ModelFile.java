package dev.andon.models;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/// One file of a model.
///
/// @param path below the model's folder, with `/`; for an archive the name that it is fetched by
/// @param resource on the class path, for a model that is built in; else null
/// @param url of the publisher, for a download; else null
/// @param sizeBytes exact; null where nobody has verified it yet
/// @param sha256 hexadecimal, lower case; null where nobody has verified it yet
/// @param archive what to do with it once it is there
public record ModelFile(
        String path,
        @Nullable String resource,
        @Nullable String url,
        @Nullable Long sizeBytes,
        @Nullable String sha256,
        Archive archive) {
    public ModelFile {
        requireNonNull(path, "path");
        requireNonNull(archive, "archive");
    }

    /// How a file becomes part of the model.
    public enum Archive {
        /// It lies there as it came.
        NONE,
        /// A zip whose single top folder is the model's folder.
        ZIP_STRIPPED,
        /// A zip that is unpacked as it is.
        ZIP
    }
}

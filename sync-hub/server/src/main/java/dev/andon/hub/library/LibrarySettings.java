package dev.andon.hub.library;

import java.nio.file.Path;
import java.time.Duration;

/// How a library is kept.
///
/// @param site whose nodes it serves, `[a-z0-9-]{1,64}`
/// @param folder of its files, on one disk
/// @param embedder name in the manifest of models: the one that the nodes have
/// @param manifestLife how long a node may install a revision by one signature
/// @param catalogLife how long a node may install anything by one catalog; it bounds for how long
///     somebody between hub and nodes could hold back news unnoticed
public record LibrarySettings(
        String site, Path folder, String embedder, Duration manifestLife, Duration catalogLife) {
    /// The embedder that nodes have unless their configuration says otherwise.
    public static final String EMBEDDER = "e5-small-v2-q";

    /// A year for manifests, two weeks for catalogs. Both are signed again when half of it is over.
    public static LibrarySettings of(String site, Path folder) {
        return new LibrarySettings(
                site, folder, EMBEDDER, Duration.ofDays(365), Duration.ofDays(14));
    }

    /// The same with other lifetimes.
    public LibrarySettings lasting(Duration manifests, Duration catalogs) {
        return new LibrarySettings(site, folder, embedder, manifests, catalogs);
    }
}

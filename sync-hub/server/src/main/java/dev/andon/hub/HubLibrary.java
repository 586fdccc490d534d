package dev.andon.hub;

import dev.andon.config.HubConfig;
import dev.andon.config.HubHome;
import dev.andon.hub.library.Library;
import dev.andon.hub.library.LibrarySettings;
import dev.andon.hub.library.serve.LibraryLink;
import dev.andon.hub.store.HubStore;
import dev.andon.hub.web.LibraryOperations;
import dev.andon.models.Manifest;
import dev.andon.models.ModelStore;
import dev.andon.protocol.signature.SigningKey;

import java.time.Duration;
import java.time.InstantSource;

/// The library of the hub with its two doors: the link to the nodes, and the API.
///
/// @param link part of the hub's connection
/// @param operations of the API
record HubLibrary(LibraryLink link, LibraryOperations operations) implements AutoCloseable {
    static HubLibrary open(
            HubHome home, HubConfig config, HubStore store, SigningKey key, InstantSource clock) {
        ModelStore models =
                new ModelStore(
                        home.models(), Manifest.bundledAnd(home.models().resolve("manifest.json")));
        Library library = Library.open(settings(home, config), store, key, models, clock);
        return new HubLibrary(LibraryLink.start(library), new LibraryOperations(library));
    }

    private static LibrarySettings settings(HubHome home, HubConfig config) {
        return LibrarySettings.of(config.hub().site(), home.library())
                .lasting(
                        Duration.ofDays(config.library().manifestDays()),
                        Duration.ofDays(config.library().catalogDays()));
    }

    @Override
    public void close() {
        operations.close();
        link.close();
    }
}

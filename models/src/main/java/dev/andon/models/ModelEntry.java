package dev.andon.models;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// A model of the manifest.
///
/// @param name unique; also the name of its folder
/// @param kind what it does
/// @param engine that runs it, `vosk`
/// @param description for a person who chooses
/// @param languages such as `en-US`
/// @param licence SPDX id of the weights
/// @param homepage where the licence and the origin can be read
/// @param source where it comes from
/// @param files that it consists of
public record ModelEntry(
        String name,
        ModelKind kind,
        String engine,
        String description,
        List<String> languages,
        String licence,
        String homepage,
        ModelSource source,
        List<ModelFile> files) {
    public ModelEntry {
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
        requireNonNull(engine, "engine");
        requireNonNull(source, "source");
        languages = List.copyOf(languages);
        files = List.copyOf(files);
    }
}

package dev.andon.protocol;

/// What can be pushed to nodes.
public enum DocumentKind {
    /// A manual: read, embedded, searched.
    MANUAL,
    /// The asset register, canonical YAML.
    REGISTER,
    /// Words of commands, a file a language.
    PHRASES,
    /// Settings of the device, YAML.
    CONFIG,
    /// A file of a model, placed where the manifest of models expects it.
    MODEL
}

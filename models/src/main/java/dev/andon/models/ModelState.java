package dev.andon.models;

/// How much of a model is here.
public enum ModelState {
    /// Installed; the sizes of its files are right.
    PRESENT,
    /// Comes with the product and is unpacked on first use.
    BUILT_IN,
    /// Must be pulled.
    ABSENT,
    /// A pull was cut short; pulling again goes on where it stopped.
    PARTIAL,
    /// Installed, but of another revision than the manifest names.
    OUTDATED,
    /// Installed, but a file is missing or has another size.
    CORRUPT
}

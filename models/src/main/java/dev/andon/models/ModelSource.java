package dev.andon.models;

/// Where a model comes from.
public enum ModelSource {
    /// With the product, as a resource on the class path.
    BUILT_IN,
    /// From its publisher or a mirror, by [ModelPull].
    DOWNLOAD
}

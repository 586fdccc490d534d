package dev.andon.hub.library.block;

import dev.andon.protocol.Manifest.FileTree;

/// A file that was cut and kept.
///
/// @param tree as a manifest names it
/// @param list SHA-256 of the list of its blocks, itself a kept file
/// @param blocks how many the file has
public record BuiltTree(FileTree tree, String list, int blocks) {}

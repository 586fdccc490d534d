package dev.andon.config.register;

/// A production line.
///
/// @param id unique in the register
/// @param name as people say it
public record Line(String id, String name) {}

package dev.andon.hub.web;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// How the hub is.
///
/// @param status `ok`, or `failed` if one of the parts is
/// @param version of the software
/// @param site of the plant
/// @param parts of the hub
public record HubHealth(String status, String version, String site, List<Part> parts) {
    public HubHealth {
        parts = List.copyOf(parts);
    }

    /// The hub made of these parts.
    public static HubHealth of(String version, String site, List<Part> parts) {
        boolean well = parts.stream().allMatch(part -> part.state().equals("ok"));
        return new HubHealth(well ? "ok" : "failed", version, site, parts);
    }

    /// @param name `store`, `broker`, `certificate`, ...
    /// @param state `ok` or `failed`
    /// @param detail for a person; null for none
    public record Part(String name, String state, @Nullable String detail) {
        /// It works.
        public static Part ok(String name, String detail) {
            return new Part(name, "ok", detail);
        }

        /// It does not.
        public static Part failed(String name, String detail) {
            return new Part(name, "failed", detail);
        }
    }
}

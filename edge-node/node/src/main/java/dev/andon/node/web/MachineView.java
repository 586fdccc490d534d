package dev.andon.node.web;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A machine of the register, as clients see it.
///
/// @param id stands for it in requests
/// @param name for people
/// @param aliases what else people call it
/// @param line that it stands in; null if none is registered
/// @param model whose manuals answer for it; null if none is registered
public record MachineView(
        String id,
        String name,
        List<String> aliases,
        @Nullable String line,
        @Nullable String model) {
    public MachineView {
        aliases = List.copyOf(aliases);
    }
}

package dev.andon.config.register;

import java.util.List;

/// A code that a machine shows.
///
/// @param code as it is written on the panel, `E-42`; unique on its machine
/// @param name what it means
/// @param aliases what else people call it
public record FaultCode(String code, String name, List<String> aliases) {
    public FaultCode {
        aliases = List.copyOf(aliases);
    }
}

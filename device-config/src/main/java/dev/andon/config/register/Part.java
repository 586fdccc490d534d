package dev.andon.config.register;

import java.util.List;

/// A part of a machine.
///
/// @param number as the manufacturer writes it, `6ES7 315-2EH14`; unique on its machine
/// @param name what it is
/// @param aliases what else people call it
public record Part(String number, String name, List<String> aliases) {
    public Part {
        aliases = List.copyOf(aliases);
    }
}

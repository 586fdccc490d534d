package dev.andon.config.register;

import dev.andon.config.source.Problem;

import java.util.List;

/// A register that can be used, and what a person should look at all the same.
///
/// @param register the plant
/// @param warnings such as one name for two machines, which costs a question back each time
public record CheckedRegister(AssetRegister register, List<Problem> warnings) {
    public CheckedRegister {
        warnings = List.copyOf(warnings);
    }
}

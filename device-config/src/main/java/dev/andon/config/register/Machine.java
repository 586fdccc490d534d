package dev.andon.config.register;

import java.util.List;

/// A machine that can be asked about.
///
/// @param id unique in the register
/// @param name as people say it
/// @param aliases what else people call it
/// @param line the id of its line
/// @param machineClass such as `palletiser`; empty if not said
/// @param model the manufacturer's type, `PX-200`; empty if not said
/// @param serial the manufacturer's number; empty if not said
/// @param faults that it can show
/// @param parts that it is made of
public record Machine(
        String id,
        String name,
        List<String> aliases,
        String line,
        String machineClass,
        String model,
        String serial,
        List<FaultCode> faults,
        List<Part> parts) {
    public Machine {
        aliases = List.copyOf(aliases);
        faults = List.copyOf(faults);
        parts = List.copyOf(parts);
    }

    /// Whether the name or an alias is this one, case and extra spaces aside.
    public boolean isCalled(String spoken) {
        String wanted = SpokenName.canonical(spoken);
        return SpokenName.canonical(name).equals(wanted)
                || aliases.stream().map(SpokenName::canonical).anyMatch(wanted::equals);
    }
}

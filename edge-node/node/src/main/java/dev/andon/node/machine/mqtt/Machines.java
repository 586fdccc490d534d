package dev.andon.node.machine.mqtt;

import dev.andon.config.MachineBroker.TopicName;
import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.Machine;
import dev.andon.config.source.Nearest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which machine a topic means.
///
/// @param register of the plant's machines
/// @param names that stand in topics instead of the register's ids
record Machines(AssetRegister register, List<TopicName> names) {
    Machines {
        names = List.copyOf(names);
    }

    /// The register's id; empty if nothing is called so.
    Optional<String> called(String level) {
        String id =
                names.stream()
                        .filter(name -> name.name().equals(level))
                        .map(TopicName::machine)
                        .findFirst()
                        .orElse(level);
        return register.machine(id).map(Machine::id);
    }

    /// What to do about a name that means no machine.
    String mend(String level) {
        List<String> known =
                Stream.concat(
                                register.machines().stream().map(Machine::id),
                                names.stream().map(TopicName::name))
                        .toList();
        String nearest =
                Nearest.of(level, known)
                        .map("the nearest is '%s'"::formatted)
                        .orElse("it is empty");
        return "The register has no machine '%s'; %s. Register it, or name it in machines.names."
                .formatted(level, nearest);
    }
}

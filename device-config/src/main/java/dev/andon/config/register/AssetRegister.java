package dev.andon.config.register;

import java.util.List;
import java.util.Optional;

/// What stands in the plant: its lines and machines, with the names that people call them by.
///
/// @param site in the hub's words, lower case
/// @param name of the plant, for people
/// @param lines in the order of the file
/// @param machines in the order of the file
public record AssetRegister(String site, String name, List<Line> lines, List<Machine> machines) {
    /// The site of a register that names none (a CSV file without a row `site`).
    public static final String SITE_UNSAID = "plant";

    /// More machines than this are refused.
    public static final int MACHINES_MAX = 20_000;

    public AssetRegister {
        lines = List.copyOf(lines);
        machines = List.copyOf(machines);
    }

    /// A plant of which nothing is known yet.
    public static AssetRegister empty() {
        return new AssetRegister(SITE_UNSAID, "Plant", List.of(), List.of());
    }

    /// The machine with this id, case aside.
    public Optional<Machine> machine(String id) {
        return machines.stream().filter(machine -> machine.id().equalsIgnoreCase(id)).findFirst();
    }

    /// Every machine that is called so: its name or one of its aliases, case and extra spaces
    /// aside. More than one needs a question back.
    public List<Machine> machinesCalled(String spoken) {
        return machines.stream().filter(machine -> machine.isCalled(spoken)).toList();
    }

    /// The line with this id, case aside.
    public Optional<Line> line(String id) {
        return lines.stream().filter(line -> line.id().equalsIgnoreCase(id)).findFirst();
    }
}

package dev.andon.node.escalation;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.Machine;
import dev.andon.config.source.Nearest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which machine somebody means.
///
/// @param register of the plant's machines
record CalledMachine(AssetRegister register) {
    /// @param called id, name or alias
    /// @throws EscalationException `unknown-machine`, `ambiguous-machine`
    Machine of(String called) {
        List<Machine> found =
                register.machine(called)
                        .map(List::of)
                        .orElseGet(() -> register.machinesCalled(called));
        if (found.size() > 1) {
            throw new EscalationException(
                    "ambiguous-machine",
                    "'%s' may be any of %s. Name one of these."
                            .formatted(
                                    called,
                                    String.join(", ", found.stream().map(Machine::id).toList())));
        }
        return found.stream().findFirst().orElseThrow(() -> unknown(called));
    }

    /// The name of the machine with this id.
    Optional<String> name(String id) {
        return register.machine(id).map(Machine::name);
    }

    private EscalationException unknown(String called) {
        List<String> names =
                register.machines().stream()
                        .flatMap(
                                machine ->
                                        Stream.concat(
                                                Stream.of(machine.id(), machine.name()),
                                                machine.aliases().stream()))
                        .toList();
        String mend =
                Nearest.of(called, names)
                        .map("Did you mean '%s'?"::formatted)
                        .orElse("It is empty; bring one with: andon register import FILE");
        return new EscalationException(
                "unknown-machine",
                "The register of %s has no machine '%s'. %s"
                        .formatted(register.name(), called, mend));
    }
}

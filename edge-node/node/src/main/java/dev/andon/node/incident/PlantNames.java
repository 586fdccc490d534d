package dev.andon.node.incident;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Machine;
import dev.andon.config.source.Nearest;
import dev.andon.knowledge.corpus.WrittenCode;

import java.util.List;
import java.util.stream.Stream;

/// What the register calls what somebody means.
///
/// @param register of the plant's machines
record PlantNames(AssetRegister register) {
    /// @param called id, name or alias
    /// @throws IncidentException `unknown-machine`, `ambiguous-machine`
    Machine machine(String called) {
        List<Machine> found =
                register.machine(called)
                        .map(List::of)
                        .orElseGet(() -> register.machinesCalled(called));
        if (found.size() > 1) {
            throw new IncidentException(
                    "ambiguous-machine",
                    "'%s' may be any of %s. Name one of these."
                            .formatted(
                                    called,
                                    String.join(", ", found.stream().map(Machine::id).toList())));
        }
        if (found.isEmpty()) {
            throw unknownMachine(called);
        }
        return found.getFirst();
    }

    /// @param called code, name or alias
    /// @throws IncidentException `unknown-fault`
    String fault(Machine machine, String called) {
        String canonical = WrittenCode.canonical(called);
        return machine.faults().stream()
                .filter(fault -> isCalled(fault, called, canonical))
                .map(FaultCode::code)
                .findFirst()
                .orElseThrow(() -> unknownFault(machine, called));
    }

    private static boolean isCalled(FaultCode fault, String called, String canonical) {
        return WrittenCode.canonical(fault.code()).equals(canonical)
                || Stream.concat(Stream.of(fault.name()), fault.aliases().stream())
                        .anyMatch(name -> name.equalsIgnoreCase(called.strip()));
    }

    private IncidentException unknownMachine(String called) {
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
        return new IncidentException(
                "unknown-machine",
                "The register of %s has no machine '%s'. %s"
                        .formatted(register.name(), called, mend));
    }

    private static IncidentException unknownFault(Machine machine, String called) {
        List<String> names =
                machine.faults().stream()
                        .flatMap(
                                fault ->
                                        Stream.concat(
                                                Stream.of(fault.code(), fault.name()),
                                                fault.aliases().stream()))
                        .toList();
        String mend =
                Nearest.of(called, names)
                        .map("Did you mean '%s'?"::formatted)
                        .orElse("It has none; leave the fault out, or register it.");
        return new IncidentException(
                "unknown-fault",
                "%s has no fault '%s'. %s".formatted(machine.name(), called, mend));
    }
}

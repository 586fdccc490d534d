package dev.andon.node.command;

import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Machine;
import dev.andon.knowledge.corpus.WrittenCode;
import dev.andon.node.dialog.phrase.Tokens;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the fault of a machine that somebody means: by its code, its name, an alias, or by the
/// digits of its code alone where these fit one code only.
final class FaultOf {
    private FaultOf() {}

    /// The fault; empty if the machine has none that is called so.
    static Optional<FaultCode> machine(Machine machine, String said) {
        if (said.isEmpty()) {
            return Optional.empty();
        }
        String code = WrittenCode.canonical(said);
        Optional<FaultCode> exact =
                machine.faults().stream()
                        .filter(fault -> WrittenCode.canonical(fault.code()).equals(code))
                        .findFirst();
        return exact.or(() -> named(machine, said)).or(() -> byDigits(machine, code));
    }

    private static Optional<FaultCode> named(Machine machine, String said) {
        List<String> words = Tokens.of(said);
        return machine.faults().stream()
                .filter(
                        fault ->
                                Stream.concat(Stream.of(fault.name()), fault.aliases().stream())
                                        .map(Tokens::of)
                                        .anyMatch(words::equals))
                .findFirst();
    }

    private static Optional<FaultCode> byDigits(Machine machine, String code) {
        if (!code.matches("\\d+")) {
            return Optional.empty();
        }
        List<FaultCode> fitting =
                machine.faults().stream()
                        .filter(fault -> digits(fault.code()).equals(withoutZeros(code)))
                        .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private static String digits(String code) {
        return withoutZeros(code.replaceAll("\\D", ""));
    }

    private static String withoutZeros(String digits) {
        return digits.replaceFirst("^0+(?=.)", "");
    }
}

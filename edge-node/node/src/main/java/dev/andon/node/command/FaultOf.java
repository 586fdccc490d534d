package dev.andon.node.command;

import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Machine;
import dev.andon.knowledge.corpus.WrittenCode;
import dev.andon.node.dialog.phrase.Tokens;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the fault of a machine that somebody means: by its code, its name, an alias, its code
/// without the zeros that nobody says ("C three" for `C-03`), or by the digits of its code alone;
/// anything but the code itself only where it fits one code.
public final class FaultOf {
    private FaultOf() {}

    /// The fault; empty if the machine has none that is called so.
    public static Optional<FaultCode> machine(Machine machine, String said) {
        if (said.isEmpty()) {
            return Optional.empty();
        }
        String code = WrittenCode.canonical(said);
        Optional<FaultCode> exact =
                machine.faults().stream()
                        .filter(fault -> WrittenCode.canonical(fault.code()).equals(code))
                        .findFirst();
        return exact.or(() -> named(machine, said))
                .or(() -> withoutZeros(machine, code))
                .or(() -> byDigits(machine, code));
    }

    private static Optional<FaultCode> named(Machine machine, String said) {
        List<String> words = Tokens.of(said);
        return only(
                machine.faults().stream()
                        .filter(
                                fault ->
                                        Stream.concat(
                                                        Stream.of(fault.name()),
                                                        fault.aliases().stream())
                                                .map(Tokens::of)
                                                .anyMatch(words::equals)));
    }

    private static Optional<FaultCode> withoutZeros(Machine machine, String code) {
        String said = withoutZeros(code);
        return only(
                machine.faults().stream()
                        .filter(
                                fault ->
                                        withoutZeros(WrittenCode.canonical(fault.code()))
                                                .equals(said)));
    }

    private static Optional<FaultCode> byDigits(Machine machine, String code) {
        if (!code.matches("\\d+")) {
            return Optional.empty();
        }
        return only(
                machine.faults().stream()
                        .filter(fault -> digits(fault.code()).equals(withoutZeros(code))));
    }

    /// Where several fit, none is guessed.
    private static Optional<FaultCode> only(Stream<FaultCode> fitting) {
        List<FaultCode> faults = fitting.limit(2).toList();
        return faults.size() == 1 ? Optional.of(faults.getFirst()) : Optional.empty();
    }

    private static String digits(String code) {
        return withoutZeros(code.replaceAll("\\D", ""));
    }

    /// Zeros before the digits of each number.
    private static String withoutZeros(String code) {
        return code.replaceAll("(?<!\\d)0+(?=\\d)", "");
    }
}

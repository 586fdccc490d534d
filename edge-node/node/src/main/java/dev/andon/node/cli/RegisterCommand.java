package dev.andon.node.cli;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.CheckedRegister;
import dev.andon.config.register.Line;
import dev.andon.config.register.Machine;
import dev.andon.config.register.RegisterReader;
import dev.andon.config.register.RegisterWriter;
import dev.andon.node.EdgeNode;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.nio.file.Path;

/// The plant's own machines: brought in, checked, shown.
@Command(
        name = "register",
        mixinStandardHelpOptions = true,
        description = "Imports, validates or shows the asset register of the plant.")
final class RegisterCommand implements Runnable {
    private static final String FILE =
            "The register, .yaml or .csv; device-config/README.md has its schema.";

    @ParentCommand private Andon andon;
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "import, validate or show?");
    }

    @Command(
            name = "validate",
            mixinStandardHelpOptions = true,
            description = "Checks a register and names every problem in it.")
    int validate(@Parameters(paramLabel = "FILE", description = FILE) Path file) {
        CheckedRegister checked = RegisterReader.validate(file);
        checked.warnings().forEach(warning -> andon.out().println("warning: " + warning));
        andon.out().println(file + " is good: " + counts(checked.register()));
        andon.out().flush();
        return ExitCode.OK;
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Takes a register into use and teaches the recogniser its words.")
    int importFile(@Parameters(paramLabel = "FILE", description = FILE) Path file) {
        CheckedRegister checked = RegisterReader.validate(file);
        checked.warnings().forEach(warning -> andon.err().println("warning: " + warning));
        RegisterWriter.write(checked.register(), andon.home().register());
        andon.out().println("Imported " + counts(checked.register()) + ".");
        try (EdgeNode node = andon.open()) {
            andon.out().println(node.learnWords().sentence());
        }
        andon.out().flush();
        return ExitCode.OK;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows a register: the one in use if no file is named.")
    int show(
            @Parameters(paramLabel = "FILE", arity = "0..1", description = FILE)
                    @Nullable Path file) {
        AssetRegister register =
                file == null ? EdgeNode.register(andon.home()) : RegisterReader.read(file);
        andon.out().println(register.name() + ": " + counts(register));
        for (Line line : register.lines()) {
            andon.out().printf("%n%s (%s)%n", line.name(), line.id());
            register.machines().stream()
                    .filter(machine -> machine.line().equals(line.id()))
                    .forEach(this::print);
        }
        andon.out().flush();
        return ExitCode.OK;
    }

    private void print(Machine machine) {
        String aliases =
                machine.aliases().isEmpty() ? "" : "also " + String.join(", ", machine.aliases());
        andon.out()
                .printf(
                        "  %-16s %-20s %-10s %2d faults %2d parts  %s%n",
                        machine.id(),
                        machine.name(),
                        machine.model(),
                        machine.faults().size(),
                        machine.parts().size(),
                        aliases);
    }

    private static String counts(AssetRegister register) {
        int faults = register.machines().stream().mapToInt(m -> m.faults().size()).sum();
        int parts = register.machines().stream().mapToInt(m -> m.parts().size()).sum();
        return "%d lines, %d machines, %d fault codes, %d parts"
                .formatted(register.lines().size(), register.machines().size(), faults, parts);
    }
}

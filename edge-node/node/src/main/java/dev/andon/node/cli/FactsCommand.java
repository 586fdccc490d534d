package dev.andon.node.cli;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.Machine;
import dev.andon.config.source.Nearest;
import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.IndexedManual;
import dev.andon.knowledge.corpus.fact.FactKind;
import dev.andon.knowledge.corpus.fact.FactQuery;
import dev.andon.node.EdgeNode;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/// What the manuals of a machine state, each with the place where it stands.
@Command(
        name = "facts",
        mixinStandardHelpOptions = true,
        description =
                "Lists what the manuals of a machine state: values with their units, fault codes,"
                        + " procedures and safety notices, each with its page and its words.")
final class FactsCommand implements Callable<Integer> {
    @ParentCommand private Andon andon;

    @Option(
            names = "--machine",
            paramLabel = "ID",
            required = true,
            description = "The machine, as the register calls it.")
    private String machine;

    @Option(
            names = "--manual",
            paramLabel = "ID",
            description = "Only this manual, by its document number.")
    private @Nullable String manual;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            description = "Only these: ${COMPLETION-CANDIDATES}, in any case.")
    private Set<FactKind> kinds = Set.of();

    @Option(names = "--json", description = "One JSON object a fact.")
    private boolean json;

    @Override
    public Integer call() {
        try (EdgeNode node = andon.open()) {
            Machine about = machine(node.register());
            List<String> models = about.model().isEmpty() ? List.of() : List.of(about.model());
            refuseUnknownManual(node, models, about);
            FactQuery query = new FactQuery(models, manual, kinds);
            if (json) {
                node.facts()
                        .each(query, (of, fact) -> andon.out().println(FactLine.json(of, fact)));
            } else {
                FactSheet sheet = new FactSheet(andon.out());
                node.facts().each(query, sheet::add);
                sheet.end(about);
            }
            andon.out().flush();
            return ExitCode.OK;
        }
    }

    private Machine machine(AssetRegister register) {
        return register.machine(machine).orElseThrow(() -> unknownMachine(register));
    }

    private StageException unknownMachine(AssetRegister register) {
        List<String> ids = register.machines().stream().map(Machine::id).toList();
        String mend =
                Nearest.of(machine, ids)
                        .map("did you mean '%s'? `andon register show` lists them"::formatted)
                        .orElse("it is empty: bring a register with `andon register import FILE`");
        return new StageException(
                Stage.DIALOG,
                "unknown-machine",
                "The register of %s has no machine '%s'; %s."
                        .formatted(register.name(), machine, mend));
    }

    private void refuseUnknownManual(EdgeNode node, List<String> models, Machine about) {
        List<String> ids =
                node.manuals().stream()
                        .filter(IndexedManual::current)
                        .filter(indexed -> indexed.manual().appliesTo(models))
                        .map(indexed -> indexed.manual().id())
                        .distinct()
                        .toList();
        if (manual != null && ids.stream().noneMatch(manual::equalsIgnoreCase)) {
            String mend =
                    Nearest.of(manual, ids)
                            .map("did you mean '%s'?"::formatted)
                            .orElse("none is indexed: run `andon index` on its manuals.");
            throw new StageException(
                    Stage.CORPUS,
                    "unknown-manual",
                    "No manual of %s is called '%s'; %s".formatted(about.id(), manual, mend));
        }
    }
}

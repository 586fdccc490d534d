package dev.andon.node.cli;

import dev.andon.config.NodeHome;
import dev.andon.models.Manifest;
import dev.andon.models.ModelEntry;
import dev.andon.models.ModelFile;
import dev.andon.models.ModelPull;
import dev.andon.models.ModelState;
import dev.andon.models.ModelStore;
import dev.andon.models.PullOptions;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/// What models there are, which are here, and how the others come here.
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Lists the models, verifies them, pulls them.")
final class ModelsCommand implements Callable<Integer> {
    @ParentCommand private Andon andon;

    @Option(names = "--json", description = "One JSON object a model.")
    private boolean json;

    @Override
    public Integer call() {
        ModelStore store = store();
        for (ModelEntry entry : store.manifest().models()) {
            if (json) {
                andon.out().println(Json.line(facts(store, entry)));
            } else {
                print(store, entry);
            }
        }
        andon.out().flush();
        return ExitCode.OK;
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Compares every file of the models that are here with its sha256.")
    int verify(@Parameters(paramLabel = "NAME", arity = "0..*") @Nullable List<String> names) {
        ModelStore store = store();
        if (names != null) {
            names.forEach(store.manifest()::entry);
        }
        int broken = 0;
        for (ModelEntry entry : store.manifest().models()) {
            boolean wanted =
                    names == null ? isHere(store.status(entry)) : names.contains(entry.name());
            if (wanted) {
                List<String> complaints = store.verify(entry.name());
                broken += complaints.isEmpty() ? 0 : 1;
                String verdict = complaints.isEmpty() ? "ok" : String.join("; ", complaints);
                andon.out().printf("%-34s %s%n", entry.name(), verdict);
            }
        }
        andon.out().flush();
        return broken == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    @Command(
            name = "pull",
            mixinStandardHelpOptions = true,
            description =
                    "Downloads a model: resumed where it stopped, verified, then put in place.")
    int pull(
            @Parameters(paramLabel = "NAME") String name,
            @Option(
                            names = "--from",
                            paramLabel = "URL|DIR",
                            description = "A mirror or a folder instead of the publisher.")
                    @Nullable String from,
            @Option(
                            names = "--trust-first-use",
                            description = "Accept a file whose sha256 nobody has verified yet.")
                    boolean trustFirstUse) {
        ModelStore store = store();
        try (ProgressLine line = new ProgressLine(andon.err());
                ModelPull download = new ModelPull(store)) {
            download.pull(
                    store.manifest().entry(name),
                    new PullOptions(from, trustFirstUse),
                    (file, done, total) -> line.show(file, done, total));
        }
        andon.out().println(name + " is here: " + store.ready(name));
        andon.out().flush();
        return ExitCode.OK;
    }

    private ModelStore store() {
        NodeHome home = andon.home();
        return new ModelStore(home.models(), Manifest.bundledAnd(home.manifest()));
    }

    private static boolean isHere(ModelState state) {
        return switch (state) {
            case PRESENT, OUTDATED, CORRUPT -> true;
            case BUILT_IN, ABSENT, PARTIAL -> false;
        };
    }

    private void print(ModelStore store, ModelEntry entry) {
        andon.out()
                .printf(
                        "%-34s %-9s %-9s %-11s %s%n",
                        entry.name(),
                        label(store.status(entry)),
                        label(entry.kind()),
                        size(entry),
                        entry.licence());
        andon.out().printf("    %s%n", entry.description());
        origins(entry).forEach(origin -> andon.out().printf("    %s%n", origin));
    }

    private static List<String> origins(ModelEntry entry) {
        return entry.files().stream()
                .filter(file -> file.url() != null)
                .map(file -> file.url() + (file.sha256() == null ? " (sha256 not known)" : ""))
                .toList();
    }

    private static Map<String, Object> facts(ModelStore store, ModelEntry entry) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", entry.name());
        facts.put("state", label(store.status(entry)));
        facts.put("kind", label(entry.kind()));
        facts.put("engine", entry.engine());
        facts.put("languages", entry.languages());
        facts.put("licence", entry.licence());
        facts.put("source", label(entry.source()));
        facts.put("files", entry.files());
        return facts;
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String size(ModelEntry entry) {
        long known = 0;
        for (ModelFile file : entry.files()) {
            if (file.sizeBytes() == null) {
                return "size ?";
            }
            known += file.sizeBytes();
        }
        return String.format(Locale.ROOT, "%.1f MB", known / 1e6);
    }
}

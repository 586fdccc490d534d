package dev.andon.node.cli;

import dev.andon.config.DeviceConfig;
import dev.andon.node.EdgeNode;
import dev.andon.node.LibraryIdentity;
import dev.andon.node.sync.SyncException;
import dev.andon.node.sync.enrol.EnrolmentFolder;
import dev.andon.node.sync.library.BundleInstallation;
import dev.andon.node.sync.library.LibraryMembers;
import dev.andon.protocol.Catalog;
import dev.andon.protocol.fact.InstallationFact;
import dev.andon.protocol.library.BundleReader;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/// What the hub would push, out of a file: for plants without a link.
@Command(
        name = "install",
        mixinStandardHelpOptions = true,
        description =
                "Installs a bundle of the hub (`andon library bundle`): the same signatures, the"
                        + " same trial questions, the same roll-back as over the link.")
final class InstallCommand implements Callable<Integer> {
    private static final String WHOM =
            "This node does not know whose signature to believe. Enrol it once (andon fleet invite"
                    + " NODE on the hub, andon enrol here), or bring the hub's public key and name"
                    + " it with --key FILE.";

    @ParentCommand private Andon andon;

    @Parameters(paramLabel = "FILE", description = "The bundle.")
    private Path file;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "The hub's public key, PEM or base64, for a node that is not enrolled; its"
                            + " site and name are then those of the configuration.")
    private @Nullable Path key;

    @Option(names = "--json", description = "One JSON object a document.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        LibraryIdentity identity = identity();
        try {
            return install(identity);
        } catch (IOException e) {
            throw new SyncException(
                    "not-readable",
                    "%s cannot be installed (%s): check the file, and the disk of the node."
                            .formatted(file, e),
                    e);
        }
    }

    private int install(LibraryIdentity identity) throws IOException, InterruptedException {
        try (BundleReader bundle = BundleReader.open(file);
                EdgeNode node = andon.open()) {
            LibraryMembers members = node.library(identity, System::currentTimeMillis);
            try (var _ = members.ledger()) {
                return print(new BundleInstallation(members).install(bundle));
            }
        }
    }

    private LibraryIdentity identity() {
        if (key != null) {
            DeviceConfig.Node self = andon.config().node();
            return new LibraryIdentity(self.site(), self.id(), HubKeyFile.read(key));
        }
        return new EnrolmentFolder(andon.home().hub())
                .read()
                .map(known -> new LibraryIdentity(known.site(), known.node(), known.trustedKeys()))
                .orElseThrow(() -> new SyncException("not-enrolled", WHOM));
    }

    private int print(BundleInstallation.Outcome outcome) {
        outcome.facts().forEach(this::print);
        outcome.unchanged().forEach(entry -> print("unchanged", entry, "serves already"));
        outcome.incomplete()
                .forEach(
                        entry ->
                                print(
                                        "incomplete",
                                        entry,
                                        "the bundle has not all of it: write the bundle again"));
        if (!json && !outcome.awaitingRestart().isEmpty()) {
            andon.out()
                    .println(
                            "Restart andon serve if it runs: it reads %s at its start."
                                    .formatted(String.join(", ", outcome.awaitingRestart())));
        }
        andon.out().flush();
        boolean refused = outcome.facts().stream().anyMatch(fact -> fact.state().equals("refused"));
        return refused || !outcome.incomplete().isEmpty() ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private void print(InstallationFact fact) {
        if (json) {
            andon.out().println(Json.line(fact));
            return;
        }
        line(fact.state(), fact.document(), fact.revision(), detail(fact));
    }

    private static String detail(InstallationFact fact) {
        return fact.code() == null
                ? "%d KiB brought, %d KiB were here; %d vectors taken, %d made; %d of %d questions passed"
                        .formatted(
                                fact.bytesFetched() >> 10,
                                fact.bytesReused() >> 10,
                                fact.vectorsTaken(),
                                fact.vectorsMade(),
                                fact.questionsPassed(),
                                fact.questionsAsked())
                : "%s: %s".formatted(fact.code(), fact.reason());
    }

    private void print(String state, Catalog.Entry entry, String detail) {
        String document = entry.kind().name().toLowerCase(Locale.ROOT) + "/" + entry.id();
        if (json) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("document", document);
            facts.put("serial", entry.serial());
            facts.put("revision", entry.revision());
            facts.put("state", state);
            andon.out().println(Json.line(facts));
            return;
        }
        line(state, document, entry.revision(), detail);
    }

    private void line(String state, String document, String revision, String detail) {
        andon.out().printf("%-12s%s revision %s: %s%n", state, document, revision, detail);
    }
}

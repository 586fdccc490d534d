package dev.andon.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/// What the nodes are to serve.
@Command(
        name = "library",
        mixinStandardHelpOptions = true,
        subcommands = LibraryAddCommand.class,
        description = "Pushes manuals, registers, words, settings and models to the nodes.")
final class LibraryCommand implements Runnable {
    private static final String API = "/api/v1/library";
    private static final String DOC = "A document: px200-service, or register/plant.";
    private static final String JSON = "One JSON object.";
    private static final String FORCE = "Why it goes on all the same; it is kept.";

    @ParentCommand private HubMain main;
    @Mixin private HubAddress hub;
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "add, diff, stage, promote, rollback, status, ring or bundle?");
    }

    @Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            description = "Tells what changed between two revisions, figures first.")
    int diff(
            @Parameters(paramLabel = "DOC", description = DOC) String document,
            @Option(
                            names = "--from",
                            paramLabel = "REV",
                            description = "The older one (default: the one before).")
                    @Nullable String from,
            @Option(
                            names = "--to",
                            paramLabel = "REV",
                            description = "The newer one (default: the newest).")
                    @Nullable String to,
            @Option(names = "--json", description = JSON) boolean json) {
        String query =
                Query.of("document", document)
                        .and("from", from)
                        .and("to", to)
                        .appendedTo(API + "/diff");
        try (HubClient client = hub.open()) {
            JsonNode diff = client.get(query);
            show(diff, json, () -> DiffText.print(diff, out()));
        }
        return ExitCode.OK;
    }

    @Command(
            name = "stage",
            mixinStandardHelpOptions = true,
            description = "Tells a ring of nodes to serve a revision; the first ring unless named.")
    int stage(
            @Parameters(paramLabel = "DOC", description = DOC) String document,
            @Parameters(paramLabel = "REV", description = "As printed, or its number.")
                    String revision,
            @Option(names = "--ring", paramLabel = "RING") @Nullable String ring,
            @Option(names = "--force", paramLabel = "REASON", description = FORCE)
                    @Nullable String force,
            @Option(names = "--json", description = JSON) boolean json) {
        ObjectNode body = body(document).put("revision", revision);
        put(body, "ring", ring);
        put(body, "force", force);
        return decide("/stage", body, json);
    }

    @Command(
            name = "promote",
            mixinStandardHelpOptions = true,
            description =
                    "Tells the next ring to serve it, once the ring before has installed it"
                            + " everywhere.")
    int promote(
            @Parameters(paramLabel = "DOC", description = DOC) String document,
            @Option(names = "--force", paramLabel = "REASON", description = FORCE)
                    @Nullable String force,
            @Option(names = "--json", description = JSON) boolean json) {
        ObjectNode body = body(document);
        put(body, "force", force);
        return decide("/promote", body, json);
    }

    @Command(
            name = "rollback",
            mixinStandardHelpOptions = true,
            description = "Tells every ring to go back to the revision that was staged before.")
    int rollback(
            @Parameters(paramLabel = "DOC", description = DOC) String document,
            @Option(names = "--json", description = JSON) boolean json) {
        return decide("/rollback", body(document), json);
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "Shows each document: its revisions, rings and nodes.")
    int status(@Option(names = "--json", description = JSON) boolean json) {
        try (HubClient client = hub.open()) {
            JsonNode status = client.get(API);
            show(status, json, () -> StatusText.print(status, out()));
        }
        return ExitCode.OK;
    }

    @Command(
            name = "ring",
            mixinStandardHelpOptions = true,
            description = "Makes a ring of exactly these nodes; shows the rings if none is named.")
    int ring(
            @Parameters(paramLabel = "RING", arity = "0..1", index = "0") @Nullable String ring,
            @Parameters(paramLabel = "NODE", arity = "0..*", index = "1..*")
                    @Nullable List<String> nodes,
            @Option(names = "--remove", description = "Forgets the ring.") boolean remove,
            @Option(names = "--json", description = JSON) boolean json) {
        try (HubClient client = hub.open()) {
            if (ring != null && remove) {
                client.delete(API + "/rings/" + Query.encoded(ring));
            } else if (ring != null) {
                ArrayNode members = HubClient.JSON.createArrayNode();
                (nodes == null ? List.<String>of() : nodes).forEach(members::add);
                client.post(
                        API + "/rings/" + Query.encoded(ring),
                        HubClient.JSON.createObjectNode().set("nodes", members));
            }
            JsonNode rings = client.get(API + "/rings");
            show(rings, json, () -> StatusText.rings(rings, out()));
        }
        return ExitCode.OK;
    }

    @Command(
            name = "bundle",
            mixinStandardHelpOptions = true,
            description =
                    "Writes all that nodes are to serve into one signed file, for plants without a"
                            + " link: andon install FILE.")
    int bundle(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(
                            names = "--ring",
                            paramLabel = "RING",
                            description = "Only what this ring is to serve.")
                    @Nullable String ring) {
        try (HubClient client = hub.open()) {
            client.download(Query.of("ring", ring).appendedTo(API + "/bundle"), file);
        }
        out().println("Wrote " + file + ". On a node: andon install " + file.getFileName());
        out().flush();
        return ExitCode.OK;
    }

    PrintWriter out() {
        return main.out();
    }

    PrintWriter err() {
        return main.err();
    }

    HubClient open() {
        return hub.open();
    }

    private int decide(String path, ObjectNode body, boolean json) {
        try (HubClient client = hub.open()) {
            JsonNode decided = client.post(API + path, body);
            show(decided, json, () -> StatusText.stages(decided, out()));
        }
        return ExitCode.OK;
    }

    private void show(JsonNode value, boolean json, Runnable text) {
        if (json) {
            out().println(value);
        } else {
            text.run();
        }
        out().flush();
    }

    private static ObjectNode body(String document) {
        return HubClient.JSON.createObjectNode().put("document", document);
    }

    private static void put(ObjectNode body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}

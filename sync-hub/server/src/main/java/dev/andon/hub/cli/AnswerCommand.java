package dev.andon.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.time.Instant;
import java.util.concurrent.Callable;

/// The expert answers.
@Command(
        name = "answer",
        mixinStandardHelpOptions = true,
        description = {
            "Answers a call for the expert: whoever asked is told at the line.",
            "Words with a number or a code are shown there, not spoken."
        })
final class AnswerCommand implements Callable<Integer> {
    @ParentCommand private FleetCommand fleet;

    @Parameters(
            paramLabel = "ID",
            description = "Of the call, or its first letters, as inbox prints them.")
    private String id;

    @Option(
            names = "--text",
            required = true,
            paramLabel = "TEXT",
            description = "The answer, at most 2000 characters. Name no people.")
    private String text;

    @Option(
            names = "--card",
            paramLabel = "DOCUMENT",
            description = "A document of the library that goes with it.")
    private @Nullable String card;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description =
                    "For the node to confirm it, 0 to 60; it may do so later (default:"
                            + " ${DEFAULT-VALUE}).")
    private int wait;

    @Option(names = "--json", description = "One JSON object: the call with its answers.")
    private boolean json;

    @Override
    public Integer call() {
        ObjectNode body =
                HubClient.JSON.createObjectNode().put("text", text).put("waitSeconds", wait);
        if (card != null) {
            body.put("card", card);
        }
        JsonNode call;
        try (HubClient client = fleet.client()) {
            call = client.post("/api/v1/inbox/" + FleetCommand.name(id) + "/answer", body);
        }
        JsonNode answer = said(call);
        if (json) {
            fleet.out().println(call);
        } else {
            fleet.out().println(new InboxSheet(fleet.out(), Instant.now()).outcome(call, answer));
        }
        fleet.out().flush();
        return "refused".equals(answer.path("state").asText()) ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    /// The last one with these words.
    private JsonNode said(JsonNode call) {
        JsonNode said = HubClient.JSON.missingNode();
        for (JsonNode answer : call.path("answers")) {
            if (answer.path("text").asText().equals(text.strip())) {
                said = answer;
            }
        }
        return said;
    }
}

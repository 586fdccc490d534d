package dev.andon.hub.web;

import com.fasterxml.jackson.databind.JsonNode;

import dev.andon.hub.enrol.EnrolledNode;
import dev.andon.hub.enrol.Enrolments;
import dev.andon.hub.fleet.Commands;
import dev.andon.hub.fleet.Fleet;
import dev.andon.hub.fleet.FleetNode;
import dev.andon.protocol.Command;
import dev.andon.protocol.CommandResult;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// `fleet`, `node` and `command`.
public final class FleetOperations implements Operations {
    private static final Duration LIFETIME = Duration.ofDays(1);
    private static final int WAIT_SECONDS = 10;
    private static final int WAIT_SECONDS_MAX = 60;
    private static final int ARGUMENTS_MAX = 32;
    private static final String INVALID = "invalid-request";

    private final Enrolments enrolments;
    private final Fleet fleet;
    private final Commands commands;

    /// @param enrolments who belongs to the fleet
    /// @param fleet what nodes said
    /// @param commands to them
    public FleetOperations(Enrolments enrolments, Fleet fleet, Commands commands) {
        this.enrolments = enrolments;
        this.fleet = fleet;
        this.commands = commands;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "fleet", Operation.of(_ -> Answer.of("nodes", nodes())),
                "node", Operation.of(call -> Answer.of(node(call.path("node")))),
                "command", Operation.ofJson(this::command));
    }

    private List<NodeView> nodes() {
        Map<String, EnrolledNode> enrolled = byName(enrolments.nodes(), EnrolledNode::node);
        Map<String, FleetNode> heard = byName(fleet.nodes(), FleetNode::node);
        Set<String> names = new TreeSet<>(enrolled.keySet());
        names.addAll(heard.keySet());
        return names.stream()
                .map(name -> NodeViews.of(name, enrolled.get(name), heard.get(name)))
                .toList();
    }

    private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(name, each -> each));
    }

    private NodeView node(String name) {
        EnrolledNode enrolled =
                enrolments.nodes().stream()
                        .filter(each -> each.node().equals(name))
                        .findFirst()
                        .orElse(null);
        FleetNode heard = fleet.node(name).orElse(null);
        if (enrolled == null && heard == null) {
            throw new Problem(
                            404,
                            "unknown-node",
                            "There is no node \"" + name + "\".",
                            "node",
                            "andon fleet lists them.")
                    .refused();
        }
        return NodeViews.of(name, enrolled, heard);
    }

    /// A command, and what came of it in time.
    ///
    /// @param result null: the node did not answer in time; it may do it until `expires`
    private record Issued(
            String id, String node, String name, Instant expires, @Nullable CommandResult result) {}

    private Answer command(Call call) {
        NodeView node = node(call.path("node"));
        int wait = call.json().path("waitSeconds").asInt(WAIT_SECONDS);
        if (wait < 0 || wait > WAIT_SECONDS_MAX) {
            throw refused("waitSeconds is a whole number from 0 to " + WAIT_SECONDS_MAX + ".");
        }
        Command command =
                commands.issue(node.node(), call.text("name"), arguments(call.json()), LIFETIME);
        try {
            CommandResult result =
                    commands.await(command.id(), Duration.ofSeconds(wait)).orElse(null);
            return Answer.of(
                    new Issued(
                            command.id(),
                            node.node(),
                            command.name(),
                            Instant.ofEpochMilli(command.expires()),
                            result));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused("The client left before the node answered.");
        }
    }

    private static Map<String, String> arguments(JsonNode body) {
        Map<String, String> arguments = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : body.path("arguments").properties()) {
            if (!each.getValue().isTextual() || arguments.size() == ARGUMENTS_MAX) {
                throw refused("arguments are at most " + ARGUMENTS_MAX + " texts by name.");
            }
            arguments.put(each.getKey(), each.getValue().textValue());
        }
        return arguments;
    }

    private static Problem.Refused refused(String what) {
        return new Problem(400, INVALID, what, "body", null).refused();
    }
}

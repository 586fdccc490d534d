package dev.andon.hub.library;

import dev.andon.hub.library.FleetReports.Installation;
import dev.andon.hub.library.FleetReports.Node;
import dev.andon.protocol.Catalog;
import dev.andon.protocol.Catalog.Ring;
import dev.andon.protocol.NodeStatus.Installed;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What the nodes made of what was staged. Pure: judges reports that were read.
final class Proof {
    private final FleetReports fleet;
    private final List<Ring> rings;

    /// @param fleet as it reported
    /// @param rings without the last
    Proof(FleetReports fleet, List<Ring> rings) {
        this.fleet = fleet;
        this.rings = rings;
    }

    /// The nodes of a ring; of the last one those that ever reported and are in no other. A removed
    /// node keeps its ring, should it enrol anew, and holds up nothing meanwhile.
    List<String> nodes(String ring) {
        return of(ring).stream().filter(node -> !fleet.removed().contains(node)).toList();
    }

    private List<String> of(String ring) {
        if (!ring.equals(Catalog.EVERYONE)) {
            return rings.stream()
                    .filter(one -> one.name().equals(ring))
                    .flatMap(one -> one.nodes().stream())
                    .toList();
        }
        return fleet.nodes().keySet().stream()
                .filter(node -> rings.stream().noneMatch(one -> one.nodes().contains(node)))
                .toList();
    }

    /// How far each node of the ring is.
    List<NodeState> states(Stage stage) {
        return nodes(stage.ring()).stream().map(node -> state(stage, node)).toList();
    }

    /// Who refused what is staged since it was staged.
    Optional<Installation> refusal(Stage stage) {
        List<String> nodes = nodes(stage.ring());
        return about(stage)
                .filter(one -> one.serial() == stage.serial())
                .filter(one -> one.state().equals("refused") && one.heard() > stage.staged())
                .filter(one -> nodes.contains(one.node()))
                .findFirst();
    }

    private NodeState state(Stage stage, String name) {
        Node node = fleet.nodes().get(name);
        boolean online = node != null && node.online();
        String serves =
                node == null
                        ? null
                        : node.serving(stage.document()).map(Installed::revision).orElse(null);
        Optional<Installation> refused = refusal(stage).filter(one -> one.node().equals(name));
        if (serves(stage, name, node)) {
            return new NodeState(
                    name,
                    online,
                    NodeState.State.INSTALLED,
                    serves,
                    null,
                    null,
                    failedEngine(stage, name, node));
        }
        return refused.map(
                        one ->
                                new NodeState(
                                        name,
                                        online,
                                        NodeState.State.REFUSED,
                                        serves,
                                        Objects.requireNonNullElse(one.code(), "unknown"),
                                        Objects.requireNonNullElse(one.reason(), "no reason"),
                                        null))
                .orElseGet(
                        () ->
                                new NodeState(
                                        name,
                                        online,
                                        NodeState.State.PENDING,
                                        serves,
                                        null,
                                        null,
                                        null));
    }

    /// One that is failed, or failed at any time since this was staged.
    private @Nullable String failedEngine(Stage stage, String name, @Nullable Node node) {
        if (node != null && !node.failedEngines().isEmpty()) {
            return node.failedEngines().getFirst().engine();
        }
        return fleet.failures().stream()
                .filter(one -> one.node().equals(name) && one.heard() > stage.staged())
                .map(FleetReports.Failure::engine)
                .findFirst()
                .orElse(null);
    }

    /// The later of its status and its last report of an installation tells what it serves.
    private boolean serves(Stage stage, String name, @Nullable Node node) {
        Optional<Installation> last =
                about(stage)
                        .filter(one -> one.node().equals(name) && !one.state().equals("refused"))
                        .findFirst();
        Optional<Installed> told = node == null ? Optional.empty() : node.serving(stage.document());
        boolean byReport = last.isPresent() && last.get().serial() == stage.serial();
        boolean byStatus = told.isPresent() && told.get().serial() == stage.serial();
        if (node == null || told.isEmpty() || last.isEmpty()) {
            return byReport || byStatus;
        }
        // What is kept of a node that is gone is what it said when it came.
        boolean toldLater = node.online() && node.heard() > last.get().heard();
        return toldLater ? byStatus : byReport;
    }

    private Stream<Installation> about(Stage stage) {
        return fleet.installations().stream()
                .filter(one -> one.document().equals(stage.document().name()));
    }
}

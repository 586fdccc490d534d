package dev.andon.hub.web;

import dev.andon.hub.enrol.EnrolledNode;
import dev.andon.hub.fleet.FleetNode;
import dev.andon.hub.fleet.FleetNode.OutboxView;
import dev.andon.protocol.NodeStatus;
import dev.andon.protocol.NodeStatus.OutboxState;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// Makes [NodeView]s of what two rooms know.
final class NodeViews {
    private NodeViews() {}

    /// @param name of the node
    /// @param enrolled null: neither invited nor enrolled here
    /// @param heard null: never heard of
    static NodeView of(String name, @Nullable EnrolledNode enrolled, @Nullable FleetNode heard) {
        NodeStatus said = heard == null ? null : heard.status();
        return new NodeView(
                name,
                state(enrolled, heard),
                enrolled == null ? null : enrolled.enrolled(),
                enrolled == null ? null : enrolled.invitedUntil(),
                heard == null ? null : instant(heard.changedAt()),
                heard == null ? null : instant(heard.heardAt()),
                said == null ? null : said.version(),
                heard == null ? null : heard.lagMs(),
                said == null || said.outbox() == null ? null : queue(said.outbox()),
                heard == null ? new NodeView.Events(null, 0, 0, 0) : events(heard),
                said == null ? List.of() : said.installed(),
                said == null ? List.of() : said.models(),
                said == null ? null : said.embedder(),
                said == null ? null : said.clockOffsetMs(),
                said == null ? null : said.disk(),
                said == null ? List.of() : said.health(),
                list(heard, FleetNode::health, NodeViews::subject),
                list(heard, FleetNode::deadLetters, NodeViews::letters),
                list(heard, FleetNode::cloneAlarms, NodeViews::alarm));
    }

    private static String state(@Nullable EnrolledNode enrolled, @Nullable FleetNode heard) {
        if (heard != null && heard.online()) {
            return "online";
        }
        if (enrolled == null) {
            return "not-enrolled";
        }
        if (enrolled.enrolled() == null) {
            return "invited";
        }
        return heard == null ? "never-seen" : "offline";
    }

    private static NodeView.Queue queue(OutboxState outbox) {
        return new NodeView.Queue(
                outbox.rows(),
                outbox.bytes(),
                instant(outbox.oldestAt()),
                outbox.droppedTurns(),
                outbox.deadLetters());
    }

    private static NodeView.Events events(FleetNode heard) {
        List<OutboxView> outboxes = heard.outboxes();
        if (outboxes.isEmpty()) {
            return new NodeView.Events(null, 0, 0, heard.lost());
        }
        OutboxView last = outboxes.getFirst();
        return new NodeView.Events(
                last.epoch(), last.committedThrough(), last.missing(), heard.lost());
    }

    private static NodeView.Subject subject(FleetNode.Health health) {
        return new NodeView.Subject(
                health.subject(),
                health.state(),
                health.detail(),
                Instant.ofEpochMilli(health.at()));
    }

    private static NodeView.Letters letters(FleetNode.Letters letters) {
        return new NodeView.Letters(
                letters.code(), letters.count(), Instant.ofEpochMilli(letters.lastAt()));
    }

    private static NodeView.CloneAlarm alarm(FleetNode.CloneAlarm alarm) {
        return new NodeView.CloneAlarm(
                alarm.epoch(),
                Instant.ofEpochMilli(alarm.firstAt()),
                Instant.ofEpochMilli(alarm.lastAt()),
                alarm.events());
    }

    private static <A, B> List<B> list(
            @Nullable FleetNode heard, Function<FleetNode, List<A>> which, Function<A, B> as) {
        return heard == null ? List.of() : which.apply(heard).stream().map(as).toList();
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}

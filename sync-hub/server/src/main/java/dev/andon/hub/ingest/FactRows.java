package dev.andon.hub.ingest;

import dev.andon.hub.store.RowBatch;
import dev.andon.protocol.Event;
import dev.andon.protocol.fact.EscalationFact;
import dev.andon.protocol.fact.HandoverFact;
import dev.andon.protocol.fact.HealthFact;
import dev.andon.protocol.fact.IncidentFact;
import dev.andon.protocol.fact.InstallationFact;
import dev.andon.protocol.fact.MilestoneFact;
import dev.andon.protocol.fact.ReceiptFact;
import dev.andon.protocol.fact.TurnFact;

import org.jdbi.v3.core.Handle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What new events say, as rows of the `*_said` tables. Which of two words holds does not depend on
/// the order in which they arrived.
final class FactRows implements AutoCloseable {
    private final RowBatch turns;
    private final RowBatch incidents;
    private final RowBatch milestones;
    private final RowBatch handovers;
    private final RowBatch escalations;
    private final RowBatch receipts;
    private final RowBatch installations;
    private final RowBatch health;

    /// Of one transaction the last word alone is written: no statement may name a row twice.
    private final Map<List<Object>, Said<IncidentFact>> latestIncidents = new LinkedHashMap<>();
    private final Map<List<Object>, Said<MilestoneFact>> latestMilestones = new LinkedHashMap<>();

    private record Said<F>(OutboxKey key, Event event, F fact) {}

    FactRows(Handle handle) {
        turns = new RowBatch(handle, FactSql.TURN);
        incidents = new RowBatch(handle, FactSql.INCIDENT);
        milestones = new RowBatch(handle, FactSql.MILESTONE);
        handovers = new RowBatch(handle, FactSql.HANDOVER);
        escalations = new RowBatch(handle, FactSql.ESCALATION);
        receipts = new RowBatch(handle, FactSql.RECEIPT);
        installations = new RowBatch(handle, FactSql.INSTALLATION);
        health = new RowBatch(handle, FactSql.HEALTH);
    }

    void add(OutboxKey key, Event event) {
        switch (event.fact()) {
            case TurnFact turn -> turn(key, event.seq(), turn);
            case IncidentFact incident ->
                    latestIncidents.merge(
                            List.of(key.node(), incident.incident()),
                            new Said<>(key, event, incident),
                            FactRows::laterIncident);
            case MilestoneFact milestone ->
                    latestMilestones.merge(
                            List.of(key, milestone.incident(), milestone.ordinal()),
                            new Said<>(key, event, milestone),
                            (a, b) -> a.event().seq() > b.event().seq() ? a : b);
            case HandoverFact handover -> handover(key, event.seq(), handover);
            case EscalationFact escalation -> escalation(key, event.seq(), escalation);
            case ReceiptFact receipt ->
                    receipts.add(
                            key.node(),
                            receipt.reply(),
                            key.epoch(),
                            event.seq(),
                            receipt.escalation());
            case InstallationFact installation -> installation(key, event.seq(), installation);
            case HealthFact fact ->
                    health.add(
                            key.node(),
                            key.epoch(),
                            event.seq(),
                            fact.subject(),
                            fact.state(),
                            fact.detail());
        }
    }

    void send() {
        latestIncidents.values().forEach(this::incident);
        latestIncidents.clear();
        latestMilestones.values().forEach(this::milestone);
        latestMilestones.clear();
        all().forEach(RowBatch::send);
    }

    @Override
    public void close() {
        all().forEach(RowBatch::close);
    }

    private List<RowBatch> all() {
        return List.of(
                turns,
                incidents,
                milestones,
                handovers,
                escalations,
                receipts,
                installations,
                health);
    }

    private void turn(OutboxKey key, long seq, TurnFact turn) {
        turns.add(
                key.node(),
                turn.turn(),
                key.epoch(),
                seq,
                turn.machine(),
                turn.question(),
                turn.reply(),
                turn.text(),
                StoredJson.of(turn.citations()),
                turn.mode(),
                StoredJson.of(turn.timingsMs()),
                turn.failure());
    }

    private void incident(Said<IncidentFact> said) {
        IncidentFact incident = said.fact();
        incidents.add(
                said.key().node(),
                incident.incident(),
                incident.version(),
                said.event().at(),
                said.key().epoch(),
                said.event().seq(),
                incident.machine(),
                incident.line(),
                incident.fault(),
                incident.state().name(),
                incident.cause(),
                incident.note(),
                incident.origin(),
                incident.withdrawn());
    }

    private void milestone(Said<MilestoneFact> said) {
        MilestoneFact milestone = said.fact();
        milestones.add(
                said.key().node(),
                milestone.incident(),
                milestone.ordinal(),
                said.key().epoch(),
                said.event().seq(),
                milestone.moment().name(),
                milestone.at(),
                milestone.waitFor() == null ? null : milestone.waitFor().name(),
                milestone.source(),
                milestone.retracted());
    }

    private void handover(OutboxKey key, long seq, HandoverFact handover) {
        handovers.add(
                key.node(),
                handover.handover(),
                key.epoch(),
                seq,
                handover.from(),
                handover.to(),
                StoredJson.of(handover.open()),
                handover.text());
    }

    private void escalation(OutboxKey key, long seq, EscalationFact escalation) {
        escalations.add(
                key.node(),
                escalation.escalation(),
                key.epoch(),
                seq,
                escalation.incident(),
                escalation.machine(),
                escalation.question(),
                StoredJson.of(escalation.citations()),
                StoredJson.of(escalation.timeline()));
    }

    private void installation(OutboxKey key, long seq, InstallationFact installation) {
        installations.add(
                key.node(),
                key.epoch(),
                seq,
                installation.document(),
                installation.serial(),
                installation.revision(),
                installation.state(),
                installation.code(),
                installation.reason(),
                installation.bytesFetched(),
                installation.bytesReused(),
                installation.vectorsTaken(),
                installation.vectorsMade(),
                installation.questionsAsked(),
                installation.questionsPassed(),
                installation.millis());
    }

    /// As the statement does it between transactions.
    private static Said<IncidentFact> laterIncident(
            Said<IncidentFact> first, Said<IncidentFact> second) {
        return IncidentOrder.of(first.key(), first.event(), first.fact())
                                .compareTo(
                                        IncidentOrder.of(
                                                second.key(), second.event(), second.fact()))
                        > 0
                ? first
                : second;
    }
}

package dev.andon.hub.web;

import dev.andon.hub.ingest.DeadLetter;
import dev.andon.hub.ingest.DeadLetterBox;
import dev.andon.hub.ingest.Incident;
import dev.andon.hub.ingest.Incidents;
import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// `incidents` and `deadLetters`.
public final class JournalOperations implements Operations {
    private static final int ROWS = 100;

    private final Incidents incidents;
    private final DeadLetterBox letters;

    /// @param incidents that nodes reported
    /// @param letters what could not be taken
    public JournalOperations(Incidents incidents, DeadLetterBox letters) {
        this.incidents = incidents;
        this.letters = letters;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "incidents", Operation.of(this::incidents),
                "deadLetters", Operation.of(this::letters));
    }

    private Answer incidents(Call call) {
        List<IncidentView> views =
                incidents.recent(call.whole("limit", ROWS)).stream().map(IncidentView::of).toList();
        return Answer.of("incidents", views);
    }

    private Answer letters(Call call) {
        List<LetterView> views =
                letters.recent(call.query("node").orElse(null), call.whole("limit", ROWS)).stream()
                        .map(LetterView::of)
                        .toList();
        return Answer.of("deadLetters", views);
    }

    private record IncidentView(
            String node,
            String incident,
            int version,
            String machine,
            @Nullable String line,
            @Nullable String fault,
            Moment state,
            @Nullable String cause,
            @Nullable String note,
            String origin,
            boolean withdrawn,
            Instant written,
            boolean clockOff,
            List<MilestoneView> milestones) {
        static IncidentView of(Incident of) {
            return new IncidentView(
                    of.node(),
                    of.incident(),
                    of.version(),
                    of.machine(),
                    of.line(),
                    of.fault(),
                    of.state(),
                    of.cause(),
                    of.note(),
                    of.origin(),
                    of.withdrawn(),
                    Instant.ofEpochMilli(of.writtenAt()),
                    of.clockOff(),
                    of.milestones().stream().map(MilestoneView::of).toList());
        }
    }

    private record MilestoneView(
            int ordinal,
            Moment moment,
            Instant at,
            @Nullable Wait waitFor,
            String source,
            boolean retracted) {
        static MilestoneView of(Incident.Milestone of) {
            return new MilestoneView(
                    of.ordinal(),
                    of.moment(),
                    Instant.ofEpochMilli(of.at()),
                    of.waitFor(),
                    of.source(),
                    of.retracted());
        }
    }

    private record LetterView(
            String node,
            String epoch,
            long seq,
            String code,
            @Nullable String text,
            Instant received) {
        static LetterView of(DeadLetter of) {
            return new LetterView(
                    of.node(),
                    of.epoch(),
                    of.seq(),
                    of.code(),
                    of.text(),
                    Instant.ofEpochMilli(of.receivedAt()));
        }
    }
}

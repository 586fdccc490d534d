package dev.andon.node.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// An incident as programs read it: what the API answers and `--json` prints. Every key is always
/// there; times are UTC, `2026-03-14T08:30:00.000Z`.
///
/// @param state of its latest milestone
/// @param open neither restored nor withdrawn
/// @param reopens id of the incident that it continues; null if it continues none
/// @param micro whether it belongs to a micro-stop
/// @param milestones in the order of their giving, retracted ones included
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record IncidentView(
        String id,
        int version,
        String machine,
        @Nullable String line,
        @Nullable String fault,
        String state,
        boolean open,
        boolean withdrawn,
        @Nullable String cause,
        @Nullable String note,
        String origin,
        String openedAt,
        @Nullable String reopens,
        boolean micro,
        List<MilestoneView> milestones) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public IncidentView {
        milestones = List.copyOf(milestones);
    }

    /// @param waitFor `part`, `expert` or `permit`; null but for `waiting`
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record MilestoneView(
            int ordinal,
            String moment,
            String at,
            @Nullable String waitFor,
            String source,
            boolean retracted) {
        private static MilestoneView of(Milestone milestone) {
            Wait wait = milestone.waitFor();
            return new MilestoneView(
                    milestone.ordinal(),
                    label(milestone.moment()),
                    time(milestone.at()),
                    wait == null ? null : label(wait),
                    milestone.source().label(),
                    milestone.retracted());
        }
    }

    /// The view of an incident.
    ///
    /// @param mark where it belongs
    public static IncidentView of(Incident incident, StopMark mark) {
        return new IncidentView(
                incident.id(),
                incident.version(),
                incident.machine(),
                incident.line(),
                incident.fault(),
                label(incident.state()),
                incident.open(),
                incident.withdrawn(),
                incident.cause(),
                incident.note(),
                incident.origin().label(),
                time(incident.openedAt()),
                mark.reopens(),
                mark.micro(),
                incident.milestones().stream().map(MilestoneView::of).toList());
    }

    /// The JSON, on one line.
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an incident is always JSON", e);
        }
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String time(long at) {
        return Instant.ofEpochMilli(at).toString();
    }
}

package dev.andon.node.cli;

import dev.andon.node.incident.Incident;
import dev.andon.node.incident.Milestone;
import dev.andon.node.incident.StopMark;
import dev.andon.node.incident.StopMarks;
import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Incidents for a person, in the time of this computer's zone.
///
/// @param out where to
/// @param now UTC milliseconds
/// @param zone of the times
record IncidentScreen(PrintWriter out, long now, ZoneId zone) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String ROW = "%-8s  %-16s  %-8s  %-12s  %-19s  %-12s  %-10s  %s%n";
    private static final int ID_CHARS = 8;

    static IncidentScreen now(PrintWriter out) {
        return new IncidentScreen(out, System.currentTimeMillis(), ZoneId.systemDefault());
    }

    /// @param marks where they belong
    void list(List<Incident> incidents, StopMarks marks) {
        if (incidents.isEmpty()) {
            out.println("No incidents.");
            return;
        }
        out.printf(ROW, "ID", "MACHINE", "FAULT", "STATE", "SINCE", "LASTS", "STOP", "CAUSE");
        incidents.forEach(each -> row(each, marks.of(each.id())));
    }

    private void row(Incident incident, StopMark mark) {
        out.printf(
                ROW,
                incident.id().substring(0, ID_CHARS),
                incident.machine(),
                orDash(incident.fault()),
                incident.withdrawn() ? "withdrawn" : label(incident.state()),
                time(incident.standing().getFirst().at()),
                lasts(incident),
                stop(mark),
                orDash(incident.cause()));
    }

    private static String stop(StopMark mark) {
        if (mark.micro()) {
            return "micro-stop";
        }
        return mark.reopens() == null ? "-" : "re-opened";
    }

    void show(Incident incident) {
        out.printf("incident  %s%n", incident.id());
        out.printf("machine   %s%n", incident.machine());
        line("line", incident.line());
        line("fault", incident.fault());
        out.printf("state     %s%n", incident.withdrawn() ? "withdrawn" : label(incident.state()));
        line("cause", incident.cause());
        line("note", incident.note());
        out.println();
        incident.milestones().forEach(this::milestone);
    }

    private void milestone(Milestone milestone) {
        Wait wait = milestone.waitFor();
        out.printf(
                "  %2d  %s  %-12s  %s%s%n",
                milestone.ordinal(),
                time(milestone.at()),
                label(milestone.moment()),
                wait == null ? "" : "for " + label(wait) + "  ",
                milestone.retracted() ? "retracted" : milestone.source().label());
    }

    private void line(String label, @Nullable String text) {
        if (text != null) {
            out.printf("%-8s  %s%n", label, text);
        }
    }

    /// From its first milestone to its restoration, or to now.
    private String lasts(Incident incident) {
        long from = incident.standing().getFirst().at();
        long to =
                incident.standing().stream()
                        .filter(milestone -> milestone.moment() == Moment.RESTORED)
                        .mapToLong(Milestone::at)
                        .findFirst()
                        .orElse(now);
        Duration length = Duration.ofMillis(Math.max(0, to - from));
        return length.toHours() == 0
                ? "%d min".formatted(length.toMinutes())
                : "%d h %02d min".formatted(length.toHours(), length.toMinutesPart());
    }

    private String time(long at) {
        return TIME.format(Instant.ofEpochMilli(at).atZone(zone));
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "-" : text;
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

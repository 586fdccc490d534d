package dev.andon.node.cli;

import dev.andon.node.escalation.Escalation;
import dev.andon.node.escalation.Escalation.Reply;
import dev.andon.protocol.fact.TurnFact;

import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Calls for the expert, for a person, in the time of this computer's zone.
///
/// @param out where to
record ExpertScreen(PrintWriter out) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());
    private static final int ID_CHARS = 8;
    private static final int COLUMNS = 96;

    /// A call for programs. Times are UTC, ISO 8601.
    record View(
            String id,
            String at,
            String state,
            @Nullable String incident,
            @Nullable String machine,
            String question,
            List<TurnFact.Citation> citations,
            List<ReplyView> replies) {
        static View of(Escalation call) {
            return new View(
                    call.id(),
                    Instant.ofEpochMilli(call.at()).toString(),
                    call.state().label(),
                    call.incident(),
                    call.machine(),
                    call.question(),
                    call.citations(),
                    call.replies().stream().map(ReplyView::of).toList());
        }
    }

    /// @param toldAt null: not yet
    record ReplyView(
            String id, String at, String text, @Nullable String card, @Nullable String toldAt) {
        static ReplyView of(Reply reply) {
            Long told = reply.toldAt();
            return new ReplyView(
                    reply.id(),
                    Instant.ofEpochMilli(reply.at()).toString(),
                    reply.text(),
                    reply.card(),
                    told == null ? null : Instant.ofEpochMilli(told).toString());
        }
    }

    void called(Escalation call) {
        out.printf(
                "The expert is called (%s). See his answer with: andon expert%n",
                call.id().substring(0, ID_CHARS));
    }

    void list(List<Escalation> calls) {
        if (calls.isEmpty()) {
            out.println("Nobody called the expert.");
        }
        calls.forEach(this::call);
    }

    private void call(Escalation call) {
        out.printf(
                "%s  %s  %s  %s%n",
                call.id().substring(0, ID_CHARS),
                TIME.format(Instant.ofEpochMilli(call.at())),
                call.machine() == null ? "-" : call.machine(),
                call.state().label());
        text("  asked   ", call.question());
        call.replies().forEach(this::reply);
        out.println();
    }

    private void reply(Reply reply) {
        Long told = reply.toldAt();
        text("  answer  ", reply.text());
        if (reply.card() != null) {
            text("  card    ", reply.card());
        }
        text(
                "          ",
                "came %s, %s"
                        .formatted(
                                TIME.format(Instant.ofEpochMilli(reply.at())),
                                told == null
                                        ? "not told yet"
                                        : "told " + TIME.format(Instant.ofEpochMilli(told))));
    }

    private void text(String label, String text) {
        String indent = " ".repeat(label.length());
        String head = label;
        for (String line : Wrapped.lines(text.replaceAll("\\p{Cntrl}+", " "), COLUMNS)) {
            out.println(head + line);
            head = indent;
        }
    }
}

package dev.andon.node.handover;

import dev.andon.node.handover.Handover.OpenIncident;
import dev.andon.node.handover.Handover.Restored;
import dev.andon.node.handover.Handover.StopCount;
import dev.andon.node.handover.Handover.Unanswered;
import dev.andon.node.saying.Words;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A handover to read: the same whether it is printed on a terminal or on paper.
///
/// @param title of it
/// @param facts where and when, label and value
/// @param sections in the order of their weight
/// @param page what a page is called, and `of`
/// @param language of it, `en`
public record HandoverPage(
        String title, List<Fact> facts, List<Section> sections, PageWords page, String language) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final String NONE = "\u2013";

    public HandoverPage {
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
    }

    /// All of it as plain text, a line a row.
    public String text() {
        StringBuilder text = new StringBuilder(title);
        facts.forEach(
                fact -> text.append('\n').append(fact.label()).append(": ").append(fact.value()));
        for (Section section : sections) {
            text.append("\n\n").append(section.head());
            if (section.text() != null) {
                text.append('\n').append(section.text());
            }
            section.rows().forEach(row -> text.append('\n').append(String.join(", ", row)));
        }
        return text.toString();
    }

    /// One line of the head.
    public record Fact(String label, String value) {}

    /// What stands at the foot of a page: `Page 1 of 2`.
    public record PageWords(String page, String of) {}

    /// A table, or a sentence in its place.
    ///
    /// @param head of the section
    /// @param columns of the table; none without a table
    /// @param widths of the columns, per cent of the table
    /// @param rows as many cells as columns
    /// @param text below the head; null for none
    public record Section(
            String head,
            List<String> columns,
            List<Integer> widths,
            List<List<String>> rows,
            @Nullable String text) {
        /// A sentence below the head.
        Section(String head, String text) {
            this(head, List.of(), List.of(), List.of(), text);
        }

        public Section {
            columns = List.copyOf(columns);
            widths = List.copyOf(widths);
            rows = List.copyOf(rows);
        }
    }

    /// Where a handover was made.
    ///
    /// @param plant its name
    /// @param box the node's id
    /// @param zone of the plant's clock
    /// @param madeAt UTC milliseconds
    public record Place(String plant, String box, ZoneId zone, long madeAt) {}

    /// The page of a handover.
    public static HandoverPage of(Handover handover, Place place, Words words) {
        return new Maker(handover, place, words).page();
    }

    private record Maker(Handover handover, Place place, Words words) {
        HandoverPage page() {
            return new HandoverPage(
                    words.say("title"),
                    List.of(
                            new Fact(words.say("plant"), place.plant()),
                            new Fact(words.say("box"), place.box()),
                            new Fact(words.say("shift"), window()),
                            new Fact(words.say("made"), day(place.madeAt()))),
                    List.of(open(), stops(), restored(), unanswered()),
                    new PageWords(words.say("page"), words.say("of")),
                    words.language());
        }

        private String window() {
            Window window = handover.window();
            String to = sameDay(window) ? time(window.to()) : day(window.to());
            return words.say("window", day(window.from()), to) + " (" + place.zone() + ")";
        }

        private Section open() {
            return table(
                    "open",
                    List.of("machine", "fault", "state", "since", "lasts"),
                    List.of(23, 22, 22, 18, 15),
                    handover.open().stream().map(this::row).toList());
        }

        private List<String> row(OpenIncident incident) {
            Wait wait = incident.waitFor();
            return List.of(
                    incident.machine(),
                    fault(incident.fault(), incident.faultName()),
                    wait == null
                            ? words.name(incident.state())
                            : words.say("waiting", words.name(wait)),
                    day(incident.since()),
                    words.length(handover.asOf() - incident.since()));
        }

        private Section stops() {
            StopCount stops = handover.stops();
            List<String> lines = new ArrayList<>();
            lines.add(line("stops", stops.count(), stops.minutes()));
            lines.add(line("micro", stops.microCount(), stops.microMinutes()));
            if (handover.incomplete()) {
                lines.add(words.say("incomplete"));
            }
            return new Section(words.say("head.stops"), String.join("\n", lines));
        }

        private String line(String what, int count, long minutes) {
            return words.say(
                    "stops.line", words.count(what, count), words.length(minutes * 60_000));
        }

        private Section restored() {
            return table(
                    "restored",
                    List.of("machine", "fault", "stop", "lasts", "cause"),
                    List.of(18, 10, 18, 14, 40),
                    handover.restored().stream().map(this::row).toList());
        }

        private List<String> row(Restored restored) {
            return List.of(
                    restored.machine(),
                    fault(restored.fault(), null),
                    span(restored.stop()),
                    words.length(restored.stop().ms()),
                    orNone(
                            Stream.of(restored.cause(), restored.note())
                                    .flatMap(Stream::ofNullable)
                                    .toList()));
        }

        private Section unanswered() {
            return table(
                    "unanswered",
                    List.of("at", "machine", "question"),
                    List.of(18, 22, 60),
                    handover.unanswered().stream().map(this::row).toList());
        }

        private List<String> row(Unanswered asked) {
            String question = asked.question();
            return List.of(
                    day(asked.at()),
                    asked.machine() == null ? NONE : asked.machine(),
                    question == null ? words.say("words.gone") : question);
        }

        private Section table(
                String key, List<String> columns, List<Integer> widths, List<List<String>> rows) {
            String head = words.say("head." + key);
            return rows.isEmpty()
                    ? new Section(head, words.say("none." + key))
                    : new Section(
                            head,
                            columns.stream().map(each -> words.say("col." + each)).toList(),
                            widths,
                            rows,
                            null);
        }

        private static String fault(@Nullable String code, @Nullable String name) {
            return orNone(Stream.of(code, name).flatMap(Stream::ofNullable).toList());
        }

        private static String orNone(List<String> parts) {
            return parts.isEmpty() ? NONE : String.join("\n", parts);
        }

        private String span(Window stop) {
            return sameDay(stop)
                    ? day(stop.from()).replace(' ', '\n') + " \u2013 " + time(stop.to())
                    : day(stop.from()) + " \u2013\n" + day(stop.to());
        }

        private boolean sameDay(Window window) {
            return day(window.from()).substring(0, 10).equals(day(window.to()).substring(0, 10));
        }

        private String day(long at) {
            return DAY.format(Instant.ofEpochMilli(at).atZone(place.zone()));
        }

        private String time(long at) {
            return TIME.format(Instant.ofEpochMilli(at).atZone(place.zone()));
        }
    }
}

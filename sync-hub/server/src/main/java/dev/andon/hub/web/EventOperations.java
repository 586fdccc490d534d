package dev.andon.hub.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.andon.hub.ingest.Events;
import dev.andon.hub.ingest.StoredEvent;
import dev.andon.hub.ingest.StoredEvent.Place;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// `events`.
public final class EventOperations implements Operations {
    private static final int ROWS = 100;

    private final Events events;

    /// @param events that arrived
    public EventOperations(Events events) {
        this.events = events;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("events", Operation.of(this::events));
    }

    /// One more than is shown is read, to know where the next page begins.
    private Answer events(Call call) {
        int limit = call.whole("limit", ROWS);
        List<StoredEvent> found =
                events.of(
                        call.path("node"),
                        call.query("from").map(EventOperations::place).orElse(new Place("", 0)),
                        call.query("kind").orElse(null),
                        limit + 1);
        boolean more = found.size() > limit;
        StoredEvent next = more ? found.getLast() : null;
        return Answer.of(
                new Page(
                        found.subList(0, more ? limit : found.size()).stream()
                                .map(EventView::of)
                                .toList(),
                        next == null ? null : next.epoch() + ":" + next.seq()));
    }

    /// The contract holds it to its form.
    private static Place place(String from) {
        int colon = from.indexOf(':');
        return colon < 0
                ? new Place(from, 0)
                : new Place(from.substring(0, colon), Long.parseLong(from.substring(colon + 1)));
    }

    private record Page(List<EventView> events, @Nullable String next) {}

    private record EventView(
            String epoch,
            long seq,
            String kind,
            Instant at,
            Instant happened,
            String clock,
            Instant received,
            @Nullable JsonNode fact) {
        static EventView of(StoredEvent of) {
            return new EventView(
                    of.epoch(),
                    of.seq(),
                    of.kind(),
                    Instant.ofEpochMilli(of.at()),
                    Instant.ofEpochMilli(of.trueAt()),
                    of.clock(),
                    Instant.ofEpochMilli(of.receivedAt()),
                    of.json() == null ? null : fact(of.json()));
        }

        private static JsonNode fact(String json) {
            try {
                return Json.MAPPER.readTree(json).path("fact");
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("it was read before it was stored", e);
            }
        }
    }
}

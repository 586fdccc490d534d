package dev.andon.node.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.node.faults.History.Key;
import dev.andon.node.faults.History.Life;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the hub's database holds, read past the hub.
///
/// @param events how often each event of the history is there
/// @param holes outboxes whose numbers are not whole, in words
/// @param letters dead letters
record HubRecord(Map<Key, Integer> events, List<String> holes, int letters) {
    private static final JsonMapper JSON = new JsonMapper();

    static HubRecord read(Path database) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 20000");
            statement.execute("begin");
            return new HubRecord(events(statement), holes(statement), letters(statement));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the hub's database cannot be read", e);
        }
    }

    private static Map<Key, Integer> events(Statement statement) throws SQLException, IOException {
        Map<Key, Integer> events = new HashMap<>();
        try (ResultSet rows = statement.executeQuery("select node, kind, json from event")) {
            while (rows.next()) {
                key(rows.getString(1), rows.getString(2), JSON.readTree(rows.getString(3)))
                        .ifPresent(key -> events.merge(key, 1, Integer::sum));
            }
        }
        return events;
    }

    /// An incident is told again with each change; its first word is the event that was asked for.
    private static Optional<Key> key(String node, String kind, JsonNode event) {
        JsonNode fact = event.path("fact");
        return switch (kind) {
            case "turn" -> Optional.of(new Key(node, kind, fact.path("turn").asText()));
            case "incident" ->
                    fact.path("version").asInt() == 1
                            ? Optional.of(new Key(node, kind, fact.path("incident").asText()))
                            : Optional.empty();
            case "milestone" ->
                    fact.path("moment").asText().equals("ACKNOWLEDGED")
                            ? Optional.of(new Key(node, kind, fact.path("incident").asText()))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static List<String> holes(Statement statement) throws SQLException {
        List<String> holes = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery(
                        "select node, epoch, committed_through, highest from outbox_mark")) {
            while (rows.next()) {
                if (rows.getLong(3) != rows.getLong(4)) {
                    holes.add(
                            "%s/%s: through %d of %d"
                                    .formatted(
                                            rows.getString(1),
                                            rows.getString(2),
                                            rows.getLong(3),
                                            rows.getLong(4)));
                }
            }
        }
        return holes;
    }

    private static int letters(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("select coalesce(sum(letters), 0) from dead_letter_count")) {
            row.next();
            return row.getInt(1);
        }
    }

    /// Promised, and not there.
    List<Key> lost(Map<Key, Life> lives) {
        return lives.entrySet().stream()
                .filter(life -> life.getValue() == Life.PROMISED)
                .map(Map.Entry::getKey)
                .filter(key -> !events.containsKey(key))
                .toList();
    }

    /// There more than once.
    List<Key> doubled() {
        return events.entrySet().stream()
                .filter(event -> event.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// There, though nobody asked for it.
    List<Key> invented(Map<Key, Life> lives) {
        return events.keySet().stream().filter(key -> !lives.containsKey(key)).toList();
    }
}

package dev.andon.knowledge.corpus.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// What is found of a passage by its words and codes.
///
/// @param id its row
/// @param path headings, outermost first
record IndexedPassage(long id, List<String> path, String text) {
    static IndexedPassage read(ResultSet row) throws SQLException {
        return new IndexedPassage(
                row.getLong("id"), HeadingPath.read(row.getString("path")), row.getString("text"));
    }

    String heading() {
        return path.isEmpty() ? "" : path.getLast();
    }

    /// The headings above its own, a line each.
    String above() {
        return path.isEmpty() ? "" : String.join("\n", path.subList(0, path.size() - 1));
    }

    String everything() {
        return String.join("\n", path) + "\n" + text;
    }
}

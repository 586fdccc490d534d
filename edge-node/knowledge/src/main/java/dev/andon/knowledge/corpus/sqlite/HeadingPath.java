package dev.andon.knowledge.corpus.sqlite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.sql.SQLException;
import java.util.List;

/// The headings above a passage, as one column holds them.
public final class HeadingPath {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private HeadingPath() {}

    /// The column's text.
    static String write(List<String> path) throws SQLException {
        try {
            return JSON.writeValueAsString(path);
        } catch (JsonProcessingException e) {
            throw new SQLException("the headings " + path + " cannot be written", e);
        }
    }

    /// The headings in the column's text.
    public static List<String> read(String column) throws SQLException {
        try {
            return JSON.readValue(column, TEXTS);
        } catch (JsonProcessingException e) {
            throw new SQLException("not a list of headings: " + column, e);
        }
    }
}

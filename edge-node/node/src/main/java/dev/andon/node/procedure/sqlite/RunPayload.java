package dev.andon.node.procedure.sqlite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.node.procedure.Confirmation;
import dev.andon.node.procedure.ProcedureText;

import java.sql.SQLException;
import java.util.List;

/// The text of a run and its confirmations, as one column each holds them.
final class RunPayload {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Confirmation>> CONFIRMATIONS = new TypeReference<>() {};

    private RunPayload() {}

    static String text(ProcedureText text) throws SQLException {
        return written(text);
    }

    static ProcedureText text(String column) throws SQLException {
        try {
            return JSON.readValue(column, ProcedureText.class);
        } catch (JsonProcessingException e) {
            throw new SQLException("no procedure in " + column, e);
        }
    }

    static String confirmations(List<Confirmation> confirmations) throws SQLException {
        return written(confirmations);
    }

    static List<Confirmation> confirmations(String column) throws SQLException {
        try {
            return JSON.readValue(column, CONFIRMATIONS);
        } catch (JsonProcessingException e) {
            throw new SQLException("no confirmations in " + column, e);
        }
    }

    private static String written(Object value) throws SQLException {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new SQLException("a run cannot be written: " + value, e);
        }
    }
}

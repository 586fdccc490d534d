package dev.andon.knowledge.corpus.sqlite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.knowledge.corpus.fact.Fact;
import dev.andon.knowledge.corpus.fact.FactKind;

import java.sql.SQLException;

/// A whole fact, as one column holds it.
final class FactPayload {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    private FactPayload() {}

    /// The column's text.
    static String write(Fact fact) throws SQLException {
        try {
            return JSON.writeValueAsString(fact);
        } catch (JsonProcessingException e) {
            throw new SQLException("the fact " + fact + " cannot be written", e);
        }
    }

    /// The fact in the column's text.
    static Fact read(String kind, String column) throws SQLException {
        Class<? extends Fact> type =
                switch (FactKind.valueOf(kind)) {
                    case VALUE -> Fact.Value.class;
                    case FAULT -> Fact.Fault.class;
                    case PROCEDURE -> Fact.Procedure.class;
                    case NOTICE -> Fact.Notice.class;
                };
        try {
            return JSON.readValue(column, type);
        } catch (JsonProcessingException e) {
            throw new SQLException("no " + kind + " in " + column, e);
        }
    }
}

package dev.andon.hub.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.hub.inbox.ExpertCall.Answer;
import dev.andon.hub.inbox.ExpertCall.State;
import dev.andon.hub.store.StorableText;
import dev.andon.protocol.Command;
import dev.andon.protocol.ExpertReply;
import dev.andon.protocol.fact.EscalationFact.Step;
import dev.andon.protocol.fact.TurnFact.Citation;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// The view `escalation`, and the table `expert_reply` with what became of each reply.
final class InboxRows {
    private static final JsonMapper JSON = new JsonMapper();

    private static final String CALLS =
            """
            select node, escalation, incident, machine, question, citations, timeline, true_at
            from escalation e\
            """;

    /// An answer that arrived, or still may.
    private static final String STANDS =
            """
            exists (select 1 from expert_reply r left join command c on c.id = r.id
                    where r.node = e.node and r.escalation = e.escalation
                      and (c.done or c.done is null and r.expires > :now))\
            """;

    private static final String ANSWERS =
            """
            select r.id, r.text, r.card, r.answered_at, r.expires, c.done, c.message,
                   s.reply as heard
            from expert_reply r left join command c on c.id = r.id
            left join receipt_said s on s.node = r.node and s.reply = r.id
            where r.node = :node and r.escalation = :escalation order by r.answered_at, r.id\
            """;

    private final Handle handle;
    private final long now;

    /// @param now by the hub's clock
    InboxRows(Handle handle, long now) {
        this.handle = handle;
        this.now = now;
    }

    /// The latest first.
    List<ExpertCall> calls(boolean openOnly, int max) {
        String which = openOnly ? " where not " + STANDS : "";
        Query query =
                handle.createQuery(
                        CALLS + which + " order by true_at desc, node, escalation limit :max");
        return whole((openOnly ? query.bind("now", now) : query).bind("max", max));
    }

    /// Those whose id begins so, two at most.
    List<ExpertCall> beginningWith(String prefix) {
        // Nothing in an id is above "g".
        return whole(
                handle.createQuery(
                                CALLS
                                        + " where escalation >= :from and escalation < :to"
                                        + " order by escalation, node limit 2")
                        .bind("from", prefix)
                        .bind("to", prefix + "g"));
    }

    void answered(ExpertCall call, Command command, ExpertReply reply) {
        handle.createUpdate(
                        """
                        insert into expert_reply
                            (id, node, escalation, text, card, answered_at, expires)
                        values (:id, :node, :escalation, :text, :card, :now, :expires)\
                        """)
                .bind("id", command.id())
                .bind("node", call.node())
                .bind("escalation", call.escalation())
                .bind("text", reply.text())
                .bind("card", reply.card())
                .bind("now", now)
                .bind("expires", command.expires())
                .execute();
    }

    /// Empties what is older. A command that the node may still do keeps its words.
    long forget(long before) {
        int replies =
                handle.createUpdate(
                                """
                                update expert_reply set text = null
                                where answered_at < :before and text is not null\
                                """)
                        .bind("before", before)
                        .execute();
        int commands =
                handle.createUpdate(
                                """
                                update command set command = '{}'
                                where name = :name and issued_at < :before and command <> '{}'
                                    and (code is not null or expires <= :now)\
                                """)
                        .bind("name", ExpertReply.COMMAND)
                        .bind("before", before)
                        .bind("now", now)
                        .execute();
        return replies + commands;
    }

    private List<ExpertCall> whole(Query query) {
        return query.map((row, context) -> call(row)).list().stream()
                .map(call -> call.with(answers(call)))
                .toList();
    }

    private List<Answer> answers(ExpertCall call) {
        return handle.createQuery(ANSWERS)
                .bind("node", call.node())
                .bind("escalation", call.escalation())
                .map((row, context) -> answer(row))
                .list();
    }

    private Answer answer(ResultSet row) throws SQLException {
        boolean done = row.getBoolean("done");
        boolean silent = row.wasNull();
        return new Answer(
                row.getString("id"),
                row.getString("text"),
                row.getString("card"),
                row.getLong("answered_at"),
                state(row, silent, done),
                row.getString("message"));
    }

    private State state(ResultSet row, boolean silent, boolean done) throws SQLException {
        if (row.getString("heard") != null) {
            return State.HEARD;
        }
        if (silent) {
            return row.getLong("expires") > now ? State.WAITING : State.EXPIRED;
        }
        return done ? State.DELIVERED : State.REFUSED;
    }

    private static ExpertCall call(ResultSet row) throws SQLException {
        return new ExpertCall(
                row.getString("node"),
                row.getString("escalation"),
                row.getString("incident"),
                row.getString("machine"),
                row.getString("question"),
                list(row.getString("citations"), new TypeReference<List<Citation>>() {}),
                list(row.getString("timeline"), new TypeReference<List<Step>>() {}),
                row.getLong("true_at"),
                List.of());
    }

    private static <T> List<T> list(@Nullable String json, TypeReference<List<T>> type) {
        try {
            return json == null ? List.of() : JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the ingest wrote it", e);
        }
    }

    /// What every database can hold.
    static ExpertReply storable(ExpertReply reply) {
        return new ExpertReply(
                reply.escalation(),
                StorableText.of(reply.text()),
                reply.card() == null ? null : StorableText.of(reply.card()));
    }
}

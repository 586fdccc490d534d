package dev.andon.node.escalation.sqlite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.knowledge.store.Transaction;
import dev.andon.node.escalation.Escalation;
import dev.andon.node.escalation.Escalation.Reply;
import dev.andon.node.escalation.EscalationStore;
import dev.andon.node.sync.NodeClock;
import dev.andon.node.sync.sqlite.FactWriter;
import dev.andon.node.sync.sqlite.OutboxRows;
import dev.andon.protocol.fact.EscalationFact;
import dev.andon.protocol.fact.ReceiptFact;
import dev.andon.protocol.fact.TurnFact;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Calls and replies; each goes with its fact in one transaction. They are kept as many days as
/// turns, and at least one: whoever asked must be told.
public final class EscalationTable implements EscalationStore {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int DAYS_MIN = 1;
    private static final String CALLS =
            "select id, at, incident, machine, question, citations from escalation ";
    private static final String REPLIES =
            "select id, escalation, at, text, card, told_at from expert_reply ";

    private final FactWriter file;
    private final NodeClock clock;
    private final int days;

    /// @param days that calls and replies are kept
    public EscalationTable(FactWriter file, NodeClock clock, int days) {
        this.file = file;
        this.clock = clock;
        this.days = Math.max(days, DAYS_MIN);
    }

    @Override
    public void call(Escalation call, EscalationFact fact) {
        file.facts(
                transaction -> {
                    transaction.update(
                            "insert into escalation (id, at, incident, machine, question,"
                                    + " citations) values (?, ?, ?, ?, ?, ?)",
                            call.id(),
                            call.at(),
                            call.incident(),
                            call.machine(),
                            call.question(),
                            json(call.citations()));
                    return OutboxRows.append(transaction, fact, clock);
                });
    }

    @Override
    public boolean reply(Reply reply) {
        return file.write(
                transaction -> {
                    boolean asked = found(transaction, reply.escalation()).isPresent();
                    if (asked) {
                        insert(transaction, reply);
                    }
                    return asked;
                });
    }

    @Override
    public Optional<Escalation> find(String id) {
        return file.read(transaction -> found(transaction, id));
    }

    @Override
    public List<Escalation> list(int max) {
        return file.read(
                transaction ->
                        whole(
                                transaction,
                                transaction.list(
                                        CALLS + "order by at desc, id limit ?",
                                        EscalationTable::call,
                                        max)));
    }

    @Override
    public List<Reply> unheard(int max) {
        return file.read(
                transaction ->
                        transaction.list(
                                REPLIES + "where told_at is null order by at, id limit ?",
                                EscalationTable::reply,
                                max));
    }

    @Override
    public boolean told(String reply, long at) {
        return file.facts(
                transaction -> {
                    boolean first =
                            transaction.update(
                                            "update expert_reply set told_at = ?"
                                                    + " where id = ? and told_at is null",
                                            at,
                                            reply)
                                    == 1;
                    if (first) {
                        OutboxRows.append(transaction, receipt(transaction, reply), clock);
                    }
                    return first;
                });
    }

    /// Removes what has run out of its days: a reply by itself, a call with its last reply. The
    /// caller settles the file.
    public void expire() {
        long before = clock.at() - Duration.ofDays(days).toMillis();
        file.write(
                transaction -> {
                    transaction.update("delete from expert_reply where at < ?", before);
                    transaction.update(
                            "delete from dead_letter where kind = 'escalation' and at < ?", before);
                    return transaction.update(
                            "delete from escalation where at < ? and id not in"
                                    + " (select escalation from expert_reply)",
                            before);
                });
    }

    private static void insert(Transaction transaction, Reply reply) throws SQLException {
        transaction.update(
                "insert into expert_reply (id, escalation, at, text, card, told_at)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing",
                reply.id(),
                reply.escalation(),
                reply.at(),
                reply.text(),
                reply.card(),
                reply.toldAt());
    }

    private static ReceiptFact receipt(Transaction transaction, String reply) throws SQLException {
        return transaction.only(
                "select escalation from expert_reply where id = ?",
                row -> new ReceiptFact(reply, row.getString(1)),
                reply);
    }

    private static Optional<Escalation> found(Transaction transaction, String id)
            throws SQLException {
        List<Escalation> rows = transaction.list(CALLS + "where id = ?", EscalationTable::call, id);
        return whole(transaction, rows).stream().findFirst();
    }

    private static List<Escalation> whole(Transaction transaction, List<Escalation> rows)
            throws SQLException {
        List<Escalation> whole = new ArrayList<>();
        for (Escalation row : rows) {
            List<Reply> replies =
                    transaction.list(
                            REPLIES + "where escalation = ? order by at, id",
                            EscalationTable::reply,
                            row.id());
            whole.add(
                    new Escalation(
                            row.id(),
                            row.at(),
                            row.incident(),
                            row.machine(),
                            row.question(),
                            row.citations(),
                            replies));
        }
        return whole;
    }

    private static Escalation call(ResultSet row) throws SQLException {
        return new Escalation(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                citations(row.getString(6)),
                List.of());
    }

    private static Reply reply(ResultSet row) throws SQLException {
        long told = row.getLong(6);
        @Nullable Long toldAt = row.wasNull() ? null : told;
        return new Reply(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                toldAt);
    }

    private static String json(List<TurnFact.Citation> citations) {
        try {
            return JSON.writeValueAsString(citations);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("citations are always JSON", e);
        }
    }

    private static List<TurnFact.Citation> citations(String json) throws SQLException {
        try {
            return JSON.readValue(json, new TypeReference<List<TurnFact.Citation>>() {});
        } catch (JsonProcessingException e) {
            throw new SQLException("The citations of a call are no JSON: " + json, e);
        }
    }
}

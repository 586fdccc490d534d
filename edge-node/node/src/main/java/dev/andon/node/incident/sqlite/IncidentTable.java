package dev.andon.node.incident.sqlite;

import dev.andon.knowledge.store.Transaction;
import dev.andon.node.incident.Incident;
import dev.andon.node.incident.IncidentStore;
import dev.andon.node.incident.Joining;
import dev.andon.node.incident.Milestone;
import dev.andon.node.incident.Origin;
import dev.andon.node.incident.Source;
import dev.andon.node.sync.NodeClock;
import dev.andon.node.sync.sqlite.FactWriter;
import dev.andon.node.sync.sqlite.OutboxRows;
import dev.andon.protocol.fact.IncidentFact;
import dev.andon.protocol.fact.MilestoneFact;
import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Incidents with their milestones; each change goes with its facts in one transaction.
public final class IncidentTable implements IncidentStore {
    private static final String COLUMNS =
            "id, version, machine, line, fault, cause, note, origin, withdrawn, opened_at, opening";

    /// Incidents of one machine among which an opening looks for its own.
    private static final int OPEN_MAX = 500;

    private final FactWriter file;
    private final NodeClock clock;

    /// The table in this file.
    public IncidentTable(FactWriter file, NodeClock clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public Incident change(String id, Change change) {
        return file.facts(
                transaction -> {
                    Incident before = find(transaction, id).orElse(null);
                    return written(transaction, before, change.of(before));
                });
    }

    @Override
    public Incident open(String id, String machine, Choice choice) {
        return file.facts(
                transaction -> {
                    Incident known = openedBy(transaction, id).orElse(null);
                    List<Incident> open = list(transaction, new Filter(true, machine, OPEN_MAX));
                    Incident after = choice.of(known, open);
                    Incident before =
                            Stream.concat(Stream.ofNullable(known), open.stream())
                                    .filter(each -> each.id().equals(after.id()))
                                    .findFirst()
                                    .orElse(null);
                    return written(transaction, before, after);
                });
    }

    private Incident written(Transaction transaction, @Nullable Incident before, Incident after)
            throws SQLException {
        if (!after.equals(before)) {
            write(transaction, after);
            writeMilestones(transaction, before, after);
            writeJoinings(transaction, before, after);
        }
        return after;
    }

    @Override
    public Optional<Incident> openedBy(String id) {
        return file.read(transaction -> openedBy(transaction, id));
    }

    @Override
    public Optional<Incident> find(String id) {
        return file.read(transaction -> find(transaction, id));
    }

    @Override
    public List<Incident> beginningWith(String prefix) {
        // Nothing in an id is above "g".
        return file.read(
                transaction ->
                        whole(
                                transaction,
                                transaction.list(
                                        "select "
                                                + COLUMNS
                                                + " from incident where id >= ? and id < ?"
                                                + " order by id limit 2",
                                        IncidentTable::row,
                                        prefix,
                                        prefix + "g")));
    }

    @Override
    public List<Incident> list(Filter filter) {
        return file.read(transaction -> list(transaction, filter));
    }

    private static List<Incident> list(Transaction transaction, Filter filter) throws SQLException {
        String open = filter.openOnly() ? "restored = 0 and withdrawn = 0" : "true";
        return whole(
                transaction,
                transaction.list(
                        "select "
                                + COLUMNS
                                + " from incident where (? is null or machine = ?) and "
                                + open
                                + " order by opened_at desc, id limit ?",
                        IncidentTable::row,
                        filter.machine(),
                        filter.machine(),
                        filter.countMax()));
    }

    private static Optional<Incident> openedBy(Transaction transaction, String id)
            throws SQLException {
        String incident =
                transaction
                        .first(
                                "select incident from joining where id = ?",
                                row -> row.getString(1),
                                id)
                        .orElse(id);
        return find(transaction, incident);
    }

    private static Optional<Incident> find(Transaction transaction, String id) throws SQLException {
        List<Incident> rows =
                transaction.list(
                        "select " + COLUMNS + " from incident where id = ?",
                        IncidentTable::row,
                        id);
        return whole(transaction, rows).stream().findFirst();
    }

    private static List<Incident> whole(Transaction transaction, List<Incident> rows)
            throws SQLException {
        List<Incident> whole = new ArrayList<>();
        for (Incident row : rows) {
            whole.add(
                    with(row, milestones(transaction, row.id()), joinings(transaction, row.id())));
        }
        return whole;
    }

    private static List<Milestone> milestones(Transaction transaction, String id)
            throws SQLException {
        return transaction.list(
                "select ordinal, moment, at, wait_for, source, retracted from milestone"
                        + " where incident = ? order by ordinal",
                row ->
                        new Milestone(
                                row.getInt(1),
                                Moment.valueOf(row.getString(2)),
                                row.getLong(3),
                                wait(row.getString(4)),
                                Source.valueOf(row.getString(5)),
                                row.getBoolean(6)),
                id);
    }

    private static List<Joining> joinings(Transaction transaction, String incident)
            throws SQLException {
        return transaction.list(
                "select id, origin, failed_at, opening from joining where incident = ?"
                        + " order by ordinal",
                row ->
                        new Joining(
                                row.getString(1),
                                Origin.valueOf(row.getString(2)),
                                row.getObject(3) == null ? null : Long.valueOf(row.getLong(3)),
                                row.getString(4)),
                incident);
    }

    private static @Nullable Wait wait(@Nullable String name) {
        return name == null ? null : Wait.valueOf(name);
    }

    private static Incident row(ResultSet row) throws SQLException {
        return new Incident(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                Origin.valueOf(row.getString(8)),
                row.getBoolean(9),
                row.getLong(10),
                row.getString(11),
                List.of(),
                List.of());
    }

    private static Incident with(Incident row, List<Milestone> milestones, List<Joining> joinings) {
        return new Incident(
                row.id(),
                row.version(),
                row.machine(),
                row.line(),
                row.fault(),
                row.cause(),
                row.note(),
                row.origin(),
                row.withdrawn(),
                row.openedAt(),
                row.opening(),
                milestones,
                joinings);
    }

    private void write(Transaction transaction, Incident incident) throws SQLException {
        transaction.update(
                "insert into incident ("
                        + COLUMNS
                        + ", restored) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (id) do update set version = excluded.version,"
                        + " fault = excluded.fault, cause = excluded.cause, note = excluded.note,"
                        + " withdrawn = excluded.withdrawn, restored = excluded.restored",
                incident.id(),
                incident.version(),
                incident.machine(),
                incident.line(),
                incident.fault(),
                incident.cause(),
                incident.note(),
                incident.origin().name(),
                incident.withdrawn(),
                incident.openedAt(),
                incident.opening(),
                incident.restored());
        OutboxRows.append(transaction, fact(incident), clock);
    }

    private void writeMilestones(Transaction transaction, @Nullable Incident before, Incident after)
            throws SQLException {
        List<Milestone> known = before == null ? List.of() : before.milestones();
        for (Milestone milestone : after.milestones()) {
            if (!known.contains(milestone)) {
                write(transaction, after.id(), milestone);
                OutboxRows.append(transaction, fact(after.id(), milestone), clock);
            }
        }
    }

    private static void writeJoinings(
            Transaction transaction, @Nullable Incident before, Incident after)
            throws SQLException {
        List<Joining> joinings = after.joinings();
        int known = before == null ? 0 : before.joinings().size();
        for (int i = known; i < joinings.size(); i++) {
            Joining joining = joinings.get(i);
            transaction.update(
                    "insert into joining (id, incident, ordinal, origin, failed_at, opening)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    joining.id(),
                    after.id(),
                    i + 1,
                    joining.origin().name(),
                    joining.failedAt(),
                    joining.opening());
        }
    }

    private static void write(Transaction transaction, String incident, Milestone milestone)
            throws SQLException {
        Wait waitFor = milestone.waitFor();
        transaction.update(
                """
                insert or replace into milestone
                  (incident, ordinal, moment, at, wait_for, source, retracted)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                incident,
                milestone.ordinal(),
                milestone.moment().name(),
                milestone.at(),
                waitFor == null ? null : waitFor.name(),
                milestone.source().name(),
                milestone.retracted());
    }

    private static IncidentFact fact(Incident incident) {
        return new IncidentFact(
                incident.id(),
                incident.version(),
                incident.machine(),
                incident.line(),
                incident.fault(),
                incident.state(),
                incident.cause(),
                incident.note(),
                incident.origin().label(),
                incident.withdrawn());
    }

    private static MilestoneFact fact(String incident, Milestone milestone) {
        return new MilestoneFact(
                incident,
                milestone.ordinal(),
                milestone.moment(),
                milestone.at(),
                milestone.waitFor(),
                milestone.source().label(),
                milestone.retracted());
    }
}

package dev.andon.node.procedure.sqlite;

import dev.andon.knowledge.store.Transaction;
import dev.andon.node.procedure.Outcome;
import dev.andon.node.procedure.ProcedureRun;
import dev.andon.node.procedure.ProcedureRun.Status;
import dev.andon.node.procedure.RunStore;
import dev.andon.node.procedure.Stamp;
import dev.andon.node.sync.sqlite.FactWriter;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// Runs with their whole text. Those that ended make room for one another when they are too many.
public final class RunTable implements RunStore {
    /// Runs that have ended and are kept.
    public static final int ENDED_MAX = 10_000;

    private static final String OPEN = "status in ('ACTIVE', 'PAUSED')";
    private static final String ENDED = "status not in ('ACTIVE', 'PAUSED')";

    private final FactWriter file;

    /// The table in this file.
    public RunTable(FactWriter file) {
        this.file = file;
    }

    @Override
    public Optional<ProcedureRun> open(String machine) {
        return file.read(transaction -> open(transaction, machine));
    }

    @Override
    public Outcome change(String machine, Decision decision) {
        return file.write(
                transaction -> {
                    ProcedureRun before = open(transaction, machine).orElse(null);
                    Outcome outcome = decision.of(before);
                    ProcedureRun after = outcome.run();
                    if (after != null && !after.equals(before)) {
                        keep(transaction, before, after);
                    }
                    return outcome;
                });
    }

    private static Optional<ProcedureRun> open(Transaction transaction, String machine)
            throws SQLException {
        return transaction.first(
                "select * from procedure_run where machine = ? and " + OPEN,
                RunTable::row,
                machine);
    }

    private static void keep(
            Transaction transaction, @Nullable ProcedureRun before, ProcedureRun after)
            throws SQLException {
        if (before == null) {
            insert(transaction, after);
        } else {
            update(transaction, after);
        }
        if (!after.open()) {
            dropEnded(transaction);
        }
    }

    private static void insert(Transaction transaction, ProcedureRun run) throws SQLException {
        transaction.update(
                """
                insert into procedure_run (id, machine, text, position, status, confirmations,
                    begun_at, begun_boot, begun_up_ms, changed_at, changed_boot, changed_up_ms)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                run.id(),
                run.machine(),
                RunPayload.text(run.text()),
                run.position(),
                run.status().name(),
                RunPayload.confirmations(run.confirmations()),
                run.begun().at(),
                run.begun().boot(),
                run.begun().upMs(),
                run.changed().at(),
                run.changed().boot(),
                run.changed().upMs());
    }

    /// The text stays what it was.
    private static void update(Transaction transaction, ProcedureRun run) throws SQLException {
        transaction.update(
                """
                update procedure_run set position = ?, status = ?, confirmations = ?,
                    changed_at = ?, changed_boot = ?, changed_up_ms = ?
                where id = ?\
                """,
                run.position(),
                run.status().name(),
                RunPayload.confirmations(run.confirmations()),
                run.changed().at(),
                run.changed().boot(),
                run.changed().upMs(),
                run.id());
    }

    private static void dropEnded(Transaction transaction) throws SQLException {
        transaction.update(
                "delete from procedure_run where rowid in (select rowid from procedure_run where "
                        + ENDED
                        + " order by changed_at desc limit -1 offset ?)",
                ENDED_MAX);
    }

    private static ProcedureRun row(ResultSet row) throws SQLException {
        return new ProcedureRun(
                row.getString("id"),
                row.getString("machine"),
                RunPayload.text(row.getString("text")),
                row.getInt("position"),
                Status.valueOf(row.getString("status")),
                RunPayload.confirmations(row.getString("confirmations")),
                stamp(row, "begun"),
                stamp(row, "changed"));
    }

    private static Stamp stamp(ResultSet row, String of) throws SQLException {
        return new Stamp(
                row.getLong(of + "_at"), row.getString(of + "_boot"), row.getLong(of + "_up_ms"));
    }
}

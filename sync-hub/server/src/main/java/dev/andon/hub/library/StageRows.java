package dev.andon.hub.library;

import dev.andon.hub.library.Stage.Halt;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The rows of `library_stage` and `library_decision`, within a transaction of the caller.
final class StageRows {
    private StageRows() {}

    static List<Stage> all(Handle handle) {
        return handle.createQuery("select * from library_stage order by kind, id, ring")
                .map((row, _) -> stage(row))
                .list();
    }

    static Optional<Stage> of(Handle handle, DocumentKey document, String ring) {
        return all(handle).stream()
                .filter(one -> one.document().equals(document) && one.ring().equals(ring))
                .findFirst();
    }

    static void put(Handle handle, Stage stage) {
        handle.createUpdate(
                        """
                        insert into library_stage (kind, id, ring, serial, is_rollback, staged,
                            before)
                        values (:kind, :id, :ring, :serial, :rollback, :staged, :before)
                        on conflict (kind, id, ring) do update set serial = excluded.serial,
                            is_rollback = excluded.is_rollback, staged = excluded.staged,
                            before = excluded.before, halted = null, halt_node = null,
                            halt_code = null, halt_reason = null\
                        """)
                .bind("kind", stage.document().kindName())
                .bind("id", stage.document().id())
                .bind("ring", stage.ring())
                .bind("serial", stage.serial())
                .bind("rollback", stage.rollback() ? 1 : 0)
                .bind("staged", stage.staged())
                .bind("before", stage.before())
                .execute();
    }

    static void halt(Handle handle, DocumentKey document, long serial, Halt halt) {
        handle.createUpdate(
                        """
                        update library_stage set halted = :at, halt_node = :node, halt_code = :code,
                            halt_reason = :reason
                        where kind = :kind and id = :id and serial = :serial and halted is null\
                        """)
                .bind("at", halt.at())
                .bind("node", halt.node())
                .bind("code", halt.code())
                .bind("reason", halt.reason())
                .bind("kind", document.kindName())
                .bind("id", document.id())
                .bind("serial", serial)
                .execute();
    }

    /// Keeps what was decided.
    ///
    /// @param what `stage`, `promote`, `rollback`
    /// @param reason null unless it was forced
    static void decided(Handle handle, String what, Stage stage, @Nullable String reason) {
        handle.createUpdate(
                        """
                        insert into library_decision (at, what, kind, document, serial, ring, reason)
                        values (:at, :what, :kind, :document, :serial, :ring, :reason)\
                        """)
                .bind("at", stage.staged())
                .bind("what", what)
                .bind("kind", stage.document().kindName())
                .bind("document", stage.document().id())
                .bind("serial", stage.serial())
                .bind("ring", stage.ring())
                .bind("reason", reason)
                .execute();
    }

    /// The highest number below another that was ever staged.
    static Optional<Long> stagedBefore(Handle handle, DocumentKey document, long serial) {
        return Optional.ofNullable(
                handle.createQuery(
                                """
                                select max(serial) from library_decision
                                where kind = :kind and document = :document and serial < :serial\
                                """)
                        .bind("kind", document.kindName())
                        .bind("document", document.id())
                        .bind("serial", serial)
                        .mapTo(Long.class)
                        .one());
    }

    private static Stage stage(ResultSet row) throws SQLException {
        long before = row.getLong("before");
        Long had = row.wasNull() ? null : before;
        long halted = row.getLong("halted");
        Halt halt =
                row.wasNull()
                        ? null
                        : new Halt(
                                halted,
                                Objects.requireNonNull(row.getString("halt_node")),
                                Objects.requireNonNull(row.getString("halt_code")),
                                Objects.requireNonNull(row.getString("halt_reason")));
        return new Stage(
                RevisionRows.document(row),
                row.getString("ring"),
                row.getLong("serial"),
                row.getInt("is_rollback") == 1,
                row.getLong("staged"),
                had,
                halt);
    }
}

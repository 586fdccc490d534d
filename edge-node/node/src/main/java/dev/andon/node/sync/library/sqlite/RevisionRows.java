package dev.andon.node.sync.library.sqlite;

import dev.andon.knowledge.store.Transaction;
import dev.andon.node.sync.library.Revision;
import dev.andon.node.sync.library.Revision.State;
import dev.andon.protocol.Manifest;
import dev.andon.protocol.SyncCodec;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The rows of `revision`, within a transaction of the caller.
record RevisionRows(Transaction transaction) {
    List<Revision> all() throws SQLException {
        return transaction.list("select * from revision order by id", RevisionRows::revision);
    }

    private static Revision revision(ResultSet row) throws SQLException {
        return new Revision(
                SyncCodec.decode(row.getBytes("payload"), Manifest.class),
                row.getString("manifest"),
                State.valueOf(row.getString("state")),
                row.getLong("begun"));
    }

    /// The row of a revision, if it is here with this very manifest.
    Optional<Long> find(Revision revision) throws SQLException {
        return transaction.first(
                """
                select id from revision
                where kind = ? and document = ? and serial = ? and manifest = ?\
                """,
                row -> row.getLong(1),
                revision.document().word(),
                revision.document().id(),
                revision.serial(),
                revision.manifestSha256());
    }

    long row(Revision revision) throws SQLException {
        return find(revision)
                .orElseThrow(() -> new SQLException("not begun: " + revision.document().label()));
    }

    Revision begin(Revision revision) throws SQLException {
        Optional<Long> begun = find(revision);
        if (begun.isPresent()) {
            return transaction.only(
                    "select * from revision where id = ?", RevisionRows::revision, begun.get());
        }
        transaction.update(
                "delete from revision where kind = ? and document = ? and serial = ?",
                revision.document().word(),
                revision.document().id(),
                revision.serial());
        transaction.insert(
                """
                insert into revision (kind, document, serial, manifest, payload, state, begun)
                values (?, ?, ?, ?, ?, 'PENDING', ?)\
                """,
                revision.document().word(),
                revision.document().id(),
                revision.serial(),
                revision.manifestSha256(),
                SyncCodec.encode(revision.manifest()),
                revision.begun());
        return revision;
    }

    void serve(Revision revision) throws SQLException {
        long row = row(revision);
        move(revision, "delete from revision where state = 'PREVIOUS'", row);
        move(revision, "update revision set state = 'PREVIOUS' where state = 'SERVING'", row);
        transaction.update("update revision set state = 'SERVING' where id = ?", row);
    }

    /// Of the same document, and not this one.
    private void move(Revision revision, String change, long except) throws SQLException {
        transaction.update(
                change + " and kind = ? and document = ? and id <> ?",
                revision.document().word(),
                revision.document().id(),
                except);
    }

    void drop(Revision revision) throws SQLException {
        transaction.update("delete from revision where id = ?", row(revision));
    }
}

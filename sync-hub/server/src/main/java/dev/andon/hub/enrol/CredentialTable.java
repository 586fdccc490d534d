package dev.andon.hub.enrol;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The tables `invitation` and `node_credential`. Times are UTC milliseconds.
final class CredentialTable {
    void invite(Handle handle, String node, String hash, Instant now, Instant expires) {
        handle.createUpdate(
                        """
                        insert into invitation (node, code_sha256, created_at, expires_at, used_at)
                        values (:node, :hash, :now, :expires, null)
                        on conflict (node) do update set
                            code_sha256 = excluded.code_sha256,
                            created_at = excluded.created_at,
                            expires_at = excluded.expires_at,
                            used_at = null
                        """)
                .bind("node", node)
                .bind("hash", hash)
                .bind("now", now.toEpochMilli())
                .bind("expires", expires.toEpochMilli())
                .execute();
    }

    /// Uses an open invitation up; the node that it was for. Of two at the same moment one gets it,
    /// since the row is changed under the condition that it is unused.
    Optional<String> use(Handle handle, String hash, Instant now) {
        return handle.createQuery(
                        """
                        update invitation set used_at = :now
                        where code_sha256 = :hash and used_at is null and expires_at > :now
                        returning node
                        """)
                .bind("hash", hash)
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .findOne();
    }

    Enrolment.Refused whyNot(Handle handle, String hash) {
        Optional<Boolean> used =
                handle.createQuery(
                                "select used_at is not null from invitation where code_sha256 ="
                                        + " :hash")
                        .bind("hash", hash)
                        .mapTo(Boolean.class)
                        .findOne();
        String mend = " Ask for a new one: andon fleet invite NODE";
        return used.map(
                        was ->
                                was
                                        ? new Enrolment.Refused(
                                                "used-code", "The code was used already." + mend)
                                        : new Enrolment.Refused(
                                                "expired-code", "The code has expired." + mend))
                .orElseGet(
                        () ->
                                new Enrolment.Refused(
                                        "wrong-code",
                                        "This hub does not know the code, or replaced it by a newer"
                                                + " one."
                                                + mend));
    }

    /// One that was removed belongs to the fleet again.
    void enrol(Handle handle, String node, String passwordHash, String publicKey, Instant now) {
        handle.execute("delete from removed_node where node = ?", node);
        handle.createUpdate(
                        """
                        insert into node_credential (node, password_hash, public_key, enrolled_at)
                        values (:node, :hash, :key, :now)
                        on conflict (node) do update set
                            password_hash = excluded.password_hash,
                            public_key = excluded.public_key,
                            enrolled_at = excluded.enrolled_at
                        """)
                .bind("node", node)
                .bind("hash", passwordHash)
                .bind("key", publicKey)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    boolean remove(Handle handle, String node) {
        int rows = handle.execute("delete from node_credential where node = ?", node);
        return rows + handle.execute("delete from invitation where node = ?", node) > 0;
    }

    Optional<String> passwordHash(Handle handle, String node) {
        return handle.createQuery("select password_hash from node_credential where node = :node")
                .bind("node", node)
                .mapTo(String.class)
                .findOne();
    }

    Map<String, String> passwordHashes(Handle handle) {
        Map<String, String> hashes = new TreeMap<>();
        handle.createQuery("select node, password_hash from node_credential")
                .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(entry -> hashes.put(entry.getKey(), entry.getValue()));
        return hashes;
    }

    List<EnrolledNode> nodes(Handle handle, Instant now) {
        return handle.createQuery(
                        """
                        select node, max(enrolled_at) as enrolled_at, max(expires_at) as expires_at
                        from (
                            select node, enrolled_at, null as expires_at from node_credential
                            union all
                            select node, null, expires_at from invitation
                            where used_at is null and expires_at > :now
                        ) as known
                        group by node order by node
                        """)
                .bind("now", now.toEpochMilli())
                .map(
                        (row, _) ->
                                new EnrolledNode(
                                        row.getString("node"),
                                        instant(row, "enrolled_at"),
                                        instant(row, "expires_at")))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}

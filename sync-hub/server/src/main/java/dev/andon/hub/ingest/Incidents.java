package dev.andon.hub.ingest;

import dev.andon.hub.ingest.Incident.Milestone;
import dev.andon.hub.store.HubStore;
import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Reads incidents with their milestones, from one commit.
public final class Incidents {
    private final HubStore store;

    /// @param store where they are
    public Incidents(HubStore store) {
        this.store = store;
    }

    /// The latest written, latest first, of all nodes.
    ///
    /// @throws dev.andon.hub.store.StoreException if the store fails
    public List<Incident> recent(int max) {
        return store.read(
                handle ->
                        handle.createQuery(
                                        """
                                        select * from incident
                                        order by true_at desc, node, incident limit :max\
                                        """)
                                .bind("max", max)
                                .map((row, context) -> incident(handle, row))
                                .list());
    }

    private static Incident incident(Handle handle, ResultSet row) throws SQLException {
        String node = row.getString("node");
        String incident = row.getString("incident");
        return new Incident(
                node,
                incident,
                row.getInt("version"),
                row.getString("machine"),
                row.getString("line"),
                row.getString("fault"),
                Moment.valueOf(row.getString("state")),
                row.getString("cause"),
                row.getString("note"),
                row.getString("origin"),
                row.getBoolean("withdrawn"),
                row.getLong("true_at"),
                row.getBoolean("clock_off"),
                milestones(handle, node, incident));
    }

    private static List<Milestone> milestones(Handle handle, String node, String incident) {
        return handle.createQuery(
                        """
                        select ordinal, moment, true_at, wait_for, source, retracted from milestone
                        where node = :node and incident = :incident order by ordinal\
                        """)
                .bind("node", node)
                .bind("incident", incident)
                .map(
                        (row, context) ->
                                new Milestone(
                                        row.getInt(1),
                                        Moment.valueOf(row.getString(2)),
                                        row.getLong(3),
                                        waitFor(row.getString(4)),
                                        row.getString(5),
                                        row.getBoolean(6)))
                .list();
    }

    private static @Nullable Wait waitFor(@Nullable String name) {
        return name == null ? null : Wait.valueOf(name);
    }
}

package dev.andon.node.incident;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// Where incidents are kept. Failures are [dev.andon.knowledge.StageException]s of the stage
/// `store`.
public interface IncidentStore {
    /// Changes an incident: what came of it, and its facts for the hub, are on the disk when this
    /// returns. What the change throws leaves everything as it was.
    ///
    /// @param change is given the incident, null if there is none; may be called again; the same
    ///     incident in return writes nothing
    Incident change(String id, Change change);

    /// Opens an incident, or changes one that is open on the same machine, in one transaction; as
    /// [#change] otherwise.
    ///
    /// @param id of the opening
    /// @param machine the register's id
    Incident open(String id, String machine, Choice choice);

    /// The incident that an opening with this id opened or joined.
    Optional<Incident> openedBy(String id);

    /// The incident with this id.
    Optional<Incident> find(String id);

    /// The incidents whose id begins so, two at most.
    List<Incident> beginningWith(String prefix);

    /// The newest first.
    List<Incident> list(Filter filter);

    /// One change of one incident.
    @FunctionalInterface
    interface Change {
        /// Makes of it what it is from now on; without effects.
        Incident of(@Nullable Incident before);
    }

    /// What becomes of an opening.
    @FunctionalInterface
    interface Choice {
        /// Makes a new incident, or changes an open one; without effects.
        ///
        /// @param known what this opening opened or joined before; null if it is new
        /// @param open the incidents that are open on the machine, the newest first
        Incident of(@Nullable Incident known, List<Incident> open);
    }

    /// @param openOnly neither restored nor withdrawn
    /// @param machine the register's id; null for all
    /// @param countMax of incidents
    record Filter(boolean openOnly, @Nullable String machine, int countMax) {}
}

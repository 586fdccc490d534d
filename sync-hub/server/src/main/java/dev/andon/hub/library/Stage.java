package dev.andon.hub.library;

import org.jspecify.annotations.Nullable;

/// What a ring is to serve of a document.
///
/// @param document that is meant
/// @param ring of nodes
/// @param serial of the revision
/// @param rollback whether nodes are to go back to it from a later one
/// @param staged when it was decided, UTC milliseconds
/// @param before what the ring was to serve until then; null if nothing
/// @param halt why nobody else gets it; null while it goes on
public record Stage(
        DocumentKey document,
        String ring,
        long serial,
        boolean rollback,
        long staged,
        @Nullable Long before,
        @Nullable Halt halt) {
    /// A node that refused it.
    ///
    /// @param at UTC milliseconds
    /// @param code as in [dev.andon.protocol.fact.InstallationFact]
    /// @param reason for a person
    public record Halt(long at, String node, String code, String reason) {}

    /// What nodes that do not have it yet are told to serve: while it is halted what was before;
    /// null for nothing.
    @Nullable Long told() {
        return halt == null ? Long.valueOf(serial) : before;
    }

    /// The same, going on from now, so that an old refusal does not halt it again.
    Stage resumed(long now) {
        return new Stage(document, ring, serial, rollback, now, before, null);
    }

    /// For people.
    String haltedWords() {
        return halt == null
                ? ""
                : "%s refused it: %s (%s)".formatted(halt.node(), halt.reason(), halt.code());
    }
}

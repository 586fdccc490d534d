package dev.andon.node.sync.library;

import dev.andon.node.sync.library.Installer.Done;
import dev.andon.node.sync.library.Ledger.Traffic;
import dev.andon.protocol.fact.InstallationFact;

/// Writes what came of a revision.
final class InstallationFacts {
    private static final int REASON_CHARS_MAX = 1_000;

    private InstallationFacts() {}

    /// @param state `installed` or `rolled-back`
    static InstallationFact served(
            Revision revision, String state, Done done, Traffic traffic, long millis) {
        return new InstallationFact(
                revision.document().label(),
                revision.serial(),
                revision.manifest().revision(),
                state,
                null,
                null,
                traffic.fetched(),
                traffic.reused(),
                done.vectorsTaken(),
                done.vectorsMade(),
                done.questionsAsked(),
                done.questionsPassed(),
                Math.max(0, millis));
    }

    /// Refused after it was begun.
    static InstallationFact refused(
            Revision revision, LibraryException why, Traffic traffic, long millis) {
        return new InstallationFact(
                revision.document().label(),
                revision.serial(),
                revision.manifest().revision(),
                "refused",
                why.code(),
                reason(why),
                traffic.fetched(),
                traffic.reused(),
                0,
                0,
                0,
                0,
                Math.max(0, millis));
    }

    /// Refused before it was begun.
    static InstallationFact refused(
            String label, long serial, String revision, LibraryException why) {
        return new InstallationFact(
                label, serial, revision, "refused", why.code(), reason(why), 0, 0, 0, 0, 0, 0, 0);
    }

    private static String reason(LibraryException why) {
        String reason = String.valueOf(why.getMessage());
        return reason.substring(0, Math.min(reason.length(), REASON_CHARS_MAX));
    }
}

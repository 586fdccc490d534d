package dev.andon.protocol.fact;

import org.jspecify.annotations.Nullable;

/// What came of a revision on this node.
///
/// @param document kind and id, `manual/px200-service`
/// @param serial the hub's number of the revision
/// @param revision as printed
/// @param state `installed`, `refused` or `rolled-back`
/// @param code why it was refused: `wrong-signature`, `older-revision`, `expired`, `corrupt-block`,
///     `corrupt-file`, `disk-full`, `questions-failed`, `not-readable`; null if it was not
/// @param reason for a person; null if it was not refused
/// @param bytesFetched over the wire
/// @param bytesReused from what was there
/// @param vectorsTaken from the hub
/// @param vectorsMade here
/// @param questionsAsked before the switch
/// @param questionsPassed of these
/// @param millis from the manifest to the switch
public record InstallationFact(
        String document,
        long serial,
        String revision,
        String state,
        @Nullable String code,
        @Nullable String reason,
        long bytesFetched,
        long bytesReused,
        int vectorsTaken,
        int vectorsMade,
        int questionsAsked,
        int questionsPassed,
        long millis)
        implements Fact {
    @Override
    public String kind() {
        return "installation";
    }
}

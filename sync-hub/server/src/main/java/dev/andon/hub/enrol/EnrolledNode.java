package dev.andon.hub.enrol;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A node that was invited or has enrolled.
///
/// @param node id
/// @param enrolled when it got its credentials; null: it has none yet
/// @param invitedUntil until when its code is good; null: there is no open invitation
public record EnrolledNode(
        String node, @Nullable Instant enrolled, @Nullable Instant invitedUntil) {}

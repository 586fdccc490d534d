package dev.andon.node.machine.mqtt;

import org.jspecify.annotations.Nullable;

/// How the connection to the machines' broker is.
///
/// @param connected whether it stands
/// @param messages that came since the start
/// @param lastAt when the last one came, UTC milliseconds; null if none did
/// @param failure why it does not stand, with the mend; null if it stands or was not tried yet
public record BrokerState(
        boolean connected, long messages, @Nullable Long lastAt, @Nullable String failure) {}

package dev.andon.hub.broker;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// How the embedded broker is set up.
///
/// @param site whose topics it carries
/// @param host address to listen on, with TLS
/// @param port of it; 0 takes a free one
/// @param plainPort without TLS on 127.0.0.1; 0 takes a free one, null for none
/// @param journal folder of what it keeps over a restart
/// @param lockMsMax how long another hub may take to let the journal go
/// @param certificate PEM file of the certificate chain
/// @param key PEM file of its key, PKCS 8
/// @param hubUser the one user that may do everything; its clients are called like it, with any
///     ending
public record BrokerSettings(
        String site,
        String host,
        int port,
        @Nullable Integer plainPort,
        Path journal,
        long lockMsMax,
        Path certificate,
        Path key,
        String hubUser) {
    /// A hub that ends needs a moment, on a slow disk some.
    public static final long LOCK_MS_MAX = 10_000;
}

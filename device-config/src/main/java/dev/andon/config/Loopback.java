package dev.andon.config;

import java.net.URI;
import java.util.Set;

/// Names of this box itself. Nothing is resolved: a name server has no say in what stays here.
public final class Loopback {
    private static final Set<String> NAMES = Set.of("127.0.0.1", "::1", "[::1]", "localhost");

    private Loopback() {}

    /// Whether a host name or address is this box.
    public static boolean is(String host) {
        return NAMES.contains(host);
    }

    /// Whether a server runs on this box.
    public static boolean is(URI server) {
        return server.getHost() != null && is(server.getHost());
    }
}

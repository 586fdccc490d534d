package dev.andon.hub;

import dev.andon.config.HubConfig;
import dev.andon.config.Loopback;
import dev.andon.hub.pki.HostNames;

import java.net.URI;
import java.util.List;
import java.util.Set;

/// By which names the hub is reached: by itself, and by others.
///
/// @param config names and addresses
record HubPlace(HubConfig config) {
    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

    /// The names of its certificate.
    List<String> names() {
        return HostNames.of(
                config.web().names(), List.of(config.web().host(), config.broker().host()));
    }

    /// The API, as a program on this computer opens it.
    URI apiHere(int port) {
        return address("https", here(config.web().host()), port);
    }

    /// The API, as nodes are told.
    URI api(int port) {
        return address("https", name(config.web().host()), port);
    }

    /// The embedded broker, as the hub's own clients open it.
    URI brokerHere(int port) {
        return address("ssl", here(config.broker().host()), port);
    }

    /// The broker, as nodes are told.
    ///
    /// @param port of the embedded one
    URI broker(int port) {
        URI external = config.broker().url();
        return external == null ? address("ssl", name(config.broker().host()), port) : external;
    }

    private static String here(String host) {
        return EVERY_ADDRESS.contains(host) ? "127.0.0.1" : host;
    }

    /// The first configured name; else what is listened on, by the name of this computer if that is
    /// every address.
    private String name(String host) {
        if (!config.web().names().isEmpty()) {
            return config.web().names().getFirst();
        }
        if (Loopback.is(host)) {
            return host;
        }
        return EVERY_ADDRESS.contains(host) ? HostNames.ofThisComputer() : host;
    }

    private static URI address(String scheme, String host, int port) {
        boolean bare = host.contains(":") && !host.startsWith("[");
        return URI.create(scheme + "://" + (bare ? "[" + host + "]" : host) + ":" + port);
    }
}

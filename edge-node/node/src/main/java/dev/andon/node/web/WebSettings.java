package dev.andon.node.web;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// How the node is reached.
///
/// @param host address to listen on; beyond loopback only with TLS and a token
/// @param port 0 for any free one
/// @param tls null: plain HTTP
/// @param token that clients must know; null: none (loopback only)
/// @param limits bounds
public record WebSettings(
        String host, int port, @Nullable Tls tls, @Nullable String token, WebLimits limits) {
    /// Port 8466 of this computer alone.
    public static final WebSettings LOOPBACK =
            new WebSettings("127.0.0.1", 8_466, null, null, WebLimits.DEFAULT);

    /// The same on another port.
    public WebSettings withPort(int other) {
        return new WebSettings(host, other, tls, token, limits);
    }

    /// Does not show the token.
    @Override
    public String toString() {
        return "WebSettings[host=%s, port=%d, tls=%s, token=%s, limits=%s]"
                .formatted(host, port, tls, token == null ? "none" : "***", limits);
    }

    /// PEM files.
    public record Tls(Path certificate, Path key) {}
}

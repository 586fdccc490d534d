package dev.andon.node.web;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/// Decides who may ask.
///
/// On loopback only the names of this computer are accepted as Host, so that a foreign page cannot
/// reach the node through a name of its own (DNS rebinding). A page of another origin may neither
/// change anything nor open a voice socket. If a token is set, everything but the page, the
/// contract and the probes needs it, as bearer or as the cookie that [Sessions] gave for it.
final class Gate implements Handler<RoutingContext> {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<String> OPEN_API =
            Set.of("/api/v1/session", "/api/v1/health/live", "/api/v1/health/ready");

    private final boolean loopback;
    private final boolean tls;
    private final @Nullable Sessions sessions;

    /// @param sessions null if no token is set
    Gate(WebSettings settings, @Nullable Sessions sessions) {
        this.loopback = isLoopback(settings.host());
        this.tls = settings.tls() != null;
        this.sessions = sessions;
    }

    /// Refuses to be reachable from other computers in the clear or by anybody.
    ///
    /// @throws StageException `web`, `unsafe-binding` or `unknown-host`
    static void refuseUnsafe(WebSettings settings) {
        boolean guarded = settings.tls() != null && settings.token() != null;
        if (!guarded && !isLoopback(settings.host())) {
            throw new StageException(
                    Stage.WEB,
                    "unsafe-binding",
                    "Andon does not listen on "
                            + settings.host()
                            + " without TLS and a token: configure both (a PEM certificate, its"
                            + " key and a token), or listen on 127.0.0.1");
        }
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        checkHost(request);
        checkOrigin(request);
        if (!open(request.path()) && !known(request)) {
            context.response().putHeader("WWW-Authenticate", "Bearer realm=\"andon\"");
            throw new Problem(
                            401,
                            "token-needed",
                            "This node asks for a token.",
                            "Authorization",
                            "Send it as 'Authorization: Bearer TOKEN', or trade it for a cookie"
                                    + " at POST /api/v1/session.")
                    .refused();
        }
        context.next();
    }

    private void checkHost(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        if (loopback && (authority == null || !isOwnName(authority.host()))) {
            throw new Problem(
                            403,
                            "foreign-host",
                            "This node answers to the names of its own computer only.",
                            "Host",
                            "Open it as http://localhost or http://127.0.0.1.")
                    .refused();
        }
    }

    private void checkOrigin(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        boolean changing = !READING.contains(request.method());
        boolean upgrading = request.getHeader("Upgrade") != null;
        if (origin != null && (changing || upgrading) && !ownOrigin(origin, request)) {
            throw new Problem(
                            403,
                            "foreign-origin",
                            "A page of another site may not use this node.",
                            "Origin",
                            "Open the node's own page.")
                    .refused();
        }
    }

    private boolean ownOrigin(String origin, HttpServerRequest request) {
        HostAndPort authority = request.authority();
        String scheme = tls ? "https" : "http";
        if (authority == null || !origin.startsWith(scheme + "://")) {
            return false;
        }
        int usual = tls ? 443 : 80;
        try {
            URI page = URI.create(origin);
            int pagePort = page.getPort() < 0 ? usual : page.getPort();
            int ownPort = authority.port() <= 0 ? usual : authority.port();
            return pagePort == ownPort && authority.host().equalsIgnoreCase(page.getHost());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean open(String path) {
        return sessions == null || !path.startsWith("/api/") || OPEN_API.contains(path);
    }

    private boolean known(HttpServerRequest request) {
        if (sessions == null) {
            return true;
        }
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return sessions.isToken(authorization.substring(7).strip());
        }
        Cookie cookie = request.getCookie(Sessions.COOKIE);
        return cookie != null && sessions.isOpen(cookie.getValue());
    }

    private static boolean isOwnName(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.matches("127(\\.\\d{1,3}){3}")
                || name.equals("::1")
                || name.equals("[::1]");
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new StageException(
                    Stage.WEB,
                    "unknown-host",
                    "There is no address "
                            + host
                            + " to listen on: use 127.0.0.1 or an address"
                            + " of this computer",
                    e);
        }
    }
}

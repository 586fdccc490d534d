package dev.andon.hub.web;

import dev.andon.config.Secret;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

import java.util.Set;

/// Lets administrators in, by their token. Open to all are enrolment (a code is shown there), the
/// contract and the health.
final class Gate implements Handler<RoutingContext> {
    static final Set<String> OPEN = Set.of("/api/v1/enrol", "/api/v1/health", "/openapi.yaml");
    private static final String BEARER = "Bearer ";

    private final Secret token;

    Gate(Secret token) {
        this.token = token;
    }

    @Override
    public void handle(RoutingContext context) {
        String shown = context.request().getHeader("Authorization");
        if (OPEN.contains(context.request().path()) || shown != null && isToken(shown)) {
            context.next();
            return;
        }
        context.response().putHeader("WWW-Authenticate", "Bearer realm=\"andon-hub\"");
        throw new Problem(
                        401,
                        "token-needed",
                        "The hub asks for its administrator's token.",
                        "Authorization",
                        "Send what the file admin-token in the hub's folder holds:"
                                + " 'Authorization: Bearer TOKEN'.")
                .refused();
    }

    private boolean isToken(String shown) {
        return shown.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && token.matches(shown.substring(BEARER.length()).strip());
    }
}

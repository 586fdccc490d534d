package dev.andon.node.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import java.util.Map;

/// The node's own page: a fixed handful of files, held in memory. Nothing is loaded from elsewhere
/// and no script stands in the page itself; the browser is told to hold both.
final class Page {
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " media-src 'self' blob:; connect-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "svg", "image/svg+xml");

    private static final Map<String, String> FILES =
            Map.of(
                    "/", "index.html",
                    "/andon.css", "andon.css",
                    "/andon.js", "andon.js",
                    "/voice.js", "voice.js",
                    "/answer.js", "answer.js",
                    "/capture-worklet.js", "capture-worklet.js",
                    "/andon.svg", "andon.svg");

    private Page() {}

    static void mount(Router router) {
        FILES.forEach((path, file) -> mount(router, path, file));
    }

    /// Headers of every response.
    static void harden(RoutingContext context) {
        context.response()
                .putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Permissions-Policy", "microphone=(self), camera=(), geolocation=()");
        context.next();
    }

    private static void mount(Router router, String path, String file) {
        Buffer content = Contract.resource("page/" + file);
        String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        router.get(path)
                .handler(
                        context ->
                                context.response()
                                        .putHeader("Content-Type", type)
                                        .putHeader("Cache-Control", "no-cache")
                                        .end(content));
    }
}

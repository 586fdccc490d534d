package dev.andon.hub.web;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;

/// The routes, made from `openapi.yaml` and the rooms. The event loop only reads and writes; what
/// waits runs on a virtual thread.
final class HubVerticle extends VerticleBase {
    /// The operation that this class serves itself.
    private static final String CONTRACT = "contract";

    private static final int IDLE_SECONDS_MAX = 120;

    private final Contract contract = Contract.load();
    private final WebSettings settings;
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final ExecutorService threads;
    private @Nullable HttpServer server;

    HubVerticle(WebSettings settings, List<Operations> rooms, ExecutorService threads) {
        this.settings = settings;
        this.threads = threads;
        rooms.forEach(room -> operations.putAll(room.operations()));
    }

    @Override
    public Future<?> start() {
        return contract.open(vertx).map(this::router).compose(this::listen);
    }

    /// The bound port.
    int port() {
        return server == null ? 0 : server.actualPort();
    }

    private Router router(OpenAPIContract open) {
        refuseGaps(open);
        RouterBuilder routes = RouterBuilder.create(vertx, open);
        routes.rootHandler(HubVerticle::hold);
        routes.rootHandler(new Gate(settings.token()));
        OperationHandler.Room room = new OperationHandler.Room(vertx, threads, settings.uploads());
        operations.forEach(
                (id, operation) ->
                        routes.getRoute(id)
                                .setDoSecurity(false)
                                .addHandler(new OperationHandler(room, operation)));
        routes.getRoute(CONTRACT).setDoSecurity(false).addHandler(this::sendContract);
        Router router = routes.createRouter();
        FailureHandler failures = new FailureHandler();
        router.route().failureHandler(failures);
        router.errorHandler(404, failures).errorHandler(405, failures);
        return router;
    }

    /// What is promised is served, and what is served is promised.
    private void refuseGaps(OpenAPIContract open) {
        Set<String> promised = new TreeSet<>();
        open.operations().forEach(each -> promised.add(each.getOperationId()));
        Set<String> served = new TreeSet<>(operations.keySet());
        served.add(CONTRACT);
        if (!promised.equals(served)) {
            throw new IllegalStateException(
                    "openapi.yaml promises %s, and %s are served".formatted(promised, served));
        }
    }

    /// The body waits until it is known what becomes of it.
    private static void hold(RoutingContext context) {
        context.request().pause();
        context.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .putHeader("Strict-Transport-Security", "max-age=31536000");
        context.next();
    }

    private void sendContract(RoutingContext context) {
        context.request().resume();
        context.response().putHeader("Content-Type", "application/yaml").end(contract.yaml());
    }

    private Future<HttpServer> listen(Router router) {
        HttpServerOptions options =
                new HttpServerOptions()
                        .setUseAlpn(false)
                        .setCompressionSupported(true)
                        .setIdleTimeout(IDLE_SECONDS_MAX)
                        .setSsl(true)
                        .setKeyCertOptions(
                                new PemKeyCertOptions()
                                        .setCertPath(settings.certificate().toString())
                                        .setKeyPath(settings.key().toString()));
        return vertx.createHttpServer(options)
                .requestHandler(router)
                .listen(settings.port(), settings.host())
                .onSuccess(bound -> server = bound);
    }
}

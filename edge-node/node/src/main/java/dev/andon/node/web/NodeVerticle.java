package dev.andon.node.web;

import dev.andon.knowledge.corpus.PageOfManual;
import dev.andon.node.web.WebSettings.Tls;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The routes: one line per operation of `openapi.yaml`. The event loop only reads and writes; what
/// waits runs on a virtual thread.
final class NodeVerticle extends VerticleBase {
    private static final long FORGET_EVERY_MS = 10_000;

    private final Contract contract = Contract.load();
    private final NodeServices services;
    private final WebSettings settings;
    private final WebLimits limits;
    private final ExecutorService threads;
    private final TurnSlots slots;
    private final KeptReplies replies;
    private final Conversations conversations;
    private final Api api;
    private final IncidentApi incidents;
    private final @Nullable Sessions sessions;
    private final AtomicInteger connections = new AtomicInteger();
    private @Nullable HttpServer server;

    NodeVerticle(NodeServices services, WebSettings settings, ExecutorService threads) {
        this.services = services;
        this.settings = settings;
        this.limits = settings.limits();
        this.threads = threads;
        this.slots = new TurnSlots(limits.turnsMax());
        this.replies = new KeptReplies(limits, NodeVerticle::monotonicMs);
        this.conversations =
                new Conversations(services.conversations(), limits, NodeVerticle::monotonicMs);
        this.api = new Api(services, slots, replies, conversations, limits);
        this.incidents = new IncidentApi(services.incidents());
        this.sessions =
                settings.token() == null
                        ? null
                        : new Sessions(
                                settings.token(),
                                settings.tls() != null,
                                limits,
                                NodeVerticle::monotonicMs);
    }

    @Override
    public Future<?> start() {
        vertx.setPeriodic(FORGET_EVERY_MS, _ -> replies.forgetOld());
        return contract.open(vertx).map(this::router).compose(this::listen);
    }

    /// Whether nobody is being answered.
    boolean idle() {
        return slots.idle();
    }

    /// The bound port.
    int port() {
        return server == null ? 0 : server.actualPort();
    }

    private Router router(OpenAPIContract open) {
        RouterBuilder routes = RouterBuilder.create(vertx, open);
        routes.rootHandler(Page::harden);
        routes.rootHandler(new Gate(settings, sessions));
        routes.rootHandler(new UploadHandler(limits.bodyBytesMax()));
        json(routes, "ask", this::ask);
        json(routes, "machines", _ -> api.machines());
        json(routes, "manuals", _ -> api.manuals());
        incidents(routes);
        json(routes, "health", _ -> api.health());
        json(routes, "ready", _ -> api.ready());
        json(routes, "live", _ -> "{\"status\":\"live\"}");
        on(routes, "audio", c -> send(c, "audio/wav", api.audio(c.pathParam("id"))));
        on(routes, "picture", this::picture);
        on(routes, "contract", c -> send(c, "application/yaml", contract.yaml()));
        on(routes, "openSession", this::openSession);
        on(routes, "voice", this::upgrade);
        // Validation takes a tick, and by then the request can no longer become a WebSocket.
        routes.getRoute("voice").setDoValidation(false);
        Router router = routes.createRouter();
        Page.mount(router);
        FailureHandler failures = new FailureHandler();
        router.route().failureHandler(failures);
        router.errorHandler(404, failures).errorHandler(405, failures);
        return router;
    }

    private String ask(RoutingContext context) {
        HttpServerRequest request = context.request();
        return api.ask(
                UploadHandler.of(context),
                request.getParam("machine"),
                request.getParam("conversation"));
    }

    private void incidents(RouterBuilder routes) {
        json(routes, "incidents", c -> incidents.list(c.request()::getParam));
        json(routes, "openIncident", c -> incidents.open(UploadHandler.of(c).body()));
        json(routes, "incident", c -> incidents.find(c.pathParam("id")));
        json(
                routes,
                "markIncident",
                c -> incidents.mark(c.pathParam("id"), UploadHandler.of(c).body()));
        json(routes, "withdrawIncident", c -> incidents.withdraw(c.pathParam("id")));
    }

    private static void on(RouterBuilder routes, String operation, Consumer<RoutingContext> act) {
        routes.getRoute(operation).setDoSecurity(false).addHandler(act::accept);
    }

    private void json(RouterBuilder routes, String operation, JsonOperation act) {
        on(
                routes,
                operation,
                context ->
                        later(context, () -> Buffer.buffer(act.answer(context)))
                                .onSuccess(body -> send(context, "application/json", body))
                                .onFailure(context::fail));
    }

    private void picture(RoutingContext context) {
        HttpServerRequest asked = context.request();
        PageOfManual page =
                new PageOfManual(
                        context.pathParam("manual"),
                        asked.getParam("revision"),
                        asked.getParam("language"),
                        Integer.parseInt(context.pathParam("page")));
        later(context, () -> api.picture(page))
                .onSuccess(png -> send(context, "image/png", png))
                .onFailure(context::fail);
    }

    /// Works on a virtual thread, which is interrupted if the client leaves before the end.
    private Future<Buffer> later(RoutingContext context, Supplier<Buffer> work) {
        AtomicReference<Thread> worker = new AtomicReference<>();
        context.response()
                .closeHandler(
                        _ -> {
                            Thread thread = worker.get();
                            if (thread != null && !context.response().ended()) {
                                thread.interrupt();
                            }
                        });
        return Future.fromCompletionStage(
                CompletableFuture.supplyAsync(
                        () -> {
                            worker.set(Thread.currentThread());
                            return work.get();
                        },
                        threads),
                vertx.getOrCreateContext());
    }

    private static void send(RoutingContext context, String type, Buffer body) {
        context.response()
                .putHeader("Content-Type", type)
                .putHeader("Cache-Control", "no-store")
                .end(body);
    }

    private void openSession(RoutingContext context) {
        if (sessions != null) {
            context.response().addCookie(sessions.open(token(UploadHandler.of(context).body())));
        }
        context.response().setStatusCode(204).end();
    }

    private static String token(Buffer body) {
        try {
            return String.valueOf(body.toJsonObject().getValue("token"));
        } catch (DecodeException e) {
            return "";
        }
    }

    private void upgrade(RoutingContext context) {
        if (context.request().getHeader("Upgrade") == null) {
            throw new Problem(
                            426,
                            "websocket-needed",
                            "This is a WebSocket.",
                            "Upgrade",
                            "Connect with a WebSocket client.")
                    .refused();
        }
        TurnRunner conversation = conversation(context.request().getParam("conversation"));
        if (connections.incrementAndGet() > limits.connectionsMax()) {
            connections.decrementAndGet();
            throw new Problem(
                            503,
                            "too-many-connections",
                            "Too many are talking to this node.",
                            "connections",
                            "Try again in a few seconds.")
                    .refused();
        }
        context.request()
                .toWebSocket()
                .onSuccess(socket -> talk(socket, conversation))
                .onFailure(
                        failure -> {
                            connections.decrementAndGet();
                            context.fail(failure);
                        });
    }

    /// @throws Problem.Refused it is no id
    private TurnRunner conversation(@Nullable String id) {
        if (id != null && !Conversations.ID.matcher(id).matches()) {
            throw new Problem(
                            400,
                            "invalid-conversation",
                            "'" + id + "' is no id of a conversation.",
                            "conversation",
                            "Take a UUID: 8 to 64 letters, digits and hyphens.")
                    .refused();
        }
        return conversations.of(id);
    }

    private void talk(ServerWebSocket socket, TurnRunner conversation) {
        VoiceSocket voice = new VoiceSocket(socket, conversation, slots, limits);
        threads.execute(
                () -> {
                    try {
                        voice.serve();
                    } finally {
                        connections.decrementAndGet();
                    }
                });
    }

    private Future<HttpServer> listen(Router router) {
        return vertx.createHttpServer(options())
                .requestHandler(router)
                .listen(settings.port(), settings.host())
                .onSuccess(bound -> server = bound);
    }

    private HttpServerOptions options() {
        HttpServerOptions options =
                new HttpServerOptions()
                        .setHttp2ClearTextEnabled(false)
                        .setUseAlpn(false)
                        .setCompressionSupported(true)
                        .setIdleTimeout(limits.idleSecondsMax())
                        .setMaxWebSocketFrameSize(limits.frameBytesMax())
                        .setMaxWebSocketMessageSize(limits.frameBytesMax())
                        .setPerMessageWebSocketCompressionSupported(false)
                        .setPerFrameWebSocketCompressionSupported(false);
        Tls tls = settings.tls();
        return tls == null
                ? options
                : options.setSsl(true)
                        .setKeyCertOptions(
                                new PemKeyCertOptions()
                                        .setCertPath(tls.certificate().toString())
                                        .setKeyPath(tls.key().toString()));
    }

    private static long monotonicMs() {
        return System.nanoTime() / 1_000_000;
    }

    /// Makes the JSON of a response, on a virtual thread.
    private interface JsonOperation {
        String answer(RoutingContext context);
    }
}

package dev.andon.node.web;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.node.web.WebSettings.Tls;

import io.vertx.core.Vertx;

import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// The node on the network: the page, the API and the voice socket.
///
/// ```java
/// try (NodeServer server = NodeServer.start(services, WebSettings.LOOPBACK)) {
///     say("http://127.0.0.1:" + server.port());
/// }
/// ```
public final class NodeServer implements AutoCloseable {
    private static final long CLOSE_MS_MAX = 5_000;

    private final Vertx vertx;
    private final ExecutorService threads;
    private final NodeVerticle verticle;
    private final WebSettings settings;

    private NodeServer(
            Vertx vertx, ExecutorService threads, NodeVerticle verticle, WebSettings settings) {
        this.vertx = vertx;
        this.threads = threads;
        this.verticle = verticle;
        this.settings = settings;
    }

    /// Listens when this returns.
    ///
    /// @throws StageException `web`: `unsafe-binding`, `tls-missing`, `port-taken`,
    ///     `cannot-listen`
    public static NodeServer start(NodeServices services, WebSettings settings) {
        Gate.refuseUnsafe(settings);
        refuseMissing(settings);
        Vertx vertx = Vertx.vertx();
        ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("web-", 0).factory());
        NodeVerticle verticle = new NodeVerticle(services, settings, threads);
        NodeServer server = new NodeServer(vertx, threads, verticle, settings);
        try {
            vertx.deployVerticle(verticle).toCompletionStage().toCompletableFuture().join();
            return server;
        } catch (CompletionException e) {
            server.close();
            throw cannotListen(settings, e);
        }
    }

    /// The bound port.
    public int port() {
        return verticle.port();
    }

    /// Whether nobody is being answered at this moment.
    public boolean idle() {
        return verticle.idle();
    }

    /// What a browser on this computer opens, such as `http://127.0.0.1:8080/`.
    public String address() {
        String scheme = settings.tls() == null ? "http" : "https";
        return scheme + "://" + settings.host() + ":" + port() + "/";
    }

    /// Ends every connection and every turn that still runs.
    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        threads.shutdownNow();
        try {
            threads.awaitTermination(CLOSE_MS_MAX, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void refuseMissing(WebSettings settings) {
        Tls tls = settings.tls();
        if (tls != null) {
            refuseMissing(tls.certificate());
            refuseMissing(tls.key());
        }
    }

    private static void refuseMissing(Path pem) {
        if (!Files.isReadable(pem)) {
            throw new StageException(
                    Stage.WEB,
                    "tls-missing",
                    "The TLS file " + pem + " cannot be read: check the path and its permissions");
        }
    }

    private static StageException cannotListen(WebSettings settings, CompletionException e) {
        String place = settings.host() + ":" + settings.port();
        if (e.getCause() instanceof BindException) {
            return new StageException(
                    Stage.WEB,
                    "port-taken",
                    "Andon cannot listen on "
                            + place
                            + ": stop the other program there, or choose another port",
                    e);
        }
        return new StageException(
                Stage.WEB,
                "cannot-listen",
                "Andon cannot listen on " + place + ": check the address and the TLS files",
                e);
    }
}

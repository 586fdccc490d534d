package dev.andon.hub.web;

import io.vertx.core.Vertx;

import java.net.BindException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// The hub on the network: its API over HTTPS.
public final class HubServer implements AutoCloseable {
    private static final long CLOSE_MS_MAX = 5_000;

    private final Vertx vertx;
    private final ExecutorService threads;
    private final HubVerticle verticle;

    private HubServer(Vertx vertx, ExecutorService threads, HubVerticle verticle) {
        this.vertx = vertx;
        this.threads = threads;
        this.verticle = verticle;
    }

    /// Listens when this returns.
    ///
    /// @param rooms whose operations together are those of `openapi.yaml`
    /// @throws WebException `port-taken`, `cannot-listen`
    public static HubServer start(WebSettings settings, List<Operations> rooms) {
        Uploads.sweep(settings.uploads());
        Vertx vertx = Vertx.vertx();
        ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("web-", 0).factory());
        HubVerticle verticle = new HubVerticle(settings, rooms, threads);
        HubServer server = new HubServer(vertx, threads, verticle);
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

    /// Ends every connection and the work that still runs for one.
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

    private static RuntimeException cannotListen(WebSettings settings, CompletionException e) {
        String place = settings.host() + ":" + settings.port();
        if (e.getCause() instanceof IllegalStateException broken) {
            return broken;
        }
        boolean taken = e.getCause() instanceof BindException;
        return new WebException(
                taken ? "port-taken" : "cannot-listen",
                "The hub cannot listen on %s (%s): stop the other program there, or choose another with web.host and web.port."
                        .formatted(place, e.getMessage()),
                e);
    }
}

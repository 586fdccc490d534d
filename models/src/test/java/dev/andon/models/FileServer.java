package dev.andon.models;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A real HTTP server on loopback that can be told to misbehave.
final class FileServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<String> ranges = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /// How many of the next answers are cut after half of what they should bring.
    final AtomicInteger cuts = new AtomicInteger();

    /// How many of the next answers bring half and then nothing, with the line left open.
    final AtomicInteger stalls = new AtomicInteger();

    /// How many of the next requests are answered with 503.
    final AtomicInteger busy = new AtomicInteger();

    volatile boolean understandsRange = true;
    volatile String etag = "\"one\"";

    FileServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.createContext("/moved/", this::redirect);
        server.start();
    }

    FileServer with(String path, byte[] content) {
        files.put("/" + path, content);
        return this;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// The Range header of each request; empty for none.
    List<String> ranges() {
        return ranges;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void redirect(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().getPath().substring("/moved".length());
        exchange.getResponseHeaders().add("Location", target);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] content = files.get(exchange.getRequestURI().getPath());
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(range == null ? "" : range);
        if (content == null || busy.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            exchange.sendResponseHeaders(content == null ? 404 : 503, -1);
            exchange.close();
            return;
        }
        String edition = exchange.getRequestHeaders().getFirst("If-Range");
        boolean sameEdition = edition == null || edition.equals(etag);
        int from =
                range != null && understandsRange && sameEdition
                        ? Integer.parseInt(range.replaceAll("[^0-9]", ""))
                        : 0;
        exchange.getResponseHeaders().add("ETag", etag);
        if (from > 0) {
            exchange.getResponseHeaders()
                    .add(
                            "Content-Range",
                            "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
        send(exchange, content, from);
    }

    private void send(HttpExchange exchange, byte[] content, int from) throws IOException {
        boolean cut = cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        boolean stall = stalls.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        int count = cut || stall ? (content.length - from) / 2 : content.length - from;
        OutputStream out = exchange.getResponseBody();
        out.write(content, from, count);
        out.flush();
        if (stall) {
            waitUntilClosed();
        }
        // Closing with bytes owed cuts the connection.
        exchange.close();
    }

    private void waitUntilClosed() {
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

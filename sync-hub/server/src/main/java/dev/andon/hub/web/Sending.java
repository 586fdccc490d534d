package dev.andon.hub.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Sends an answer from the virtual thread of its work.
final class Sending {
    /// For a client to take one document or line.
    private static final long WRITE_SECONDS_MAX = 60;

    /// ... or a whole file; a client that takes nothing is cut off earlier, as idle.
    private static final long FILE_SECONDS_MAX = 4 * 3_600;

    private final Vertx vertx;
    private final RoutingContext context;
    private final HttpServerResponse response;

    Sending(Vertx vertx, RoutingContext context) {
        this.vertx = vertx;
        this.context = context;
        this.response = context.response();
    }

    void send(Answer answer) {
        response.putHeader("Cache-Control", "no-store");
        switch (answer) {
            case Answer.Document(int status, Object value) -> {
                response.setStatusCode(status).putHeader("Content-Type", "application/json");
                write(() -> response.end(Buffer.buffer(Json.bytes(value))));
            }
            case Answer.Nothing() -> write(() -> response.setStatusCode(204).end());
            case Answer.Lines lines -> lines(lines);
            case Answer.Download download -> download(download);
        }
    }

    private void lines(Answer.Lines lines) {
        response.setChunked(true).putHeader("Content-Type", "application/x-ndjson");
        try {
            lines.work().accept(this::line);
        } catch (RuntimeException failure) {
            if (!response.headWritten()) {
                throw failure;
            }
            String where = FailureHandler.where(context);
            line(Map.of("problem", FailureHandler.of(where, failure).fields()));
        }
        write(response::end);
    }

    private void line(Object value) {
        Buffer line = Buffer.buffer(Json.bytes(value)).appendByte((byte) '\n');
        write(() -> response.write(line));
    }

    private void download(Answer.Download download) {
        response.putHeader("Content-Type", download.type())
                .putHeader(
                        "Content-Disposition",
                        "attachment; filename=\"" + download.name().replace('"', '_') + '"');
        try {
            write(() -> response.sendFile(download.file().toString()), FILE_SECONDS_MAX);
        } finally {
            if (download.passing()) {
                Uploads.delete(download.file());
            }
        }
    }

    private void write(Supplier<Future<Void>> writing) {
        write(writing, WRITE_SECONDS_MAX);
    }

    /// On the event loop; waits for it, so that a slow client slows the work and not the memory.
    private void write(Supplier<Future<Void>> writing, long secondsMax) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        vertx.runOnContext(
                _ -> {
                    try {
                        writing.get()
                                .onSuccess(written::complete)
                                .onFailure(written::completeExceptionally);
                    } catch (IllegalStateException closed) {
                        written.completeExceptionally(closed);
                    }
                });
        try {
            written.orTimeout(secondsMax, TimeUnit.SECONDS).join();
        } catch (CompletionException gone) {
            throw new ClientGone(gone);
        }
    }

    /// The client does not take the answer.
    static final class ClientGone extends RuntimeException {
        private static final long serialVersionUID = 1;

        ClientGone(Throwable cause) {
            super("the client does not take the answer", cause, false, false);
        }
    }
}

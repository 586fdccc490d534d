package dev.andon.hub.web;

import dev.andon.hub.web.OperationHandler.Room;
import dev.andon.hub.web.OperationHandler.Taken;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import java.nio.file.Path;

/// One body coming in, which was held back until now.
final class BodyReading {
    private final Room room;
    private final Operation operation;
    private final RoutingContext context;
    private final HttpServerRequest request;
    private final Promise<Taken> done = Promise.promise();
    private long bytes;

    BodyReading(Room room, Operation operation, RoutingContext context) {
        this.room = room;
        this.operation = operation;
        this.context = context;
        this.request = context.request();
    }

    Future<Taken> taken() {
        if (declaredBytes() > operation.bytesMax() && operation.body() != Operation.Body.NONE) {
            return Future.failedFuture(tooLarge());
        }
        request.exceptionHandler(done::tryFail);
        switch (operation.body()) {
            case NONE -> {
                request.resume();
                done.complete(Taken.NOTHING);
            }
            case MEMORY -> intoMemory();
            case FILE -> intoFile();
        }
        return done.future();
    }

    private void intoMemory() {
        Buffer whole = Buffer.buffer();
        request.handler(
                piece -> {
                    if (fits(piece)) {
                        whole.appendBuffer(piece);
                    }
                });
        request.endHandler(_ -> done.tryComplete(new Taken(whole.getBytes(), null)));
        request.resume();
    }

    private void intoFile() {
        Path file = Uploads.create(room.uploads());
        done.future().onFailure(_ -> Uploads.delete(file));
        room.vertx()
                .fileSystem()
                .open(file.toString(), new OpenOptions().setWrite(true))
                .onFailure(done::tryFail)
                .onSuccess(open -> copy(file, open));
    }

    private void copy(Path file, AsyncFile open) {
        request.handler(
                piece -> {
                    if (fits(piece)) {
                        open.write(piece).onFailure(done::tryFail);
                        if (open.writeQueueFull()) {
                            request.pause();
                            open.drainHandler(_ -> request.resume());
                        }
                    }
                });
        request.endHandler(
                _ ->
                        open.close()
                                .onSuccess(_ -> done.tryComplete(new Taken(new byte[0], file)))
                                .onFailure(done::tryFail));
        request.resume();
    }

    /// What comes after the limit is thrown away, so that the client comes to read the answer.
    private boolean fits(Buffer piece) {
        bytes += piece.length();
        if (bytes > operation.bytesMax()) {
            done.tryFail(tooLarge());
        }
        return bytes <= operation.bytesMax();
    }

    private long declaredBytes() {
        String length = request.getHeader("Content-Length");
        return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
    }

    private Problem.Refused tooLarge() {
        context.response().putHeader("Connection", "close");
        long kib = operation.bytesMax() >> 10;
        String limit = kib < 10_240 ? kib + " KiB" : (kib >> 10) + " MiB";
        return new Problem(413, "too-large", "The body is larger than " + limit + ".", "body", null)
                .refused();
    }
}

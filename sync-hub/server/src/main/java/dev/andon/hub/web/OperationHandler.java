package dev.andon.hub.web;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future.State;
import java.util.concurrent.FutureTask;

/// Takes the body, has the work done on a virtual thread, sends the answer.
final class OperationHandler implements Handler<RoutingContext> {
    private final Room room;
    private final Operation operation;

    OperationHandler(Room room, Operation operation) {
        this.room = room;
        this.operation = operation;
    }

    /// Where the work is done.
    ///
    /// @param threads a virtual one for each request
    /// @param uploads folder of bodies on their way
    record Room(Vertx vertx, ExecutorService threads, Path uploads) {}

    /// A body that has come in.
    record Taken(byte[] bytes, @Nullable Path file) {
        static final Taken NOTHING = new Taken(new byte[0], null);
    }

    @Override
    public void handle(RoutingContext context) {
        new BodyReading(room, operation, context)
                .taken()
                .onSuccess(taken -> work(context, taken))
                .onFailure(context::fail);
    }

    private void work(RoutingContext context, Taken taken) {
        Call call = call(context, taken);
        Sending sending = new Sending(room.vertx(), context);
        FutureTask<Void> task =
                new FutureTask<>(
                        () -> {
                            try {
                                sending.send(operation.work().apply(call));
                            } finally {
                                Uploads.delete(taken.file());
                            }
                        },
                        null);
        context.response().closeHandler(_ -> cancel(context, task));
        room.threads()
                .execute(
                        () -> {
                            task.run();
                            tell(context, task);
                        });
    }

    /// The client left: nobody waits for the answer.
    private static void cancel(RoutingContext context, FutureTask<Void> task) {
        if (!context.response().ended()) {
            task.cancel(true);
        }
    }

    private void tell(RoutingContext context, FutureTask<Void> task) {
        if (task.state() == State.FAILED) {
            Throwable failure = task.exceptionNow();
            room.vertx().runOnContext(_ -> context.fail(failure));
        }
    }

    private static Call call(RoutingContext context, Taken taken) {
        HttpServerRequest request = context.request();
        Map<String, String> query = new LinkedHashMap<>();
        request.params().forEach(entry -> query.putIfAbsent(entry.getKey(), entry.getValue()));
        String remote =
                request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
        return new Call(
                context.pathParams(),
                query,
                remote == null ? "" : remote,
                taken.bytes(),
                taken.file());
    }
}

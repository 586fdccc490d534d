package dev.andon.hub.web;

import dev.andon.hub.store.StoreException;
import dev.andon.mqtt.MqttFailure;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.openapi.validation.ValidatorException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CompletionException;

/// The one place where a failed request becomes a response. A client never sees a stack trace.
final class FailureHandler implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);
    private static final String SEE = "See /openapi.yaml for what is accepted.";

    @Override
    public void handle(RoutingContext context) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        if (context.failure() instanceof Sending.ClientGone) {
            context.response().reset();
            return;
        }
        Problem problem = problem(context, context.failure());
        if (problem.status() == 429 || problem.status() == 503) {
            context.response().putHeader("Retry-After", "5");
        }
        // What is left of the body is thrown away, so that the client comes to read the answer.
        context.request().resume();
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(Buffer.buffer(Json.bytes(problem.fields())));
    }

    private static Problem problem(RoutingContext context, @Nullable Throwable failure) {
        String where = where(context);
        return switch (failure) {
            case HttpException http when http.getCause() instanceof ValidatorException e ->
                    invalid(where, e);
            case ValidatorException e -> invalid(where, e);
            case null -> ofStatus(where, context.statusCode());
            case HttpException http -> ofStatus(where, http.getStatusCode());
            default -> of(where, failure);
        };
    }

    /// Of what the work threw.
    static Problem of(String where, Throwable failure) {
        return switch (failure) {
            case CompletionException e when e.getCause() != null -> of(where, e.getCause());
            case Problem.Refused refused -> refused.problem();
            case StoreException store -> unavailable("store-" + store.code(), store, where);
            case MqttFailure mqtt -> unavailable("broker-" + mqtt.code(), mqtt, where);
            default -> broken(where, failure);
        };
    }

    private static Problem unavailable(String code, RuntimeException failure, String where) {
        return new Problem(503, code, String.valueOf(failure.getMessage()), where, null);
    }

    private static Problem invalid(String where, ValidatorException e) {
        return new Problem(400, "invalid-request", String.valueOf(e.getMessage()), where, SEE);
    }

    private static Problem ofStatus(String where, int status) {
        int known = status < 400 ? 500 : status;
        String what = known == 404 ? "There is no such address." : "Refused.";
        String code = known == 404 ? "not-found" : "http-" + known;
        return new Problem(known, code, what, where, SEE);
    }

    private static Problem broken(String where, Throwable failure) {
        LOG.error("A request broke: {}", where, failure);
        return new Problem(
                500,
                "broken",
                "The hub broke while serving this request.",
                where,
                "Try again; if it stays, look into the hub's log.");
    }

    static String where(RoutingContext context) {
        return context.request().method() + " " + context.request().path();
    }
}

package dev.andon.node.web;

import dev.andon.knowledge.StageException;
import dev.andon.node.incident.IncidentException;

import io.vertx.core.Handler;
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

    @Override
    public void handle(RoutingContext context) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        Problem problem = problem(context, cause(context.failure()));
        if (problem.status() == 429 || problem.status() == 503) {
            context.response().putHeader("Retry-After", "5");
        }
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(problem.toJson().encode());
    }

    private static @Nullable Throwable cause(@Nullable Throwable failure) {
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }

    private static Problem problem(RoutingContext context, @Nullable Throwable failure) {
        return switch (failure) {
            case Problem.Refused refused -> refused.problem();
            case StageException stage -> Problem.of(stage);
            case IncidentException refused -> Problem.of(refused);
            case HttpException http when http.getCause() instanceof ValidatorException e ->
                    invalid(context, e);
            case ValidatorException e -> invalid(context, e);
            case null -> ofStatus(context, context.statusCode());
            case HttpException http -> ofStatus(context, http.getStatusCode());
            default -> broken(context, failure);
        };
    }

    private static Problem invalid(RoutingContext context, ValidatorException e) {
        return new Problem(
                400, "invalid-request", String.valueOf(e.getMessage()), where(context), SEE);
    }

    private static final String SEE = "See /openapi.yaml for what is accepted.";

    private static Problem ofStatus(RoutingContext context, int status) {
        int known = status < 400 ? 500 : status;
        return new Problem(
                known,
                known == 404 ? "not-found" : "http-" + known,
                known == 404 ? "There is no " + context.request().path() + "." : "Refused.",
                where(context),
                SEE);
    }

    private static Problem broken(RoutingContext context, Throwable failure) {
        LOG.error("A request broke: {}", where(context), failure);
        return new Problem(
                500,
                "broken",
                "Andon broke while serving this request.",
                where(context),
                "Try again; if it stays, look into the node's log.");
    }

    private static String where(RoutingContext context) {
        return context.request().method() + " " + context.request().path();
    }
}

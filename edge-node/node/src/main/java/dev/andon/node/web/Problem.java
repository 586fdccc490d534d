package dev.andon.node.web;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.node.incident.IncidentException;
import dev.andon.node.turn.TurnReport.FailurePart;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

/// What a client is told when a request cannot be served (RFC 9457).
///
/// @param status of HTTP
/// @param code stable, for programs
/// @param what is wrong, a sentence for a person
/// @param where in the request or in the node
/// @param mend what the person can do; null if `what` says it
record Problem(int status, String code, String what, String where, @Nullable String mend) {
    static final String TYPE = "application/problem+json";

    static Problem of(StageException failure) {
        return of(FailurePart.of(failure));
    }

    static Problem of(FailurePart failure) {
        return new Problem(
                status(failure), failure.code(), failure.message(), failure.stage(), null);
    }

    static Problem of(IncidentException refused) {
        return new Problem(
                status(refused),
                refused.code(),
                String.valueOf(refused.getMessage()),
                "incident",
                null);
    }

    private static int status(IncidentException refused) {
        return switch (refused.code()) {
            case "unknown-incident" -> 404;
            case "id-taken",
                    "already-restored",
                    "withdrawn",
                    "retracted",
                    "last-milestone",
                    "too-many-milestones" ->
                    409;
            default -> 422;
        };
    }

    JsonObject toJson() {
        JsonObject json =
                new JsonObject()
                        .put("type", "urn:andon:problem:" + code)
                        .put("title", title())
                        .put("status", status)
                        .put("code", code)
                        .put("detail", mend == null ? what : what + " " + mend)
                        .put("where", where);
        return mend == null ? json : json.put("mend", mend);
    }

    /// The recording's fault, or the node's.
    private static int status(FailurePart failure) {
        boolean recording =
                failure.stage().equals(Stage.AUDIO.label())
                        || failure.stage().equals(Stage.ENDPOINT.label());
        return recording ? 422 : 503;
    }

    private String title() {
        return switch (status) {
            case 400, 422 -> "The request cannot be understood";
            case 401 -> "The token is missing or wrong";
            case 403 -> "This request is not allowed";
            case 404 -> "There is nothing here";
            case 405 -> "This method is not offered here";
            case 409 -> "It contradicts what is recorded";
            case 413 -> "The request is too large";
            case 415 -> "This kind of body is not read";
            case 426 -> "This address speaks WebSocket";
            case 429 -> "Too many attempts";
            case 503 -> "The node cannot serve this now";
            default -> "The request failed";
        };
    }

    /// The problem as something to throw.
    Refused refused() {
        return new Refused(this);
    }

    /// Carries a problem to the failure handler.
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        private Refused(Problem problem) {
            super(problem.what, null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}

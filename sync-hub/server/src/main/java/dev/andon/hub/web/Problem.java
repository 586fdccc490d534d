package dev.andon.hub.web;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a client is told when a request cannot be served (RFC 9457).
///
/// @param status of HTTP
/// @param code stable, for programs
/// @param what is wrong, a sentence for a person
/// @param where in the request or in the hub
/// @param mend what the person can do; null if `what` says it
public record Problem(int status, String code, String what, String where, @Nullable String mend) {
    static final String TYPE = "application/problem+json";

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", "urn:andon:problem:" + code);
        fields.put("title", title());
        fields.put("status", status);
        fields.put("code", code);
        fields.put("detail", mend == null ? what : what + " " + mend);
        fields.put("where", where);
        if (mend != null) {
            fields.put("mend", mend);
        }
        return fields;
    }

    private String title() {
        return switch (status) {
            case 400, 422 -> "The request cannot be understood";
            case 401 -> "The token is missing or wrong";
            case 403 -> "This request is not allowed";
            case 404 -> "There is nothing here";
            case 405 -> "This method is not offered here";
            case 409 -> "This does not fit what there is";
            case 410 -> "This is not good any more";
            case 413 -> "The request is too large";
            case 429 -> "Too many attempts";
            case 503 -> "The hub cannot serve this now";
            case 504 -> "The node did not answer in time";
            default -> "The request failed";
        };
    }

    /// The problem as something to throw.
    public Refused refused() {
        return new Refused(this);
    }

    /// Carries a problem to the failure handler.
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        private Refused(Problem problem) {
            super(problem.what, null, false, false);
            this.problem = problem;
        }

        /// What to tell the client.
        Problem problem() {
            return problem;
        }
    }
}

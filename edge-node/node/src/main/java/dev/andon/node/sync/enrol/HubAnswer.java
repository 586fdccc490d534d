package dev.andon.node.sync.enrol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.node.sync.SyncException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;

import javax.net.ssl.SSLException;

/// What it means when a hub refuses, or when there is no answer at all: the cause and the mend.
final class HubAnswer {
    private static final JsonMapper JSON = new JsonMapper();

    private HubAnswer() {}

    /// No answer.
    static SyncException none(URI hub, IOException e) {
        if (caused(e, PinnedTrust.Stranger.class) != null) {
            return new SyncException(
                    "other-hub",
                    ("The server at %s is not the hub that made this code. Nothing was sent to it."
                         + " Look for a mistyped code or the address of another hub; if both are"
                         + " right, somebody stands between this node and the hub: tell whoever"
                         + " runs the network.")
                            .formatted(hub),
                    e);
        }
        PinnedTrust.OtherName name = caused(e, PinnedTrust.OtherName.class);
        if (name != null) {
            return new SyncException(
                    "other-name",
                    "The hub's certificate is not for %s (%s). Use a name that is in it, or add this one to web.names in the hub's hub.yaml and restart the hub."
                            .formatted(hub.getHost(), name.getMessage()),
                    e);
        }
        if (caused(e, CertPathValidatorException.class) != null
                || caused(e, CertificateException.class) != null) {
            return new SyncException(
                    "bad-certificate",
                    "The hub's certificate does not hold (%s). Look at the clocks of the hub and of this node, then restart the hub, which renews it."
                            .formatted(deepest(e)),
                    e);
        }
        return unreachable(hub, e);
    }

    private static SyncException unreachable(URI hub, IOException e) {
        String why;
        if (caused(e, UnresolvedAddressException.class) != null) {
            why = "its name is not known here. Look at the name, or use the address";
        } else if (e instanceof HttpTimeoutException) {
            why = "it does not answer in time. Look at the network and at firewalls";
        } else if (e instanceof ConnectException) {
            why = "nothing listens there. Look at the port, and whether andon hub serve runs";
        } else if (e instanceof SSLException) {
            why = "it does not speak TLS as a hub does (" + deepest(e) + "). Look at the port";
        } else {
            why = deepest(e) + ". Look at the address and the network";
        }
        return new SyncException(
                "unreachable", "Cannot reach the hub at %s: %s.".formatted(hub, why), e);
    }

    /// The hub says no.
    ///
    /// @param body a problem (RFC 9457) if it is an Andon hub
    static SyncException refusal(int status, String body) {
        JsonNode problem = problem(body);
        String code = problem.path("code").asText("refused");
        String detail = problem.path("detail").asText("");
        String mend =
                switch (status) {
                    case 401, 403, 404, 409, 410, 422 ->
                            "A code works once and for a day; make a new one on the hub: andon"
                                    + " fleet invite NODE.";
                    case 429 -> "Wait a minute, then try again.";
                    case 503 -> "Look at the hub, then try again; the code is still good.";
                    default -> "Look at the hub's log, and whether that address is a hub's.";
                };
        String said = detail.isEmpty() ? "." : ": " + detail;
        String more = detail.contains("andon fleet invite") ? "" : " " + mend;
        return new SyncException(
                code, "The hub refuses the enrolment (HTTP %d)%s%s".formatted(status, said, more));
    }

    private static JsonNode problem(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notAHub) {
            return JSON.createObjectNode();
        }
    }

    private static <T extends Throwable> @Nullable T caused(Throwable e, Class<T> type) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }

    private static String deepest(Throwable e) {
        Throwable last = e;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        String message = last.getMessage();
        return message == null ? last.getClass().getSimpleName() : message;
    }
}

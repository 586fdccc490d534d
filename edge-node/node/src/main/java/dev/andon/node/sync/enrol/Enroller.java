package dev.andon.node.sync.enrol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.node.sync.SyncException;
import dev.andon.protocol.signature.SigningKey;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/// Makes this node one of a hub's: over TLS that the code vouches for, before anything is sent.
public final class Enroller {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final int BODY_BYTES_MAX = 64 * 1024;

    private final EnrolmentFolder folder;

    /// @param folder where the enrolment is kept
    public Enroller(EnrolmentFolder folder) {
        this.folder = folder;
    }

    /// Enrols. Nothing is kept unless all of it worked; then the hub has used up the code.
    ///
    /// @param hub `https://host:port`
    /// @param code as typed
    /// @throws SyncException `wrong-address`, `wrong-code`, `other-hub`, `other-name`,
    ///     `unreachable`, `refused` or that of the hub's answer, `wrong-enrolment`, `not-written`
    public Enrolment enrol(String hub, EnrolmentCode code) {
        URI address = address(hub);
        SigningKey key = SigningKey.generate();
        HttpResponse<String> answer = ask(address, code, key);
        if (answer.statusCode() != 200 && answer.statusCode() != 201) {
            throw HubAnswer.refusal(answer.statusCode(), answer.body());
        }
        Enrolment enrolment = EnrolmentFolder.parse(answer.body());
        enrolment.trustedKeys();
        requireSame(enrolment, code);
        folder.write(enrolment, key);
        return enrolment;
    }

    private static void requireSame(Enrolment enrolment, EnrolmentCode code) {
        try {
            if (!code.names(enrolment.authority())) {
                throw Enrolment.wrong(
                        "the hub names another authority than the code",
                        new IllegalStateException(enrolment.toString()));
            }
        } catch (CertificateEncodingException e) {
            throw Enrolment.wrong("the authority's certificate cannot be read", e);
        }
    }

    private static HttpResponse<String> ask(URI hub, EnrolmentCode code, SigningKey key) {
        HttpRequest request =
                HttpRequest.newBuilder(hub.resolve("/api/v1/enrol"))
                        .timeout(ANSWER_MAX)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body(code, key)))
                        .build();
        try (HttpClient client =
                HttpClient.newBuilder()
                        .sslContext(new PinnedTrust(code).context())
                        .connectTimeout(CONNECT_MAX)
                        .build()) {
            return client.send(
                    request,
                    BodyHandlers.limiting(
                            BodyHandlers.ofString(StandardCharsets.UTF_8), BODY_BYTES_MAX));
        } catch (IOException e) {
            throw HubAnswer.none(hub, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SyncException("interrupted", "The enrolment was interrupted.", e);
        }
    }

    private static String body(EnrolmentCode code, SigningKey key) {
        String known = Base64.getEncoder().encodeToString(key.known());
        JsonNode tree = JSON.valueToTree(Map.of("code", code.text(), "publicKey", known));
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
    }

    private static URI address(String hub) {
        try {
            URI address = new URI(hub);
            if ("https".equals(address.getScheme()) && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new SyncException("wrong-address", wrongAddress(hub), e);
        }
        throw new SyncException("wrong-address", wrongAddress(hub));
    }

    private static String wrongAddress(String hub) {
        return "\"%s\" is not the address of a hub; it looks like https://hub.plant.example:8470."
                .formatted(hub);
    }
}

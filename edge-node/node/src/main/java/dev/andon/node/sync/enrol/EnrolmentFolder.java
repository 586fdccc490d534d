package dev.andon.node.sync.enrol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.config.Secret;
import dev.andon.node.sync.PrivateFile;
import dev.andon.node.sync.SyncException;
import dev.andon.protocol.signature.SigningKey;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Where an enrolment is kept, for this user alone: `enrolment.json`, and the node's own key in
/// `node.key`.
///
/// @param path of the folder; it need not exist
public record EnrolmentFolder(Path path) {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build();

    /// As the hub sends it and as it lies in the file. Shows the password.
    record Wire(
            String site,
            String node,
            String hub,
            String broker,
            String user,
            String password,
            String ca,
            List<String> keys) {
        static Wire of(Enrolment enrolment) {
            return new Wire(
                    enrolment.site(),
                    enrolment.node(),
                    enrolment.hub().toString(),
                    enrolment.broker().toString(),
                    enrolment.user(),
                    enrolment.password().reveal(),
                    enrolment.ca(),
                    enrolment.keys());
        }

        Enrolment enrolment() {
            return new Enrolment(
                    site,
                    node,
                    URI.create(hub),
                    URI.create(broker),
                    user,
                    new Secret(password),
                    ca,
                    keys);
        }

        @Override
        public String toString() {
            return "Wire[" + node + "]";
        }
    }

    /// The enrolment; empty if the node is not enrolled.
    ///
    /// @throws SyncException `wrong-enrolment`: the file is not what this class wrote
    public Optional<Enrolment> read() {
        try {
            return Optional.of(parse(Files.readString(file())));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw Enrolment.wrong(file() + " cannot be read", e);
        }
    }

    /// Reads what a hub sends.
    static Enrolment parse(String json) {
        try {
            return JSON.readValue(json, Wire.class).enrolment();
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw Enrolment.wrong("it is not what a hub writes", e);
        }
    }

    /// Keeps an enrolment and the key that the node enrolled with.
    ///
    /// @throws SyncException `not-written`
    void write(Enrolment enrolment, SigningKey key) {
        PrivateFile.write(key(), pem(key).getBytes(StandardCharsets.US_ASCII), true);
        try {
            String json =
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(Wire.of(enrolment));
            PrivateFile.write(file(), json.getBytes(StandardCharsets.UTF_8), true);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record is always JSON", e);
        }
    }

    /// Forgets the hub. What waits for it stays.
    ///
    /// @return whether there was an enrolment
    public boolean forget() {
        try {
            Files.deleteIfExists(key());
            Files.deleteIfExists(path.resolve("contact.json"));
            return Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new SyncException(
                    "not-written",
                    "Cannot delete what is in %s (%s).".formatted(path, e.getMessage()),
                    e);
        }
    }

    private Path file() {
        return path.resolve("enrolment.json");
    }

    private Path key() {
        return path.resolve("node.key");
    }

    private static String pem(SigningKey key) {
        return block("PRIVATE KEY", key.secret()) + block("PUBLIC KEY", key.known());
    }

    private static String block(String kind, byte[] der) {
        Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(kind, lines.encodeToString(der), kind);
    }
}

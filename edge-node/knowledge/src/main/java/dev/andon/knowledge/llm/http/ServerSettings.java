package dev.andon.knowledge.llm.http;

import dev.andon.config.Secret;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/// Where a server is, and how long anything may take.
///
/// @param url where its API begins, `http://127.0.0.1:8080/v1`
/// @param model the server's name of the model
/// @param key sent as `Authorization: Bearer`; null for none
/// @param caFile PEM file of the authorities that vouch for it; null for those of the system
/// @param connectMax until the connection stands
/// @param firstTokenMax until the first word comes
public record ServerSettings(
        URI url,
        String model,
        @Nullable Secret key,
        @Nullable Path caFile,
        Duration connectMax,
        Duration firstTokenMax) {
    /// Prompts longer than this are refused before they are sent.
    static final int PROMPT_CHARS_MAX = 64_000;

    /// A reply longer than this is broken off.
    static final int RESPONSE_BYTES_MAX = 1 << 20;

    /// Bytes that are read of what a server says about an error.
    static final int ERROR_BYTES_MAX = 8 << 10;

    /// For requests that generate nothing, after the connection stands.
    static final Duration SHORT_REQUEST_MAX = Duration.ofSeconds(2);

    /// Failures in a row after which the server is left alone.
    static final int FAILURES_MAX = 3;

    /// How long it is left alone; then one request tries it.
    static final Duration SUSPENDED = Duration.ofSeconds(15);

    /// The settings of a server in the plant.
    public static ServerSettings of(URI url, String model) {
        return new ServerSettings(
                url, model, null, null, Duration.ofSeconds(1), Duration.ofSeconds(10));
    }

    /// The same with other limits of time.
    public ServerSettings within(Duration connect, Duration firstToken) {
        return new ServerSettings(url, model, key, caFile, connect, firstToken);
    }

    /// The same with a key.
    public ServerSettings withKey(Secret other) {
        return new ServerSettings(url, model, other, caFile, connectMax, firstTokenMax);
    }

    /// The same with authorities of its own.
    public ServerSettings withCaFile(Path file) {
        return new ServerSettings(url, model, key, file, connectMax, firstTokenMax);
    }

    /// A path below the API, `models`.
    URI resolve(String path) {
        return URI.create(url.toString().replaceFirst("/+$", "") + "/" + path);
    }

    /// The tokenizer of llama-server and vLLM lies beside the API.
    URI tokenizer() {
        return URI.create(url.toString().replaceFirst("(/v1)?/*$", "") + "/tokenize");
    }
}

package dev.andon.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import dev.andon.config.NodeHome;
import dev.andon.knowledge.llm.llamacpp.TinyGguf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/// Layers for a GPU, where the library of llama.cpp has no GPU backend.
class GpuTest {
    @TempDir private Path folder;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void isMissedAtTheStartAndNotAtTheFirstQuestion() throws Exception {
        NodeHome home = new NodeHome(folder.resolve("home")).create();
        pull(home, TinyGguf.write(folder.resolve("tiny.gguf")));
        Files.writeString(
                home.config(),
                "answering: {backend: llamacpp, model: tiny, contextTokens: 512, gpuLayers: 9}");

        CommandRun serve = CommandRun.of("--home", home.root().toString(), "serve", "--port", "0");
        assertThat(serve.exit()).isEqualTo(1);
        assertThat(serve.err())
                .contains("answering.gpuLayers is 9", "install", "backend: http")
                .doesNotContain("\tat ");
        assertThat(serve.out()).doesNotContain("listens");

        CommandRun doctor = CommandRun.of("--home", home.root().toString(), "doctor");
        assertThat(doctor.exit()).isEqualTo(1);
        assertThat(doctor.out()).contains("answering.gpuLayers is 9");
    }

    private static void pull(NodeHome home, Path model)
            throws IOException, NoSuchAlgorithmException {
        byte[] bytes = Files.readAllBytes(model);
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        Files.writeString(
                home.manifest(), "{\"manifest\": 1, \"models\": [" + entry(bytes, hash) + "]}");
        HttpServer mirror =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        mirror.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, bytes.length);
                    try (var body = exchange.getResponseBody()) {
                        body.write(bytes);
                    }
                });
        mirror.start();
        String address = "http://127.0.0.1:" + mirror.getAddress().getPort() + "/";
        CommandRun run =
                CommandRun.of(
                        "--home",
                        home.root().toString(),
                        "models",
                        "pull",
                        "tiny",
                        "--from",
                        address);
        mirror.stop(0);
        assertThat(run.exit()).as(run.err()).isZero();
    }

    private static String entry(byte[] bytes, String hash) {
        return """
        {"name": "tiny", "kind": "language", "engine": "llamacpp", "description": "Random.",
         "languages": ["en"], "licence": "Apache-2.0", "homepage": "http://example.invalid",
         "source": "download",
         "files": [{"path": "tiny.gguf", "url": "http://example.invalid/tiny.gguf",
                    "sizeBytes": %d, "sha256": "%s", "archive": "none"}]}
        """
                .formatted(bytes.length, hash);
    }
}

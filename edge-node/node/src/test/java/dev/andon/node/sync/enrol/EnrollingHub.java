package dev.andon.node.sync.enrol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import dev.andon.mqtt.testing.TestAuthority;
import dev.andon.protocol.signature.SigningKey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// The part of a hub that enrols nodes, over HTTPS with an authority of its own.
public final class EnrollingHub implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] SECRET = "0123456789".getBytes(StandardCharsets.US_ASCII);

    /// What nodes asked for.
    public final List<JsonNode> asked = new CopyOnWriteArrayList<>();

    /// Answers with this status and body instead of an enrolment; null: enrols.
    public volatile Map.Entry<Integer, String> otherwise;

    /// Said instead of its own; null for its own.
    public volatile String ca;

    private final TestAuthority authority;
    private final HttpsServer server;

    /// @param names in its certificate, as keytool writes them
    public EnrollingHub(Path folder, String names) throws IOException, GeneralSecurityException {
        authority = TestAuthority.in(folder, names);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        server.createContext("/api/v1/enrol", this::enrol);
        server.start();
    }

    private SSLContext context() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        char[] secret = authority.secret().toCharArray();
        try (InputStream in = Files.newInputStream(authority.keyStore())) {
            keys.load(in, secret);
        }
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, secret);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    public String url() {
        return "https://127.0.0.1:" + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /// A code for this hub, as a person types it.
    public String code() throws IOException, GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate().getEncoded());
        byte[] code = Arrays.copyOf(SECRET, 26);
        System.arraycopy(hash, 0, code, 10, 16);
        return base32(code).toLowerCase(java.util.Locale.ROOT).replaceAll("(.{6})(?=.)", "$1-");
    }

    private X509Certificate certificate() throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(authority.caFile())) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static String base32(byte[] bytes) {
        StringBuilder bits = new StringBuilder();
        for (byte each : bytes) {
            bits.append(Integer.toBinaryString(each & 0xff | 0x100).substring(1));
        }
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < bits.length(); at += 5) {
            String five = (bits.substring(at, Math.min(at + 5, bits.length())) + "0000");
            text.append(
                    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
                            .charAt(Integer.parseInt(five.substring(0, 5), 2)));
        }
        return text.toString();
    }

    private void enrol(HttpExchange exchange) throws IOException {
        asked.add(JSON.readTree(exchange.getRequestBody()));
        Map.Entry<Integer, String> other = otherwise;
        byte[] body =
                (other == null ? enrolment() : other.getValue()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(other == null ? 200 : other.getKey(), body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private String enrolment() throws IOException {
        String own = Files.readString(authority.caFile());
        return JSON.writeValueAsString(
                Map.of(
                        "site",
                        "plant",
                        "node",
                        "press-hall-2",
                        "hub",
                        url(),
                        "broker",
                        "ssl://127.0.0.1:8883",
                        "user",
                        "press-hall-2",
                        "password",
                        "s3cret-word",
                        "ca",
                        ca == null ? own : ca,
                        "keys",
                        List.of(
                                Base64.getEncoder()
                                        .encodeToString(SigningKey.generate().known()))));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package dev.andon.hub.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.config.HubHome;
import dev.andon.hub.pki.HubCertificates;
import dev.andon.mqtt.MqttSettings;
import dev.andon.protocol.signature.SigningKey;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// `andon hub serve` as a process of its own, started with the product's own JVM flags. It may be
/// killed and started again: its folder and its ports stay.
public final class HubProcess implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path ROOT = Path.of(System.getProperty("andon.root"));

    private final HubHome home;
    private final Path err;
    private int before;
    private Process process;
    private URI api;
    private URI broker;

    private HubProcess(HubHome home, Path err) {
        this.home = home;
        this.err = err;
    }

    /// Starts one on a folder and waits until it listens.
    ///
    /// @param more sections of `hub.yaml` besides `web` and `broker`
    public static HubProcess start(Path folder, String more) throws IOException {
        int[] ports = freePorts();
        String network = "web: {port: %d}%nbroker: {port: %d}%n".formatted(ports[0], ports[1]);
        return configured(folder, network + more);
    }

    /// Starts one with a whole `hub.yaml`.
    public static HubProcess configured(Path folder, String config) throws IOException {
        HubHome home = new HubHome(Files.createDirectories(folder));
        Files.writeString(home.config(), config);
        HubProcess hub = new HubProcess(home, home.root().resolveSibling("hub.err"));
        hub.again();
        return hub;
    }

    /// Starts it again, on the same folder and ports.
    public void again() throws IOException {
        before = Files.exists(err) ? Files.readString(err).length() : 0;
        process =
                new ProcessBuilder(command("hub", "serve", "--home", home.root().toString()))
                        .redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()))
                        .start();
        BufferedReader out = process.inputReader();
        api = URI.create(said(out, "Andon hub listens on "));
        broker = URI.create(said(out, "Broker: "));
    }

    private String said(BufferedReader out, String words) throws IOException {
        String line = out.readLine();
        while (line != null && !line.startsWith(words)) {
            line = out.readLine();
        }
        if (line == null) {
            int exit = process.onExit().join().exitValue();
            throw new AssertionError("it ended (" + exit + "): " + Files.readString(err));
        }
        return line.substring(words.length());
    }

    /// The command line of the product, for other processes than `serve`.
    public static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + ROOT.resolve("device-config/jvm.args"));
        command.add("@" + ROOT.resolve("device-config/hub.args"));
        command.add(
                "-Djava.util.logging.config.file="
                        + ROOT.resolve("device-config/logging.properties"));
        String hub = System.getProperty("andon.hub.classpath", "");
        String own = System.getProperty("java.class.path");
        command.addAll(List.of("-cp", hub.isEmpty() ? own : hub));
        command.add("dev.andon.hub.cli.HubMain");
        command.addAll(List.of(arguments));
        return command;
    }

    private static int[] freePorts() throws IOException {
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket two = new ServerSocket(0)) {
            return new int[] {one.getLocalPort(), two.getLocalPort()};
        }
    }

    /// Its folder.
    public HubHome home() {
        return home;
    }

    /// Address of its API.
    public URI api() {
        return api;
    }

    /// Address of its broker.
    public URI broker() {
        return broker;
    }

    /// What it said on standard error since it was started last.
    public String err() throws IOException {
        return Files.readString(err).substring(before);
    }

    /// The process that runs now.
    public Process process() {
        return process;
    }

    /// Makes a one-time code.
    public String invite(String node) throws IOException, InterruptedException {
        return post("/api/v1/fleet/" + node + "/invite", "").path("code").asText();
    }

    /// Invites and enrols a node; its credentials, as `openapi.yaml` has them.
    public JsonNode enrol(String node) throws IOException, InterruptedException {
        String key = Base64.getEncoder().encodeToString(SigningKey.generate().known());
        String body = "{\"code\": \"%s\", \"publicKey\": \"%s\"}".formatted(invite(node), key);
        return post("/api/v1/enrol", body);
    }

    /// What an enrolled node connects with.
    public MqttSettings settings(JsonNode credentials) {
        String user = credentials.path("user").asText();
        return MqttSettings.of(URI.create(credentials.path("broker").asText()), user)
                .as(user, credentials.path("password").asText())
                .trusting(HubCertificates.trustingOnly(home.tls().resolve("ca.pem")));
    }

    /// Asks the API as its administrator.
    public JsonNode get(String path) throws IOException, InterruptedException {
        return answer(request(path).build());
    }

    /// Asks the API as its administrator.
    public JsonNode post(String path, String body) throws IOException, InterruptedException {
        return answer(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    /// Asks the API as its administrator.
    public JsonNode delete(String path) throws IOException, InterruptedException {
        return answer(request(path).DELETE().build());
    }

    private HttpRequest.Builder request(String path) throws IOException {
        String token = Files.readString(home.adminToken()).strip();
        return HttpRequest.newBuilder(api.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        Path ca = home.tls().resolve("ca.pem");
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(HubCertificates.trustingOnly(ca)).build()) {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            byte[] body = response.body();
            if (response.statusCode() >= 400) {
                throw new AssertionError(response.statusCode() + ": " + new String(body));
            }
            return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        }
    }

    /// As a power cut does it: kill -9.
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /// As systemd does it: SIGTERM; the exit code.
    public int terminate() {
        process.destroy();
        return process.onExit().join().exitValue();
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }
}

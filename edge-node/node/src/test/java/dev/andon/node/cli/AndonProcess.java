package dev.andon.node.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `andon serve --port 0` as a process of its own, started with the product's own JVM flags.
final class AndonProcess implements AutoCloseable {
    private static final String LISTENS = "Andon listens on ";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final Path err;
    private final URI address;

    private AndonProcess(Process process, Path err, URI address) {
        this.process = process;
        this.err = err;
        this.address = address;
    }

    /// Starts one and waits until it says where it listens.
    static AndonProcess serve(Path home) throws IOException {
        Path err = Files.createTempFile(home.getParent(), "serve", ".err");
        ProcessBuilder serve =
                new ProcessBuilder(command("--home", home.toString(), "serve", "--port", "0"));
        Process process = serve.redirectError(err.toFile()).start();
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        while (line != null && !line.startsWith(LISTENS)) {
            line = out.readLine();
        }
        if (line == null) {
            String said = Files.readString(err);
            int exit = process.onExit().join().exitValue();
            throw new AssertionError("it ended (" + exit + ") without an address: " + said);
        }
        return new AndonProcess(process, err, URI.create(line.substring(LISTENS.length())));
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + Checkout.file("device-config/jvm.args"));
        command.add("@" + Checkout.file("device-config/node.args"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(Andon.class.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send(HttpRequest.newBuilder(address.resolve(path)).build()).body());
    }

    HttpResponse<byte[]> fetch(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path)).build());
    }

    /// Asks in writing.
    JsonNode ask(String question, String machine) throws IOException, InterruptedException {
        byte[] body =
                JSON.writeValueAsBytes(
                        JSON.createObjectNode().put("question", question).put("machine", machine));
        return post("/api/v1/ask", "application/json", body);
    }

    /// Asks aloud.
    JsonNode ask(Path recording, String machine) throws IOException, InterruptedException {
        return post("/api/v1/ask?machine=" + machine, "audio/wav", Files.readAllBytes(recording));
    }

    private JsonNode post(String path, String type, byte[] body)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                send(
                        HttpRequest.newBuilder(address.resolve(path))
                                .header("Content-Type", type)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build());
        return JSON.readTree(response.body());
    }

    private HttpResponse<byte[]> send(HttpRequest request)
            throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofByteArray());
    }

    /// Asks again and again until it is ready for turns.
    void awaitReady() throws IOException, InterruptedException {
        while (fetch("/api/v1/health/ready").statusCode() != 200) {
            if (!process.isAlive()) {
                throw new AssertionError("it ended: " + err());
            }
            Thread.sleep(50);
        }
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    Process process() {
        return process;
    }

    @Override
    public void close() {
        client.close();
        process.destroyForcibly();
    }
}

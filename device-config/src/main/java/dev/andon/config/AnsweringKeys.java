package dev.andon.config;

import dev.andon.config.DeviceConfig.Answering;
import dev.andon.config.DeviceConfig.Backend;
import dev.andon.config.DeviceConfig.Mode;
import dev.andon.config.DeviceConfig.QuoteFirst;
import dev.andon.config.DeviceConfig.Remote;
import dev.andon.config.DeviceConfig.Server;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/// The keys of `answering`, and which of them go together.
final class AnsweringKeys {
    /// A server's name of a model may be a path, `mistralai/Mistral-7B-Instruct-v0.3`.
    private static final String MODEL = "[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}";

    private static final String URL =
            "https?://[A-Za-z0-9._:\\[\\]-]{1,255}(/[A-Za-z0-9._~/-]{0,255})?";
    private static final String KEY = "[!-~]{1,512}";
    private static final List<String> OF_A_SERVER = List.of("url", "key", "keyFile", "caFile");

    private AnsweringKeys() {}

    static Answering read(ConfigSection in) {
        String model = in.optionalText("model", MODEL);
        Backend backend = in.choice("backend", Backend.NONE);
        Mode mode = in.choice("mode", Mode.SELECT);
        ConfigSection ofServer = in.section("server");
        Server server = server(ofServer);
        Remote remote = new Remote(in.section("remote").choices("documentClasses", Remote.ALL));
        needs(in, backend, model, server);
        excludes(in, backend, mode, ofServer, remote);
        return new Answering(
                model,
                backend,
                mode,
                in.whole("contextTokens", 4_096, 512, 32_768),
                in.whole("tokensMax", 120, 8, 2_048),
                in.whole("threads", 0, 0, 256),
                in.whole("gpuLayers", 0, 0, 999),
                in.whole("timeOutSeconds", 30, 1, 600),
                in.whole("firstSentenceMsMax", 2_000, 100, 60_000),
                in.choice("quoteFirst", QuoteFirst.AUTO),
                in.whole("followUpMsMax", 1_500, 0, 60_000),
                server,
                remote);
    }

    private static Server server(ConfigSection in) {
        String url = in.optionalText("url", URL);
        if (url != null && URI.create(url).getHost() == null) {
            in.problem("url", '"' + url + "\" names no host", "write https://HOST:PORT/v1");
        }
        if (url != null && url.startsWith("http:") && !Loopback.is(URI.create(url))) {
            in.problem(
                    "url",
                    '"' + url + "\" is on the network, and nothing is encrypted",
                    "write https://, with answering.server.caFile if its authority is your own");
        }
        return new Server(
                url == null ? null : URI.create(url),
                SecretKeys.read(in, "key", KEY),
                in.file("caFile"),
                in.whole("connectMsMax", 1_000, 50, 60_000),
                in.whole("firstTokenMsMax", 10_000, 100, 600_000));
    }

    private static void needs(
            ConfigSection in, Backend backend, @Nullable String model, Server server) {
        if (backend != Backend.NONE && model == null && !in.says("model")) {
            String name = backend == Backend.HTTP ? "http" : "llamacpp";
            in.problem("backend", name + " needs a model", "set answering.model, or backend: none");
        }
        if (backend == Backend.LLAMACPP && model != null && !model.matches(ConfigFile.NAME)) {
            in.problem(
                    "model",
                    '"' + model + "\" is no name in the manifest of models",
                    "write a name that andon models list shows");
        }
        if (backend == Backend.HTTP && server.url() == null && !in.section("server").says("url")) {
            in.problem(
                    "backend", "http needs a server", "set answering.server.url, or backend: none");
        }
    }

    private static void excludes(
            ConfigSection in, Backend backend, Mode mode, ConfigSection server, Remote remote) {
        if (backend == Backend.NONE && mode == Mode.WORD) {
            in.problem(
                    "mode",
                    "word needs a language model, and answering.backend is none",
                    "set answering.backend: llamacpp or http, or delete answering.mode");
        }
        if (backend == Backend.HTTP) {
            return;
        }
        Stream<String> useless = OF_A_SERVER.stream().filter(server::says);
        useless.forEach(
                key ->
                        server.problem(
                                key,
                                "there is no server unless answering.backend is http",
                                "set answering.backend: http, or delete it"));
        if (!remote.documentClasses().isEmpty()) {
            in.problem(
                    "remote",
                    "nothing leaves this box unless answering.backend is http",
                    "set answering.backend: http, or delete it");
        }
    }
}

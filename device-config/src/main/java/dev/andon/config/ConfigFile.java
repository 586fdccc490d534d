package dev.andon.config;

import dev.andon.config.DeviceConfig.Hearing;
import dev.andon.config.DeviceConfig.Incidents;
import dev.andon.config.DeviceConfig.Limits;
import dev.andon.config.DeviceConfig.Node;
import dev.andon.config.DeviceConfig.Privacy;
import dev.andon.config.DeviceConfig.Procedures;
import dev.andon.config.DeviceConfig.Retrieval;
import dev.andon.config.DeviceConfig.Sync;
import dev.andon.config.DeviceConfig.Tls;
import dev.andon.config.DeviceConfig.Vocabulary;
import dev.andon.config.DeviceConfig.Web;
import dev.andon.config.source.SourceException;
import dev.andon.config.source.SourceText;
import dev.andon.config.source.YamlNode;
import dev.andon.config.source.YamlTree;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// Every key with its default and its range: the one place that knows them.
final class ConfigFile {
    static final String ID = "[a-z0-9-]{1,64}";
    static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,127}";
    static final String HOST = "[A-Za-z0-9.:_-]{1,255}";

    /// Fits into an HTTP header as it is; long enough not to be guessed.
    private static final String TOKEN = "[!-~]{16,256}";

    private ConfigFile() {}

    static DeviceConfig read(Path file) {
        try {
            ConfigReading reading = new ConfigReading(file, YamlTree.read(SourceText.read(file)));
            DeviceConfig config = config(reading);
            reading.finish();
            return config;
        } catch (SourceException unreadable) {
            throw new ConfigException(unreadable.problem(), unreadable);
        }
    }

    static DeviceConfig defaults() {
        return config(new ConfigReading(Path.of("defaults"), YamlNode.empty()));
    }

    /// Every key there is, for the test that holds the schema to them.
    static List<ConfigKey> keys() {
        ConfigReading reading = new ConfigReading(Path.of("defaults"), YamlNode.empty());
        config(reading);
        return reading.keys();
    }

    private static DeviceConfig config(ConfigReading reading) {
        return new DeviceConfig(
                node(reading.section("node")),
                web(reading.section("web")),
                hearing(reading.section("hearing")),
                retrieval(reading.section("retrieval")),
                AnsweringKeys.read(reading.section("answering")),
                sync(reading.section("sync")),
                privacy(reading.section("privacy")),
                MachineKeys.read(reading.section("machines")),
                incidents(reading.section("incidents")),
                limits(reading.section("limits")),
                ShiftKeys.read(reading.section("handover")),
                procedures(reading.section("procedures")));
    }

    private static Procedures procedures(ConfigSection in) {
        return new Procedures(in.whole("longPauseHours", 8, 1, 168));
    }

    private static Node node(ConfigSection in) {
        return new Node(in.text("id", "node-1", ID), in.text("site", "plant", ID));
    }

    private static Web web(ConfigSection in) {
        String host = in.text("host", "127.0.0.1", HOST);
        int port = in.whole("port", 8466, 0, 65_535);
        Tls tls = tls(in, in.section("tls"));
        Secret token = SecretKeys.read(in, "token", TOKEN);
        if (!Loopback.is(host)) {
            guardNetwork(in, host, tls != null || in.says("tls"));
        }
        return new Web(host, port, tls, token);
    }

    /// Beyond loopback everybody on the network could ask and upload, and could listen along.
    private static void guardNetwork(ConfigSection web, String host, boolean encrypted) {
        String what = '"' + host + "\" can be reached from the network, ";
        if (!web.says("token") && !web.says("tokenFile")) {
            web.problem("host", what + "and there is no token", "set web.tokenFile or web.token");
        }
        if (!encrypted) {
            web.problem(
                    "host",
                    what + "and nothing is encrypted",
                    "set web.tls.certificate and web.tls.key");
        }
    }

    private static @Nullable Tls tls(ConfigSection web, ConfigSection in) {
        Path certificate = in.file("certificate");
        Path key = in.file("key");
        if (in.says("certificate") != in.says("key")) {
            web.problem("tls", "certificate and key belong together", "name both files or neither");
        }
        return certificate == null || key == null ? null : new Tls(certificate, key);
    }

    private static Hearing hearing(ConfigSection in) {
        return new Hearing(
                in.text("model", "vosk-andon-en", NAME),
                in.choice("vocabulary", Vocabulary.PLANT),
                in.whole("utteranceSecondsMax", 30, 1, 120));
    }

    private static Retrieval retrieval(ConfigSection in) {
        return new Retrieval(in.text("embedder", "e5-small-v2-q", NAME));
    }

    private static Sync sync(ConfigSection in) {
        return new Sync(
                in.whole("statusSeconds", 30, 1, 3_600),
                in.whole("outboxMiBMax", 512, 1, 65_536),
                in.whole("reserveMiB", 64, 1, 4_096));
    }

    private static Privacy privacy(ConfigSection in) {
        return new Privacy(in.file("roster"), in.whole("transcriptDays", 30, 0, 180));
    }

    private static Incidents incidents(ConfigSection in) {
        return new Incidents(
                in.whole("reopenMinutes", 60, 0, 1_440), in.whole("microStopMinutes", 5, 0, 60));
    }

    private static Limits limits(ConfigSection in) {
        return new Limits(
                in.whole("questionWordsMax", 200, 1, 2_000),
                in.whole("uploadMiBMax", 16, 1, 256),
                in.whole("frameKiBMax", 64, 4, 1_024),
                in.whole("stationsMax", 8, 1, 64));
    }
}

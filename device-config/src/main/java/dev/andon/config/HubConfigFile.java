package dev.andon.config;

import dev.andon.config.HubConfig.Broker;
import dev.andon.config.HubConfig.BrokerKind;
import dev.andon.config.HubConfig.Hub;
import dev.andon.config.HubConfig.Ingest;
import dev.andon.config.HubConfig.Library;
import dev.andon.config.HubConfig.Plain;
import dev.andon.config.HubConfig.Privacy;
import dev.andon.config.HubConfig.Store;
import dev.andon.config.HubConfig.Web;
import dev.andon.config.source.SourceException;
import dev.andon.config.source.SourceText;
import dev.andon.config.source.YamlNode;
import dev.andon.config.source.YamlTree;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Every key of the hub with its default and its range: the one place that knows them.
final class HubConfigFile {
    private static final String NAME = "[A-Za-z0-9]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?";
    private static final int NAMES_MAX = 32;
    private static final String BROKER_URL = "(ssl|tcp)://[A-Za-z0-9._:\\[\\]-]{1,255}";
    private static final String STORE_URL = "jdbc:(sqlite|postgresql):[!-~]{1,512}";
    private static final String USER = "[!-~]{1,128}";
    private static final String PASSWORD = "[!-~]{1,512}";
    private static final List<String> OF_AN_EXTERNAL =
            List.of("url", "caFile", "user", "password", "passwordFile");
    private static final List<String> OF_THE_EMBEDDED =
            List.of("host", "port", "plain", "plainPort");

    private HubConfigFile() {}

    static HubConfig read(Path file) {
        try {
            ConfigReading reading = new ConfigReading(file, YamlTree.read(SourceText.read(file)));
            HubConfig config = config(reading);
            reading.finish();
            return config;
        } catch (SourceException unreadable) {
            throw new ConfigException(unreadable.problem(), unreadable);
        }
    }

    static HubConfig defaults() {
        return config(new ConfigReading(Path.of("defaults"), YamlNode.empty()));
    }

    /// Every key there is, for the test that holds the schema to them.
    static List<ConfigKey> keys() {
        ConfigReading reading = new ConfigReading(Path.of("defaults"), YamlNode.empty());
        config(reading);
        return reading.keys();
    }

    private static HubConfig config(ConfigReading reading) {
        return new HubConfig(
                new Hub(reading.section("hub").text("site", "plant", ConfigFile.ID)),
                web(reading.section("web")),
                broker(reading.section("broker")),
                store(reading.section("store")),
                new Ingest(reading.section("ingest").whole("workers", 1, 1, 16)),
                library(reading.section("library")),
                new Privacy(reading.section("privacy").whole("transcriptDays", 30, 0, 180)));
    }

    private static Library library(ConfigSection in) {
        return new Library(
                in.whole("catalogDays", 14, 1, 365), in.whole("manifestDays", 365, 1, 3_650));
    }

    private static Web web(ConfigSection in) {
        return new Web(
                in.text("host", "127.0.0.1", ConfigFile.HOST),
                in.whole("port", 8470, 0, 65_535),
                in.texts("names", NAME, NAMES_MAX));
    }

    private static Broker broker(ConfigSection in) {
        BrokerKind kind = in.choice("kind", BrokerKind.EMBEDDED);
        String url = in.optionalText("url", BROKER_URL);
        Broker broker =
                new Broker(
                        kind,
                        in.text("host", "127.0.0.1", ConfigFile.HOST),
                        in.whole("port", 8883, 0, 65_535),
                        in.choice("plain", Plain.NONE),
                        in.whole("plainPort", 1883, 0, 65_535),
                        address(in, url),
                        in.file("caFile"),
                        in.optionalText("user", USER),
                        SecretKeys.read(in, "password", PASSWORD));
        excludes(in, kind);
        if (kind == BrokerKind.EXTERNAL && !in.says("url")) {
            in.problem("kind", "external needs a broker", "set broker.url, or kind: embedded");
        }
        needsUser(in);
        if (in.says("user") && !in.says("password") && !in.says("passwordFile")) {
            in.problem("user", "it needs a password", "set broker.passwordFile, or delete it");
        }
        return broker;
    }

    private static @Nullable URI address(ConfigSection in, @Nullable String url) {
        if (url == null) {
            return null;
        }
        URI address = URI.create(url);
        if (address.getHost() == null || address.getPort() < 0) {
            in.problem("url", '"' + url + "\" names no host and port", "write ssl://HOST:8883");
        } else if (url.startsWith("tcp:") && !Loopback.is(address)) {
            in.problem(
                    "url",
                    '"' + url + "\" is on the network, and nothing is encrypted",
                    "write ssl://, with broker.caFile if its authority is your own");
        }
        return address;
    }

    private static void excludes(ConfigSection in, BrokerKind kind) {
        boolean embedded = kind == BrokerKind.EMBEDDED;
        Stream<String> useless = (embedded ? OF_AN_EXTERNAL : OF_THE_EMBEDDED).stream();
        useless.filter(in::says)
                .forEach(
                        key ->
                                in.problem(
                                        key,
                                        embedded
                                                ? "the embedded broker has none"
                                                : "an external broker decides that itself",
                                        embedded
                                                ? "set broker.kind: external, or delete it"
                                                : "set broker.kind: embedded, or delete it"));
    }

    private static Store store(ConfigSection in) {
        Store store =
                new Store(
                        in.optionalText("url", STORE_URL),
                        in.optionalText("user", USER),
                        SecretKeys.read(in, "password", PASSWORD),
                        in.whole("connectionsMax", 8, 2, 200));
        needsUser(in);
        return store;
    }

    private static void needsUser(ConfigSection in) {
        for (String key : List.of("password", "passwordFile")) {
            if (in.says(key) && !in.says("user")) {
                in.problem(key, "it belongs to a user", "set user too, or delete it");
            }
        }
    }
}

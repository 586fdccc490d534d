package dev.andon.config;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a hub is told, read once at start. Immutable; every value has a default and a range.
///
/// The file is YAML; the keys are these names (`web.port`), described in
/// `device-config/schema/hub-config.schema.json`.
public record HubConfig(
        Hub hub,
        Web web,
        Broker broker,
        Store store,
        Ingest ingest,
        Library library,
        Privacy privacy) {

    /// Which plant this is the hub of.
    ///
    /// @param site lower case letters, digits and hyphens; part of every topic
    public record Hub(String site) {}

    /// Where people and nodes reach the API: HTTPS with the hub's own certificate.
    ///
    /// @param host address to listen on
    /// @param port 0 takes a free one
    /// @param names host names and addresses that stand in the certificate, besides those of this
    ///     computer; the first is the one that nodes are told
    public record Web(String host, int port, List<String> names) {
        public Web {
            names = List.copyOf(names);
        }
    }

    /// Which broker carries the messages.
    public enum BrokerKind {
        /// The one that is part of the hub.
        EMBEDDED,
        /// Mosquitto, EMQX, HiveMQ or another that speaks MQTT 5.
        EXTERNAL
    }

    /// Whether the embedded broker also listens without TLS.
    public enum Plain {
        NONE,
        /// For gateways and tools on this computer alone.
        LOOPBACK
    }

    /// The broker.
    ///
    /// @param kind embedded or external
    /// @param host address that the embedded one listens on, with TLS
    /// @param port of it; 0 takes a free one
    /// @param plain whether it listens without TLS too, on 127.0.0.1
    /// @param plainPort of that; 0 takes a free one
    /// @param url of an external one, `ssl://host:port` or, on this computer, `tcp://`; null if the
    ///     broker is embedded
    /// @param caFile PEM file of the authorities that vouch for the external one; null for the
    ///     hub's own
    /// @param user of the hub at the external one; null for the one that the hub makes
    /// @param password of that user; null with that one
    public record Broker(
            BrokerKind kind,
            String host,
            int port,
            Plain plain,
            int plainPort,
            @Nullable URI url,
            @Nullable Path caFile,
            @Nullable String user,
            @Nullable Secret password) {}

    /// The database.
    ///
    /// @param url `jdbc:postgresql://HOST:PORT/NAME`; null for the SQLite file in the hub's folder
    /// @param user null for none
    /// @param password null for none
    /// @param connectionsMax of PostgreSQL
    public record Store(
            @Nullable String url,
            @Nullable String user,
            @Nullable Secret password,
            int connectionsMax) {}

    /// What takes the nodes' events in.
    ///
    /// @param workers in this process
    public record Ingest(int workers) {}

    /// How long what the hub signs is good. It signs anew at half of the time.
    ///
    /// @param catalogDays that nodes install anything by one catalog; it bounds for how long
    ///     somebody between hub and nodes could hold back news unnoticed, and a hub may be away
    /// @param manifestDays that nodes install a revision by one signature
    public record Library(int catalogDays, int manifestDays) {}

    /// What is kept of what people say.
    ///
    /// @param transcriptDays that questions and replies are kept
    public record Privacy(int transcriptDays) {}

    /// What holds where no file says otherwise.
    public static HubConfig defaults() {
        return HubConfigFile.defaults();
    }

    /// Reads a file. Paths in it are relative to its folder.
    ///
    /// @throws ConfigException with every problem: an unknown key, a value out of range, a secret
    ///     that cannot be read
    public static HubConfig read(Path file) {
        return HubConfigFile.read(file);
    }

    /// The file in the hub's folder if there is one, else the defaults.
    ///
    /// @throws ConfigException as [#read]
    public static HubConfig of(HubHome home) {
        return Files.notExists(home.config()) ? defaults() : read(home.config());
    }
}

package dev.andon.hub;

import dev.andon.config.HubConfig.Broker;
import dev.andon.config.HubConfig.BrokerKind;
import dev.andon.config.HubConfig.Plain;
import dev.andon.config.HubHome;
import dev.andon.config.Secret;
import dev.andon.hub.broker.Accounts;
import dev.andon.hub.broker.BrokerSettings;
import dev.andon.hub.broker.EmbeddedBroker;
import dev.andon.hub.enrol.Enrolments;
import dev.andon.hub.pki.HubCertificates;
import dev.andon.hub.pki.HubKeys;
import dev.andon.hub.web.HubHealth.Part;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Objects;

import javax.net.ssl.SSLContext;

/// The broker of the configuration: the one in this process, or another.
///
/// @param embedded null for another
/// @param access of the hub's own clients
/// @param told its address, as nodes are told
record HubBroker(@Nullable EmbeddedBroker embedded, BrokerAccess access, URI told)
        implements AutoCloseable {
    /// What it is made of.
    ///
    /// @param place names
    /// @param certificates of the hub
    /// @param keys of the hub
    record Means(HubHome home, HubPlace place, HubCertificates certificates, HubKeys keys) {
        Broker broker() {
            return place.config().broker();
        }
    }

    static HubBroker open(Means means, Enrolments enrolments) {
        if (means.broker().kind() == BrokerKind.EXTERNAL) {
            BrokerAccess access = external(means);
            return new HubBroker(null, access, access.broker());
        }
        EmbeddedBroker embedded =
                EmbeddedBroker.start(settings(means), accounts(enrolments, means.keys().broker()));
        URI here = means.place().brokerHere(embedded.port());
        return new HubBroker(
                embedded, embedded(means, here), means.place().broker(embedded.port()));
    }

    /// How the hub's own clients reach an embedded broker, maybe of another process.
    static BrokerAccess embedded(Means means, URI here) {
        return new BrokerAccess(
                here,
                Enrolments.HUB_USER,
                means.keys().broker().reveal(),
                means.certificates().trusting(null));
    }

    /// How the hub's clients reach the broker that the configuration names.
    static BrokerAccess external(Means means) {
        Broker broker = means.broker();
        URI url = Objects.requireNonNull(broker.url(), "the configuration demands it");
        boolean named = broker.user() != null && broker.password() != null;
        SSLContext tls =
                url.getScheme().equals("tcp")
                        ? null
                        : means.certificates().trusting(broker.caFile());
        return new BrokerAccess(
                url,
                named ? Objects.requireNonNull(broker.user()) : Enrolments.HUB_USER,
                (named ? Objects.requireNonNull(broker.password()) : means.keys().broker())
                        .reveal(),
                tls);
    }

    private static BrokerSettings settings(Means means) {
        Broker broker = means.broker();
        return new BrokerSettings(
                means.place().config().hub().site(),
                broker.host(),
                broker.port(),
                broker.plain() == Plain.LOOPBACK ? broker.plainPort() : null,
                means.home().broker(),
                BrokerSettings.LOCK_MS_MAX,
                means.certificates().certificate(),
                means.certificates().key(),
                Enrolments.HUB_USER);
    }

    private static Accounts accounts(Enrolments enrolments, Secret own) {
        return (user, password) ->
                user.equals(Enrolments.HUB_USER)
                        ? own.matches(password)
                        : enrolments.admits(user, password);
    }

    /// Ends the connections of a user whose credentials ended; another broker does it itself.
    void disconnect(String user) {
        if (embedded != null) {
            embedded.disconnect(user);
        }
    }

    /// How it is.
    ///
    /// @param trouble why the hub is not connected to it; null if it is
    Part health(@Nullable String trouble) {
        if (embedded != null && !embedded.active()) {
            return Part.failed(
                    "broker", "It has stopped: look into the hub's log, start it again.");
        }
        return trouble == null
                ? Part.ok("broker", (embedded == null ? "external" : "embedded") + ", " + told)
                : Part.failed("broker", trouble);
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}

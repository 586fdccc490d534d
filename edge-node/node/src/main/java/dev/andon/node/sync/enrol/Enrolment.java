package dev.andon.node.sync.enrol;

import dev.andon.config.Loopback;
import dev.andon.config.Secret;
import dev.andon.node.sync.SyncException;
import dev.andon.protocol.ProtocolException;
import dev.andon.protocol.Topics;
import dev.andon.protocol.signature.TrustedKeys;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.SSLContext;

/// What a hub gave to this node.
///
/// @param site of the plant
/// @param node as the hub calls it
/// @param hub its address, `https://hub.plant.example:8470`
/// @param broker `ssl://hub.plant.example:8883`, or `tcp://` on this box
/// @param user at the broker
/// @param password at the broker
/// @param ca PEM of the authority that vouches for hub and broker
/// @param keys that sign the library, X.509 in base64
public record Enrolment(
        String site,
        String node,
        URI hub,
        URI broker,
        String user,
        Secret password,
        String ca,
        List<String> keys) {
    /// Refuses what cannot be used.
    ///
    /// @throws SyncException `wrong-enrolment`, which names what is wrong
    public Enrolment {
        keys = List.copyOf(keys);
        require(Topics.NAME.matcher(site).matches(), "the site \"" + site + "\" is no name");
        require(Topics.NAME.matcher(node).matches(), "the node \"" + node + "\" is no name");
        require(secured(broker), broker + " is no address of a broker (ssl://host:port)");
        require(!user.isBlank() && !keys.isEmpty(), "the user or the keys are missing");
    }

    /// The topics of its site.
    public Topics topics() {
        return new Topics(site);
    }

    /// The keys that sign the library.
    public TrustedKeys trustedKeys() {
        try {
            return TrustedKeys.of(keys.stream().map(Base64.getDecoder()::decode).toList());
        } catch (ProtocolException | IllegalArgumentException e) {
            throw wrong("a key of the library is no Ed25519 key", e);
        }
    }

    /// The authority.
    public X509Certificate authority() {
        return Authority.read(ca);
    }

    /// Trusts what the authority vouches for.
    public SSLContext tls() {
        return Authority.trusting(authority());
    }

    /// The same under an address that the person gave.
    static SyncException wrong(String why, Throwable cause) {
        return new SyncException("wrong-enrolment", message(why), cause);
    }

    private static void require(boolean so, String otherwise) {
        if (!so) {
            throw new SyncException("wrong-enrolment", message(otherwise));
        }
    }

    private static String message(String why) {
        return "The enrolment cannot be used: %s. Enrol the node anew: andon fleet invite on the hub, andon enrol here."
                .formatted(why);
    }

    private static boolean secured(URI broker) {
        boolean whole = broker.getHost() != null && broker.getPort() > 0;
        String scheme = String.valueOf(broker.getScheme());
        return whole && (scheme.equals("ssl") || scheme.equals("tcp") && Loopback.is(broker));
    }

    /// Does not show the password.
    @Override
    public String toString() {
        return "Enrolment[%s of %s at %s, broker %s]".formatted(node, site, hub, broker);
    }
}

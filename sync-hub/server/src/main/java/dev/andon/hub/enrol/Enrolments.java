package dev.andon.hub.enrol;

import dev.andon.hub.pki.HubKeys;
import dev.andon.hub.store.HubStore;
import dev.andon.protocol.ProtocolException;
import dev.andon.protocol.Topics;
import dev.andon.protocol.signature.TrustedKeys;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Invites nodes, enrols them, removes them, and tells a broker whom to let in. Safe to call from
/// any thread, and from several processes on one store.
public final class Enrolments {
    /// The user that the hub's own clients are at the broker; no node may be called like it.
    public static final String HUB_USER = "hub";

    private final HubStore store;
    private final X509Certificate authority;
    private final InstantSource clock;
    private final Consumer<String> revoked;
    private final CredentialTable table = new CredentialTable();

    /// @param store where they are kept
    /// @param authority whose fingerprint stands in the codes
    /// @param clock of the invitations
    /// @param revoked told of a node whose credentials stopped working, after the commit
    public Enrolments(
            HubStore store,
            X509Certificate authority,
            InstantSource clock,
            Consumer<String> revoked) {
        this.store = store;
        this.authority = authority;
        this.clock = clock;
        this.revoked = revoked;
    }

    /// Makes a one-time code; an older one for the same node stops working.
    ///
    /// @param valid for how long
    public Invitation invite(String node, Duration valid) {
        if (!Topics.NAME.matcher(node).matches()) {
            return new Invitation.Refused(
                    "invalid-node",
                    "\"%s\" is no name of a node: 1 to 64 lower case letters, digits and hyphens."
                            .formatted(node));
        }
        if (node.equals(HUB_USER) || node.startsWith(HUB_USER + "-")) {
            return new Invitation.Refused(
                    "reserved-node",
                    "\"%s\" is kept for the hub itself: choose a name that does not begin with hub-."
                            .formatted(node));
        }
        OneTimeCode code = OneTimeCode.generate(authority);
        var now = clock.instant();
        var expires = now.plus(valid);
        boolean replaces =
                store.write(
                        handle -> {
                            table.invite(handle, node, code.hash(), now, expires);
                            return table.passwordHash(handle, node).isPresent();
                        });
        return new Invitation.Open(node, code.grouped(), expires, replaces);
    }

    /// Trades a code for credentials. Used once, also when two ask at the same moment; the
    /// credentials that the node had before stop working.
    ///
    /// @param text of the code; hyphens and case do not matter
    /// @param publicKey the node's, X.509 Ed25519, base64
    public Enrolment enrol(String text, String publicKey) {
        Optional<OneTimeCode> code = OneTimeCode.parse(text);
        if (code.isEmpty()) {
            return new Enrolment.Refused(
                    "not-a-code",
                    "That is no code: it has 42 letters and digits from 2 to 7. Type it again.");
        }
        if (!code.get().isOf(authority)) {
            return new Enrolment.Refused(
                    "other-hub",
                    "The code was made by another hub, or is mistyped. Compare it, or ask for a new"
                            + " one: andon fleet invite NODE");
        }
        if (!isKey(publicKey)) {
            return new Enrolment.Refused(
                    "invalid-key", "publicKey is no Ed25519 key: X.509 as base64 is expected.");
        }
        return trade(code.get(), publicKey);
    }

    private Enrolment trade(OneTimeCode code, String publicKey) {
        String password = HubKeys.newSecret();
        String hash = PasswordHash.of(password);
        Enrolment came =
                store.write(
                        handle -> {
                            var now = clock.instant();
                            Optional<String> node = table.use(handle, code.hash(), now);
                            if (node.isEmpty()) {
                                return table.whyNot(handle, code.hash());
                            }
                            table.enrol(handle, node.get(), hash, publicKey, now);
                            return new Enrolment.Done(node.get(), password);
                        });
        if (came instanceof Enrolment.Done done) {
            revoked.accept(done.node());
        }
        return came;
    }

    /// Takes the credentials and invitations of a node away.
    ///
    /// @return whether it had any
    public boolean remove(String node) {
        boolean had = store.write(handle -> table.remove(handle, node));
        if (had) {
            revoked.accept(node);
        }
        return had;
    }

    /// Whether a node has that password.
    public boolean admits(String node, String password) {
        return store.read(handle -> table.passwordHash(handle, node))
                .filter(hash -> PasswordHash.matches(hash, password))
                .isPresent();
    }

    /// Who was invited or has enrolled, by name.
    public List<EnrolledNode> nodes() {
        return store.read(handle -> table.nodes(handle, clock.instant()));
    }

    /// The lines of Mosquitto's password file: every node, and the hub itself.
    ///
    /// @param hub the password of the hub's own clients
    public List<String> passwordFile(String hub) {
        Map<String, String> hashes = store.read(table::passwordHashes);
        hashes.put(HUB_USER, PasswordHash.of(hub));
        return hashes.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .toList();
    }

    private static boolean isKey(String publicKey) {
        try {
            TrustedKeys.of(List.of(Base64.getDecoder().decode(publicKey)));
            return true;
        } catch (IllegalArgumentException | ProtocolException e) {
            return false;
        }
    }
}

package dev.andon.protocol.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.protocol.ProtocolException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;

class SignedEnvelopeTest {
    private static final byte[] PAYLOAD = "{\"version\":1}".getBytes(StandardCharsets.UTF_8);

    private final SigningKey key = SigningKey.generate();
    private final TrustedKeys trusted = TrustedKeys.of(List.of(key.known()));

    /// The example of the DSSE protocol, version 1.0.
    @Test
    void signsWhatDsseSays() {
        assertThat(
                        SignedEnvelope.preAuthenticated(
                                "http://example.com/HelloWorld",
                                "hello world".getBytes(StandardCharsets.UTF_8)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    }

    @Test
    void givesThePayloadOfATrustedKey() {
        SignedEnvelope read =
                SignedEnvelope.read(key.sign(SignedEnvelope.CATALOG, PAYLOAD).write());

        assertThat(trusted.open(read, SignedEnvelope.CATALOG)).isEqualTo(PAYLOAD);
        assertThat(read.keyId()).isEqualTo(key.id()).matches("[0-9a-f]{16}");
    }

    @Test
    void keepsItsKey() throws GeneralSecurityException {
        SigningKey kept = SigningKey.of(key.secret(), key.known());
        assertThat(trusted.open(kept.sign(SignedEnvelope.CATALOG, PAYLOAD), SignedEnvelope.CATALOG))
                .isEqualTo(PAYLOAD);
        assertThat(kept.toString())
                .isEqualTo("SigningKey[" + key.id() + "]")
                .doesNotContain(Base64.getEncoder().encodeToString(key.secret()));
    }

    @Test
    void refusesAChangedPayload() {
        SignedEnvelope signed = key.sign(SignedEnvelope.MANIFEST, PAYLOAD);
        byte[] changed = PAYLOAD.clone();
        changed[changed.length - 2] = '2';
        refuses(
                new SignedEnvelope(SignedEnvelope.MANIFEST, changed, key.id(), signed.signature()),
                SignedEnvelope.MANIFEST,
                "wrong-signature");
    }

    @Test
    void refusesAForeignKeyAlsoUnderATrustedName() {
        SigningKey foreign = SigningKey.generate();
        SignedEnvelope signed = foreign.sign(SignedEnvelope.MANIFEST, PAYLOAD);
        refuses(signed, SignedEnvelope.MANIFEST, "unknown-key");
        refuses(
                new SignedEnvelope(SignedEnvelope.MANIFEST, PAYLOAD, key.id(), signed.signature()),
                SignedEnvelope.MANIFEST,
                "wrong-signature");
    }

    @Test
    void refusesACatalogWhereAManifestBelongs() {
        SignedEnvelope signed = key.sign(SignedEnvelope.CATALOG, PAYLOAD);
        refuses(signed, SignedEnvelope.MANIFEST, "wrong-type");
        refuses(
                new SignedEnvelope(SignedEnvelope.MANIFEST, PAYLOAD, key.id(), signed.signature()),
                SignedEnvelope.MANIFEST,
                "wrong-signature");
    }

    @Test
    void refusesASignatureThatIsNone() {
        for (int length : new int[] {0, 1, 63, 64, 65, 5_000}) {
            refuses(
                    new SignedEnvelope(SignedEnvelope.CATALOG, PAYLOAD, key.id(), new byte[length]),
                    SignedEnvelope.CATALOG,
                    "wrong-signature");
        }
    }

    @Test
    void trustsSeveralKeysAndNothingThatIsNone() {
        SigningKey next = SigningKey.generate();
        TrustedKeys both = TrustedKeys.of(List.of(key.known(), next.known()));
        assertThat(both.open(next.sign(SignedEnvelope.CATALOG, PAYLOAD), SignedEnvelope.CATALOG))
                .isEqualTo(PAYLOAD);
        assertThatThrownBy(() -> TrustedKeys.of(List.of(new byte[] {1, 2, 3})))
                .isInstanceOfSatisfying(
                        ProtocolException.class,
                        e -> assertThat(e.code()).isEqualTo("unknown-key"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"payloadType\":\"t\",\"payload\":\"\"}",
                "{\"payloadType\":\"t\",\"payload\":\"\",\"signatures\":[]}",
                "{\"payloadType\":\"t\",\"payload\":\"!\",\"signatures\":[{\"keyid\":\"k\",\"sig\":\"\"}]}",
                "{\"payloadType\":1,\"payload\":\"\",\"signatures\":[{\"keyid\":\"k\",\"sig\":\"\"}]}"
            })
    void refusesAnIncompleteEnvelope(String text) {
        assertThatThrownBy(() -> SignedEnvelope.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        ProtocolException.class,
                        e -> assertThat(e.code()).isEqualTo("missing-field"));
    }

    @Test
    void hasBytesOfItsOwn() {
        SignedEnvelope signed = key.sign(SignedEnvelope.CATALOG, PAYLOAD);
        signed.payload()[0] = 0;
        signed.signature()[0] = 0;
        assertThat(trusted.open(signed, SignedEnvelope.CATALOG)).isEqualTo(PAYLOAD);
    }

    private void refuses(SignedEnvelope envelope, String type, String code) {
        assertThatThrownBy(() -> trusted.open(envelope, type))
                .isInstanceOfSatisfying(
                        ProtocolException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

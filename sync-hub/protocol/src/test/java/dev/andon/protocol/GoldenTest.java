package dev.andon.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.protocol.signature.SignedEnvelope;
import dev.andon.protocol.signature.TrustedKeys;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What is written is what stands in the golden files, and they are read as what was written.
class GoldenTest {
    @BeforeAll
    static void writesThemWhenAsked() {
        if (Boolean.getBoolean("andon.golden.write")) {
            GoldenFiles.writeAll();
        }
    }

    static Set<String> names() {
        return GoldenFiles.expected().keySet();
    }

    static Set<String> messageNames() {
        return Goldens.messages().keySet();
    }

    static Set<String> eventNames() {
        return Goldens.events().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void writesWhatTheGoldenFileHolds(String name) {
        assertThat(GoldenFiles.expected().get(name)).isEqualTo(GoldenFiles.read(name));
    }

    @ParameterizedTest
    @MethodSource("messageNames")
    void readsAMessageAsItWasWritten(String name) {
        SyncMessage message = Goldens.messages().get(name);
        byte[] golden = GoldenFiles.read(name).getBytes(StandardCharsets.UTF_8);

        assertThat(SyncCodec.decode(golden, message.getClass())).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("messageNames")
    void passesOverFieldsThatItDoesNotKnow(String name) {
        SyncMessage message = Goldens.messages().get(name);
        String more =
                "{\"newer\":{\"deep\":[1,\"\\u0000\",null]}," + GoldenFiles.read(name).substring(1);

        assertThat(SyncCodec.decode(more.getBytes(StandardCharsets.UTF_8), message.getClass()))
                .isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("eventNames")
    void readsAnEventAsItWasWritten(String name) {
        Event event = Goldens.events().get(name);
        assertThat(EventCodec.event(GoldenFiles.read(name))).isEqualTo(event);
    }

    @Test
    void readsABatchAsItWasWritten() {
        EventCodec.Read read = EventCodec.unpack(BatchText.packed(GoldenFiles.read("event-batch")));

        assertThat(read.head().node()).isEqualTo("line-3-left");
        assertThat(read.head().gone())
                .containsExactly(new EventBatch.Gone(1030, 1039, "turn", "disk"));
        assertThat(read.head().clock()).isNotNull();
        assertThat(read.events())
                .extracting(EventCodec.ReadEvent::event)
                .containsExactlyElementsOf(Goldens.events().values().stream().limit(2).toList());
        assertThat(read.events())
                .allSatisfy(
                        each ->
                                assertThat(each.sha256())
                                        .as("the hash is that of the text as it was kept")
                                        .isEqualTo(
                                                Sha256.of(
                                                        EventCodec.text(each.event())
                                                                .getBytes(
                                                                        StandardCharsets.UTF_8))));
        assertThat(
                        EventCodec.unpack(BatchText.packed(GoldenFiles.read("event-batch-empty")))
                                .events())
                .isEmpty();
    }

    @Test
    void opensTheSignedGoldenFiles() {
        TrustedKeys trusted = TrustedKeys.of(List.of(Goldens.key().known()));
        SignedEnvelope catalog =
                SignedEnvelope.read(
                        GoldenFiles.read("envelope-catalog").getBytes(StandardCharsets.UTF_8));
        SignedEnvelope manifest =
                SignedEnvelope.read(
                        GoldenFiles.read("envelope-manifest").getBytes(StandardCharsets.UTF_8));

        assertThat(trusted.open(catalog, SignedEnvelope.CATALOG))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(GoldenFiles.read("catalog"));
        assertThat(trusted.open(manifest, SignedEnvelope.MANIFEST))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(GoldenFiles.read("manifest"));
        assertThat(manifest.write().length).isLessThan(Protocol.MANIFEST_BYTES_MAX);
    }

    @Test
    void hasAGoldenFileForEveryMessageAndEveryFact() {
        Set<Class<?>> there =
                Goldens.messages().values().stream()
                        .map(Object::getClass)
                        .collect(Collectors.toSet());
        assertThat(Arrays.stream(SyncMessage.class.getPermittedSubclasses()))
                .allMatch(type -> type == EventBatch.class || there.contains(type));
        Set<Class<?>> facts =
                Goldens.facts().values().stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(facts)
                .containsExactlyInAnyOrder(
                        dev.andon.protocol.fact.Fact.class.getPermittedSubclasses());
    }
}

package dev.andon.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.protocol.library.Block;
import dev.andon.protocol.library.VectorRecord;
import dev.andon.protocol.signature.SignedEnvelope;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Whatever comes over the wire, there is a message or a [ProtocolException], and nothing else.
class HostileInputTest {
    /// All that reads bytes.
    private static final List<Consumer<byte[]>> READERS = readers();

    private static final Map<String, String> GOLDENS = GoldenFiles.expected();

    private static List<Consumer<byte[]>> readers() {
        List<Consumer<byte[]>> all = new ArrayList<>();
        Goldens.messages()
                .values()
                .forEach(each -> all.add(bytes -> SyncCodec.decode(bytes, each.getClass())));
        all.add(EventCodec::unpack);
        all.add(bytes -> EventCodec.unpack(BatchText.packed(bytes)));
        all.add(bytes -> EventCodec.event(new String(bytes, StandardCharsets.UTF_8)));
        all.add(SignedEnvelope::read);
        all.add(Block::read);
        all.add(bytes -> VectorRecord.read(bytes, 4));
        return List.copyOf(all);
    }

    @Property(tries = 300, seed = "1")
    void outlivesAnyBytes(@ForAll byte[] bytes) {
        READERS.forEach(reader -> outlives(reader, bytes));
    }

    @Provide
    Arbitrary<String> goldens() {
        return Arbitraries.of(GOLDENS.keySet());
    }

    @Property(tries = 600, seed = "2")
    void outlivesSpoiltMessages(
            @ForAll("goldens") String name,
            @ForAll @IntRange(max = 1_000_000) int place,
            @ForAll byte other,
            @ForAll @IntRange(max = 2) int how) {
        byte[] bytes = GOLDENS.get(name).getBytes(StandardCharsets.UTF_8);
        byte[] spoilt = spoilt(bytes, place % bytes.length, other, how);
        READERS.forEach(reader -> outlives(reader, spoilt));
    }

    @Property(tries = 300, seed = "3")
    void outlivesSpoiltPackedBatches(
            @ForAll @IntRange(max = 1_000_000) int place,
            @ForAll byte other,
            @ForAll @IntRange(max = 2) int how) {
        byte[] packed = BatchText.packed(GOLDENS.get("event-batch"));
        outlives(EventCodec::unpack, spoilt(packed, place % packed.length, other, how));
    }

    static Stream<String> nonsense() {
        return Stream.of(
                "",
                " ",
                "null",
                "[]",
                "17",
                "\"text\"",
                "NaN",
                "{",
                "{}{}",
                "{\"node\":1,\"node\":2}",
                "{\"seq\":1e400}",
                "{\"seq\":" + "9".repeat(90) + "}",
                "{\"seq\":" + "9".repeat(5_000) + "}",
                "[".repeat(100_000),
                "{\"a\":".repeat(20_000),
                "\ufeff{}",
                "{\"a\":\"" + "x".repeat(100_000) + "\"}",
                "{\"\u0000\":1}",
                "{\"events\":" + "[".repeat(90) + "]".repeat(90) + "}");
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void refusesNonsense(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        READERS.stream()
                .limit(READERS.size() - 2L)
                .forEach(
                        reader ->
                                assertThatThrownBy(() -> reader.accept(bytes))
                                        .isInstanceOf(ProtocolException.class));
    }

    @Test
    void refusesMoreThanAMessageMayHold() {
        byte[] large = new byte[Protocol.MESSAGE_BYTES_MAX + 1];
        Arrays.fill(large, (byte) ' ');
        assertCode("too-large", () -> SyncCodec.decode(large, Ack.class));
        assertCode("too-large", () -> EventCodec.unpack(large));
        assertCode("too-large", () -> SignedEnvelope.read(large));
    }

    @Test
    void doesNotUnpackABomb() {
        byte[] bomb = BatchText.packed(new byte[64 * 1024 * 1024]);
        assertThat(bomb.length).isLessThan(Protocol.MESSAGE_BYTES_MAX);
        assertCode("too-large", () -> EventCodec.unpack(bomb));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{},", "{\"a\":{}},", "[[]],", "1,", "\"\","})
    void doesNotReadMoreNamesAndValuesThanItSays(String each) {
        int count = Protocol.UNPACKED_BYTES_MAX / each.length() - 1_000;
        String text =
                "{\"node\":\"a\",\"epoch\":\"b\",\"gone\":[],\"events\":[],\"more\":["
                        + each.repeat(count)
                        + "0]}";
        byte[] packed = BatchText.packed(text);
        assertThat(packed.length).isLessThan(Protocol.MESSAGE_BYTES_MAX);
        assertCode("not-json", () -> EventCodec.unpack(packed));
    }

    @Test
    void refusesMoreEventsThanABatchHolds() {
        String event = GOLDENS.get("event-health-ok");
        EventCodec.Head head = new EventCodec.Head("a", "b", List.of(), null);
        List<String> most = IntStream.range(0, Protocol.EVENTS_MAX).mapToObj(i -> event).toList();
        assertThat(EventCodec.unpack(EventCodec.pack(head, most)).events())
                .hasSize(Protocol.EVENTS_MAX);
        List<String> more =
                Stream.concat(most.stream(), Stream.of(event)).collect(Collectors.toList());
        assertCode("wrong-type", () -> EventCodec.unpack(EventCodec.pack(head, more)));
    }

    @Test
    void doesNotLetOneSpoiltEventSpoilItsBatch() {
        String good = GOLDENS.get("event-health-ok");
        String unknown = "{\"seq\":7,\"kind\":\"prophecy\"}";
        String incomplete = good.replace("\"subject\":\"engine/store\",", "");
        String huge = good.replace("\"detail\":null", "\"detail\":\"" + "x".repeat(70_000) + "\"");
        EventCodec.Head head = new EventCodec.Head("a", "b", List.of(), null);

        EventCodec.Read read =
                EventCodec.unpack(
                        EventCodec.pack(head, List.of(good, unknown, incomplete, huge, good)));

        assertThat(read.events())
                .extracting(EventCodec.ReadEvent::code)
                .containsExactly(null, "unknown-fact", "invalid-fact", "too-large", null);
        assertThat(read.events())
                .extracting(each -> each.event() == null)
                .containsExactly(false, true, true, true, false);
        assertThat(read.events().get(1).seq()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "17",
                "null",
                "{\"seq\":0}",
                "{\"seq\":-3}",
                "{\"seq\":1.5}",
                "{\"seq\":\"1\"}",
                "{\"seq\":99999999999999999999}"
            })
    void refusesABatchWithAnEventWithoutANumber(String event) {
        EventCodec.Head head = new EventCodec.Head("a", "b", List.of(), null);
        assertCode("missing-field", () -> EventCodec.unpack(EventCodec.pack(head, List.of(event))));
    }

    private static void outlives(Consumer<byte[]> reader, byte[] bytes) {
        try {
            reader.accept(bytes);
        } catch (ProtocolException e) {
            assertThat(e.code()).isNotBlank();
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static void assertCode(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        ProtocolException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static byte[] spoilt(byte[] bytes, int place, byte other, int how) {
        return switch (how) {
            case 0 -> {
                byte[] changed = bytes.clone();
                changed[place] = other;
                yield changed;
            }
            case 1 -> Arrays.copyOf(bytes, place);
            default -> {
                byte[] twice = Arrays.copyOf(bytes, bytes.length + bytes.length - place);
                System.arraycopy(bytes, place, twice, bytes.length, bytes.length - place);
                yield twice;
            }
        };
    }
}

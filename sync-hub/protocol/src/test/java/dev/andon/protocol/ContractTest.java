package dev.andon.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.protocol.fact.EscalationFact;
import dev.andon.protocol.fact.TurnFact;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Topics, names, versions, clocks: what is agreed beside the fields.
class ContractTest {
    private final Topics topics = new Topics("plant-7");

    @Test
    void namesTheTopics() {
        assertThat(topics.events("edge-1")).isEqualTo("andon/v1/plant-7/node/edge-1/events");
        assertThat(topics.ack("edge-1")).isEqualTo("andon/v1/plant-7/node/edge-1/ack");
        assertThat(topics.status("edge-1")).isEqualTo("andon/v1/plant-7/node/edge-1/status");
        assertThat(topics.want("edge-1")).isEqualTo("andon/v1/plant-7/node/edge-1/want");
        assertThat(topics.blocks("edge-1")).isEqualTo("andon/v1/plant-7/node/edge-1/blocks");
        assertThat(topics.commands("edge-1")).isEqualTo("andon/v1/plant-7/node/edge-1/commands");
        assertThat(topics.results("edge-1")).isEqualTo("andon/v1/plant-7/node/edge-1/results");
        assertThat(topics.hubStatus()).isEqualTo("andon/v1/plant-7/hub/status");
        assertThat(topics.catalog()).isEqualTo("andon/v1/plant-7/library/catalog");
        assertThat(topics.manifest(DocumentKind.MANUAL, "px200", 12))
                .isEqualTo("andon/v1/plant-7/library/manual/px200/manifest/12");
        assertThat(topics.sharedBlocks()).isEqualTo("andon/v1/plant-7/library/blocks");
        assertThat(topics.ingestFilter()).isEqualTo("$share/ingest/andon/v1/plant-7/node/+/events");
        assertThat(topics.everyNode("want")).isEqualTo("andon/v1/plant-7/node/+/want");
    }

    @Test
    void knowsWhoseTopicItIs() {
        assertThat(Topics.nodeOf(topics.events("edge-1"))).contains("edge-1");
        assertThat(Topics.nodeOf(topics.catalog())).isEmpty();
        assertThat(Topics.nodeOf("andon/v2/plant-7/node/edge-1/events")).isEmpty();
        assertThat(Topics.nodeOf("andon/v1/plant-7/node/edge-1/events/more")).isEmpty();
        assertThat(Topics.nodeOf("andon/v1/plant-7/node/Edge_1/events")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Edge", "edge_1", "a/b", "+", "#", "a b", "..", "ä", "a\n"})
    void refusesWhatIsNoName(String name) {
        assertThatThrownBy(() -> new Topics(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> topics.events(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EventCodec.Head(name, "e", List.of(), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NodeStatus.death(name, "e", 0, "1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertCode(
                "wrong-type",
                "{\"id\":\"i\",\"node\":\"%s\",\"done\":true,\"code\":\"done\",\"message\":\"\"}"
                        .formatted(name.replace("\n", "\\n")),
                CommandResult.class);
    }

    @Test
    void refusesALongName() {
        assertThat(new Topics("a".repeat(64)).site()).hasSize(64);
        assertThatThrownBy(() -> new Topics("a".repeat(65)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.pdf", "a/b.pdf", "a\\\\b.pdf", "", "..", "a\\u0001.pdf"})
    void refusesAFileNameThatLeadsElsewhere(String name) {
        String text = GoldenFiles.read("manifest").replace("PX-200 service manual.pdf", name);
        assertCode("wrong-type", text, Manifest.class);
    }

    @Test
    void refusesMoreWantsAndRangesThanOneMessageHolds() {
        String hash = "a".repeat(64);
        assertThatThrownBy(() -> new Want("edge-1", hash, Collections.nCopies(65, hash)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Want("edge-1", hash, List.of("A".repeat(64))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new Ack(
                                        "e",
                                        0,
                                        Collections.nCopies(65, new Ack.Range(1, 2)),
                                        List.of(),
                                        0,
                                        0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesTheHighestVersionThatBothSpeak() {
        assertThat(Protocol.common(List.of(1))).hasValue(1);
        assertThat(Protocol.common(List.of(3, 2, 1))).hasValue(1);
        assertThat(Protocol.common(List.of(2, 3))).isEmpty();
        assertThat(Protocol.common(List.of())).isEmpty();
    }

    @Test
    void putsTimesRightByTheClockOfTheBoot() {
        ClockReading clock = new ClockReading("boot", 10_000, 1_000_000, 420_000);
        assertThat(clock.trueTime(10_000)).isEqualTo(1_420_000);
        assertThat(clock.trueTime(4_000)).isEqualTo(1_414_000);
    }

    @Test
    void knowsTheRingOfANode() {
        Catalog catalog = (Catalog) Goldens.messages().get("catalog");
        assertThat(catalog.ringOf("line-3-left")).isEqualTo("canary");
        assertThat(catalog.ringOf("line-9")).isEqualTo(Catalog.EVERYONE);
    }

    @Test
    void readsACallOfANodeThatSaysNoTimeline() {
        String now = GoldenFiles.read("event-escalation");
        String before = now.replaceFirst(",\"timeline\":\\[.*]", "");
        assertThat(before).isNotEqualTo(now).doesNotContain("timeline");
        EscalationFact read = (EscalationFact) EventCodec.event(before).fact();
        assertThat(read.timeline()).isEmpty();
        assertThat(read.question()).isEqualTo("Why does E42 come back?");
    }

    @Test
    void readsTheWordsOfAnExpertAsTheyWereWritten() {
        ExpertReply reply = new ExpertReply("e-1", "Look at the seal.", null);
        assertThat(ExpertReply.of(reply.arguments())).isEqualTo(reply);
        ExpertReply more = new ExpertReply("e-1", "Look at the seal.", "manual/px200-service");
        assertThat(ExpertReply.of(more.arguments())).isEqualTo(more);
    }

    @Test
    void refusesWhatIsNoReply() {
        assertThatThrownBy(() -> ExpertReply.of(Map.of("escalation", "e-1", "text", " ")))
                .hasMessageContaining("no argument text");
        assertThatThrownBy(() -> ExpertReply.of(Map.of("text", "Look.")))
                .hasMessageContaining("no argument escalation");
        assertThatThrownBy(
                        () ->
                                ExpertReply.of(
                                        new ExpertReply("e", "a".repeat(2_001), null).arguments()))
                .hasMessageContaining("2001 characters; 2000 are the most");
    }

    @Test
    void writesNoTimeThatIsNoNumber() {
        assertThatThrownBy(
                        () ->
                                new TurnFact(
                                        "t",
                                        null,
                                        null,
                                        "none",
                                        null,
                                        List.of(),
                                        null,
                                        Map.of("stt", Double.NaN),
                                        null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesOneTextWhateverTheOrderOfAMap() {
        Map<String, String> there = new LinkedHashMap<>();
        Map<String, String> back = new LinkedHashMap<>();
        for (int i = 0; i < 26; i++) {
            there.put("" + (char) ('a' + i), "there");
            back.put("" + (char) ('z' - i), "there");
        }

        assertThat(SyncCodec.JSON.valueToTree(there).toString())
                .isEqualTo(SyncCodec.JSON.valueToTree(back).toString())
                .startsWith("{\"a\":");
    }

    @Test
    void packsBatchesByTheEventCodecOnly() {
        EventBatch batch = new EventBatch("edge-1", "e", List.of(), List.of(), null);
        assertThatThrownBy(() -> SyncCodec.encode(batch))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsEnumsInEitherCaseAndNoOthers() {
        String text = GoldenFiles.read("manifest-register");
        Manifest lower = decode(text.replace("REGISTER", "register"), Manifest.class);
        assertThat(lower.kind()).isEqualTo(DocumentKind.REGISTER);
        assertCode("wrong-type", text.replace("REGISTER", "NOVEL"), Manifest.class);
        assertCode("wrong-type", text.replace("\"REGISTER\"", "1"), Manifest.class);
        assertCode("wrong-type", text.replace("REGISTER", ""), Manifest.class);
        assertCode("wrong-type", text.replace("REGISTER", "1"), Manifest.class);
    }

    private static <M extends SyncMessage> M decode(String text, Class<M> type) {
        return SyncCodec.decode(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), type);
    }

    private static void assertCode(String code, String text, Class<? extends SyncMessage> type) {
        assertThatThrownBy(() -> decode(text, type))
                .isInstanceOfSatisfying(
                        ProtocolException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

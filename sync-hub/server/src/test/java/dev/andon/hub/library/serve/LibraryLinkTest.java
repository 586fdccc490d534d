package dev.andon.hub.library.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.hub.library.Added;
import dev.andon.hub.library.DocumentKey;
import dev.andon.hub.library.LibraryFixture;
import dev.andon.hub.library.LibraryStatus.RevisionStatus;
import dev.andon.hub.library.NodeState;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.protocol.Catalog.Ring;
import dev.andon.protocol.DocumentKind;
import dev.andon.protocol.Manifest;
import dev.andon.protocol.NodeStatus.Installed;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.Topics;
import dev.andon.protocol.Want;
import dev.andon.protocol.signature.SigningKey;
import dev.andon.protocol.signature.TrustedKeys;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class LibraryLinkTest {
    private static final Topics TOPICS = new Topics("plant");
    private static final DocumentKey WORDS = DocumentKey.named("phrases/commands-en");

    @TempDir Path folder;
    private final List<Thread> threads = new ArrayList<>();
    private final MemoryBroker broker = new MemoryBroker();
    private LibraryFixture plant;
    private LibraryLink link;

    /// Of the clocks of nodes before the hub's.
    private Duration offset = Duration.ZERO;

    @BeforeEach
    void start() {
        begin(LibraryFixture.open(folder));
    }

    private void serve(LibraryFixture other) {
        link.close();
        plant.close();
        begin(other);
    }

    private void begin(LibraryFixture opened) {
        plant = opened;
        link = LibraryLink.start(plant.library);
        link.connected(broker);
    }

    @AfterEach
    void stop() throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join();
        }
        link.close();
        plant.close();
    }

    @Test
    void bringsAnUpdateToANodeThatVerifiesEverything(TestReporter report) throws IOException {
        serve(LibraryFixture.withPalletiser(folder.resolve("palletiser")));
        ScriptedNode node = node("edge-1");
        Added b = LibraryFixture.palletiserB();
        plant.library.stage(LibraryFixture.PX200, "B", null, null);
        await(() -> installed(node, "px200-service") == 1);
        long first = node.bytesFetched;
        Added c = LibraryFixture.palletiserC();
        plant.library.stage(LibraryFixture.PX200, "C", null, null);
        await(() -> installed(node, "px200-service") == 2);
        long second = node.bytesFetched - first;
        report.publishEntry(
                Map.of(
                        "bytes of revision B", "" + first,
                        "bytes of revision C", "" + second));
        assertThat(node.complaints).isEmpty();
        assertThat(first).isEqualTo(b.bytesNew());
        assertThat(second).isEqualTo(c.bytesNew()).isLessThan(first);
        await(() -> served(LibraryFixture.PX200, 2).bytesServed() == second);
        plant.library.rollback(LibraryFixture.PX200);
        await(() -> installed(node, "px200-service") == 1);
        assertThat(node.bytesFetched).isEqualTo(first + second);
    }

    @Test
    void servesTwentyNodesAtOnceWithLittleMoreThanTheFile(TestReporter report) throws IOException {
        Path file = folder.resolve("commands-en.txt");
        Files.write(file, text(900_000));
        plant.phrases(file, "1");
        List<ScriptedNode> nodes = IntStream.range(0, 20).mapToObj(i -> node("edge-" + i)).toList();
        plant.library.stage(WORDS, "1", null, null);
        await(() -> nodes.stream().allMatch(node -> installed(node, "commands-en") == 1));
        double ratio = (double) broker.blockBytes.get() / Files.size(file);
        report.publishEntry(
                Map.of(
                        "bytes published / file",
                        "%.3f".formatted(ratio),
                        "blocks",
                        "" + broker.blocks.get()));
        assertThat(nodes).allSatisfy(node -> assertThat(node.complaints).isEmpty());
        assertThat(ratio).isLessThan(1.2);
    }

    @Test
    void publishesManifestsBeforeTheCatalogAndClearsThoseThatNobodyWants() throws IOException {
        plant.phrases("A");
        plant.phrases("B");
        String first = TOPICS.manifest(DocumentKind.PHRASES, "commands-en", 1);
        String second = TOPICS.manifest(DocumentKind.PHRASES, "commands-en", 2);
        plant.library.stage(WORDS, "A", null, null);
        await(() -> broker.kept(TOPICS.catalog()) != null);
        assertThat(broker.retainedInOrder()).containsExactly(first, TOPICS.catalog());
        plant.library.stage(WORDS, "B", null, null);
        await(() -> broker.kept(second) != null && broker.kept(first) == null);
        assertThat(broker.kept()).isEqualTo(2);
    }

    @Test
    void publishesEverythingAgainToABrokerThatForgot() throws IOException {
        plant.phrases("A");
        plant.library.stage(WORDS, "A", null, null);
        await(() -> broker.kept() == 2);
        MemoryBroker other = new MemoryBroker();
        link.lost();
        link.connected(other);
        await(() -> other.kept() == 2);
    }

    @Test
    void tellsWhichBlockItDoesNotHave() {
        ScriptedNode node = node("edge-1");
        String nothing = "0".repeat(64);
        link.arrived(
                MemoryBroker.message(
                        TOPICS.want("edge-1"),
                        SyncCodec.encode(new Want("edge-1", nothing, List.of(nothing)))));
        await(() -> node.complaints.contains("missing " + nothing));
        await(() -> link.traffic().missing() == 1);
    }

    @Test
    void dropsWantsThatNoNodeWouldSend() {
        String hash = "a".repeat(64);
        List<byte[]> odd =
                List.of(
                        "not json".getBytes(StandardCharsets.UTF_8),
                        SyncCodec.encode(new Want("edge-2", hash, List.of(hash))),
                        wanted("../../etc/passwd"),
                        wanted(
                                IntStream.range(0, 65)
                                        .mapToObj(_ -> hash)
                                        .collect(Collectors.joining("\",\""))));
        odd.forEach(bytes -> link.arrived(MemoryBroker.message(TOPICS.want("edge-1"), bytes)));
        assertThat(link.dropped()).isEqualTo(odd.size());
        assertThat(broker.blocks.get()).isZero();
    }

    /// As a node would write it that does not keep to the contract.
    private static byte[] wanted(String blocks) {
        return "{\"node\":\"edge-1\",\"manifestSha256\":\"%s\",\"blocks\":[\"%s\"]}"
                .formatted("a".repeat(64), blocks)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void signsWithAKeyWithoutWhichNothingIsInstalled() throws IOException {
        TrustedKeys others = TrustedKeys.of(List.of(SigningKey.generate().known()));
        ScriptedNode stranger = new ScriptedNode("edge-1", others, link::arrived, (_, _) -> {});
        threads.add(stranger.start(broker));
        plant.phrases("A");
        plant.library.stage(WORDS, "A", null, null);
        await(() -> stranger.complaints.contains("unknown-key"));
        assertThat(stranger.installed).isEmpty();
    }

    @Test
    void leavesNodesOfOtherRingsAlone() throws IOException {
        plant.library.ring(new Ring("canary", List.of("edge-1")));
        ScriptedNode canary = node("edge-1");
        ScriptedNode other = node("edge-2");
        plant.phrases("A");
        plant.library.stage(WORDS, "A", null, null);
        await(() -> installed(canary, "commands-en") == 1);
        assertThat(other.installed).isEmpty();
        plant.library.promote(WORDS, null);
        await(() -> installed(other, "commands-en") == 1);
    }

    @Test
    void haltsByItselfWhenANodeRefuses() throws IOException {
        plant.phrases("A");
        plant.phrases("B");
        plant.status("edge-1", true);
        plant.library.stage(WORDS, "A", null, null);
        plant.library.stage(WORDS, "B", null, null);
        plant.refuse("edge-1", WORDS, 2, "corrupt-file");
        await(() -> halted().contains("corrupt-file"));
        String before = TOPICS.manifest(DocumentKind.PHRASES, "commands-en", 1);
        await(() -> broker.kept(before) != null);
    }

    @Test
    void showsWhyANodeRefusesAManifestThatWasChangedOnTheWay() throws IOException {
        broker.mischief = changing("manifest");
        refuses("wrong-signature");
    }

    @Test
    void showsWhyANodeRefusesBlocksThatWereChangedOnTheWay() throws IOException {
        broker.mischief = changing("/blocks");
        refuses("corrupt-block");
    }

    @Test
    void showsWhyANodeRefusesACatalogThatHasRunOut() throws IOException {
        offset = Duration.ofDays(11);
        refuses("expired");
    }

    @Test
    void playsNoOldCatalogBack() throws IOException {
        plant.phrases("A");
        plant.phrases("B");
        ScriptedNode node = node("edge-1");
        plant.library.stage(WORDS, "A", null, null);
        await(() -> installed(node, "commands-en") == 1);
        Publication old = Objects.requireNonNull(broker.kept(TOPICS.catalog()));
        plant.library.stage(WORDS, "B", null, null);
        await(() -> installed(node, "commands-en") == 2);
        broker.publish(old);
        await(() -> node.complaints.contains("older-revision"));
        assertThat(installed(node, "commands-en")).isEqualTo(2);
    }

    /// Until the hub says so of it.
    private void refuses(String code) throws IOException {
        ScriptedNode node = node("edge-1");
        plant.phrases("A");
        plant.library.stage(WORDS, "A", null, null);
        await(() -> halted().contains("(" + code + ")"));
        assertThat(node.installed).isEmpty();
        assertThat(plant.library.status().documents().getFirst().rings().getFirst().nodes())
                .extracting(NodeState::code)
                .containsExactly(code);
    }

    private static UnaryOperator<Publication> changing(String part) {
        return said -> {
            byte[] bytes = said.payload().bytes();
            if (!said.topic().contains(part) || bytes.length == 0) {
                return said;
            }
            // A letter of the signed text, or of a file.
            int at = bytes.length / 2;
            bytes[at] = (byte) (bytes[at] == 'A' ? 'B' : 'A');
            return new Publication(
                    said.topic(),
                    Payload.of(bytes),
                    said.qos(),
                    said.retain(),
                    said.contentType(),
                    said.responseTopic(),
                    said.correlation(),
                    said.expirySeconds(),
                    said.properties());
        };
    }

    private String halted() {
        return String.valueOf(
                plant.library.status().documents().getFirst().rings().getFirst().halted());
    }

    private ScriptedNode node(String name) {
        plant.status(name, true);
        ScriptedNode node = new ScriptedNode(name, plant.trusted(), link::arrived, this::report);
        node.clock = () -> plant.now() + offset.toMillis();
        node.refuses =
                (entry, code) ->
                        plant.refuse(
                                name,
                                new DocumentKey(entry.kind(), entry.id()),
                                entry.serial(),
                                code);
        threads.add(node.start(broker));
        return node;
    }

    private void report(ScriptedNode node, Manifest manifest) {
        DocumentKey document = new DocumentKey(manifest.kind(), manifest.id());
        plant.report(node.name, document, manifest.serial(), "installed");
        plant.status(
                node.name,
                true,
                new Installed(
                        document.name().substring(0, document.name().indexOf('/')),
                        manifest.id(),
                        manifest.serial(),
                        manifest.revision(),
                        true));
    }

    private RevisionStatus served(DocumentKey document, long serial) {
        return plant.library.status().documents().stream()
                .filter(one -> one.document().equals(document.name()))
                .flatMap(one -> one.revisions().stream())
                .filter(one -> one.serial() == serial)
                .findFirst()
                .orElseThrow();
    }

    private static long installed(ScriptedNode node, String id) {
        Manifest manifest = node.installed.get(id);
        return manifest == null ? 0 : manifest.serial();
    }

    /// Text that does not repeat.
    private static byte[] text(int length) {
        java.util.Random random = new java.util.Random(7);
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) {
            text[i] = (byte) ('a' + random.nextInt(26));
        }
        return text;
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("nothing came in 120 s").isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }
}

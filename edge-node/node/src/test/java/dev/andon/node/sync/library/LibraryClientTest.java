package dev.andon.node.sync.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.answer.Reply;
import dev.andon.protocol.Catalog;
import dev.andon.protocol.Manifest;
import dev.andon.protocol.NodeStatus.Installed;
import dev.andon.protocol.fact.InstallationFact;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A real node and a hub in memory: real manuals, real index, real answers.
class LibraryClientTest {
    @TempDir Path folder;
    private final ScriptedHub hub = new ScriptedHub();
    private TestNode node;

    @BeforeEach
    void open() {
        node = TestNode.open(folder, hub);
        hub.connect(node.client);
    }

    @AfterEach
    void close() {
        node.close();
        hub.close();
    }

    @Test
    void installsAManualAndAnswersFromIt() throws Exception {
        hub.release(Torques.manifest(hub, 1, "B"));
        InstallationFact fact = node.fact();
        assertThat(fact.state()).isEqualTo("installed");
        assertThat(fact.document()).isEqualTo(Torques.DOCUMENT);
        assertThat(fact.bytesFetched()).isEqualTo(hub.bytes.get()).isPositive();
        assertThat(fact.vectorsTaken()).isZero();
        assertThat(fact.vectorsMade()).isPositive();
        assertThat(answer(Torques.QUESTION)).contains(Torques.OF_B);
        assertThat(node.client.installed())
                .containsExactly(new Installed("manual", Torques.ID, 1, "B", true));
    }

    @Test
    void fetchesOnlyTheBlocksThatItHasNot() throws Exception {
        Manifest old = Px200.manifest(hub, 1, "B");
        hub.release(old);
        node.fact();
        HashSet<String> had = new HashSet<>(hub.files.blocks.keySet());
        hub.served.clear();
        hub.bytes.set(0);
        Manifest next = Px200.manifest(hub, 2, "C");
        hub.release(next);
        InstallationFact fact = node.fact();
        assertThat(hub.served).doesNotContainAnyElementsOf(had).doesNotHaveDuplicates();
        assertThat(fact.bytesFetched()).isEqualTo(hub.bytes.get());
        assertThat(fact.bytesReused()).isPositive();
        assertThat(answer(Px200.QUESTION)).contains(Px200.OF_C);
        assertThat(node.client.installed())
                .containsExactlyInAnyOrder(
                        new Installed("manual", Px200.ID, 1, "B", false),
                        new Installed("manual", Px200.ID, 2, "C", true));
    }

    @Test
    void rollsBackAndForthByThePointerWithoutFetchingAnything() throws Exception {
        Manifest old = Torques.manifest(hub, 1, "B");
        hub.release(old);
        node.fact();
        Manifest next = Torques.manifest(hub, 2, "C");
        hub.release(next);
        node.fact();
        hub.bytes.set(0);
        hub.wants(ScriptedHub.entry(old, hub.publish(old), true));
        InstallationFact back = node.fact();
        assertThat(back.state()).isEqualTo("rolled-back");
        assertThat(back.serial()).isEqualTo(1);
        assertThat(answer(Torques.QUESTION)).contains(Torques.OF_B);
        hub.wants(ScriptedHub.entry(next, hub.publish(next), false));
        assertThat(node.fact().state()).isEqualTo("installed");
        assertThat(answer(Torques.QUESTION)).contains(Torques.OF_C);
        assertThat(hub.bytes).hasValue(0);
    }

    @Test
    void keepsTheServingRevisionWhenAQuestionFails() throws Exception {
        hub.release(Torques.manifest(hub, 1, "B", null, Torques.question(Torques.OF_B)));
        InstallationFact good = node.fact();
        assertThat(good.questionsPassed()).isEqualTo(1);
        hub.release(Torques.manifest(hub, 2, "C", null, Torques.question(Torques.OF_B)));
        InstallationFact bad = node.fact();
        assertThat(bad.code()).isEqualTo("questions-failed");
        assertThat(bad.reason()).contains("torque", Torques.OF_C);
        assertThat(answer(Torques.QUESTION)).contains(Torques.OF_B);
        hub.release(Torques.manifest(hub, 3, "C", null, Torques.question(Torques.OF_C)));
        assertThat(node.fact().state()).isEqualTo("installed");
        assertThat(answer(Torques.QUESTION)).contains(Torques.OF_C);
    }

    @Test
    void triesARefusedRevisionAgainUnderANewCatalogOnly() throws Exception {
        Manifest failing = Torques.manifest(hub, 1, "C", null, Torques.question("never"));
        hub.release(failing);
        assertThat(node.fact().code()).isEqualTo("questions-failed");
        long bytes = hub.bytes.get();
        hub.cut();
        hub.connect(node.client);
        hub.wants(ScriptedHub.entry(failing, hub.publish(failing), false));
        assertThat(node.fact().code()).isEqualTo("questions-failed");
        node.client.resync();
        assertThat(node.fact().code()).isEqualTo("questions-failed");
        assertThat(hub.bytes).hasValue(bytes);
    }

    @Test
    void goesOnAfterACutWithTheRestOnly() throws Exception {
        Manifest manifest = Px200.manifest(hub, 1, "C");
        int total = hub.all().size();
        CountDownLatch cut = new CountDownLatch(1);
        hub.script =
                _ -> {
                    if (hub.served.size() < total / 2) {
                        return ScriptedHub.Answer.GIVEN;
                    }
                    hub.cut();
                    cut.countDown();
                    return ScriptedHub.Answer.LOST;
                };
        hub.release(manifest);
        assertThat(cut.await(60, TimeUnit.SECONDS)).isTrue();
        hub.settle();
        hub.script = _ -> ScriptedHub.Answer.GIVEN;
        hub.connect(node.client);
        assertThat(node.fact().state()).isEqualTo("installed");
        assertThat(hub.served.size()).isLessThanOrEqualTo(total + FetchPlan.WINDOW_MAX);
    }

    @Test
    void survivesALossyLinkOnTheSharedTopic() throws Exception {
        hub.shared = true;
        Random random = new Random(7);
        hub.script =
                _ -> random.nextInt(20) == 0 ? ScriptedHub.Answer.LOST : ScriptedHub.Answer.GIVEN;
        hub.release(Px200.manifest(hub, 1, "B"));
        assertThat(node.fact().state()).isEqualTo("installed");
    }

    @Test
    void refusesABlockThatIsCorruptEachTime() throws Exception {
        Manifest manifest = Torques.manifest(hub, 1, "B");
        String spoilt = hub.all().get(hub.all().size() / 2);
        hub.script =
                block ->
                        block.equals(spoilt) ? ScriptedHub.Answer.SPOILT : ScriptedHub.Answer.GIVEN;
        hub.release(manifest);
        assertThat(node.fact().code()).isEqualTo("corrupt-block");
        assertThat(node.client.installed()).isEmpty();
        hub.script = _ -> ScriptedHub.Answer.GIVEN;
        node.client.resync();
        assertThat(node.fact().state()).isEqualTo("installed");
    }

    @Test
    void asksAgainForABlockThatIsCorruptOnce() throws Exception {
        HashSet<String> seen = new HashSet<>();
        hub.script =
                block -> seen.add(block) ? ScriptedHub.Answer.SPOILT : ScriptedHub.Answer.GIVEN;
        hub.release(Torques.manifest(hub, 1, "B"));
        assertThat(node.fact().state()).isEqualTo("installed");
    }

    @Test
    void refusesAnOlderRevision() throws Exception {
        hub.release(Torques.manifest(hub, 2, "C"));
        node.fact();
        hub.release(Torques.manifest(hub, 1, "B"));
        assertThat(node.fact().code()).isEqualTo("older-revision");
        assertThat(answer(Torques.QUESTION)).contains(Torques.OF_C);
    }

    @Test
    void refusesAForgedManifestAndTakesTheRightOneLater() throws Exception {
        Manifest manifest = Torques.manifest(hub, 1, "B");
        try (ScriptedHub stranger = new ScriptedHub()) {
            String sha256 = stranger.publish(manifest);
            stranger.settle();
            hub.retain(
                    hub.topics.manifest(manifest.kind(), manifest.id(), 1),
                    stranger.retained.values().iterator().next());
            hub.wants(ScriptedHub.entry(manifest, sha256, false));
        }
        assertThat(node.fact().code()).isEqualTo("unknown-key");
        hub.publish(manifest);
        assertThat(node.fact().state()).isEqualTo("installed");
    }

    @Test
    void refusesAForgedCatalogOnce() throws Exception {
        byte[] good = hub.catalog(1);
        byte[] forged =
                new String(good, StandardCharsets.UTF_8)
                        .replaceFirst("\"sig\":\"....", "\"sig\":\"AAAA")
                        .getBytes(StandardCharsets.UTF_8);
        hub.retain(hub.topics.catalog(), forged);
        InstallationFact fact = node.fact();
        assertThat(fact.code()).isEqualTo("wrong-signature");
        assertThat(fact.document()).isEqualTo("catalog/plant");
        hub.cut();
        hub.connect(node.client);
        hub.release(Torques.manifest(hub, 1, "B"));
        assertThat(node.fact().state()).isEqualTo("installed");
    }

    @Test
    void doesNotBelieveAnOldCatalogThatIsPlayedBack() throws Exception {
        Manifest old = Torques.manifest(hub, 1, "B");
        hub.release(old);
        node.fact();
        Manifest next = Torques.manifest(hub, 2, "C");
        hub.release(next);
        node.fact();
        hub.retain(
                hub.topics.catalog(),
                hub.catalog(1, ScriptedHub.entry(old, hub.publish(old), true)));
        InstallationFact fact = node.fact();
        assertThat(fact.code()).isEqualTo("older-revision");
        assertThat(fact.document()).isEqualTo("catalog/plant");
        assertThat(answer(Torques.QUESTION)).contains(Torques.OF_C);
    }

    @Test
    void installsNothingByAnExpiredCatalog() throws Exception {
        hub.expires = System.currentTimeMillis() - 1;
        hub.release(Torques.manifest(hub, 1, "B"));
        assertThat(node.fact().code()).isEqualTo("expired");
        hub.expires = Long.MAX_VALUE / 2;
        hub.release(Torques.manifest(hub, 1, "B"));
        assertThat(node.fact().state()).isEqualTo("installed");
    }

    @Test
    void refusesWhatDoesNotFitOnTheDisk() throws Exception {
        long[] room = {0};
        try (ScriptedHub other = new ScriptedHub();
                TestNode small = TestNode.open(folder.resolve("small"), other, _ -> room[0])) {
            other.connect(small.client);
            other.release(Torques.manifest(other, 1, "B"));
            InstallationFact fact = small.fact();
            assertThat(fact.code()).isEqualTo("disk-full");
            assertThat(fact.reason()).contains("MiB");
            assertThat(other.bytes).hasValue(0);
            room[0] = Long.MAX_VALUE;
            small.client.resync();
            assertThat(small.fact().state()).isEqualTo("installed");
        }
    }

    @Test
    void removesWhatIsNeitherServingNorPreviousNorWanted() throws Exception {
        for (int serial = 1; serial <= 3; serial++) {
            hub.release(Torques.manifest(hub, serial, serial % 2 == 0 ? "B" : "C"));
            node.fact();
        }
        hub.wants();
        node.client.resync();
        hub.release(Torques.manifest(hub, 4, "B"));
        node.fact();
        Path files = node.home.library().resolve(".files/manual").resolve(Torques.ID);
        try (var kept = Files.list(files)) {
            assertThat(kept.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("3", "4");
        }
        assertThat(node.node.manuals()).hasSize(2);
    }

    @Test
    void waitsForARingThatIsItsOwn() throws Exception {
        Manifest manifest = Torques.manifest(hub, 1, "B");
        String sha256 = hub.publish(manifest);
        hub.wants(
                new Catalog.Entry(
                        manifest.kind(), manifest.id(), 1, "B", sha256, List.of("canary"), false));
        hub.wants(ScriptedHub.entry(manifest, sha256, false));
        assertThat(node.fact().state()).isEqualTo("installed");
    }

    private String answer(String question) {
        Reply reply = node.ask(question);
        assertThat(reply).isInstanceOf(Reply.Answer.class);
        return reply.text();
    }
}

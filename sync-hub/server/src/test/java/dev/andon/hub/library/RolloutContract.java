package dev.andon.hub.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.hub.library.LibraryStatus.DocumentStatus;
import dev.andon.hub.library.LibraryStatus.RingStatus;
import dev.andon.hub.store.StoreSettings;
import dev.andon.protocol.Catalog;
import dev.andon.protocol.Catalog.Ring;
import dev.andon.protocol.Manifest;
import dev.andon.protocol.NodeStatus.EngineState;
import dev.andon.protocol.NodeStatus.Installed;
import dev.andon.protocol.Sha256;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.signature.SignedEnvelope;
import dev.andon.protocol.signature.SigningKey;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// How a revision goes from ring to ring.
abstract class RolloutContract {
    private static final DocumentKey WORDS = DocumentKey.named("phrases/commands-en");

    @TempDir Path folder;
    private StoreSettings database;
    private LibraryFixture plant;

    /// An empty database.
    abstract StoreSettings empty();

    @BeforeEach
    void addThreeRevisions() throws IOException {
        database = empty();
        plant = LibraryFixture.open(folder, SigningKey.generate(), database);
        plant.phrases("A");
        plant.phrases("B");
        plant.phrases("C");
        plant.library.ring(new Ring("canary", List.of("edge-1", "edge-2")));
    }

    @AfterEach
    void close() {
        plant.close();
    }

    @Test
    void stagesInTheFirstRingUnlessAnotherIsNamed() {
        plant.library.stage(WORDS, "A", null, null);
        Catalog catalog = catalog();
        assertThat(catalog.ringOf("edge-1")).isEqualTo("canary");
        assertThat(catalog.ringOf("edge-9")).isEqualTo("everyone");
        assertThat(catalog.entries())
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.serial()).isEqualTo(1);
                            assertThat(entry.revision()).isEqualTo("A");
                            assertThat(entry.rings()).containsExactly("canary");
                            assertThat(entry.rollback()).isFalse();
                            assertThat(entry.manifestSha256())
                                    .isEqualTo(Sha256.of(payload(manifests().getFirst())));
                        });
    }

    @Test
    void refusesToSkipARingWithoutAReason() {
        refused("not-proven", () -> plant.library.stage(WORDS, "A", "everyone", null));
        plant.library.stage(WORDS, "A", "everyone", "the first manual of a new plant");
        assertThat(catalog().entries().getFirst().rings()).containsExactly("everyone");
    }

    @Test
    void refusesARingThatDoesNotExist() {
        refused("unknown-ring", () -> plant.library.stage(WORDS, "A", "line-2", null));
    }

    @Test
    void refusesToStageAnEarlierRevisionThanTheRingServes() {
        plant.library.stage(WORDS, "B", null, null);
        refused("older", () -> plant.library.stage(WORDS, "A", null, null));
    }

    @Test
    void refusesToPromoteWhatWasNeverStaged() {
        refused("not-staged", () -> plant.library.promote(WORDS, null));
    }

    @Test
    void promotesWhatEveryNodeOfTheRingServes() {
        plant.library.stage(WORDS, "A", null, null);
        plant.status("edge-1", true, serving(1, "A"));
        plant.report("edge-2", WORDS, 1, "installed");
        Stage stage = plant.library.promote(WORDS, null);
        assertThat(stage.ring()).isEqualTo("everyone");
        assertThat(catalog().entries())
                .singleElement()
                .satisfies(
                        entry ->
                                assertThat(entry.rings())
                                        .containsExactlyInAnyOrder("canary", "everyone"));
    }

    @Test
    void doesNotPromoteWhileANodeOfTheRingLacksIt() {
        plant.library.stage(WORDS, "A", null, null);
        plant.report("edge-1", WORDS, 1, "installed");
        assertThatThrownBy(() -> plant.library.promote(WORDS, null))
                .hasMessageContaining("edge-2 has not installed it yet and is offline")
                .hasMessageContaining("--force");
    }

    @Test
    void doesNotPromoteFromARingWithoutNodes() {
        plant.library.ring(new Ring("canary", List.of()));
        plant.library.stage(WORDS, "A", null, null);
        assertThatThrownBy(() -> plant.library.promote(WORDS, null))
                .hasMessageContaining("it has no nodes");
    }

    @Test
    void doesNotPromoteWhileAnEngineOfACanaryHasFailed() {
        plant.library.stage(WORDS, "A", null, null);
        plant.status("edge-1", true, serving(1, "A"));
        plant.status(
                "edge-2",
                true,
                List.of(new EngineState("store", "failed", "disk")),
                serving(1, "A"));
        assertThatThrownBy(() -> plant.library.promote(WORDS, null))
                .hasMessageContaining("on edge-2 failed since: store");
    }

    @Test
    void remembersThatAnEngineFailedSinceAlthoughItIsWellAgain() {
        plant.engine("edge-1", "tts", "failed");
        plant.library.stage(WORDS, "A", null, null);
        plant.status("edge-1", true, serving(1, "A"));
        plant.status("edge-2", true, serving(1, "A"));
        plant.engine("edge-2", "store", "failed");
        plant.engine("edge-2", "store", "ok");
        assertThatThrownBy(() -> plant.library.promote(WORDS, null))
                .hasMessageContaining("on edge-2 failed since: store")
                .hasMessageNotContaining("edge-1");
    }

    @Test
    void waitsNotForANodeThatWasRemoved() {
        plant.library.stage(WORDS, "A", null, null);
        plant.status("edge-1", true, serving(1, "A"));
        refused("not-proven", () -> plant.library.promote(WORDS, null));
        plant.store.write(h -> h.execute("insert into removed_node values ('edge-2', 1)"));
        assertThat(plant.library.promote(WORDS, null).ring()).isEqualTo("everyone");
    }

    @Test
    void goesThroughTheRingsInTheirOrder() {
        plant.library.ring(new Ring("line-2", List.of("edge-3")));
        plant.library.stage(WORDS, "A", null, null);
        plant.report("edge-1", WORDS, 1, "installed");
        plant.report("edge-2", WORDS, 1, "installed");
        assertThat(plant.library.promote(WORDS, null).ring()).isEqualTo("line-2");
        refused("not-proven", () -> plant.library.promote(WORDS, null));
        plant.report("edge-3", WORDS, 1, "installed");
        assertThat(plant.library.promote(WORDS, null).ring()).isEqualTo("everyone");
        refused("not-staged", () -> plant.library.promote(WORDS, null));
    }

    @Test
    void haltsWhenANodeRefusesAndLeavesTheOthersWithWhatTheyHave() {
        everywhere("A", 1);
        plant.library.stage(WORDS, "B", null, null);
        plant.report("edge-1", WORDS, 2, "installed");
        plant.refuse("edge-2", WORDS, 2, "questions-failed");
        plant.library.tend();
        RingStatus canary = ring("canary");
        assertThat(canary.halted())
                .isEqualTo("edge-2 refused it: the reason for questions-failed (questions-failed)");
        assertThat(canary.nodes())
                .extracting(NodeState::state)
                .containsExactly(NodeState.State.INSTALLED, NodeState.State.REFUSED);
        assertThat(catalog().entries())
                .allSatisfy(entry -> assertThat(entry.serial()).isEqualTo(1))
                .allSatisfy(entry -> assertThat(entry.rollback()).isFalse());
        assertThatThrownBy(() -> plant.library.promote(WORDS, null))
                .hasMessageContaining("questions-failed");
    }

    @Test
    void goesOnAfterARefusalOnlyWithAReasonThatIsKept() {
        everywhere("A", 1);
        plant.library.stage(WORDS, "B", null, null);
        plant.refuse("edge-2", WORDS, 2, "disk-full");
        plant.library.tend();
        plant.library.promote(WORDS, "edge-2 gets a new disk tomorrow");
        plant.library.tend();
        assertThat(ring("canary").halted()).isNull();
        assertThat(ring("everyone").serial()).isEqualTo(2);
        List<String> reasons =
                plant.store.read(
                        h ->
                                h.createQuery(
                                                "select reason from library_decision where reason"
                                                        + " is not null")
                                        .mapTo(String.class)
                                        .list());
        assertThat(reasons).contains("edge-2 gets a new disk tomorrow");
    }

    @Test
    void isNotHaltedByWhatWasRefusedBeforeItWasStagedAgain() {
        plant.library.stage(WORDS, "A", null, null);
        plant.refuse("edge-2", WORDS, 1, "disk-full");
        plant.library.tend();
        plant.pass(Duration.ofMinutes(1));
        plant.library.stage(WORDS, "A", null, null);
        plant.library.tend();
        assertThat(ring("canary").halted()).isNull();
        assertThat(catalog().entries()).hasSize(1);
    }

    @Test
    void rollsEveryRingBackAtOnce() {
        everywhere("A", 1);
        plant.library.stage(WORDS, "C", null, null);
        plant.report("edge-1", WORDS, 3, "installed");
        List<Stage> stages = plant.library.rollback(WORDS);
        assertThat(stages).extracting(Stage::serial).containsOnly(1L);
        assertThat(catalog().entries())
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.serial()).isEqualTo(1);
                            assertThat(entry.rollback()).isTrue();
                            assertThat(entry.rings())
                                    .containsExactlyInAnyOrder("canary", "everyone");
                        });
        plant.report("edge-1", WORDS, 1, "rolled-back");
        assertThat(ring("canary").nodes().getFirst().state()).isEqualTo(NodeState.State.INSTALLED);
    }

    @Test
    void neverRollsBackToWhatWasNeverStaged() {
        plant.library.stage(WORDS, "B", null, null);
        refused("no-previous", () -> plant.library.rollback(WORDS));
    }

    @Test
    void stagesALaterRevisionAfterARollBack() {
        everywhere("A", 1);
        plant.library.stage(WORDS, "B", null, null);
        plant.library.rollback(WORDS);
        plant.library.stage(WORDS, "C", null, null);
        assertThat(catalog().entries())
                .anySatisfy(
                        entry -> {
                            assertThat(entry.serial()).isEqualTo(3);
                            assertThat(entry.rollback()).isFalse();
                        });
    }

    @Test
    void numbersCatalogsUpwardsOverARestart() {
        plant.library.stage(WORDS, "A", null, null);
        long before = plant.library.catalogVersion();
        plant.close();
        plant = LibraryFixture.open(folder, plant.key, database);
        assertThat(plant.library.catalogVersion()).isEqualTo(before);
        plant.library.stage(WORDS, "B", null, null);
        assertThat(plant.library.catalogVersion()).isEqualTo(before + 1);
        assertThat(catalog().version()).isEqualTo(before + 1);
    }

    @Test
    void signsTheCatalogAgainBeforeItExpires() {
        plant.library.stage(WORDS, "A", null, null);
        Catalog first = catalog();
        plant.library.tend();
        assertThat(catalog()).isEqualTo(first);
        plant.pass(Duration.ofDays(6));
        plant.library.tend();
        assertThat(catalog().version()).isEqualTo(first.version() + 1);
        assertThat(catalog().expires()).isEqualTo(plant.now() + Duration.ofDays(10).toMillis());
        assertThat(catalog().entries()).isEqualTo(first.entries());
    }

    @Test
    void signsAManifestAgainBeforeItExpires() {
        plant.library.stage(WORDS, "A", null, null);
        Catalog first = catalog();
        plant.pass(Duration.ofDays(60));
        plant.library.tend();
        Catalog.Entry entry = catalog().entries().getFirst();
        assertThat(entry.serial()).isEqualTo(1);
        assertThat(entry.manifestSha256())
                .isNotEqualTo(first.entries().getFirst().manifestSha256())
                .isEqualTo(Sha256.of(payload(manifests().getFirst())));
        Manifest manifest = SyncCodec.decode(payload(manifests().getFirst()), Manifest.class);
        assertThat(manifest.expires()).isEqualTo(plant.now() + Duration.ofDays(100).toMillis());
    }

    @Test
    void refusesARingThatCannotBe() {
        refused("ring-invalid", () -> plant.library.ring(new Ring("everyone", List.of("a"))));
        refused("unknown-ring", () -> plant.library.removeRing("line-2"));
    }

    @Test
    void movesANodeFromOneRingToAnother() {
        plant.library.ring(new Ring("line-2", List.of("edge-2", "edge-3")));
        assertThat(plant.library.rings())
                .containsExactly(
                        new Ring("canary", List.of("edge-1")),
                        new Ring("line-2", List.of("edge-2", "edge-3")));
    }

    private void everywhere(String revision, long serial) {
        plant.library.stage(WORDS, revision, null, null);
        plant.report("edge-1", WORDS, serial, "installed");
        plant.report("edge-2", WORDS, serial, "installed");
        plant.library.promote(WORDS, null);
    }

    private RingStatus ring(String name) {
        DocumentStatus document = plant.library.status().documents().getFirst();
        return document.rings().stream()
                .filter(ring -> ring.ring().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Installed serving(long serial, String revision) {
        return new Installed("phrases", "commands-en", serial, revision, true);
    }

    private Catalog catalog() {
        return SyncCodec.decode(
                plant.trusted()
                        .open(read(plant.library.retained().getLast()), SignedEnvelope.CATALOG),
                Catalog.class);
    }

    private List<Retained> manifests() {
        List<Retained> all = plant.library.retained();
        return all.subList(0, all.size() - 1);
    }

    private byte[] payload(Retained manifest) {
        return plant.trusted().open(read(manifest), SignedEnvelope.MANIFEST);
    }

    private static SignedEnvelope read(Retained one) {
        return SignedEnvelope.read(one.bytes());
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        LibraryException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

package dev.andon.node.sync.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.node.sync.library.Revision.State;
import dev.andon.protocol.Catalog;
import dev.andon.protocol.Catalog.Entry;
import dev.andon.protocol.Catalog.Ring;
import dev.andon.protocol.DocumentKind;
import dev.andon.protocol.Manifest;
import dev.andon.protocol.Manifest.FileTree;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

class ChoiceTest {
    private static final long NOW = 1_000_000;
    private static final long THEN = 2_000_000;

    private final List<Revision> revisions = new ArrayList<>();
    private final Map<String, Manifest> manifests = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final Map<String, LibraryException> unverified = new HashMap<>();
    private long catalogExpires = THEN;

    @Test
    void installsWhatItsRingIsToServe() {
        come(3, THEN);
        assertThat(steps(entry(3, false, "everyone")))
                .singleElement()
                .isInstanceOfSatisfying(
                        Step.Install.class,
                        step -> assertThat(step.manifest().serial()).isEqualTo(3));
        assertThat(steps(entry(3, false, "canary"))).isEmpty();
    }

    @Test
    void belongsToTheRingThatNamesIt() {
        come(3, THEN);
        Catalog catalog =
                new Catalog(
                        "plant",
                        1,
                        0,
                        THEN,
                        List.of(new Ring("canary", List.of("edge-1"))),
                        List.of(entry(3, false, "canary")));
        assertThat(choice(catalog).steps()).hasSize(1);
    }

    @Test
    void leavesWhatServesAlone() {
        have(3, State.SERVING);
        come(3, THEN);
        assertThat(steps(entry(3, false, "everyone"))).isEmpty();
        catalogExpires = 1;
        assertThat(steps(entry(3, false, "everyone"))).isEmpty();
    }

    @Test
    void refusesAnOlderRevisionUnlessItIsARollBack() {
        have(5, State.SERVING);
        come(3, THEN);
        assertThat(steps(entry(3, false, "everyone")))
                .singleElement()
                .satisfies(refuses("older-revision"));
        assertThat(steps(entry(3, true, "everyone")))
                .singleElement()
                .isInstanceOf(Step.Install.class);
    }

    @Test
    void returnsToTheKeptRevisionWithoutAManifest() {
        have(5, State.SERVING);
        have(3, State.PREVIOUS);
        assertThat(steps(entry(3, true, "everyone")))
                .singleElement()
                .isInstanceOf(Step.Return.class);
    }

    @Test
    void installsNothingByAnExpiredCatalog() {
        come(3, THEN);
        catalogExpires = NOW;
        assertThat(steps(entry(3, false, "everyone")))
                .singleElement()
                .satisfies(refuses("expired"));
    }

    @Test
    void installsNoExpiredManifest() {
        come(3, NOW);
        assertThat(steps(entry(3, false, "everyone")))
                .singleElement()
                .satisfies(refuses("expired"));
    }

    @Test
    void awaitsAManifestThatHasNotCome() {
        assertThat(steps(entry(3, false, "everyone")))
                .singleElement()
                .isInstanceOf(Step.Await.class);
    }

    @Test
    void saysWhyAManifestThatCameIsNotBelieved() {
        unverified.put("manual/px200/3", new LibraryException("wrong-signature", "Forged."));
        assertThat(steps(entry(3, false, "everyone")))
                .singleElement()
                .satisfies(refuses("wrong-signature"));
    }

    @Test
    void refusesTheManifestOfAnotherDocument() {
        manifests.put(sha(3), manifest("other", 3, THEN));
        assertThat(steps(entry(3, false, "everyone")))
                .singleElement()
                .satisfies(refuses("wrong-manifest"));
    }

    @Test
    void doesNotTryAgainWhatWasRefused() {
        come(3, THEN);
        refused.add(sha(3));
        assertThat(steps(entry(3, false, "everyone"))).isEmpty();
    }

    private static Consumer<Step> refuses(String code) {
        return step ->
                assertThat(step)
                        .isInstanceOfSatisfying(
                                Step.Refuse.class,
                                refuse -> assertThat(refuse.code()).isEqualTo(code));
    }

    private List<Step> steps(Entry entry) {
        return choice(new Catalog("plant", 1, 0, catalogExpires, List.of(), List.of(entry)))
                .steps();
    }

    private Choice choice(Catalog catalog) {
        return new Choice(
                catalog,
                "edge-1",
                new Choice.Known(revisions, manifests::get, refused, unverified),
                NOW);
    }

    private void come(long serial, long expires) {
        manifests.put(sha(serial), manifest("px200", serial, expires));
    }

    private void have(long serial, State state) {
        revisions.add(new Revision(manifest("px200", serial, THEN), sha(serial), state, 0));
    }

    private static Entry entry(long serial, boolean rollback, String ring) {
        return new Entry(
                DocumentKind.MANUAL, "px200", serial, "C", sha(serial), List.of(ring), rollback);
    }

    private static String sha(long serial) {
        return "%064x".formatted(serial);
    }

    private static Manifest manifest(String id, long serial, long expires) {
        return new Manifest(
                DocumentKind.MANUAL,
                id,
                serial,
                "C",
                "PX-200",
                0,
                expires,
                List.of(),
                "en",
                null,
                null,
                "px200.pdf",
                "application/pdf",
                new FileTree("00", 1, "00", 36),
                null,
                null);
    }
}

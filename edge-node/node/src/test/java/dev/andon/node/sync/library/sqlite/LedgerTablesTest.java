package dev.andon.node.sync.library.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.node.sync.library.Ledger;
import dev.andon.node.sync.library.PartName;
import dev.andon.node.sync.library.PartName.Level;
import dev.andon.node.sync.library.PartName.Tree;
import dev.andon.node.sync.library.Revision;
import dev.andon.node.sync.library.Revision.State;
import dev.andon.protocol.Catalog;
import dev.andon.protocol.DocumentKind;
import dev.andon.protocol.Manifest;
import dev.andon.protocol.Manifest.FileTree;
import dev.andon.protocol.Sha256;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.fact.InstallationFact;
import dev.andon.protocol.library.Block;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

class LedgerTablesTest {
    private static final PartName FILE = new PartName(Tree.FILE, Level.CONTENT);
    private static final Block BLOCK = Block.of(new byte[] {1, 2, 3});

    @TempDir Path folder;
    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = LedgerTables.open(folder.resolve("library.db"), _ -> {});
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void knowsTheNewestCatalogAfterARestart() {
        assertThat(ledger.catalog()).isNull();
        byte[] payload = SyncCodec.encode(new Catalog("plant", 7, 0, 9, List.of(), List.of()));
        ledger.keepCatalog(payload);
        reopen();
        assertThat(ledger.catalog())
                .satisfies(known -> assertThat(known.catalog().version()).isEqualTo(7))
                .satisfies(known -> assertThat(known.sha256()).isEqualTo(Sha256.of(payload)));
    }

    @Test
    void keepsOneServingAndOnePreviousRevision() {
        for (int serial = 1; serial <= 3; serial++) {
            ledger.serve(begin(serial), fact("installed", null));
        }
        assertThat(states())
                .containsExactlyInAnyOrderEntriesOf(Map.of(2L, State.PREVIOUS, 3L, State.SERVING));
        ledger.serve(begin(2), fact("rolled-back", null));
        assertThat(states())
                .containsExactlyInAnyOrderEntriesOf(Map.of(2L, State.SERVING, 3L, State.PREVIOUS));
    }

    @Test
    void findsABlockInAnyFile() {
        Ledger.Part part = ledger.part(begin(1), FILE, "a/b");
        assertThat(ledger.find(BLOCK.sha256())).isEmpty();
        ledger.written(part, Map.of(40L, BLOCK));
        ledger.whole(part);
        reopen();
        assertThat(ledger.blocks(part)).containsExactly(Map.entry(40L, BLOCK));
        Ledger.Place place = ledger.find(BLOCK.sha256()).orElseThrow();
        assertThat(place).isEqualTo(new Ledger.Place("a/b", true, 40, 3));
        ledger.lost(place);
        assertThat(ledger.find(BLOCK.sha256())).isEmpty();
    }

    @Test
    void forgetsTheBlocksOfARevisionWithIt() {
        Revision revision = begin(1);
        ledger.written(ledger.part(revision, FILE, "a/b"), Map.of(0L, BLOCK));
        ledger.drop(revision);
        assertThat(ledger.find(BLOCK.sha256())).isEmpty();
        assertThat(ledger.revisions()).isEmpty();
    }

    @Test
    void tellsEachFactUntilSomebodyTookIt() {
        ledger.serve(begin(1), fact("installed", null));
        ledger.refuse("manifest", 3, fact("refused", "disk-full"));
        assertThatThrownBy(
                        () ->
                                ledger.tell(
                                        fact -> {
                                            throw new IllegalStateException("no room");
                                        }))
                .isInstanceOf(IllegalStateException.class);
        reopen();
        List<InstallationFact> told = new ArrayList<>();
        ledger.tell(told::add);
        assertThat(told).containsExactly(fact("installed", null), fact("refused", "disk-full"));
        ledger.tell(fact -> assertThat(fact).as("told twice").isNull());
    }

    @Test
    void remembersARefusalUnderOneCatalogOnly() {
        ledger.refuse("one", 3, fact("refused", "disk-full"));
        ledger.refuse("two", 3, fact("refused", "questions-failed"));
        assertThat(ledger.refused(3)).containsExactlyInAnyOrder("one", "two");
        assertThat(ledger.refused(4)).isEmpty();
        ledger.retry(Set.of("disk-full"));
        assertThat(ledger.refused(3)).containsExactly("two");
        ledger.retryAll();
        assertThat(ledger.refused(3)).isEmpty();
    }

    @Test
    void triesAManifestAgainOnceItCanBeBelieved() {
        byte[] payload = SyncCodec.encode(manifest(1));
        String sha256 = Sha256.of(payload);
        ledger.refuse(sha256, 3, fact("refused", "wrong-signature"));
        ledger.keepManifest(sha256, payload);
        assertThat(ledger.refused(3)).isEmpty();
        assertThat(ledger.manifest(sha256)).isEqualTo(manifest(1));
    }

    @Test
    void countsWhatWasBrought() {
        Revision revision = begin(1);
        ledger.count(revision, 10, 3);
        ledger.count(revision, 5, 0);
        assertThat(ledger.traffic(revision)).isEqualTo(new Ledger.Traffic(15, 3));
    }

    @Test
    void knowsWhatTheHubPlaced() {
        ledger.placed("/home/andon.yaml", "ab");
        assertThat(ledger.isPlaced("/home/andon.yaml", "ab")).isTrue();
        assertThat(ledger.isPlaced("/home/andon.yaml", "cd")).isFalse();
    }

    private void reopen() {
        ledger.close();
        open();
    }

    private Map<Long, State> states() {
        Map<Long, State> states = new HashMap<>();
        ledger.revisions().forEach(each -> states.put(each.serial(), each.state()));
        return states;
    }

    private Revision begin(long serial) {
        return ledger.begin("manifest-" + serial, manifest(serial), 1);
    }

    private static InstallationFact fact(String state, @Nullable String code) {
        return new InstallationFact("manual/px200", 1, "C", state, code, code, 0, 0, 0, 0, 0, 0, 0);
    }

    private static Manifest manifest(long serial) {
        return new Manifest(
                DocumentKind.MANUAL,
                "px200",
                serial,
                "C",
                "PX-200",
                0,
                9,
                List.of(),
                null,
                null,
                null,
                "px200.pdf",
                "application/pdf",
                new FileTree("00", 1, "00", 36),
                null,
                null);
    }
}

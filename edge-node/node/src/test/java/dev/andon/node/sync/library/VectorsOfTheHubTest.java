package dev.andon.node.sync.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.corpus.sqlite.LibraryTable;
import dev.andon.knowledge.corpus.sqlite.ManualSchema;
import dev.andon.knowledge.embed.Embedding;
import dev.andon.knowledge.store.Database;
import dev.andon.protocol.Manifest;
import dev.andon.protocol.fact.InstallationFact;
import dev.andon.protocol.library.VectorRecord;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A node that takes the vectors of the hub answers as one that makes its own.
class VectorsOfTheHubTest {
    private static final int DIMENSIONS = 384;

    @TempDir Path folder;
    private final ScriptedHub hub = new ScriptedHub();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void takesVectorsOfItsOwnEmbedderAndMakesTheOthers() throws Exception {
        Map<String, Embedding> made;
        String fingerprint;
        String answer;
        try (TestNode maker = TestNode.open(folder.resolve("maker"), hub)) {
            hub.connect(maker.client);
            hub.release(Torques.manifest(hub, 1, "B"));
            InstallationFact fact = maker.fact();
            fingerprint = maker.node.embedder().fingerprint().toString();
            made = vectors(maker);
            assertThat(fact.vectorsMade()).isEqualTo(made.size());
            answer = maker.ask(Torques.QUESTION).text();
        }
        List<byte[]> records = records(made);
        try (TestNode taker = TestNode.open(folder.resolve("taker"), hub)) {
            hub.connect(taker.client);
            hub.release(Torques.manifest(hub, 2, "B", vectors(fingerprint, records), null));
            InstallationFact fact = taker.fact();
            assertThat(fact.vectorsTaken()).isEqualTo(made.size());
            assertThat(fact.vectorsMade()).isZero();
            assertThat(taker.ask(Torques.QUESTION).text()).isEqualTo(answer);
            assertThat(vectors(taker)).isEqualTo(made);
        }
        try (TestNode half = TestNode.open(folder.resolve("half"), hub)) {
            hub.connect(half.client);
            List<byte[]> fewer = records.subList(1, records.size());
            hub.release(Torques.manifest(hub, 3, "B", vectors(fingerprint, fewer), null));
            InstallationFact fact = half.fact();
            assertThat(fact.vectorsTaken()).isEqualTo(made.size() - 1);
            assertThat(fact.vectorsMade()).isEqualTo(1);
        }
    }

    @Test
    void neitherFetchesNorTakesVectorsOfAnotherEmbedder() throws Exception {
        try (TestNode node = TestNode.open(folder, hub)) {
            hub.connect(node.client);
            byte[] record = new VectorRecord("ab".repeat(32), unit(1)).write();
            Manifest.Vectors vectors = vectors("another", List.of(record));
            hub.release(Torques.manifest(hub, 1, "B", vectors, null));
            InstallationFact fact = node.fact();
            assertThat(fact.vectorsTaken()).isZero();
            assertThat(fact.vectorsMade()).isPositive();
            assertThat(hub.served).doesNotContain(vectors.file().root());
        }
    }

    @Test
    void refusesAVectorThatIsNotOfLengthOne() throws Exception {
        try (TestNode node = TestNode.open(folder, hub)) {
            hub.connect(node.client);
            String fingerprint = node.node.embedder().fingerprint().toString();
            byte[] record = new VectorRecord("ab".repeat(32), unit(Float.NaN)).write();
            Manifest.Vectors vectors = vectors(fingerprint, List.of(record));
            hub.release(Torques.manifest(hub, 1, "B", vectors, null));
            assertThat(node.fact().code()).isEqualTo("corrupt-vector");
            assertThat(node.client.installed()).isEmpty();
        }
    }

    private static byte[] unit(float first) {
        float[] values = new float[DIMENSIONS];
        values[0] = first;
        ByteBuffer bytes =
                ByteBuffer.allocate(DIMENSIONS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private Manifest.Vectors vectors(String fingerprint, List<byte[]> records) {
        return new Manifest.Vectors(
                fingerprint, DIMENSIONS, records.size(), hub.files.tree(records));
    }

    private static List<byte[]> records(Map<String, Embedding> vectors) {
        List<byte[]> records = new ArrayList<>();
        vectors.forEach(
                (input, vector) -> records.add(new VectorRecord(input, vector.toBytes()).write()));
        return records;
    }

    private static Map<String, Embedding> vectors(TestNode node) {
        try (Database index = Database.open(node.home.database(), ManualSchema.SCHEMA)) {
            return new LibraryTable(index).vectors(Torques.ID, node.node.embedder().fingerprint());
        }
    }
}

package dev.andon.hub.library.reading;

import dev.andon.hub.library.LibraryException;
import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.Chunk;
import dev.andon.knowledge.corpus.Chunker;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.EmbeddedChunk;
import dev.andon.knowledge.corpus.ManualContent;
import dev.andon.knowledge.corpus.ManualReaders;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.corpus.Sidecar;
import dev.andon.knowledge.embed.onnx.EmbedderSpec;
import dev.andon.knowledge.embed.onnx.OnnxEmbedder;
import dev.andon.knowledge.formats.AllFormats;
import dev.andon.models.ModelStore;
import dev.andon.protocol.library.VectorRecord;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// Reads, cuts and embeds manuals with the very code of a node, so that a node of the same embedder
/// finds a vector for each of its passages.
///
/// Holds an embedding model: close it after use.
public final class ManualReading implements AutoCloseable {
    private final ManualReaders readers = AllFormats.readers();
    private final OnnxEmbedder embedder;
    private final Chunker chunker;

    private ManualReading(OnnxEmbedder embedder) {
        this.embedder = embedder;
        this.chunker = new Chunker(embedder.tokenCounter(), Chunker.TOKENS_MAX);
    }

    /// Told how far it is.
    @FunctionalInterface
    public interface Progress {
        /// @param done passages
        /// @param of all
        void passages(int done, int of);
    }

    /// Opens the model.
    ///
    /// @param models where it lies
    /// @param embedder its name in the manifest of models
    /// @throws StageException the model cannot be used
    public static ManualReading open(ModelStore models, String embedder) {
        EmbedderSpec spec = EmbedderSpec.named(embedder);
        Path model = models.ready(spec.name());
        return new ManualReading(
                OnnxEmbedder.open(
                        model.resolve("model.onnx"), model.resolve("tokenizer.json"), spec));
    }

    /// What a person says of a manual, on the command line or in the sidecar beside it.
    ///
    /// @throws LibraryException `not-readable`: the sidecar is broken
    public static DeclaredManual declared(Path file, DeclaredManual commandLine) {
        try {
            return commandLine.orElse(Sidecar.read(file));
        } catch (StageException e) {
            throw new LibraryException("not-readable", String.valueOf(e.getMessage()), e);
        }
    }

    /// Reads and cuts a manual.
    ///
    /// @param said of it by the person who brings it
    /// @throws LibraryException `not-readable`, with the reader's reason
    public ReadManual read(Path file, DeclaredManual said) {
        try {
            ManualContent content = readers.read(file, said);
            return new ReadManual(content.manual(), chunker.chunk(content), content.remarks());
        } catch (StageException e) {
            if (e.stage() != Stage.CORPUS) {
                throw e;
            }
            // The draft that it lies in is gone when somebody reads this.
            String name = String.valueOf(file.getFileName());
            String why = String.valueOf(e.getMessage()).replace(file.toString(), name);
            throw new LibraryException("not-readable", why, e);
        }
    }

    /// The fingerprint that a node must have to take the vectors.
    public String embedder() {
        return embedder.fingerprint().toString();
    }

    /// Of each vector.
    public int dimensions() {
        return embedder.fingerprint().dimensions();
    }

    /// Writes the vectors of a manual, one record a passage; what says the same twice has one.
    ///
    /// @param known taken instead of made
    public VectorRecords embed(
            ReadManual manual, KnownVectors known, Path target, Progress progress) {
        Set<String> written = new HashSet<>();
        int made = 0;
        int done = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            for (Chunk passage : manual.passages()) {
                String input = input(passage);
                String key = EmbeddedChunk.key(input);
                if (written.add(key)) {
                    VectorRecord record = known.of(key);
                    if (record == null) {
                        record = new VectorRecord(key, embedder.embedPassage(input).toBytes());
                        made++;
                    }
                    out.write(record.write());
                }
                progress.passages(++done, manual.passages().size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The vectors cannot be written (" + e + "): check the disk's space.", e);
        }
        return new VectorRecords(written.size(), made);
    }

    /// What is embedded of a passage.
    static String input(Chunk passage) {
        return EmbeddedChunk.input(passage.path(), PassageText.render(passage.blocks()));
    }

    @Override
    public void close() {
        embedder.close();
    }
}

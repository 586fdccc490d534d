package dev.andon.node.sync.library;

import dev.andon.knowledge.embed.Embedding;
import dev.andon.protocol.Manifest;
import dev.andon.protocol.ProtocolException;
import dev.andon.protocol.library.VectorRecord;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Vectors that the hub made, each checked before it is believed.
final class VectorFile {
    /// How far a length may be from 1: float32 rounding of a few hundred squares is far less.
    private static final double LENGTH_ERROR_MAX = 1e-3;

    private static final int HEAD_BYTES = 64;

    private VectorFile() {}

    /// The vectors of a file by what was embedded.
    ///
    /// @throws LibraryException `corrupt-vector`
    static Map<String, Embedding> read(Path file, Manifest.Vectors vectors) throws IOException {
        int recordBytes = HEAD_BYTES + vectors.dimensions() * Float.BYTES;
        if (Files.size(file) != (long) recordBytes * vectors.count()) {
            throw corrupt(
                    "%d vectors of %d dimensions do not fill %d bytes"
                            .formatted(vectors.count(), vectors.dimensions(), Files.size(file)));
        }
        Map<String, Embedding> read = new HashMap<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int i = 0; i < vectors.count(); i++) {
                add(in.readNBytes(recordBytes), vectors.dimensions(), read);
            }
        }
        return read;
    }

    private static void add(byte[] bytes, int dimensions, Map<String, Embedding> read) {
        try {
            VectorRecord record = VectorRecord.read(bytes, dimensions);
            Embedding vector = Embedding.fromBytes(record.vector());
            refuseUnlikely(vector);
            read.put(record.input(), vector);
        } catch (ProtocolException e) {
            throw corrupt(String.valueOf(e.getMessage()));
        }
    }

    /// A sum with a number that is none, or is infinite, is not near 1 either.
    private static void refuseUnlikely(Embedding vector) {
        double square = vector.cosine(vector);
        if (!(Math.abs(Math.sqrt(square) - 1) <= LENGTH_ERROR_MAX)) {
            throw corrupt("the length of a vector is " + Math.sqrt(square));
        }
    }

    private static LibraryException corrupt(String why) {
        return new LibraryException(
                "corrupt-vector",
                "The vectors of the hub cannot be used: " + why + ". Add the revision again.");
    }
}

package dev.andon.hub.library.reading;

import dev.andon.protocol.library.VectorRecord;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Vectors of an earlier revision, by what was embedded.
public final class KnownVectors {
    /// None.
    public static final KnownVectors NONE = new KnownVectors(Map.of());

    /// Records that are looked at: 150 MB of vectors of 384 dimensions.
    static final int RECORDS_MAX = 100_000;

    private final Map<String, VectorRecord> records;

    private KnownVectors(Map<String, VectorRecord> records) {
        this.records = records;
    }

    /// Those of a file of records.
    ///
    /// @throws dev.andon.protocol.ProtocolException `corrupt-vector`
    public static KnownVectors read(Path file, int dimensions) {
        int bytes = VectorRecords.bytes(dimensions);
        Map<String, VectorRecord> records = new HashMap<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            byte[] next = in.readNBytes(bytes);
            while (next.length > 0 && records.size() < RECORDS_MAX) {
                VectorRecord record = VectorRecord.read(next, dimensions);
                records.put(record.input(), record);
                next = in.readNBytes(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The vectors " + file + " cannot be read.", e);
        }
        return new KnownVectors(records);
    }

    @Nullable VectorRecord of(String input) {
        return records.get(input);
    }
}

package dev.andon.hub.library.reading;

import dev.andon.protocol.Sha256;

/// A file of vectors that was written.
///
/// @param count of records
/// @param made of these anew; the others are an earlier revision's
public record VectorRecords(int count, int made) {
    /// Bytes of one record: the hash of what was embedded, the hash of the vector, the vector.
    public static int bytes(int dimensions) {
        return 2 * Sha256.BYTES + dimensions * Float.BYTES;
    }
}

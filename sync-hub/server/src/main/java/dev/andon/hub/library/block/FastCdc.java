package dev.andon.hub.library.block;

import dev.andon.protocol.library.Block;

import java.io.IOException;
import java.io.InputStream;

/// Cuts bytes where their content says, so that a change moves only the cuts beside it: FastCDC
/// (Xia et al., USENIX ATC 2016) with a gear hash and normalised sizes. The table of the gear comes
/// from SplitMix64 with a fixed seed; both are written down in ADR 0017, since every hub must cut
/// alike.
///
/// Immutable.
public final class FastCdc {
    /// Pieces of 16 KiB on average, from 4 to 64.
    public static final FastCdc USUAL = new FastCdc(14);

    /// Pieces of 32 KiB on average, from 8 to 64: for files whose list would be too long otherwise.
    public static final FastCdc LARGE = new FastCdc(15);

    /// "AndonCDC" in ASCII.
    static final long SEED = 0x416E646F6E434443L;

    /// By how many bits cuts are harder to find before the average, and easier behind it.
    private static final int NORMAL_BITS = 2;

    private static final int BUFFER_BYTES = 1 << 20;
    private static final long[] GEAR = gear();

    private final int average;
    private final int shortest;
    private final long hard;
    private final long easy;

    private FastCdc(int averageBits) {
        this.average = 1 << averageBits;
        this.shortest = average / 4;
        this.hard = highest(averageBits + NORMAL_BITS);
        this.easy = highest(averageBits - NORMAL_BITS);
    }

    /// Takes the pieces, in their order.
    @FunctionalInterface
    public interface Pieces {
        /// @param buffer holds the piece, until this returns
        /// @param from where it begins in the buffer
        /// @param length of it
        void take(byte[] buffer, int from, int length) throws IOException;
    }

    /// The shortest piece, but for the last.
    public int shortest() {
        return shortest;
    }

    /// Cuts all that comes, with one buffer of 1 MiB.
    public void cut(InputStream in, Pieces pieces) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        int from = 0;
        int to = in.readNBytes(buffer, 0, buffer.length);
        while (from < to) {
            int length = first(buffer, from, to);
            pieces.take(buffer, from, length);
            from += length;
            if (to - from < Block.BYTES_MAX && to == buffer.length) {
                System.arraycopy(buffer, from, buffer, 0, to - from);
                to -= from;
                from = 0;
                to += in.readNBytes(buffer, to, buffer.length - to);
            }
        }
    }

    /// The length of the first piece of what lies between two places.
    private int first(byte[] buffer, int from, int to) {
        int end = Math.min(to, from + Block.BYTES_MAX);
        int middle = Math.min(end, from + average);
        long hash = 0;
        int at = Math.min(end, from + shortest);
        while (at < middle) {
            hash = (hash << 1) + GEAR[buffer[at++] & 0xFF];
            if ((hash & hard) == 0) {
                return at - from;
            }
        }
        while (at < end) {
            hash = (hash << 1) + GEAR[buffer[at++] & 0xFF];
            if ((hash & easy) == 0) {
                return at - from;
            }
        }
        return end - from;
    }

    /// The highest bits depend on the last 64 bytes, the lowest on one.
    private static long highest(int bits) {
        return -1L << (Long.SIZE - bits);
    }

    private static long[] gear() {
        long[] gear = new long[256];
        long state = SEED;
        for (int i = 0; i < gear.length; i++) {
            state += 0x9E3779B97F4A7C15L;
            long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            gear[i] = z ^ (z >>> 31);
        }
        return gear;
    }
}

package dev.andon.node.audio;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// What stands before the samples of a WAV file.
///
/// @param format rate and channels
/// @param encoding how a sample is written
/// @param dataBytes how many bytes of samples follow; [#UNTIL_END] if the writer did not know
record WavHeader(AudioFormat format, SampleEncoding encoding, long dataBytes) {
    static final long UNTIL_END = Long.MAX_VALUE;
    static final int BYTES = 44;

    private static final int RATE_HZ_MIN = 4_000;
    private static final int RATE_HZ_MAX = 192_000;
    private static final int CHANNELS_MAX = 64;
    private static final int FORMAT_BYTES_MAX = 4_096;
    private static final long UNKNOWN = 0xFFFF_FFFFL;
    private static final int EXTENSIBLE = 0xFFFE;

    /// Reads up to the first sample.
    ///
    /// @param name of the file, for messages
    /// @throws StageException `audio`: not a WAV file, or one that Andon cannot read
    static WavHeader read(InputStream in, String name) throws IOException {
        try {
            return new Reader(in, name).read();
        } catch (EOFException e) {
            throw new StageException(
                    Stage.AUDIO,
                    "wav-empty",
                    name + " ends before its first sample: record it again",
                    e);
        }
    }

    /// The 44 bytes before 16-bit samples.
    static byte[] of(AudioFormat format, long dataBytes) {
        int frameBytes = 2 * format.channels();
        return ByteBuffer.allocate(BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt((int) (dataBytes + BYTES - 8))
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) format.channels())
                .putInt(format.sampleRateHz())
                .putInt(format.sampleRateHz() * frameBytes)
                .putShort((short) frameBytes)
                .putShort((short) 16)
                .put(ascii("data"))
                .putInt((int) dataBytes)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Walks the chunks of one file.
    private static final class Reader {
        private final InputStream in;
        private final String name;
        private long taken;

        Reader(InputStream in, String name) {
            this.in = in;
            this.name = name;
        }

        WavHeader read() throws IOException {
            long riffBytes = readRiff();
            AudioFormat format = null;
            SampleEncoding encoding = null;
            while (true) {
                String id = new String(take(4), StandardCharsets.US_ASCII);
                long size = Integer.toUnsignedLong(little(4).getInt());
                if (id.equals("data")) {
                    if (format == null || encoding == null) {
                        throw malformed("its samples come before its format");
                    }
                    return new WavHeader(format, encoding, dataBytes(size, riffBytes));
                }
                if (id.equals("fmt ")) {
                    ByteBuffer fields = formatFields(size);
                    format = format(fields);
                    encoding = encoding(fields, format);
                    skipPadding(size);
                } else {
                    skip(size + (size & 1));
                }
            }
        }

        private long readRiff() throws IOException {
            byte[] start = in.readNBytes(12);
            taken = start.length;
            if (start.length == 0) {
                throw new StageException(
                        Stage.AUDIO, "wav-empty", name + " is empty: record it again");
            }
            String text = new String(start, StandardCharsets.ISO_8859_1);
            boolean wave = text.startsWith("WAVE", 8);
            if (!wave || !(text.startsWith("RIFF") || text.startsWith("RF64"))) {
                throw new StageException(
                        Stage.AUDIO,
                        "not-wav",
                        name + " is not a WAV file: " + WavSource.convert(name));
            }
            return Integer.toUnsignedLong(
                    ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
        }

        /// A recorder that streams, or that was cut off, leaves 0 or all ones as the size.
        private long dataBytes(long size, long riffBytes) {
            boolean riffUnknown = riffBytes == 0 || riffBytes == UNKNOWN || riffBytes + 8 <= taken;
            boolean unknown = size == UNKNOWN || (size == 0 && riffUnknown);
            return unknown ? UNTIL_END : size;
        }

        private ByteBuffer formatFields(long size) throws IOException {
            if (size < 16 || size > FORMAT_BYTES_MAX) {
                throw malformed("its format block has " + size + " bytes");
            }
            return little((int) size);
        }

        private AudioFormat format(ByteBuffer fields) {
            int channels = Short.toUnsignedInt(fields.getShort(2));
            long rate = Integer.toUnsignedLong(fields.getInt(4));
            if (channels < 1 || channels > CHANNELS_MAX) {
                throw unreadable("it has " + channels + " channels, not 1 to " + CHANNELS_MAX);
            }
            if (rate < RATE_HZ_MIN || rate > RATE_HZ_MAX) {
                throw unreadable("it has " + rate + " samples a second, not 4000 to 192000");
            }
            return new AudioFormat((int) rate, channels);
        }

        private SampleEncoding encoding(ByteBuffer fields, AudioFormat format) {
            int tag = Short.toUnsignedInt(fields.getShort(0));
            if (tag == EXTENSIBLE && fields.capacity() >= 26) {
                tag = Short.toUnsignedInt(fields.getShort(24));
            }
            int bits = Short.toUnsignedInt(fields.getShort(14));
            @Nullable SampleEncoding encoding = SampleEncoding.find(tag, bits);
            if (encoding == null) {
                throw unreadable("its samples are of kind " + tag + " with " + bits + " bits");
            }
            int frameBytes = Short.toUnsignedInt(fields.getShort(12));
            if (frameBytes != encoding.bytes() * format.channels()) {
                throw malformed("its format block contradicts itself");
            }
            return encoding;
        }

        private void skipPadding(long size) throws IOException {
            if ((size & 1) == 1) {
                skip(1);
            }
        }

        private void skip(long bytes) throws IOException {
            in.skipNBytes(bytes);
            taken += bytes;
        }

        private ByteBuffer little(int bytes) throws IOException {
            return ByteBuffer.wrap(take(bytes)).order(ByteOrder.LITTLE_ENDIAN);
        }

        private byte[] take(int bytes) throws IOException {
            byte[] read = in.readNBytes(bytes);
            taken += read.length;
            if (read.length < bytes) {
                throw new EOFException();
            }
            return read;
        }

        private StageException malformed(String what) {
            return new StageException(
                    Stage.AUDIO,
                    "wav-malformed",
                    name + " is a broken WAV file (" + what + "): " + WavSource.convert(name));
        }

        private StageException unreadable(String what) {
            return new StageException(
                    Stage.AUDIO,
                    "wav-encoding",
                    "Andon cannot read " + name + " (" + what + "): " + WavSource.convert(name));
        }
    }
}

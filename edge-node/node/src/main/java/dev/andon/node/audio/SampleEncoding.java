package dev.andon.node.audio;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/// How a WAV file writes a sample.
enum SampleEncoding {
    UNSIGNED_8(1, 1) {
        @Override
        short next(ByteBuffer in) {
            return (short) ((Byte.toUnsignedInt(in.get()) - 128) << 8);
        }
    },
    SIGNED_16(1, 2) {
        @Override
        short next(ByteBuffer in) {
            return in.getShort();
        }
    },
    SIGNED_24(1, 3) {
        @Override
        short next(ByteBuffer in) {
            int low = Byte.toUnsignedInt(in.get());
            return nearest(((long) in.getShort() << 8 | low) / 256.0);
        }
    },
    SIGNED_32(1, 4) {
        @Override
        short next(ByteBuffer in) {
            return nearest(in.getInt() / 65_536.0);
        }
    },
    FLOAT_32(3, 4) {
        @Override
        short next(ByteBuffer in) {
            return nearest(in.getFloat() * 32_768.0);
        }
    },
    FLOAT_64(3, 8) {
        @Override
        short next(ByteBuffer in) {
            return nearest(in.getDouble() * 32_768.0);
        }
    };

    private final int tag;
    private final int bytes;

    SampleEncoding(int tag, int bytes) {
        this.tag = tag;
        this.bytes = bytes;
    }

    /// The encoding of a format block; null if Andon has none for it.
    static @Nullable SampleEncoding find(int tag, int bits) {
        for (SampleEncoding encoding : values()) {
            if (encoding.tag == tag && encoding.bytes * 8 == bits) {
                return encoding;
            }
        }
        return null;
    }

    /// The size of a sample.
    int bytes() {
        return bytes;
    }

    /// Takes one sample; the buffer is little-endian.
    abstract short next(ByteBuffer in);

    /// Beyond full scale is clipped; not a number is silence.
    static short nearest(double sample) {
        return (short) Math.clamp(Math.round(sample), Short.MIN_VALUE, Short.MAX_VALUE);
    }
}

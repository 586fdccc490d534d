package dev.andon.mqtt.paho;

import java.io.IOException;
import java.io.InputStream;

/// What the broker sends, cut into whole frames and made harmless ([FrameCheck]) before Paho sees
/// it. Paho's receiver dies without a word of a property that it does not expect, and loses its
/// place when a frame's head comes in two pieces; a broker hands such messages on, and again and
/// again. A time-out of the socket passes through and loses nothing.
final class Frames extends InputStream {
    /// No frame is longer: twice the largest message of the contract.
    static final int FRAME_BYTES_MAX = 256 * 1024;

    private static final int HEAD_BYTES_MAX = 5;
    private static final int CONTINUES = 0x80;

    private final InputStream in;
    private final byte[] head = new byte[HEAD_BYTES_MAX];
    private int headLength;
    private byte[] frame = new byte[0];
    private int filled;
    private boolean whole = true;
    private int taken;

    Frames(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return have() ? frame[taken++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!have()) {
            return -1;
        }
        int count = Math.min(length, frame.length - taken);
        System.arraycopy(frame, taken, into, offset, count);
        taken += count;
        return count;
    }

    @Override
    public int available() {
        return whole ? frame.length - taken : 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean have() throws IOException {
        if (whole && taken < frame.length) {
            return true;
        }
        if (whole && !begin()) {
            return false;
        }
        while (filled < frame.length) {
            int count = in.read(frame, filled, frame.length - filled);
            if (count < 0) {
                return false;
            }
            filled += count;
        }
        FrameCheck.makeHarmless(frame, headLength);
        headLength = 0;
        whole = true;
        taken = 0;
        return true;
    }

    /// Reads a head; false at the end of the stream.
    private boolean begin() throws IOException {
        while (headLength < 2 || (head[headLength - 1] & CONTINUES) != 0) {
            if (headLength == HEAD_BYTES_MAX) {
                throw new IOException("The broker sends a length of more than four bytes.");
            }
            int next = in.read();
            if (next < 0) {
                return false;
            }
            head[headLength++] = (byte) next;
        }
        int length = 0;
        for (int i = headLength - 1; i > 0; i--) {
            length = length << 7 | head[i] & 0x7f;
        }
        if (length > FRAME_BYTES_MAX) {
            throw new IOException(
                    "The broker sends %d bytes at once; %d are taken."
                            .formatted(length, FRAME_BYTES_MAX));
        }
        frame = new byte[headLength + length];
        System.arraycopy(head, 0, frame, 0, headLength);
        filled = headLength;
        whole = false;
        return true;
    }
}

package dev.andon.node.vad;

import dev.andon.node.audio.AudioChunk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The 16 kHz sound heard so far, with what the voice detector measures of it. The endpointer
/// bounds its length.
final class Recording {
    private static final int SAMPLES_PER_MS = 16;

    private final FrameMeter meter = new FrameMeter();
    private final List<Frame> frames = new ArrayList<>();
    private short[] samples = new short[32_000];
    private int length;

    void append(AudioChunk chunk) {
        short[] added = chunk.samples();
        if (length + added.length > samples.length) {
            samples = Arrays.copyOf(samples, Math.max(2 * samples.length, length + added.length));
        }
        System.arraycopy(added, 0, samples, length, added.length);
        length += added.length;
        frames.addAll(meter.measure(added));
    }

    List<Frame> frames() {
        return frames;
    }

    int durationMs() {
        return length / SAMPLES_PER_MS;
    }

    short[] whole() {
        return Arrays.copyOf(samples, length);
    }

    /// The sound between two moments; what lies outside the recording is left out.
    short[] cut(int fromMs, int toMs) {
        int from = Math.clamp((long) fromMs * SAMPLES_PER_MS, 0, length);
        int to = Math.clamp((long) toMs * SAMPLES_PER_MS, from, length);
        return Arrays.copyOfRange(samples, from, to);
    }
}

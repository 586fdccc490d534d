package dev.andon.node.vad;

import dev.andon.node.audio.AudioChunk;

/// Measures the sound as it was captured, before a filter could hide that it was clipped.
final class Loudness {
    private static final double SILENCE_DBFS = -120;

    private int peak;
    private long clipped;
    private long samples;

    void add(AudioChunk chunk) {
        for (short sample : chunk.samples()) {
            peak = Math.max(peak, Math.abs(sample));
            if (sample == Short.MAX_VALUE || sample == Short.MIN_VALUE) {
                clipped++;
            }
        }
        samples += chunk.length();
    }

    /// @param voiced the part whose loudness counts
    Level level(short[] voiced) {
        double clippedShare = samples == 0 ? 0 : (double) clipped / samples;
        return new Level(dbfs(peak), dbfs(rms(voiced)), clippedShare);
    }

    private static double rms(short[] voiced) {
        double mean = Levelling.mean(voiced);
        double sum = 0;
        for (short sample : voiced) {
            sum += (sample - mean) * (sample - mean);
        }
        return voiced.length == 0 ? 0 : Math.sqrt(sum / voiced.length);
    }

    private static double dbfs(double amplitude) {
        return amplitude == 0
                ? SILENCE_DBFS
                : Math.max(SILENCE_DBFS, 20 * Math.log10(amplitude / 32_768));
    }
}

package dev.andon.node.audio;

/// Signed 16-bit samples, interleaved; the only encoding inside Andon.
///
/// @param sampleRateHz samples a second and channel
/// @param channels 1 or more
public record AudioFormat(int sampleRateHz, int channels) {
    /// What the recogniser hears: 16 kHz mono.
    public static final AudioFormat SPEECH = new AudioFormat(16_000, 1);
}

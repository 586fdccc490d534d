package dev.andon.node.vad;

/// Loudness of a piece of sound.
///
/// @param peakDbfs highest sample, 0 is full scale; -120 for digital silence
/// @param rmsDbfs of the voiced part
/// @param clippedShare of samples at full scale, 0 to 1
public record Level(double peakDbfs, double rmsDbfs, double clippedShare) {}

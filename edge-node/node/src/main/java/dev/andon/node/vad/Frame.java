package dev.andon.node.vad;

/// What is measured of 20 ms of sound.
///
/// @param energyDb of the telephone band, 200 to 3800 Hz, relative to full scale
/// @param periodicity how much it repeats at the rate of a voice (70 to 400 Hz), 0 to 1
record Frame(double energyDb, double periodicity) {
    static final int MS = 20;
}

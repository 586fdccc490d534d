package dev.andon.node.tts.mary;

import dev.andon.node.tts.Pace;

import marytts.exceptions.SynthesisException;

import javax.sound.sampled.AudioInputStream;

/// Turns a piece of text into a stream that still grows while it is read: 16-bit little-endian
/// mono at 48 kHz. Whoever asks must read it to its end, or a thread stays behind.
@FunctionalInterface
interface Vocoder {
    AudioInputStream speak(String words, Pace pace) throws SynthesisException;
}

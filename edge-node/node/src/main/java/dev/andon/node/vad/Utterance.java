package dev.andon.node.vad;

import dev.andon.node.audio.AudioChunk;

/// One piece of speech, from press to release or from first to last voiced sound.
///
/// @param audio 16 kHz mono, levelled
/// @param level as it was captured
public record Utterance(AudioChunk audio, Level level) implements Capture {}

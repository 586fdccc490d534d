/// Chunks in, one [Utterance] out: where the speech begins and ends.
///
/// The [Endpointer] reads a source, [VoiceActivity] finds the voice in its [Frame]s, [Levelling]
/// brings it to one loudness. Never knows: the words.
@NullMarked
package dev.andon.node.vad;

import org.jspecify.annotations.NullMarked;

/// Microphone, file or socket bytes in, [AudioChunk]s out, and the way back to a speaker or file.
///
/// In: [WavSource], [MicrophoneSource]; on the way: [Resampler]; out: [WavSink], [SpeakerSink],
/// [MemorySink]. Never knows: what the sound means.
@NullMarked
package dev.andon.node.audio;

import org.jspecify.annotations.NullMarked;

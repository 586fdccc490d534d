/// A written sentence in; [SpokenForm] makes plain words of it, a [SpeechSynthesizer] a [Speech].
/// Never knows: where the sentence came from.
@NullMarked
package dev.andon.node.tts;

import org.jspecify.annotations.NullMarked;

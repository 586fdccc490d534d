/// Speaks with MaryTTS and its voice cmu-slt-hsmm, and knows its American pronunciations. Plain
/// words in, 48 kHz mono out. Never knows: numbers, codes or units; `SpokenForm` said them before.
@NullMarked
package dev.andon.node.tts.mary;

import org.jspecify.annotations.NullMarked;

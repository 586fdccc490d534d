/// An utterance in, a [Transcript] out. Never knows: what is meant by it.
@NullMarked
package dev.andon.node.stt;

import org.jspecify.annotations.NullMarked;

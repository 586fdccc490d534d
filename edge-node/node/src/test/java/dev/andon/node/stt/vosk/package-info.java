/// The recogniser and the graph compiler against real Vosk.
@NullMarked
package dev.andon.node.stt.vosk;

import org.jspecify.annotations.NullMarked;

package dev.andon.node.eval.dialogue;

import dev.andon.node.audio.AudioSink;
import dev.andon.node.turn.TurnInput;

import org.jspecify.annotations.Nullable;

/// Types.
record Typist() implements Speaker {
    @Override
    public TurnInput says(String words, @Nullable String station) {
        return new TurnInput.Typed(words, station);
    }

    @Override
    public @Nullable AudioSink ear() {
        return null;
    }

    @Override
    public String name() {
        return "typed";
    }
}

package dev.andon.node.eval.dialogue;

import dev.andon.node.audio.AudioSink;
import dev.andon.node.turn.TurnInput;

import org.jspecify.annotations.Nullable;

/// A person who says words to Andon, by the keyboard or aloud.
interface Speaker {
    /// The words as a turn takes them.
    ///
    /// @param station the register's id of the machine that the person stands at; null for none
    TurnInput says(String words, @Nullable String station);

    /// Where replies are spoken to; null if they are only shown.
    @Nullable AudioSink ear();

    /// Who it is, for reports.
    String name();
}

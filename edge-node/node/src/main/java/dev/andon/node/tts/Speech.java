package dev.andon.node.tts;

import dev.andon.node.audio.AudioSource;

/// A sentence being spoken. Closing it before its end abandons the rest.
public interface Speech extends AudioSource {
    /// The words that are said.
    String words();
}

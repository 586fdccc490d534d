package dev.andon.node.vad;

/// What the endpointer made of the sound.
public sealed interface Capture permits Utterance, Capture.Silence {
    /// Loudness of the sound.
    Level level();

    /// No speech: silence or steady noise. A turn ends here without a reply.
    record Silence(Level level) implements Capture {}
}

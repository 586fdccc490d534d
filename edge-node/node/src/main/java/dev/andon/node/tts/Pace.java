package dev.andon.node.tts;

/// How fast the voice reads.
public enum Pace {
    SLOW,
    USUAL,
    FAST
}

package dev.andon.node.eval.dialogue;

/// What a workshop sounds like.
enum Noise {
    /// Air and fans: as much power in each octave.
    PINK,
    /// A motor: a tone of the mains or of a shaft, with its harmonics.
    HUM,
    /// Metal on metal, again and again.
    IMPACTS,
    /// People who talk elsewhere.
    BABBLE
}

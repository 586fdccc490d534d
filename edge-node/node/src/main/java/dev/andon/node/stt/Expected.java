package dev.andon.node.stt;

/// What a person is likely to say next.
public enum Expected {
    ANYTHING,
    /// Something was asked or read back: it is listened for answers too.
    ANSWER
}

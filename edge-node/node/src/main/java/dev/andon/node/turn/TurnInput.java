package dev.andon.node.turn;

import dev.andon.node.audio.AudioSource;

import org.jspecify.annotations.Nullable;

/// How a turn begins.
public sealed interface TurnInput {
    /// The register's id of the machine that the person stands at; null if unknown.
    @Nullable String machine();

    /// A spoken question; the turn closes the source.
    record Spoken(AudioSource audio, @Nullable String machine) implements TurnInput {}

    /// A typed question.
    record Typed(String text, @Nullable String machine) implements TurnInput {}
}

package dev.andon.node.incident;

import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.jspecify.annotations.Nullable;

/// A milestone as somebody gives it.
///
/// @param moment which one
/// @param at when, UTC milliseconds; null: now
/// @param waitFor what is waited for; with `WAITING`, and only then
/// @param source who gives it
public record Given(Moment moment, @Nullable Long at, @Nullable Wait waitFor, Source source) {}

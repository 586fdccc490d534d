/// Incidents with their milestones, as they were given: nothing is invented, moved or guessed.
///
/// In: what people, machines and programs say of a stop. Out: incidents, or why it cannot be so.
/// [Stops] tells what is one stop and what is a micro-stop, for whoever looks; it writes nothing.
/// Never knows: how a machine or a person told of it.
@NullMarked
package dev.andon.node.incident;

import org.jspecify.annotations.NullMarked;

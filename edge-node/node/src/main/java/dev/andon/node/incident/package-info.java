/// Incidents with their milestones, as they were given: nothing is invented, moved or guessed.
///
/// In: what people, machines and programs say of a stop. Out: incidents, or why it cannot be so.
/// Never knows: what a re-opened incident or a micro-stop is; the reports decide that.
@NullMarked
package dev.andon.node.incident;

import org.jspecify.annotations.NullMarked;

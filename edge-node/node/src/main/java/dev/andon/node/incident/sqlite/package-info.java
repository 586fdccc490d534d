/// Incidents in the journal's file.
///
/// In: a change of one incident. Out: the incident, with its facts in the outbox, both or neither.
/// Never knows: which changes are allowed.
@NullMarked
package dev.andon.node.incident.sqlite;

import org.jspecify.annotations.NullMarked;

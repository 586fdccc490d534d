/// What the fleet is: which nodes there are, how each stands, what waits in it, what it serves; and
/// commands to it.
///
/// In: statuses and results of nodes, the rows of `ingest`. Out: records to show, commands. Never
/// knows: how it is shown, or how a manual is pushed.
@NullMarked
package dev.andon.hub.fleet;

import org.jspecify.annotations.NullMarked;

/// Runs of procedures in the journal's file.
///
/// In: a decision on the open run of a machine. Out: its outcome, once the run is on the disk.
/// Never knows: which moves are allowed.
@NullMarked
package dev.andon.node.procedure.sqlite;

import org.jspecify.annotations.NullMarked;

/// What machines say of themselves becomes stops in the log of incidents.
///
/// In: reports that a machine runs, stands still or cannot be heard. Out: incidents that it opens,
/// joins and restores, each once, however often and in whatever order it says so. Never knows: by
/// which protocol a report came.
@NullMarked
package dev.andon.node.machine;

import org.jspecify.annotations.NullMarked;

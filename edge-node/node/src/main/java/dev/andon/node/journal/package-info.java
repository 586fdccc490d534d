/// The record of what happened on the node, in a file of its own that nothing can make anew.
///
/// In: turns as they go by. Out: one redacted fact a turn; the room that is left on the disk. Never
/// knows: sound, how a question is answered, who the hub is.
@NullMarked
package dev.andon.node.journal;

import org.jspecify.annotations.NullMarked;
